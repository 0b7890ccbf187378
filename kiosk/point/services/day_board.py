"""The day as the screen shows it: the figures of the one catalogue over the visits of that day. Pure."""

from __future__ import annotations

from kiosk.log.figures.catalogue import catalogue
from kiosk.log.figures.counting import cells_of, rows
from kiosk.log.figures.counts import Own, Visits, figure
from kiosk.log.figures.rows import rows_of
from kiosk.log.figures.table import bucket_words
from ui.visit.staff.point import Day, DayFigure, DayRow, DayTable, HourOfDay


def day_of(visits: Visits, own: Own = ()) -> Day:
    """Every figure and breakdown of one day, and the hours split by mode."""
    listed, cells = catalogue(), cells_of(visits, own)
    figures = {
        key: DayFigure(one.words, one.definition, figure(key, cells), one.unit, one.today, one.explained)
        for key, one in listed.figures.items()
    }
    tables = {
        key: DayTable(
            one.words,
            one.definition,
            tuple(
                DayRow(row.bucket, bucket_words(key, row.bucket), row.number) for row in rows_of(key, cells)
            ),
        )
        for key, one in listed.breakdowns.items()
    }
    return Day(figures, tables, hours_by_mode(visits))


def hours_by_mode(visits: Visits) -> tuple[HourOfDay, ...]:
    """The rows of "hour", each split by the rows of "mode"."""
    modes = tuple(row.bucket for row in rows("mode", visits))
    by_mode = {
        mode: dict(rows("hour", [visit for visit in visits if (visit.mode or "unknown") == mode]))
        for mode in modes
    }
    return tuple(
        HourOfDay(int(row.bucket), tuple(by_mode[mode].get(row.bucket, 0) for mode in modes))
        for row in rows("hour", visits)
    )
