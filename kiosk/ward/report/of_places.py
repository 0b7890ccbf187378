"""What the report of some places must keep back, because the ward publishes one of them all. Pure.

Whoever has both can subtract one from the other. So the report of some places hides what a report of all
other places would hide, and what the ward's own hides.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.log.figures.cells import MAXIMA, CellKey, Cells
from kiosk.ward.report.published import PLACE_COLUMNS, at_place, published
from kiosk.ward.totals import Totals


def kept_back(some: Totals, whole: Totals) -> frozenset[CellKey]:
    """Of the report of *some* places of the *whole*, of the same period."""
    ward = published(whole).hide
    return ward | published(_others(some, whole)).hide | {*_by_their_row(some, ward)}


def _by_their_row(some: Totals, ward: frozenset[CellKey]) -> Iterator[CellKey]:
    """The ward's table of places has these numbers, and hides them."""
    for place in some.places:
        if CellKey("place", place) in ward:
            yield CellKey("sessions")
        yield from (CellKey(key) for key in PLACE_COLUMNS if at_place(key, place) in ward)


def _others(some: Totals, whole: Totals) -> Totals:
    return Totals(
        whole.period,
        _without(whole.all, some.all),
        {place: cells for place, cells in whole.places.items() if place not in some.places},
        {step: _without(cells, some.steps.get(step, {})) for step, cells in whole.steps.items()},
    )


def _without(whole: Cells, part: Cells) -> Cells:
    """What all others have of it; of a maximum nobody knows."""
    return {
        cell: number - part.get(cell, 0)
        for cell, number in whole.items()
        if cell.key not in MAXIMA and number > part.get(cell, 0)
    }
