"""What was practised, on the card: which guide, the rung reached and the week, in fields of one byte each.

They are fields as any setting is: a kiosk from before them passes over all of them. No day is here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

WEEK_HIGH, WEEK_LOW = 17, 18
"""The number of the newest week in which something was practised."""
FIRST = 19
"""Of each guide three fields from here on: its mark's two bytes; its rung, and how many weeks before."""
MOST_PRACTISED = 8
LONG_AGO = 63
"""So many weeks before the newest, or more, or nobody knows."""


@dataclass(frozen=True, slots=True)
class Practised:
    """The guide of this mark. `rung`: 0 … 3; `week`: None where it is long ago, or the clock was wrong."""

    mark: int
    rung: int
    week: int | None = None


def newest(practised: Iterable[Practised]) -> tuple[Practised, ...]:
    """Each mark once, as it stands last; of too many the last ones."""
    last: dict[int, Practised] = {}
    for entry in practised:
        last.pop(entry.mark, None)
        last[entry.mark] = entry
    return tuple(last.values())[-MOST_PRACTISED:]


def written(practised: Iterable[Practised]) -> tuple[tuple[int, int], ...]:
    """(number, byte) of each field, numbers rising; nothing where nothing was practised."""
    kept = newest(practised)
    if not kept:
        return ()
    latest = max(entry.week or 0 for entry in kept)
    pairs = [(WEEK_HIGH, latest >> 8), (WEEK_LOW, latest & 0xFF)]
    for at, entry in enumerate(kept):
        before = LONG_AGO if entry.week is None else min(latest - entry.week, LONG_AGO)
        three = (entry.mark >> 8, entry.mark & 0xFF, entry.rung << 6 | before)
        pairs += [(FIRST + 3 * at + place, byte) for place, byte in enumerate(three)]
    return tuple(pairs)


def read(pairs: Iterable[tuple[int, int]]) -> tuple[Practised, ...]:
    """What these fields say was practised; what is not whole is left out."""
    fields = dict(pairs)
    latest = fields.get(WEEK_HIGH, 0) << 8 | fields.get(WEEK_LOW, 0)
    entries = (_one(fields, FIRST + 3 * at, latest) for at in range(MOST_PRACTISED))
    return newest(entry for entry in entries if entry is not None)


def _one(fields: Mapping[int, int], at: int, latest: int) -> Practised | None:
    high, low, reached = (fields.get(at + place) for place in range(3))
    if high is None or low is None or reached is None or not (high or low):
        return None
    before = reached & LONG_AGO
    week = None if before == LONG_AGO or before >= latest else latest - before
    return Practised(high << 8 | low, reached >> 6, week)
