"""Which numbers a published table must not show, so that nobody can be found by counting. Pure.

A number from 1 to 4 is hidden. Where it could be worked out (from its total and the other rows), some
of those are hidden too, until each hidden number could be any of at least five for all that is shown. Zeros
are shown.

The proof is constructive: what is shown leaves the hidden numbers some freedom, the null space of all sums
they stand in. In the directions of that space we see how far one can go while every hidden number stays at 1
or more; a number that does not get through five values so is not safe yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, inf, lcm
from typing import TypeAlias

from kiosk.figures.cells import CellKey

LEAST_SHOWN = 5
LEAST_POSSIBLE = 5
"""As many values must be possible for a hidden number."""
Row: TypeAlias = dict[CellKey, Fraction]


@dataclass(frozen=True, slots=True)
class Sum:
    """The parts make the total, and whoever reads the report knows it."""

    total: CellKey
    parts: tuple[CellKey, ...]


def hidden(
    cells: Mapping[CellKey, int],
    sums: Sequence[Sum],
    open_to_all: Collection[str] = (),
    also: Collection[CellKey] = (),
) -> frozenset[CellKey]:
    """Of the numbers of *cells*, which are all shown otherwise. Keys in *open_to_all* hide nobody.

    *cells* hold every number that stands in a sum; one that is not there is 0. *also* are hidden whatever
    they are.
    """
    counted = {cell: number for cell, number in cells.items() if number}
    hide = {cell for cell, number in counted.items() if number < LEAST_SHOWN and cell.key not in open_to_all}
    hide.update(cell for cell in also if cell in counted)
    of_cell: dict[CellKey, list[Sum]] = defaultdict(list)
    for sum_ in sums:
        for cell in (sum_.total, *sum_.parts):
            of_cell[cell].append(sum_)
    while weak := _unsafe(hide, counted, sums):
        done = set[CellKey]()
        for cell in sorted(weak, key=lambda one: (counted[one], one)):
            more = _to_hide_beside(cell, hide, counted, of_cell) if cell not in done else None
            if more is not None:
                hide.add(more)
                done |= {part for one in of_cell[more] for part in (one.total, *one.parts)}
        if not done:
            break
    return frozenset(hide)


def _to_hide_beside(
    cell: CellKey,
    hide: Collection[CellKey],
    counted: Mapping[CellKey, int],
    of_cell: Mapping[CellKey, list[Sum]],
) -> CellKey | None:
    """Of what is shown in a sum with that one: what draws the fewest other sums in, then the smallest.

    A total only where no part is left.
    """
    beside = {
        part: part == one.total for one in of_cell[cell] for part in (one.total, *one.parts)
        if part in counted and part not in hide
    }  # fmt: skip

    def cost(part: CellKey) -> tuple[bool, int, int, CellKey]:
        fresh = sum(not any(other in hide for other in (one.total, *one.parts)) for one in of_cell[part])
        return beside[part], fresh, counted[part], part

    return min(beside, key=cost, default=None)


def freedom(
    hide: Collection[CellKey], cells: Mapping[CellKey, int], sums: Sequence[Sum]
) -> list[Mapping[CellKey, int]]:
    """Ways in which the hidden numbers can be others together while every sum still holds."""
    return list(_directions(_equations(hide, sums), hide, cells))


def _unsafe(hide: Collection[CellKey], counted: Mapping[CellKey, int], sums: Sequence[Sum]) -> set[CellKey]:
    directions = freedom(hide, counted, sums)
    free = set[CellKey]()
    for direction in directions:
        least, most = reach(direction, counted)
        if most - least + 1 >= LEAST_POSSIBLE:
            free |= direction.keys()
    moves = _Moves(directions, counted)
    return {cell for cell in hide if cell not in free and moves.values_of(cell) < LEAST_POSSIBLE}


class _Moves:
    """Steps from what was counted to something else that fits as well, by one direction or two together."""

    def __init__(self, directions: Sequence[Mapping[CellKey, int]], counted: Mapping[CellKey, int]) -> None:
        self._counted = counted
        self._through: dict[CellKey, list[Mapping[CellKey, int]]] = defaultdict(list)
        for direction in directions:
            for cell in direction:
                self._through[cell].append(direction)

    def values_of(self, cell: CellKey) -> int:
        """At least so many are possible; more than are needed are not looked for."""
        return 1 + self._steps(cell, 1) + self._steps(cell, -1)

    def _steps(self, cell: CellKey, sign: int) -> int:
        now: dict[CellKey, int] = {}
        for done in range(LEAST_POSSIBLE - 1):
            step = next((way for way in self._towards(cell, sign) if self._fits(now, way)), None)
            if step is None:
                return done
            for other, change in step.items():
                now[other] = now.get(other, self._counted[other]) + change
        return LEAST_POSSIBLE - 1

    def _towards(self, cell: CellKey, sign: int) -> Iterator[Mapping[CellKey, int]]:
        for direction in self._through[cell]:
            ahead = _times(direction, sign if direction[cell] > 0 else -sign)
            yield ahead
            for other in (one for one in ahead if one != cell):
                for beside in self._through[other]:
                    if beside is not direction and cell not in beside:
                        yield _together(ahead, beside, 1 if beside[other] * ahead[other] < 0 else -1)

    def _fits(self, now: Mapping[CellKey, int], step: Mapping[CellKey, int]) -> bool:
        return all(now.get(cell, self._counted[cell]) + change >= 1 for cell, change in step.items())


def _times(direction: Mapping[CellKey, int], sign: int) -> Mapping[CellKey, int]:
    return {cell: sign * change for cell, change in direction.items()}


def _together(one: Mapping[CellKey, int], other: Mapping[CellKey, int], sign: int) -> Mapping[CellKey, int]:
    both = {cell: one.get(cell, 0) + sign * other.get(cell, 0) for cell in (*one, *other)}
    return {cell: change for cell, change in both.items() if change}


def _equations(hide: Collection[CellKey], sums: Sequence[Sum]) -> list[Row]:
    equations = []
    for sum_ in sums:
        row = {part: Fraction(1) for part in sum_.parts if part in hide}
        if sum_.total in hide:
            row[sum_.total] = row.get(sum_.total, Fraction(0)) - 1
        if row:
            equations.append(row)
    return equations


def reach(direction: Mapping[CellKey, int], counted: Mapping[CellKey, int]) -> tuple[float, float]:
    """How many whole steps back and forth leave every number at 1 or more."""
    least, most = -inf, inf
    for cell, step in direction.items():
        room = counted[cell] - 1
        if step > 0:
            least = max(least, ceil(-room / step))
        else:
            most = min(most, floor(room / -step))
    return least, most


def _directions(
    equations: Sequence[Row], hide: Collection[CellKey], counted: Mapping[CellKey, int]
) -> Iterator[dict[CellKey, int]]:
    """A basis of the null space, each in whole numbers: one for each number that the sums leave free."""
    pivots = _reduced(equations, counted)
    by_free: dict[CellKey, Row] = defaultdict(dict)
    for pivot, row in pivots.items():
        for cell, factor in row.items():
            if cell != pivot:
                by_free[cell][pivot] = -factor
    for cell in sorted(hide):
        if cell not in pivots:
            direction = {cell: Fraction(1), **by_free.get(cell, {})}
            whole = lcm(*(factor.denominator for factor in direction.values()))
            yield {one: int(factor * whole) for one, factor in direction.items()}


def _reduced(equations: Sequence[Row], counted: Mapping[CellKey, int]) -> dict[CellKey, Row]:
    """Reduced row echelon form, by pivot: a total where it is hidden, or what has most room to give."""
    pivots: dict[CellKey, Row] = {}
    holders: dict[CellKey, set[CellKey]] = defaultdict(set)  # cell → the pivots whose row holds it
    for equation in equations:
        row = dict(equation)
        for pivot in [cell for cell in row if cell in pivots]:
            if pivot in row:
                _subtract(row, pivots[pivot], row[pivot])
        if not row:
            continue
        pivot = min(row, key=lambda cell: (row[cell] > 0, -counted[cell], cell))
        scale = row[pivot]
        row = {cell: factor / scale for cell, factor in row.items()}
        for other in list(holders[pivot]):
            _subtract(pivots[other], row, pivots[other][pivot])
            for cell in row:
                (holders[cell].add if cell in pivots[other] else holders[cell].discard)(other)
        pivots[pivot] = row
        for cell in row:
            holders[cell].add(pivot)
    return pivots


def _subtract(row: Row, other: Row, times: Fraction) -> None:
    for cell, factor in other.items():
        left = row.get(cell, Fraction(0)) - times * factor
        if left:
            row[cell] = left
        else:
            row.pop(cell, None)
