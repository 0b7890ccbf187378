"""What a report must keep back because others were issued before it. Pure.

Whoever has several subtracts them: two months from the year. So all whose days overlap are looked at as one.
Their days are cut into pieces, each in a report whole or not at all; a report of one piece is that piece, any
other is the sum of its pieces. What was issued stays as it is; what would give away a number of it, or of a
piece of which no report was issued, is told in tens in the new one, or where that is not enough not at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from typing import TypeAlias

from kiosk.log.figures.catalogue import of_staff
from kiosk.log.figures.cells import MAXIMA, CellKey, Cells
from kiosk.log.figures.hiding import NO_END, Hiding, Room, Sum, kept
from kiosk.ward.days import Period
from kiosk.ward.report.published import (
    Published,
    cells_shown,
    is_nowhere,
    is_small,
    known_sums,
    published,
    shown_as,
    tens,
    tens_or_none,
)
from kiosk.ward.totals import Totals

Told: TypeAlias = tuple[str, CellKey]
"""A number of one report or piece."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A report of the whole ward as it went out: `hide` and `about` as in `Published`."""

    totals: Totals
    hide: frozenset[CellKey]
    about: frozenset[CellKey] = frozenset()

    @property
    def period(self) -> Period:
        return self.totals.period


def beside(new: Totals, issued: Collection[Issued], counted: Callable[[Period], Totals]) -> Published:
    """The numbers of *new* as they may be shown beside those that were issued.

    *counted*: what there is now of some days.
    """
    own = Issued(new, frozenset())
    near = _near(own, issued)
    if not near:
        return published(new)
    reports, system = [*near, own], _System(own)
    parts_of: dict[int, list[str]] = defaultdict(list)
    for piece, within in _pieces(reports):
        same = [at for at in within if reports[at].period == piece]
        if not same:
            parts = [f"piece {piece.first}"]
            system.add(parts[0], counted(piece))
        else:
            report = reports[same[0]]
            parts = [f"report {same[0]:03}"]
            system.add(parts[0], report.totals, report)
            since = _since(counted(piece), report.totals)
            if report is not own and since.all:
                parts.append(f"since {piece.first}")
                system.add(parts[1], since)
        for at in within:
            if [at] != same[:1]:
                parts_of[at] += parts
    for at, parts in sorted(parts_of.items(), key=lambda item: (len(item[1]), item[0])):
        system.add_up(f"report {at:03}", reports[at], parts)
    return system.shown(f"report {len(near):03}")


def _near(own: Issued, issued: Collection[Issued]) -> list[Issued]:
    """Those that have days in common with it, and with these, and so on."""
    near, fresh, left = list[Issued](), [own.period], [*issued]
    while fresh:
        period = fresh.pop()
        met = [one for one in left if one.period.first <= period.last and period.first <= one.period.last]
        left = [one for one in left if one not in met]
        near += met
        fresh += (one.period for one in met)
    return near


def _pieces(reports: Sequence[Issued]) -> Iterator[tuple[Period, list[int]]]:
    """And in which of *reports* each is."""
    day = timedelta(days=1)
    cuts = sorted({one.period.first for one in reports} | {one.period.last + day for one in reports})
    for first, after in pairwise(cuts):
        yield (
            Period(first, after - day),
            [at for at, one in enumerate(reports) if one.period.first <= first <= one.period.last],
        )


class _System:
    """All numbers of reports and pieces: what of them is not told, and what adds up."""

    def __init__(self, own: Issued) -> None:
        self._own = own
        self._cells: dict[str, Mapping[CellKey, int]] = {}
        self._numbers: dict[Told, int] = {}
        self._free: dict[Told, Room] = {}
        self._may: dict[Told, tuple[Room, ...]] = {}
        self._sums: list[Sum[Told]] = []
        self._of_key: dict[tuple[str, str], list[CellKey]] = defaultdict(list)
        self._not_told: dict[str, list[Sum[Told]]] = {}
        self._wanted: set[Told] = set()

    def add(self, name: str, totals: Totals, report: Issued | None = None) -> None:
        """A piece, with all that adds up in it. Without a *report* nothing of it is told by itself."""
        self._put(name, totals, report)
        of_piece = [_named(name, one) for one in known_sums(self._cells[name], totals)]
        if report is None:
            self._not_told[name] = [one for one in of_piece if not one.rest]
            of_piece = [one for one in of_piece if one.rest]
        self._sums += of_piece

    def add_up(self, name: str, report: Issued, parts: Sequence[str]) -> None:
        """A report of several pieces.

        What adds up in all pieces adds up in it; so what adds up in it stands for what does in one of them.
        """
        self._put(name, report.totals, report)
        cells, apart = self._cells[name], set[CellKey]()
        for cell, number in cells.items():
            its = [
                (part, one)
                for part in parts
                for one in self._of_key[part, cell.key]
                if (one.bucket.startswith(cell.bucket) if cell.key.endswith("@step") else one == cell)
            ]
            rest = number - sum(self._numbers[one] for one in its)
            if rest or is_nowhere(cell):
                apart.add(cell)  # groups are of whole months alone
            if not is_nowhere(cell):
                self._sums.append(Sum((name, cell), tuple(its), (rest > 0) - (rest < 0)))
        not_told = [part for part in parts if part in self._not_told]
        if len(not_told) == 1:
            del self._not_told[not_told[0]]
        for one in known_sums(cells, report.totals):
            if not apart.isdisjoint((one.total, *one.parts)) or (len(not_told) == 1 and not one.rest):
                self._sums.append(_named(name, one))

    def _put(self, name: str, totals: Totals, report: Issued | None) -> None:
        cells = self._cells[name] = {cell: number for cell, number in cells_shown(totals) if number}
        for cell, number in sorted(cells.items()):
            told, small = (name, cell), is_small(cell, number)
            self._numbers[told] = number
            self._of_key[name, cell.key].append(cell)
            if small if report is None or report is self._own else cell in report.hide:
                self._free[told] = kept(number)
                if small or (cell.key != "flow-left" and not is_nowhere(cell)):
                    self._wanted.add(told)
            elif report is None or is_nowhere(cell):
                self._may[told] = (kept(number),)
            elif cell in report.about:
                self._free[told] = tens(number)
            elif report is self._own and cell.key not in of_staff():
                ways = tens_or_none(cell, number)
                self._may[told] = ways[1:] if cell.key == "flow-left" else ways

    def shown(self, name: str) -> Published:
        """The new report, which has that name."""
        self._sums += (one for sums in self._not_told.values() for one in sums)
        hiding = Hiding(self._numbers, self._sums, self._free, self._may)
        added = hiding.protect(sorted(self._wanted))
        rooms = {cell: room for (of, cell), room in {**self._free, **added}.items() if of == name}
        back = {cell for cell, room in rooms.items() if room.up == NO_END}
        return replace(shown_as(self._own.totals, back, rooms.keys() - back), proven=hiding.proven)


def _named(name: str, one: Sum[CellKey]) -> Sum[Told]:
    return Sum((name, one.total), tuple((name, part) for part in one.parts), one.rest)


def _since(whole: Totals, part: Totals) -> Totals:
    """What has come since *part* was counted."""
    return Totals(
        whole.period,
        _less(whole.all, part.all),
        {place: _less(cells, part.places.get(place, {})) for place, cells in whole.places.items()},
        {step: _less(cells, part.steps.get(step, {})) for step, cells in whole.steps.items()},
    )


def _less(whole: Cells, part: Cells) -> Cells:
    """Of a maximum nobody knows."""
    return {
        cell: number - part.get(cell, 0)
        for cell, number in whole.items()
        if cell.key not in MAXIMA and number > part.get(cell, 0)
    }
