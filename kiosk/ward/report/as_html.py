"""The report as one page that needs nothing from elsewhere: for a phone, a screen and a printer."""

from __future__ import annotations

from functools import partial

from kiosk.base.templates import filled
from kiosk.ward.report.drawn import Bar, drawing
from kiosk.ward.report.model import Report, Table
from kiosk.ward.report.words import sayer, shown

MOST_OPEN = 14
"""A table with a column chart and more rows than these is folded away beneath its chart."""


def as_html(report: Report) -> bytes:
    """UTF-8, without scripts; no number stands in it that the model does not show."""
    return filled(
        "report.html",
        report=report,
        say=sayer(report.language),
        shown=partial(shown, language=report.language),
        drawing=partial(drawing, language=report.language),
        kind=lambda block: type(block).__name__,
        labelled=_labelled,
        texts=_columns_of_texts,
        most_open=MOST_OPEN,
    ).encode()


def _columns_of_texts(table: Table) -> set[int]:
    first = table.rows[0].cells if table.rows else ()
    return {column for column, cell in enumerate(first, 1) if isinstance(cell, str)}


def _labelled(bars: tuple[Bar, ...]) -> tuple[Bar, ...]:
    """So many as fit a phone, evenly, the first and the last among them."""
    most = 6
    if len(bars) <= most:
        return bars
    return tuple(bars[round(at * (len(bars) - 1) / (most - 1))] for at in range(most))
