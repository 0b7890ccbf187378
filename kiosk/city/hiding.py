"""What the city's report must keep back because each ward publishes its own. Pure.

Each number a ward hides must stay ambiguous among five values, also for who subtracts the wards' reports from
the city's. So either the city hides what would change with it too, or wards that hide the same numbers can
change by as much the other way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

from kiosk.figures.catalogue import of_staff
from kiosk.figures.cells import CellKey
from kiosk.figures.hiding import LEAST_POSSIBLE, LEAST_SHOWN, Sum, freedom, reach
from kiosk.ward.report.published import (
    PLACE_COLUMNS,
    Published,
    at_place,
    cells_shown,
    published,
    remainders_of_empty_rows,
)
from kiosk.ward.totals import Totals

Direction: TypeAlias = Mapping[CellKey, int]


def kept_back(wards: Mapping[str, Totals], city: Totals) -> frozenset[CellKey]:
    """Of the city's report, by the wards' reports of the same period."""
    own = {name: published(totals) for name, totals in wards.items() if _has_small(totals)}
    back = set(_hidden_at_the_ward(own))
    shown = published(city, back)
    hiding = [_HidingWard(of_ward, shown) for of_ward in own.values()]
    while hiding:
        keep = _Kept(hiding, shown)
        if not keep.more:
            break
        back |= keep.more
        shown = published(city, back)
    return frozenset(back)


class _HidingWard:
    """What one ward hides, and how those numbers could differ without changing what its own report shows."""

    def __init__(self, own: Published, city: Published) -> None:
        self.hide = {cell for cell in own.hide if cell in own.cells}
        self.cells, sums = dict(own.cells), list(own.sums)
        for rest, whole in remainders_of_empty_rows(own.totals, city.cells):
            if whole in self.hide:
                self.hide.add(rest)
                self.cells[rest] = self.cells[whole]
                sums.append(Sum(whole, (rest,)))
        self.through: dict[CellKey, list[Direction]] = defaultdict(list)
        for direction in freedom(self.hide, self.cells, sums):
            for cell in direction:
                self.through[cell].append(direction)
        self._sums: dict[CellKey, list[Sum]] = defaultdict(list)
        for sum_ in sums:
            for cell in {sum_.total, *sum_.parts} & self.hide:
                self._sums[cell].append(sum_)

    def reach(self, direction: Direction) -> tuple[float, float]:
        """How far it can go here, down and up; nowhere if that would change what is shown."""
        if not direction.keys() <= self.hide:
            return 0, 0
        for shown in {sum_ for cell in direction for sum_ in self._sums[cell]}:
            if sum(direction.get(part, 0) for part in shown.parts) != direction.get(shown.total, 0):
                return 0, 0
        return reach(direction, self.cells)

    def together(self, cell: CellKey) -> set[CellKey]:
        """All that can change when that one does."""
        reached, fresh = {cell}, [cell]
        while fresh:
            for direction in self.through[fresh.pop()]:
                fresh += direction.keys() - reached
                reached |= direction.keys()
        return reached


class _Kept:
    """Goes through all that the wards hide. `more`: what the city must hide beyond what it hides already."""

    def __init__(self, wards: Collection[_HidingWard], city: Published) -> None:
        self._wards, self._city = wards, city
        self._shown = {cell for cell in city.cells if cell not in city.hide}
        self.more: set[CellKey] = set()
        for ward in wards:
            for cell in sorted(ward.hide):
                self._protect(ward, cell)
        for cell in sorted(city.hide):
            if 0 < city.cells.get(cell, 0) < LEAST_SHOWN and cell.key not in of_staff():
                self._protect_sum(cell)

    def _protect(self, ward: _HidingWard, cell: CellKey) -> None:
        ways = [way for way in ward.through[cell] if _is_ambiguous(*ward.reach(way))]
        if not any(self._can_be_offset(ward, way) for way in ways):
            self._hide(ways, ward.together(cell))

    def _protect_sum(self, cell: CellKey) -> None:
        """A number that is small in the whole city: whatever a ward could hide otherwise must change it."""
        hiding = [ward for ward in self._wards if cell in ward.hide]
        ways = [way for ward in hiding for way in ward.through[cell] if _is_ambiguous(*ward.reach(way))]
        if hiding and all(way.keys() & self._shown for way in ways):
            self._hide(ways, hiding[0].together(cell))

    def _hide(self, ways: Collection[Direction], otherwise: Collection[CellKey]) -> None:
        """Hide what lets one of *ways* go on unseen: the one that costs the fewest numbers and residents."""

        def cost(cells: Collection[CellKey]) -> tuple[int, int, list[CellKey]]:
            return len(cells), sum(self._city.cells[cell] for cell in cells), sorted(cells)

        lost = min(({*way} & self._shown for way in ways), key=cost, default={*otherwise} & self._shown)
        self._shown -= lost
        self.more |= lost

    def _can_be_offset(self, ward: _HidingWard, direction: Direction) -> bool:
        """Whether the numbers the city shows stay the same, since others change by as much the other way."""
        least, most = ward.reach(direction)
        if direction.keys().isdisjoint(self._shown):
            return True
        back, forth = 0.0, 0.0
        for other in self._wards:
            if other is not ward:
                down, up = other.reach(direction)
                back, forth = back + down, forth + up
                if _is_ambiguous(max(least, -forth), min(most, -back)):
                    return True
        return False


def _is_ambiguous(least: float, most: float) -> bool:
    return most - least + 1 >= LEAST_POSSIBLE


def _has_small(totals: Totals) -> bool:
    """A ward without a small number hides nothing."""
    return any(
        0 < number < LEAST_SHOWN and cell.key not in of_staff() for cell, number in cells_shown(totals)
    )


def _hidden_at_the_ward(wards: Mapping[str, Published]) -> Iterator[CellKey]:
    """What a ward hides of itself, the city must not show of that ward."""
    for name, own in wards.items():
        for key in PLACE_COLUMNS:
            if CellKey(key) in own.hide:
                yield at_place(key, name)
        if CellKey("sessions") in own.hide:
            yield CellKey("place", name)
