"""From visits and own events to cells: the one way in, on the kiosk as at the ward."""

from __future__ import annotations

from itertools import chain

from kiosk.log.figures.cells import Cells
from kiosk.log.figures.counts import Own, Visits, counted, figure
from kiosk.log.figures.rows import BucketRow, bucketed, rows_of


def cells_of(visits: Visits, own: Own = ()) -> Cells:
    """Everything that is counted of them. *own* are those of one kiosk and one day."""
    return {cell: number for cell, number in chain(counted(visits, own), bucketed(visits, own)) if number}


def value(key: str, visits: Visits, own: Own = ()) -> int | None:
    """One figure of these visits. Who needs several counts once: `cells_of`, then `figure`."""
    return figure(key, cells_of(visits, own))


def rows(key: str, visits: Visits, own: Own = ()) -> tuple[BucketRow, ...]:
    """One breakdown of these visits, as `rows_of` gives it."""
    return rows_of(key, cells_of(visits, own))
