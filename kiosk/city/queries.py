"""Every question asked of the archive, written once for all engines. Nothing is read here."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

import ibis

from kiosk.figures.cells import MAXIMA
from kiosk.ward.archive import PLACED
from kiosk.ward.days import Period, month_of

if TYPE_CHECKING:
    from ibis.expr.types import Table


def by_ward(figures: Table, period: Period, wards: Collection[str]) -> Table:
    """(ward, key, bucket, number): all that is counted of that period. No *wards*: of all."""
    return _added(_of(figures, period.spans(), wards), "ward")


def by_span(figures: Table, spans: Collection[str], wards: Collection[str], keys: Collection[str]) -> Table:
    """(ward, span, key, bucket, number): of those keys alone."""
    rows = _of(figures, spans, wards)
    return _added(rows.filter(rows.key.isin(sorted(keys))), "ward", "span")


def active_places(figures: Table, period: Period, wards: Collection[str]) -> Table:
    """(ward, place): wherever there was anything."""
    rows = _of(figures, period.spans(), wards)
    return rows.filter(rows.key.isin(PLACED), rows.place != "").select("ward", "place").distinct()


def undated(figures: Table, wards: Collection[str], first: str, last: str) -> Table:
    """(number,): visits on days before *first* or after *last*, which cannot have been."""
    rows = _in(figures, wards)
    days = rows.filter(
        rows.key == "sessions",
        rows.span.length() == len(first),
        (rows.month < month_of(first)) | (rows.month >= month_of(last)),  # no other file need be opened
        (rows.span < first) | (rows.span > last),
    )
    return days.aggregate(number=days.number.sum().fill_null(0))


def kiosks(table: Table, wards: Collection[str]) -> Table:
    """Every row of it."""
    return _in(table, wards)


def _of(figures: Table, spans: Collection[str], wards: Collection[str]) -> Table:
    months = sorted({month_of(span) for span in spans})
    rows = _in(figures, wards)
    return rows.filter(rows.month.isin(months), rows.span.isin(sorted(spans)))


def _in(table: Table, wards: Collection[str]) -> Table:
    return table.filter(table.ward.isin(sorted(wards))) if wards else table


def _added(rows: Table, *by: str) -> Table:
    """As `kiosk.figures.cells.merged` adds up."""
    groups = rows.group_by(*by, "key", "bucket").aggregate(total=rows.number.sum(), most=rows.number.max())
    number = ibis.ifelse(groups.key.isin(sorted(MAXIMA)), groups.most, groups.total)
    return groups.select(*by, "key", "bucket", number=number.cast("int64"))
