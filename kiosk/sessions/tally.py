"""What is counted of residents' groups: whole months, never a visit. Pure.

A resident may say to staff which group they belong to. The group is held in memory until the visit ends, and
is then only added to the figures of the month: no event, no session and no walk knows it.
See docs/decisions/a-group-is-a-figure-of-a-month.md.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import get_args

from kiosk.opening import HANOI
from kiosk.sessions.events import EventRefused
from kiosk.sessions.rules import ID, admits
from kiosk.sessions.session import SessionSummary, WalkEnd
from ui.ports import Group as Group

_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
NO_MONTH = "0000-00"
"""Where the clock could not be believed; such figures are in no month's report."""


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One figure of a month; `month` is ``2026-11`` or `NO_MONTH`."""

    month: str
    group: Group
    topic: str
    outcome: WalkEnd

    def __post_init__(self) -> None:
        """Raises `EventRefused`: a figure is of a closed vocabulary as an event is."""
        closed = self.group in get_args(Group) and self.outcome in get_args(WalkEnd)
        if not closed or not _MONTH.fullmatch(self.month) or not admits(ID, self.topic):
            raise EventRefused("a figure outside the vocabulary")


def month_of(wall_s: int, *, clock_ok: bool) -> str:
    """The month in Vietnam."""
    if not clock_ok:
        return NO_MONTH
    return f"{datetime.fromtimestamp(wall_s, UTC).astimezone(HANOI):%Y-%m}"


def tallied(visit: SessionSummary, group: Group = "not-said") -> Counter[Cell]:
    """What a visit that is over adds: each walk of an assisted one, once, in the month in which it began.

    Nobody is asked in a visit without staff: it adds nothing.
    """
    if visit.mode != "assisted":
        return Counter()
    month = month_of(visit.wall_s, clock_ok=visit.clock_ok)
    return Counter(Cell(month, group, walk.topic, walk.outcome) for walk in visit.walks if walk.outcome)
