"""The point as its staff know it: open or not, who is on duty, what this kiosk has, and the day so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from flows.guide.words import Words
from kiosk.base.events import CheckAnswer, CheckPart
from ui.visit.staff.ward_stick import WardStick

PointState: TypeAlias = Literal["unchecked", "open", "refused", "closed"]
"""`refused`: speech or touch failed and no officer has said that the point may open all the same; also once
the shifts are over.
"""


class OnDuty(NamedTuple):
    """Of the staff: the id, and the short name chosen for the screen."""

    id: str
    shown: str


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """What the kiosk found when it looked at itself for the opening check.

    `free_mb` is -1 where nothing can be written; `overdue`: guides past the day of their review;
    `newest`: when a guide was last checked.
    """

    network: bool
    free_mb: int
    disk_works: bool
    guides: int
    overdue: int
    newest: date | None = None


@dataclass(frozen=True, slots=True)
class DayFigure:
    """One number of the day; None where nobody can give it yet. `explained`: with its footnote."""

    words: Words
    definition: Words
    value: int | None
    unit: Literal["count", "ms", "share"]
    on_screen: Literal["", "always", "if-any"] = "always"
    explained: bool = False


class DayRow(NamedTuple):
    """One row of a breakdown. Guides are named by the screen, from their packs."""

    bucket: str
    words: Words
    number: int


@dataclass(frozen=True, slots=True)
class DayTable:
    """One breakdown of the day."""

    words: Words
    definition: Words
    rows: tuple[DayRow, ...]


@dataclass(frozen=True, slots=True)
class HourOfDay:
    """The visits that began in one hour, by mode, in the order of the breakdown "mode"."""

    hour: int
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """By the keys of the one catalogue of figures (`kiosk/log/figures`)."""

    figures: Mapping[str, DayFigure] = field(default_factory=lambda: MappingProxyType({}))
    tables: Mapping[str, DayTable] = field(default_factory=lambda: MappingProxyType({}))
    hours: tuple[HourOfDay, ...] = ()
    trouble: bool = False  # the log cannot be read


class Stick(NamedTuple):
    """The export to a USB stick: `done` events packed of `whole`; at its end so many bundles copied."""

    state: Literal["", "copying", "done", "no-stick", "busy", "failed", "not-enrolled"] = ""
    done: int = 0
    whole: int = 0


def stick_key(stick: Stick) -> str:
    """The key of the sentence that says what becomes of it; empty: none was asked for."""
    if stick.state == "done" and not stick.done:
        return "stick.nothing"
    if stick.state == "copying" and not stick.whole:
        return "stick.looking"
    return f"stick.{stick.state.replace('-', '_')}" if stick.state else ""


@dataclass(frozen=True, slots=True)
class PointNow:
    """`answers` are those of today's last opening check; `self_check` and `day` come later."""

    state: PointState = "unchecked"
    on_duty: tuple[OnDuty, ...] = ()
    answers: Mapping[CheckPart, CheckAnswer] | None = None
    self_check: SelfCheck | None = None
    day: Day | None = None
    today: date | None = None
    stick: Stick = Stick()  # noqa: RUF009 (a value, never changed)
    scanner: bool = False  # a scanner that types is set up
    ward_stick: WardStick = WardStick()  # noqa: RUF009 (a value, never changed)
    opened: Mapping[str, int] = field(default_factory=dict)  # the guides often opened alone here of late

    def on_duty_is(self, staff: str) -> bool:
        """Whether the member of that id has a shift open."""
        return any(one.id == staff for one in self.on_duty)
