"""What somebody wrote, with the line it stands on: the same from TOML and from CSV, not judged yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class WrittenText(NamedTuple):
    """One text, and its own line: a place may be written over many."""

    line: int
    text: str = ""


class WrittenPlace(NamedTuple):
    """A point or team; `staff` are those who belong to it, also without a shift."""

    line: int
    id: str
    name: WrittenText
    address: WrittenText
    staff: tuple[WrittenText, ...] = ()


class WrittenShift(NamedTuple):
    """`day` is ``mon``, ``2026-11-23`` or ``23/11/2026``; `hours` is ``08:00-11:30``."""

    line: int
    place: str
    day: str
    hours: str
    staff: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """`week` is empty where the days themselves say which week it is (CSV)."""

    week: str = ""
    week_line: int = 0
    places: tuple[WrittenPlace, ...] = ()
    shifts: tuple[WrittenShift, ...] = ()
