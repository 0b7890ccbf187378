"""What is counted of residents' groups and needs: whole months, never a visit. Pure.

A resident may say to staff which group they belong to. The group is held in memory until the visit ends, and
is then only added to the figures of the month: no event, no session and no walk knows it. It is the same with
how a visit was made (by which ways, with which settings) and with what a card says of the visit before.
See docs/decisions/assisted-groups.md and ways-of-use-figures.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, TypeAlias, get_args

from accessibility.card import TENTHS
from accessibility.needs import SETTINGS
from kiosk.base.events import EventRefused, Use, Way
from kiosk.base.events import Group as Group
from kiosk.base.events.rules import ID, admits
from kiosk.base.hours.opening import HANOI
from kiosk.log.sessions.session import SessionSummary, WalkEnd

_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
NO_MONTH = "0000-00"
"""Where the clock could not be believed; such figures are in no month's report."""
Aspect: TypeAlias = Literal["visit", "way", "setting", "alone"]
"""What of a visit is counted: that it ended; each way it was made by; each setting on at its end; how much
was done alone, against the visit in which the card was given.
"""
WORDS: Mapping[Aspect, tuple[str, ...]] = {
    "visit": ("ended",), "way": get_args(Way), "setting": SETTINGS, "alone": ("up", "same", "down"),
}  # fmt: skip
"""What may be said of each; of a visit that ended one word, or none, or several."""


@dataclass(frozen=True, slots=True, order=True)
class WalkCell:
    """One figure of a month, of walks; `month` is ``2026-11`` or `NO_MONTH`."""

    month: str
    group: Group
    topic: str
    outcome: WalkEnd

    def __post_init__(self) -> None:
        """Raises `EventRefused`: a figure is of a closed vocabulary as an event is."""
        closed = self.group in get_args(Group) and self.outcome in get_args(WalkEnd)
        if not closed or not _MONTH.fullmatch(self.month) or not admits(ID, self.topic):
            raise EventRefused("a figure outside the vocabulary")


@dataclass(frozen=True, slots=True, order=True)
class VisitCell:
    """One figure of a month, of visits; `month` as above."""

    month: str
    aspect: Aspect
    word: str

    def __post_init__(self) -> None:
        """Raises `EventRefused`."""
        if self.word not in WORDS.get(self.aspect, ()) or not _MONTH.fullmatch(self.month):
            raise EventRefused("a figure outside the vocabulary")


Cell: TypeAlias = WalkCell | VisitCell


def month_of(wall_s: int, *, clock_ok: bool) -> str:
    """The month in Vietnam."""
    if not clock_ok:
        return NO_MONTH
    return f"{datetime.fromtimestamp(wall_s, UTC).astimezone(HANOI):%Y-%m}"


def tallied(visit: SessionSummary, group: Group = "not-said", use: Use | None = None) -> Counter[Cell]:
    """What a visit that is over adds, in the month in which it began.

    Each walk of an assisted one, once: nobody is asked for their group in a visit without staff. Of any: how
    it was made; *use* is None where nobody knows it any more.
    """
    month = month_of(visit.wall_s, clock_ok=visit.clock_ok)
    cells: Counter[Cell] = Counter()
    if visit.mode == "assisted":
        cells.update(WalkCell(month, group, walk.topic, walk.outcome) for walk in visit.walks if walk.outcome)
    if use is not None:
        cells.update(_made(month, visit, use))
    return cells


def alone_of(visit: SessionSummary) -> int | None:
    """How many tenths of its steps the resident did alone; None where there was no step."""
    acted = [step.by for walk in visit.walks for step in walk.steps if step.by is not None]
    return round(TENTHS * acted.count("resident") / len(acted)) if acted else None


def _made(month: str, visit: SessionSummary, use: Use) -> Iterator[VisitCell]:
    yield VisitCell(month, "visit", "ended")
    yield from (VisitCell(month, "way", way) for way in use.ways)
    yield from (VisitCell(month, "setting", setting) for setting in use.settings)
    now = alone_of(visit)
    if now is not None and use.brought is not None:
        than_before = "same" if now == use.brought else "up" if now > use.brought else "down"
        yield VisitCell(month, "alone", than_before)
