"""What the city's report must keep back because each ward publishes its own. Pure.

Who has the reports of all wards subtracts them from the city's. So each number that a ward hides, however
large, must still be any of at least five for all that the city shows: either what changes with it is hidden
in the city's report too, or as much can change the other way in wards that hide the same numbers.
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
    rests_of_none,
)
from kiosk.ward.totals import Totals

Direction: TypeAlias = Mapping[CellKey, int]


def kept_back(wards: Mapping[str, Totals], city: Totals) -> frozenset[CellKey]:
    """Of the city's report, by the wards' reports of the same period."""
    own = {name: published(one) for name, one in wards.items() if _has_small(one)}
    back = set(_hidden_at_the_ward(own))
    shown = published(city, back)
    hiding = [_Ward(one, shown) for one in own.values()]
    while hiding:
        keep = _Kept(hiding, shown)
        if not keep.more:
            break
        back |= keep.more
        shown = published(city, back)
    return frozenset(back)


class _Ward:
    """What one ward hides, and how it can be otherwise for all that its own report shows."""

    def __init__(self, own: Published, city: Published) -> None:
        self.hide = {cell for cell in own.hide if cell in own.cells}
        self.cells, sums = dict(own.cells), list(own.sums)
        for rest, whole in rests_of_none(own.found, city.cells):
            if whole in self.hide:
                self.hide.add(rest)
                self.cells[rest] = self.cells[whole]
                sums.append(Sum(whole, (rest,)))
        self.through: dict[CellKey, list[Direction]] = defaultdict(list)
        for direction in freedom(self.hide, self.cells, sums):
            for cell in direction:
                self.through[cell].append(direction)
        self._sums: dict[CellKey, list[Sum]] = defaultdict(list)
        for one in sums:
            for cell in {one.total, *one.parts} & self.hide:
                self._sums[cell].append(one)

    def reach(self, direction: Direction) -> tuple[float, float]:
        """How far it can go here; nowhere where it would change what is shown."""
        if not direction.keys() <= self.hide:
            return 0, 0
        for one in {sum_ for cell in direction for sum_ in self._sums[cell]}:
            if sum(direction.get(part, 0) for part in one.parts) != direction.get(one.total, 0):
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
    """Goes through all that the wards hide. `more`: what the city must hide beside what it does."""

    def __init__(self, wards: Collection[_Ward], city: Published) -> None:
        self._wards, self._city = wards, city
        self._shown = {cell for cell in city.cells if cell not in city.hide}
        self.more: set[CellKey] = set()
        for one in wards:
            for cell in sorted(one.hide):
                self._look_at(one, cell)
        for cell in sorted(city.hide):
            if 0 < city.cells.get(cell, 0) < LEAST_SHOWN and cell.key not in of_staff():
                self._look_at_sum(cell)

    def _look_at(self, ward: _Ward, cell: CellKey) -> None:
        far = [one for one in ward.through[cell] if _is_far(*ward.reach(one))]
        if not any(self._is_free(ward, one) for one in far):
            self._hide(far, ward.together(cell))

    def _look_at_sum(self, cell: CellKey) -> None:
        """A number that is small in the whole city: what some ward hides of it must change it."""
        hiding = [one for one in self._wards if cell in one.hide]
        far = [one for ward in hiding for one in ward.through[cell] if _is_far(*ward.reach(one))]
        if hiding and all(one.keys() & self._shown for one in far):
            self._hide(far, hiding[0].together(cell))

    def _hide(self, ways: Collection[Direction], otherwise: Collection[CellKey]) -> None:
        """What stands in the way of one of these: where the fewest numbers and residents are lost."""

        def cost(cells: Collection[CellKey]) -> tuple[int, int, list[CellKey]]:
            return len(cells), sum(self._city.cells[cell] for cell in cells), sorted(cells)

        lost = min(({*one} & self._shown for one in ways), key=cost, default={*otherwise} & self._shown)
        self._shown -= lost
        self.more |= lost

    def _is_free(self, ward: _Ward, direction: Direction) -> bool:
        """Whether the city's shown numbers stay, as others change by as much the other way."""
        least, most = ward.reach(direction)
        if direction.keys().isdisjoint(self._shown):
            return True
        back, forth = 0.0, 0.0
        for other in self._wards:
            if other is not ward:
                down, up = other.reach(direction)
                back, forth = back + down, forth + up
                if _is_far(max(least, -forth), min(most, -back)):
                    return True
        return False


def _is_far(least: float, most: float) -> bool:
    return most - least + 1 >= LEAST_POSSIBLE


def _has_small(one: Totals) -> bool:
    """A ward without a small number hides nothing."""
    return any(0 < number < LEAST_SHOWN and cell.key not in of_staff() for cell, number in cells_shown(one))


def _hidden_at_the_ward(wards: Mapping[str, Published]) -> Iterator[CellKey]:
    """What a ward hides of itself the city must not tell of it."""
    for name, one in wards.items():
        for key in PLACE_COLUMNS:
            if CellKey(key) in one.hide:
                yield at_place(key, name)
        if CellKey("sessions") in one.hide:
            yield CellKey("place", name)
