"""One resident after another: who has just helped somebody goes on to the next without a PIN, or the menu.

At the goodbye staff have two buttons for it in their row: the same guide, or another. Where the resident's
own *Tôi xong rồi* was touched the kiosk invites, locked: for some seconds who knocks there goes on with
another guide (`PressContext.may_go_on`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from accessibility.preferences import Preferences
from flows.guide.flow import Flow
from kiosk.base.events import ResultGiven, SessionEnded, SessionStarted
from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.actions.staff import StaffDo
from ui.visit.effects import Effect, SayThis, StaffStays
from ui.visit.ending import end_session
from ui.visit.open_guide import begin
from ui.visit.staff import controls, doors
from ui.visit.staff.doors import Way
from ui.visit.staff.people import Assist, AtControls, StaffMember
from ui.visit.staff.stages import AssistNotice
from ui.visit.stages import Attract, Goodbye, Home
from ui.visit.turns import Turn
from ui.visit.visit import Visit


def at_goodbye(visit: Visit, action: Action, flows: Mapping[str, Flow]) -> Turn | None:
    """Those buttons, where they are shown."""
    stage = visit.stage
    if not isinstance(stage, Goodbye) or not visit.assisted_by:
        return None
    match action:
        case StaffDo.HELP_NEXT:
            return end_session(visit, "goodbye", flows)
        case StaffDo.HELP_SAME if stage.guide in flows:
            over = end_session(visit, "goodbye", flows)
            said = (ResultGiven("done"),) if says_done(visit, stage) else ()
            return Turn(over.visit, (*said, *over.effects))
        case _:
            return None


def says_done(visit: Visit, stage: Goodbye) -> bool:
    """Whether the button for the same guide says, in its words, that it was done: it was gone through to its
    end, and nobody has said otherwise.
    """
    return stage.result is None and stage.guide in visit.finished


def stays(before: Visit, effects: tuple[Effect, ...], action: Action | None) -> tuple[StaffStays, ...]:
    """Who sends for the next person is there to help them; who merely left is not."""
    over = any(isinstance(effect, SessionEnded) for effect in effects)
    if not over or before.staff is None or not before.assisted_by:
        return ()
    member = before.staff.member
    match action, before.stage:
        case StaffDo.HELP_SAME, Goodbye(guide=guide):
            return (StaffStays(member, at_once=True, guide=guide),)
        case ((StaffDo.HELP_NEXT | Do.NEXT_PERSON), _):
            return (StaffStays(member, at_once=action is StaffDo.HELP_NEXT),)
        case _:
            return ()


def go_on(visit: Visit, member: StaffMember, first: Preferences, out: tuple[Way, int | None] | None) -> Turn:
    """*member* tells the next person what is counted. A team goes to a door (*out*: as in `doors.enter`)."""
    blank = replace(visit.restart_at(Attract()), preferences=first)
    if out is None:
        return Turn(replace(blank, staff=AtControls(member, without_pin=True)).show(AssistNotice()))
    look = controls.staff_look(first)
    taken = replace(blank, staff=AtControls(member, first, without_pin=True), preferences=look)
    return doors.enter(taken, *out)


def same_guide(
    visit: Visit,
    member: StaffMember,
    guide: str,
    first: Preferences,
    flows: Mapping[str, Flow],
    *,
    had_whole_notice: bool,
) -> Turn:
    """The next person is at the first step of *guide*, and is told in one sentence what is counted; the whole
    of it first where *member* has not had it said in this shift (*had_whole_notice*).
    """
    blank = replace(visit, preferences=first, staff=AtControls(member, without_pin=True))
    if not had_whole_notice:
        return Turn(blank.restart_at(Attract(), AssistNotice(guide)))
    assisted = replace(blank.restart_at(Home()), assist=Assist(member.id, told_briefly=True))
    begun = begin(assisted, guide, flows)
    started = SessionStarted(first.language, "assisted")
    brief = SayThis("assist.notice_short", even_when_off=True, read_on=True)
    return Turn(begun.visit, (started, *begun.effects, brief))
