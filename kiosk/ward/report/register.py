"""The reports that were issued, in the ward's ledger as they went out. What stands there is never changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select

from kiosk.log.figures.cells import CellKey, Cells
from kiosk.ward import tables as t
from kiosk.ward.days import Period
from kiosk.ward.report.as_json import as_json, report_of
from kiosk.ward.report.issued import Issued, beside
from kiosk.ward.report.model import Report
from kiosk.ward.report.published import Published, shown_as
from kiosk.ward.totals import Totals, totals

REGISTER = "issued"
"""What whoever issues a report holds: one at a time."""


def issued(connection: Connection) -> tuple[Issued, ...]:
    """Every report once, in the order in which they went out."""
    register = t.issued.c
    query = select(register.first, register.last, register.figures).order_by(register.no)
    found: dict[Period, Issued] = {}
    for first, last, figures in connection.execute(query):
        period = Period(date.fromisoformat(first), date.fromisoformat(last))
        if period not in found:
            found[period] = _read(period, json.loads(figures))
    return tuple(found.values())


def pages(connection: Connection, period: Period) -> Mapping[str, Report]:
    """That report, by language."""
    register = t.issued.c
    query = (
        select(register.language, register.page)
        .where(register.first == period.first.isoformat(), register.last == period.last.isoformat())
        .order_by(register.no)
    )
    return {language: report_of(page) for language, page in connection.execute(query)}


def shown(connection: Connection, period: Period, others: Sequence[Issued]) -> Published:
    """Once issued as it was then; else as it may be shown beside *others*, all that were issued."""
    for one in others:
        if one.period == period:
            return shown_as(one.totals, one.hide, one.about)
    return beside(totals(connection, period), others, lambda days: totals(connection, days))


def issue(connection: Connection, report: Report, numbers: Published, now_s: int) -> None:
    """From now on it is issued. Raises an `IntegrityError` of the database where it was already."""
    found = numbers.totals
    figures = {
        "all": _written(found.all),
        "places": {place: _written(cells) for place, cells in found.places.items()},
        "steps": {step: _written(cells) for step, cells in found.steps.items()},
        "hide": sorted(numbers.hide),
        "about": sorted(numbers.about),
    }
    row = {
        "first": report.first.isoformat(), "last": report.last.isoformat(),
        "language": report.language, "issued_s": now_s,
        "figures": json.dumps(figures, ensure_ascii=False), "page": as_json(report).decode(),
    }  # fmt: skip
    connection.execute(insert(t.issued).values(row))


def _read(period: Period, figures: Mapping[str, Any]) -> Issued:
    return Issued(
        Totals(
            period,
            _cells(figures["all"]),
            {place: _cells(rows) for place, rows in figures["places"].items()},
            {step: _cells(rows) for step, rows in figures["steps"].items()},
        ),
        frozenset(CellKey(*one) for one in figures["hide"]),
        frozenset(CellKey(*one) for one in figures["about"]),
    )


def _written(cells: Cells) -> list[tuple[str, str, int]]:
    return [(cell.key, cell.bucket, number) for cell, number in sorted(cells.items())]


def _cells(rows: Iterable[tuple[str, str, int]]) -> Cells:
    return {CellKey(key, bucket): number for key, bucket, number in rows}
