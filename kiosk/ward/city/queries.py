"""Every question asked of the archive, written once for all engines. Nothing is read here."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

import ibis

from kiosk.log.figures.cells import MAXIMA
from kiosk.ward.archive import PER_DAY, PER_MONTH
from kiosk.ward.days import Period, is_month, month_of
from kiosk.ward.totals import BY_STEP

if TYPE_CHECKING:
    from ibis.expr.types import Table


def cells(figures: Table, period: Period, wards: Collection[str]) -> Table:
    """(ward, span, place, key, bucket, number): all that is counted of that period. No *wards*: of all.

    Once over the archive: `span` is given where a figure is shown over time (`BY_STEP`), of what the period
    adds up and of its steps; `place` where there is one. Both are empty elsewhere.
    """
    steps = {span for of_step in period.steps().values() for span in of_step}
    rows = _of(figures, {*period.spans(), *steps}, wards)
    over_time = rows.key.isin(sorted(BY_STEP))
    rows = rows.filter(over_time | rows.span.isin(sorted(period.spans())))
    rows = rows.mutate(span=ibis.ifelse(rows.key.isin(sorted(BY_STEP)), rows.span, ""))
    groups = rows.group_by("ward", "span", "place", "key", "bucket").aggregate(
        total=rows.number.sum(), most=rows.number.max()
    )
    number = ibis.ifelse(groups.key.isin(sorted(MAXIMA)), groups.most, groups.total)
    return groups.select("ward", "span", "place", "key", "bucket", number=number.cast("int64"))


def undated(figures: Table, wards: Collection[str], first: str, last: str) -> Table:
    """(number,): visits on days before *first* or after *last*, which cannot have been."""
    rows = _in(figures, wards)
    days = rows.filter(
        rows.key == "sessions",
        rows.per == PER_DAY,
        (rows.month < month_of(first)) | (rows.month >= month_of(last)),  # no other file need be opened
        (rows.span < first) | (rows.span > last),
    )
    return days.aggregate(number=days.number.sum().fill_null(0))


def kiosks(table: Table, wards: Collection[str]) -> Table:
    """Every row of it."""
    return _in(table, wards)


def _of(figures: Table, spans: Collection[str], wards: Collection[str]) -> Table:
    """Whoever keeps files by ward, month and length of span opens only those that hold something of it."""
    months = sorted({month_of(span) for span in spans})
    per = sorted({PER_MONTH if is_month(span) else PER_DAY for span in spans})
    rows = _in(figures, wards)
    return rows.filter(rows.month.isin(months), rows.per.isin(per), rows.span.isin(sorted(spans)))


def _in(table: Table, wards: Collection[str]) -> Table:
    return table.filter(table.ward.isin(sorted(wards))) if wards else table
