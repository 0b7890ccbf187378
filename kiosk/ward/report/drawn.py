"""A table as a chart: which numbers are drawn, how long. The same for every format that draws itself."""

from __future__ import annotations

from dataclasses import dataclass

from flows.guide.words import Language
from kiosk.ward.report.model import Number, Table
from kiosk.ward.report.words import shown

MOST_BARS = 16


@dataclass(frozen=True, slots=True)
class Bar:
    """`shares`: of the longest bar, 0 … 1, one a series; None where the number is hidden or unknown."""

    label: str
    texts: tuple[str, ...]
    shares: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """`series`: how each is called. Bars beyond `MOST_BARS` are in the table alone; columns are all drawn."""

    title: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]


def drawing(table: Table, language: Language) -> Drawing | None:
    """None for a table without a chart, or with nothing to draw."""
    if not table.chart:
        return None
    rows_to_draw = table.rows[: len(table.rows) - table.undrawn]
    rows = rows_to_draw if table.chart == "columns" else rows_to_draw[:MOST_BARS]
    numbers = [tuple(cell for cell in row.cells[: table.series] if isinstance(cell, Number)) for row in rows]
    longest = max((number.value or 0 for row in numbers for number in row), default=0)
    if not longest:
        return None
    return Drawing(
        table.title,
        table.columns[1 : 1 + table.series],
        tuple(
            Bar(
                row.label,
                tuple(shown(number, language) for number in of_row),
                tuple(None if number.value is None else number.value / longest for number in of_row),
            )
            for row, of_row in zip(rows, numbers, strict=True)
        ),
    )
