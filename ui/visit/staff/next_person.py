"""One resident after another: who has just helped somebody goes on to the next without a PIN, or the menu.

At the goodbye staff have a button for it in their row. Where the resident's own *Người tiếp theo* was touched
the kiosk invites, locked: for some seconds who knocks there goes on the same way (`Known.may_go_on`).
"""

from __future__ import annotations

from dataclasses import replace

from accessibility.preferences import Preferences
from kiosk.events import SessionEnded
from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.actions.staff import StaffDo
from ui.visit.effects import Effect, StaffStays
from ui.visit.ending import end_session
from ui.visit.staff import controls, doors
from ui.visit.staff.doors import Way
from ui.visit.staff.people import AtControls, StaffMember
from ui.visit.staff.stages import AssistNotice
from ui.visit.stages import Attract, Goodbye, Visit
from ui.visit.turns import Turn


def at_goodbye(visit: Visit, action: Action) -> Turn | None:
    """That button, where it is shown."""
    if action is not StaffDo.HELP_NEXT or not isinstance(visit.stage, Goodbye) or not visit.assisted_by:
        return None
    return end_session(visit, "goodbye")


def stays(before: Visit, effects: tuple[Effect, ...], action: Action | None) -> tuple[StaffStays, ...]:
    """Who sends for the next person is there to help them; who merely left is not."""
    over = any(isinstance(effect, SessionEnded) for effect in effects)
    if (
        not over
        or before.staff is None
        or not before.assisted_by
        or action not in (StaffDo.HELP_NEXT, Do.NEXT_PERSON)
    ):
        return ()
    return (StaffStays(before.staff.member, at_once=action is StaffDo.HELP_NEXT),)


def go_on(visit: Visit, member: StaffMember, first: Preferences, out: tuple[Way, int | None] | None) -> Turn:
    """*member* tells the next person what is counted. A team goes to a door (*out*: as in `doors.enter`)."""
    blank = replace(visit.restart_at(Attract()), preferences=first)
    if out is None:
        return Turn(replace(blank, staff=AtControls(member, without_pin=True)).show(AssistNotice()))
    look = controls.staff_look(first)
    taken = replace(blank, staff=AtControls(member, first, without_pin=True), preferences=look)
    return doors.enter(taken, *out)
