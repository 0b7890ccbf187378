"""Which numbers a published table must not show, so that nobody can be found by counting. Pure.

A number from 1 to 4 is hidden. Where it could be worked out (from its total and the other rows), some others
are hidden too, until each hidden number could be any of at least five for all that is shown. Zeros are shown.

The proof is constructive. A *line* is a way in which hidden numbers change together, each by one, while every
sum still holds; where one can go along it through five points, each number of it has five values. A line that
does not exist yet is made by hiding more: the one that costs least. So what is hidden beside a number is safe
as soon as that number is, and nothing found before is lost by it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from kiosk.log.figures.cells import CellKey

LEAST_SHOWN = 5
LEAST_POSSIBLE = 5
"""As many values must be possible for a hidden number."""
STEPS = LEAST_POSSIBLE - 1
NO_END = 10**9
_COSTS = (0, 1, 2, 3, 4, 6, 9, 14, 60, 10**6)
_FEW, _MANY = 300, 3000
"""So many attempts are made to find a line, and where no cost was too high."""
Cell = TypeVar("Cell", bound=tuple[object, ...])
Line: TypeAlias = dict[int, int]


@dataclass(frozen=True, slots=True)
class Sum(Generic[Cell]):
    """The parts make the total, and whoever reads the report knows it.

    `rest`: 1 where the parts may be less, -1 where they may be more; the rest is shown nowhere.
    """

    total: Cell
    parts: tuple[Cell, ...]
    rest: int = 0


class Room(NamedTuple):
    """How far a number that is not told may be below and above what it is; at what cost it is kept back."""

    down: int
    up: int
    cost: int = 0


def kept(number: int, cost: int = 0) -> Room:
    """Hidden: it is at least one, and nobody knows how many."""
    return Room(number - 1, NO_END, cost)


def hidden(
    cells: Mapping[CellKey, int],
    sums: Sequence[Sum[CellKey]],
    open_to_all: Collection[str] = (),
    also: Collection[CellKey] = (),
    cost: Callable[[CellKey], int] = lambda _: 1,
) -> frozenset[CellKey]:
    """Of the numbers of *cells*, which are all shown otherwise. Keys in *open_to_all* hide nobody.

    *cells* hold every number that stands in a sum; one that is not there is 0. *also* are hidden whatever
    they are. *cost*: of hiding one that is not small; 0 where it is shown nowhere.
    """
    counted = {cell: number for cell, number in cells.items() if number}
    first = {cell for cell, number in counted.items() if number < LEAST_SHOWN and cell.key not in open_to_all}
    first |= {cell for cell in also if cell in counted}
    free = {cell: kept(counted[cell]) for cell in first}
    may = {cell: (kept(number, cost(cell)),) for cell, number in counted.items() if cell not in first}
    return frozenset(first | Hiding(counted, sums, free, may).protect(first).keys())


class Hiding(Generic[Cell]):
    """What is kept back already (`free`), what may be kept back beside it (`may`, the cheapest first)."""

    def __init__(
        self,
        numbers: Mapping[Cell, int],
        sums: Iterable[Sum[Cell]],
        free: Mapping[Cell, Room],
        may: Mapping[Cell, Sequence[Room]],
    ) -> None:
        self._cells = sorted({*free, *may})
        self._at = {cell: at for at, cell in enumerate(self._cells)}
        self._free = {self._at[cell]: room for cell, room in sorted(free.items())}
        self._may = {self._at[cell]: tuple(rooms) for cell, rooms in may.items()}
        self._values = {at: numbers.get(cell, 0) for at, cell in enumerate(self._cells)}
        self._members: list[list[tuple[int, int]]] = []
        self._in_sums: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._safe: dict[int, frozenset[int]] = {}
        self.proven = True
        """Whether a way was found for each number; else all is kept back that can be: that proves nothing."""
        for sum_ in sums:
            self._add(sum_, numbers)

    def _add(self, sum_: Sum[Cell], numbers: Mapping[Cell, int]) -> None:
        factors: dict[int, int] = defaultdict(int)
        for cell, factor in ((sum_.total, -1), *((part, 1) for part in sum_.parts)):
            if cell in self._at:
                factors[self._at[cell]] += factor
        rest = numbers.get(sum_.total, 0) - sum(numbers.get(one, 0) for one in sum_.parts)
        if rest * sum_.rest < 0 or (rest and not sum_.rest):
            return  # it does not hold: of one thing more has come than of the other
        if sum_.rest:
            rest = abs(rest)
            at = len(self._values)
            self._values[at], self._free[at] = rest, Room(rest, NO_END)
            factors[at] = sum_.rest
        members = [(at, factor) for at, factor in factors.items() if factor]
        if members:
            for at, factor in members:
                self._in_sums[at].append((len(self._members), factor))
            self._members.append(members)

    def protect(self, cells: Iterable[Cell]) -> Mapping[Cell, Room]:
        """What must be kept back beside what is, so that each of *cells* can be any of five."""
        wanted = sorted((self._at[cell] for cell in cells), key=lambda at: (-self._values[at], at))
        before = {*self._free}
        tried, kept_for_good = set[int](), set[int]()
        while wanted:
            weak = [at for at in wanted if not self._is_safe(at)]
            for at in weak:
                if not self._is_safe(at) and not self._is_made_safe(at):
                    kept_for_good |= self._hide_all_around(at)
            tried.update(wanted)
            wanted = [at for at in self._free if at not in before | tried and self._is_number(at)]
        added = [at for at in self._free if at not in before]
        spared = [at for at in added if at not in kept_for_good]
        for at in sorted(spared, key=lambda at: (self._free[at].cost, self._values[at], at), reverse=True):
            self._spare(at)
        return {self._cells[at]: self._free[at] for at in added if at in self._free}

    def _hide_all_around(self, at: int) -> set[int]:
        """Where no way was found: every number that could tell what changes together with that one."""
        met, fresh, hide = {at}, [at], set[int]()
        while fresh:
            for sum_, _ in self._in_sums[fresh.pop()]:
                for other, _ in self._members[sum_]:
                    if other in self._may and (other not in self._free or not self._is_hidden(other)):
                        hide.add(other)
                        self._free[other] = self._may[other][-1]
                    elif other not in met and other in self._free and other not in self._may:
                        met.add(other)
                        fresh.append(other)
        self.proven = self.proven and self._is_made_safe(at)
        if not self.proven:
            self._safe |= dict.fromkeys(met - self._safe.keys(), frozenset())
        return hide

    def _is_number(self, at: int) -> bool:
        """Not what is left of a sum; and not told in tens."""
        return at < len(self._cells) and self._is_hidden(at)

    def _is_hidden(self, at: int) -> bool:
        return self._free[at].up == NO_END

    def _is_safe(self, at: int) -> bool:
        """With what is kept back anyway."""
        return at in self._safe or self._is_found(at, 0) or self._step_by_step(at, 0)

    def _keep(
        self, line: Line, forth: int, back: int, moved: Mapping[int, int] | None = None
    ) -> frozenset[int]:
        """What the line goes through is kept back from now on. All of it."""
        for one, sign in line.items():
            free, room = self._free.get(one), self._room(one, sign, forth, back, (moved or {}).get(one, 0))
            if room is not None and (free is None or room.cost > free.cost):
                self._free[one] = room
        return frozenset(line)

    def _is_found(self, at: int, most: int) -> bool:
        """Whether that number is safe by what costs no more, which is then kept back."""
        for back in range(min(STEPS, self._free[at].down), -1, -1):
            line = self._line(at, STEPS - back, back, most)
            if line is not None:
                whole = self._keep(line, STEPS - back, back)
                for one in line:
                    self._safe.setdefault(one, whole)
                return True
        return False

    def _is_made_safe(self, at: int) -> bool:
        """By one line, by several, and only then by what is dear."""
        cheap, dear = _COSTS[1:-2], _COSTS[-2:]
        return (
            any(self._is_found(at, most) for most in cheap)
            or any(self._step_by_step(at, most) for most in cheap)
            or any(self._is_found(at, most) or self._step_by_step(at, most) for most in dear)
        )

    def _step_by_step(self, at: int, most: int) -> bool:
        """Whether it has five values where each step may go another way."""
        used, values, before = {at}, 1, dict(self._free)
        for forth, back in ((1, 0), (0, 1)):
            moved: dict[int, int] = defaultdict(int)
            while values < LEAST_POSSIBLE:
                line = self._line(at, forth, back, most, moved)
                if line is None:
                    break
                used |= self._keep(line, forth, back, moved)
                for one, sign in line.items():
                    moved[one] += sign * (forth - back)
                values += 1
        if values < LEAST_POSSIBLE:
            self._free = before
            return False
        self._safe[at] = frozenset(used)
        return True

    def _spare(self, at: int) -> None:
        """Show it after all, if what was found by it can be found without."""
        room, safe, free = self._free[at], dict(self._safe), dict(self._free)
        del self._free[at]
        of_it = [one for one, used in self._safe.items() if at in used]
        for one in of_it:
            del self._safe[one]
        if not all(self._is_safe(one) for one in of_it if one in self._free and self._is_number(one)):
            self._free, self._safe = free, safe
            self._free[at] = room

    def _room(self, at: int, sign: int, forth: int, back: int, moved: int = 0) -> Room | None:
        """In which way that number has room for so many steps, if in any."""
        up, down = (forth, back) if sign > 0 else (back, forth)
        free = self._free.get(at)
        rooms = [free] if free is not None else []
        rooms += (room for room in self._may.get(at, ()) if free is None or room.cost > free.cost)
        for room in rooms:
            if room.down + moved >= down and room.up - moved >= up:
                return room
        return None

    def _closing(
        self, left: Mapping[int, int], line: Line, forth: int, back: int, moved: Mapping[int, int], most: int
    ) -> list[tuple[int, int, int]]:
        """What could change, up or down and at what cost, in the sum of *left* in which the least could."""
        best: list[tuple[int, int, int]] | None = None
        for sum_ in sorted(left, key=lambda one: (len(self._members[one]), one)):
            able = []
            for other, factor in self._members[sum_]:
                if other in line:
                    continue
                sign = -1 if left[sum_] * factor > 0 else 1
                room = self._room(other, sign, forth, back, moved.get(other, 0))
                if room is not None:
                    spent = room.cost - (self._free[other].cost if other in self._free else 0)
                    if spent <= most:
                        able.append((other, sign, spent))
                        if best is not None and len(able) >= len(best):
                            break
            else:
                best = able
                if len(best) < 2:
                    break
        assert best is not None
        return best

    def _line(
        self, at: int, forth: int, back: int, most: int, moved: Mapping[int, int] | None = None
    ) -> Line | None:
        """A line through that number that costs no more; what leaves the least open is tried first."""
        moved = moved or {}
        if self._room(at, 1, forth, back, moved.get(at, 0)) is None:
            return None
        open_sums = dict(self._in_sums[at])
        order = count()
        heap = [(len(open_sums), 0, 0, next(order), {at: 1}, open_sums)]
        for _ in range(_FEW if most < _COSTS[-1] else _MANY):
            if not heap:
                return None
            _, cost, weight, _, line, left = heappop(heap)
            if not left:
                return line
            for other, sign, spent in self._closing(left, line, forth, back, moved, most - cost):
                after = dict(left)
                for one, its in self._in_sums[other]:
                    open_ = after.get(one, 0) + sign * its
                    if open_:
                        after[one] = open_
                    else:
                        after.pop(one, None)
                still = sum(map(abs, after.values()))
                heavy = weight + (0 if other in self._free else self._values[other])
                heappush(heap, (still, cost + spent, heavy, next(order), {**line, other: sign}, after))
        return None
