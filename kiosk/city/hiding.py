"""What the city's report must keep back because each ward publishes its own. Pure.

Who has the reports of all wards subtracts them from the city's: a number that one ward alone hides would be
told. And what a ward hides of itself the city must not tell of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kiosk.figures.cells import CellKey
from kiosk.figures.hiding import LEAST_POSSIBLE, LEAST_SHOWN
from kiosk.ward.report.published import OF_STAFF, PLACE_COLUMNS, at_place, cells_shown, published
from kiosk.ward.totals import Totals

FEW = 60
"""A ward hides its own sum only where hardly anything is left of it beside its rows: one for each guide."""


def kept_back(wards: Mapping[str, Totals]) -> frozenset[CellKey]:
    """Of the city's report, by the wards' reports of the same period."""
    return frozenset((*_told_by_the_rest(wards), *_hidden_at_the_ward(wards)))


def _told_by_the_rest(wards: Mapping[str, Totals]) -> Iterator[CellKey]:
    """Numbers of which so few are small that the sum of these says too much of each of them."""
    small: dict[CellKey, list[int]] = defaultdict(list)
    for one in wards.values():
        for cell, number in cells_shown(one):
            if 0 < number < LEAST_SHOWN and cell.key not in OF_STAFF:
                small[cell].append(number)
    for cell, numbers in small.items():
        if sum(numbers) - len(numbers) + 1 < LEAST_POSSIBLE:
            yield cell


def _hidden_at_the_ward(wards: Mapping[str, Totals]) -> Iterator[CellKey]:
    columns = {"sessions": "place", **{key: f"{key}@place" for key in PLACE_COLUMNS}}
    for name, one in wards.items():
        if all(one.all.get(CellKey(key), 0) >= FEW for key in columns):
            continue
        hide = published(one).hide
        for key in PLACE_COLUMNS:
            if CellKey(key) in hide:
                yield at_place(key, name)
        if CellKey("sessions") in hide:
            yield CellKey("place", name)
