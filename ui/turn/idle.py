"""When nobody touches the kiosk: ask after five minutes, wait a minute, then forget everything.

Pure: the shell calls `tick` about once a second with the monotonic clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from ui.visit.actions.common import Do
from ui.visit.actions.signals import Signal
from ui.visit.stage import AsksStaff, SignedIn, SigningIn
from ui.visit.stages import Attract, Goodbye, IdleNotice, Person, ShowCard, Stepping
from ui.visit.visit import Visit


@dataclass(frozen=True, slots=True)
class IdleRules:
    """All in seconds; the ward may change them in the config."""

    idle_after_s: float = 300
    idle_long_after_s: float = 900  # where the phone downloads or a person is waited for
    grace_s: float = 60
    resume_answer_s: float = 60
    farewell_s: float = 20
    farewell_code_s: float = 90  # where there may be a code to photograph, or staff say what came of it
    card_s: float = 60  # the camera looks no longer for a card
    spoken_at_s: tuple[int, ...] = (30, 10)
    door_s: float = 120  # nobody types a PIN any longer
    door_scanned_s: float = 600  # nor by a pointer that moves by itself, though it had not gone round
    staff_s: float = 240  # then the controls of staff lock by themselves; where it takes long, later
    language_s: float = 10  # the language before is one touch away
    wave_s: float = 2  # who goes without a word is waved to
    menu_s: float = 45  # what staff have open over a resident's screen, after the last thing they did there


class Watch(Enum):
    """What the clock has to do beside, or instead of, an action."""

    NOTHING = "nothing"
    PUT_OFF = "put off"  # the minute of this screen begins only now
    SAY_COUNTDOWN = "say countdown"


IdleAction: TypeAlias = Signal | Do | Watch


def idle_action(
    visit: Visit,
    still_s: float,
    before_s: float,
    rules: IdleRules,
    *,
    long: bool,
    slow: bool = False,
    midway: bool = False,
    unattended_s: float | None = None,
) -> IdleAction:
    """What to do after `still_s` seconds without a touch on this stage (`before_s` at the last tick).

    *long*: the screen shown is one at which the phone downloads, or a person is waited for.
    *slow*: this person goes through a screen one thing at a time, and must have gone round before it is over.
    *midway*: the pointer moves by itself, and since that touch has not gone round: it must have come to all
    there is, however slowly, before anybody is asked for, and before the minute of a screen that
    goes by itself begins.
    *unattended_s*: since staff did something on a screen of theirs; *still_s* where that is not known.
    """
    if _may_be_anybody(visit) and (still_s if unattended_s is None else unattended_s) >= rules.menu_s:
        return Signal.SHUT
    if visit.undecided:  # also behind the comfort panel
        return Watch.PUT_OFF if midway else _counting_down(visit, still_s, before_s, rules, Do.RESUME_NO)
    if isinstance(visit.beneath, SigningIn):
        return Do.LOCK if still_s >= (rules.door_scanned_s if midway else rules.door_s) else Watch.NOTHING
    helps_on = long and visit.assisted_by != ""  # who assists watches a download with the resident
    unproved = visit.staff is not None and visit.staff.without_pin and not visit.is_logged  # at the notice
    staff_s = rules.door_s if unproved and not midway else rules.staff_s
    if visit.staff is not None and still_s >= (rules.idle_long_after_s if helps_on else staff_s):
        return Do.LOCK
    if isinstance(visit.beneath, SignedIn):
        return Watch.NOTHING
    if midway:
        return Watch.PUT_OFF if isinstance(visit.stage, IdleNotice | ShowCard) else Watch.NOTHING
    match visit.stage:
        case Attract(adjusted=False):
            return Watch.NOTHING
        case _ if visit.is_over_invitation:  # nobody is counted who only reads what is kept
            return Signal.LEAVE if still_s >= rules.idle_after_s else Watch.NOTHING
        case IdleNotice():
            return _counting_down(visit, still_s, before_s, rules, Signal.IDLE_OVER)
        case (Goodbye(face=face) | Stepping(face=face)) as stage if face is not None:
            to_read = isinstance(stage, Stepping) or visit.finished or visit.assisted_by
            limit = rules.farewell_code_s if to_read else rules.farewell_s
            limit = max(limit, rules.idle_after_s) if slow else limit
            return Signal.LEAVE if still_s >= limit else Watch.NOTHING
        case ShowCard():
            return Signal.NO_CARD if still_s >= rules.card_s else Watch.NOTHING
        case Person():
            return Signal.IDLE if still_s >= rules.idle_long_after_s else Watch.NOTHING
        case _:
            limit = rules.idle_long_after_s if long else rules.idle_after_s
            return Signal.IDLE if still_s >= limit else Watch.NOTHING


def _may_be_anybody(visit: Visit) -> bool:
    """Whether staff have something open that whoever is there could go on with: over a resident's screen,
    where people are changed, or where they came without a PIN. Not the questions at the end of an assisted
    visit, which lead nowhere else.
    """
    if visit.staff is None or visit.staff.aside is None or isinstance(visit.beneath, AsksStaff):
        return False
    return visit.is_logged or visit.staff.proved or visit.staff.without_pin


def _counting_down(
    visit: Visit, still_s: float, before_s: float, rules: IdleRules, over: IdleAction
) -> IdleAction:
    limit = _answer_s(visit, rules)
    if still_s >= limit:
        return over
    left, left_before = limit - still_s, limit - before_s
    crossed = any(left <= mark < left_before for mark in rules.spoken_at_s)
    return Watch.SAY_COUNTDOWN if crossed else Watch.NOTHING


def seconds_left(visit: Visit, still_s: float, rules: IdleRules) -> int:
    """Until the notice, or the offer after a crash, is over: whole seconds, never below zero."""
    return max(0, round(_answer_s(visit, rules) - still_s))


def _answer_s(visit: Visit, rules: IdleRules) -> float:
    return rules.resume_answer_s if visit.undecided else rules.grace_s
