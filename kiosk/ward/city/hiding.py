"""What the city's report must keep back because each ward publishes its own. Pure.

Whoever has the reports of all wards subtracts them from the city's. So all that the wards hide must be any of
five for all reports together: they are looked at as one, in which a number of the city is the sum of those of
its wards. What would give a ward's number away is told in tens, or where that is not enough not at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from kiosk.log.figures.cells import CellKey
from kiosk.log.figures.hiding import NO_END, Hiding, Room, Sum, kept
from kiosk.ward.report.published import (
    PLACE_COLUMNS,
    Published,
    at_place,
    cells_shown,
    is_small,
    published,
    shown_as,
    tens_or_none,
    without,
)
from kiosk.ward.totals import Totals

Told: TypeAlias = tuple[str, CellKey]
"""A number of one ward; of the city, whose name here is empty."""
CITY = ""


def city_published(wards: Mapping[str, Totals], city: Totals) -> Published:
    """The city's numbers as they may be shown beside the wards' reports of the same period."""
    cells = dict(cells_shown(city))
    every = {name: dict(cells_shown(totals)) for name, totals in wards.items()}
    own = {name: published(wards[name]) for name, its in every.items() if _has_small(its)}
    small = {cell for cell, number in cells.items() if is_small(cell, number)}
    small |= {  # the only ward that has any hides it
        cell
        for of_ward in own.values()
        for cell in of_ward.hide
        if _adds_up(cell) and cells.get(cell, 0) == of_ward.cells.get(cell)
    }
    numbers: dict[Told, int] = {(CITY, cell): number for cell, number in cells.items()}
    free: dict[Told, Room] = {(CITY, cell): kept(cells[cell]) for cell in small if _adds_up(cell)}
    may: dict[Told, tuple[Room, ...]] = {}
    sums = list[Sum[Told]]()
    for name, its in every.items():
        numbers |= {(name, cell): number for cell, number in its.items()}
    for name, of_ward in sorted(own.items()):
        hide = [cell for cell in sorted(of_ward.hide) if of_ward.cells.get(cell)]
        free |= {(name, cell): kept(of_ward.cells[cell]) for cell in hide}
        sums += (
            Sum((name, one.total), tuple((name, part) for part in one.parts), one.rest)
            for one in of_ward.sums
        )
        may |= {
            (CITY, cell): tens_or_none(cell, cells[cell])
            for cell in hide
            if _adds_up(cell) and cell not in small and cell in cells
        }
    for _, cell in sorted({*may, *((name, cell) for name, cell in free if name == CITY)}):
        sums.append(
            Sum((CITY, cell), tuple((name, cell) for name, its in sorted(every.items()) if cell in its))
        )
    for cell in sorted(cells):
        if cell.key in ("way", "setting"):
            rest = without(cell.key, cell.bucket)
            if rest in small:
                free[CITY, rest] = kept(cells[rest])
            elif cells[rest]:
                may[CITY, rest] = (kept(cells[rest]),)  # shown nowhere
            sums.append(Sum((CITY, CellKey("uses")), ((CITY, cell), (CITY, rest))))
    added = Hiding(numbers, _known(sums, free, may), free, may).protect(sorted(free))
    back = small | {cell for (_, cell), room in added.items() if room.up == NO_END}
    about = {cell for (_, cell), room in added.items() if room.up != NO_END}
    return shown_as(city, back | {*_hidden_at_the_ward(own)}, about)


def _known(
    sums: list[Sum[Told]],
    free: Mapping[Told, Room],
    may: Mapping[Told, tuple[Room, ...]],
) -> Iterator[Sum[Told]]:
    """Those in which anything is not known."""
    for one in sums:
        if any(cell in free or cell in may for cell in (one.total, *one.parts)):
            yield one


def _adds_up(cell: CellKey) -> bool:
    """Whether the city's number is the sum of the wards' numbers."""
    return cell.key != "place" and not cell.key.endswith(("@place", "-without"))


def _has_small(cells: Mapping[CellKey, int]) -> bool:
    """A ward without a small number hides nothing."""
    return any(is_small(cell, number) for cell, number in cells.items())


def _hidden_at_the_ward(wards: Mapping[str, Published]) -> Iterator[CellKey]:
    """What a ward hides of itself, the city must not show of that ward."""
    for name, own in wards.items():
        for key in PLACE_COLUMNS:
            if CellKey(key) in own.hide:
                yield at_place(key, name)
        if CellKey("sessions") in own.hide:
            yield CellKey("place", name)
