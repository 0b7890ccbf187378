"""When nobody touches the kiosk: ask after five minutes, wait a minute, then forget everything.

Pure: the shell calls `tick` about once a second with the monotonic clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from ui.visit.stages import Attract, Goodbye, IdleNotice, Person, ShowCard, Visit


@dataclass(frozen=True, slots=True)
class IdleRules:
    """All in seconds; the ward may change them in the config."""

    idle_after_s: float = 300
    idle_long_after_s: float = 900  # where the phone downloads or a person is waited for
    grace_s: float = 60
    resume_answer_s: float = 60
    farewell_s: float = 20
    card_s: float = 60  # the camera looks no longer for a card
    spoken_at_s: tuple[int, ...] = (30, 10)


IdleAction: TypeAlias = Literal[
    "idle", "idle-over", "leave", "resume.no", "no-card", "say-countdown", "nothing"
]


def idle_action(visit: Visit, still_s: float, before_s: float, rules: IdleRules, *, long: bool) -> IdleAction:
    """What to do after `still_s` seconds without a touch on this stage (`before_s` at the last tick)."""
    if visit.undecided:  # also behind the comfort panel
        return "resume.no" if still_s >= rules.resume_answer_s else "nothing"
    match visit.stage:
        case Attract():
            return "nothing"
        case IdleNotice():
            return _counting_down(still_s, before_s, rules)
        case Goodbye(face=face) if face is not None:
            return "leave" if still_s >= rules.farewell_s else "nothing"
        case ShowCard():
            return "no-card" if still_s >= rules.card_s else "nothing"
        case Person():
            return "idle" if still_s >= rules.idle_long_after_s else "nothing"
        case _:
            limit = rules.idle_long_after_s if long else rules.idle_after_s
            return "idle" if still_s >= limit else "nothing"


def _counting_down(still_s: float, before_s: float, rules: IdleRules) -> IdleAction:
    if still_s >= rules.grace_s:
        return "idle-over"
    left, left_before = rules.grace_s - still_s, rules.grace_s - before_s
    crossed = any(left <= mark < left_before for mark in rules.spoken_at_s)
    return "say-countdown" if crossed else "nothing"


def seconds_left(still_s: float, rules: IdleRules) -> int:
    """What the notice shows: whole seconds, never below zero."""
    return max(0, round(rules.grace_s - still_s))
