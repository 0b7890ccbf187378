"""The bars of a day that can be read from a metre: its hours, and every breakdown on one scale."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from ui.screens.page import Control, Translator
from ui.screens.staff.day_figures import capital
from ui.screens.surroundings import Surroundings
from ui.visit.staff.point import Day, DayRow, DayTable

PRACTICE = ("practice-rung", "practice-actor", "flow-practised")
"""On which rung, alone or with help, and which guides: as the ward's report has it."""
BARRED = ("flow", "result", "outcome", "wait", "face", *PRACTICE)
BARRED_OF_A_TEAM = ("door-outcome", "flow", "result", "outcome", "face", *PRACTICE)
"""Most doors lead to no visit: what came of them is what a team has done. Its people stand beside whoever
calls, so that waits say little.
"""
MOST_CHARTS = len(BARRED)
OF_GUIDES = ("flow", "flow-practised")
MOST_GUIDES = 6


class Bar(NamedTuple):
    """One bar. `share` of the longest, 0 … 1, of rows that of all charts; `parts` likewise, from the axis on.

    `whole`: how much of all that its chart counts, in words.
    """

    label: str
    number: str
    spoken: str
    share: float
    parts: tuple[float, ...] = ()
    whole: str = ""


class BarChart(NamedTuple):
    """Bars beneath one title; none where there is nothing to show."""

    title: str = ""
    bars: tuple[Bar, ...] = ()


EMPTY = BarChart()
Charts: TypeAlias = tuple[BarChart, ...]
"""As many as the screen has room for, the foremost first; those that are empty are not drawn."""


def barred(team: bool) -> tuple[str, ...]:
    return BARRED_OF_A_TEAM if team else BARRED


def hours_of(day: Day, tr: Translator) -> BarChart:
    if not day.hours:
        return EMPTY
    tallest = max(sum(hour.numbers) for hour in day.hours)
    modes = day.tables["mode"].rows
    bars = tuple(
        Bar(
            tr("today.hour", hour=hour.hour),
            str(sum(hour.numbers)) if sum(hour.numbers) else "",
            _hour_said(hour.hour, hour.numbers, modes, tr),
            sum(hour.numbers) / tallest,
            tuple(number / tallest for number in hour.numbers),
        )
        for hour in day.hours
    )
    return BarChart(day.tables["hour"].words.in_(tr.language), bars)


def _hour_said(hour: int, numbers: tuple[int, ...], modes: tuple[DayRow, ...], tr: Translator) -> str:
    parts = [
        tr("today.figure_said", number=number, name=mode.words.in_(tr.language))
        for number, mode in zip(numbers, modes, strict=True)
        if number
    ]
    total = sum(numbers)
    if len(parts) < 2:
        return tr("today.hour_said", hour=hour, number=total)
    return tr("today.hour_said_modes", hour=hour, number=total, modes=", ".join(parts))


def legend_of(day: Day, tr: Translator) -> tuple[Control, ...]:
    """Of every mode, in the order of the bars' parts; one that no visit had keeps its place, unnamed."""
    if "mode" not in day.tables or not day.hours:
        return ()
    named = (
        Control(None, tr("today.row_said", name=row.words.in_(tr.language), number=row.number))
        if row.number
        else Control(None, "")
        for row in day.tables["mode"].rows
    )
    return tuple(named)


def charts_of(day: Day, keys: tuple[str, ...], tr: Translator, around: Surroundings) -> Iterator[BarChart]:
    """On one scale, so that as many are as long everywhere; each row as a part of its chart's whole."""
    tables = {key: day.tables[key] for key in keys if key in day.tables}
    named = {key: tuple(_named(table, key, tr, around)) for key, table in tables.items()}
    longest = max((number for rows in named.values() for _, number in rows), default=0)
    for key in keys:
        rows = named.get(key, ())
        if not rows:
            yield EMPTY
            continue
        total = sum(number for _, number in rows)
        bars = tuple(_row(name, number, longest, total, tr) for name, number in rows)
        yield BarChart(tables[key].words.in_(tr.language), bars)


def _row(name: str, number: int, longest: int, total: int, tr: Translator) -> Bar:
    percent = round(100 * number / total)
    said = tr("today.row_said_whole", name=name, number=number, percent=percent)
    return Bar(name, str(number), said, number / longest, whole=tr("today.percent", percent=percent))


def _named(table: DayTable, key: str, tr: Translator, around: Surroundings) -> Iterator[tuple[str, int]]:
    """Rows that have any; of guides the most opened by title, and the others together."""
    rows = tuple(row for row in table.rows if row.number)
    if key not in OF_GUIDES:
        for row in rows:
            yield capital(row.words.in_(tr.language)), row.number
        return
    shown = rows if len(rows) <= MOST_GUIDES else rows[: MOST_GUIDES - 1]
    for row in shown:
        flow = around.guides.flows.get(row.bucket)
        yield flow.title.in_(tr.language) if flow else row.bucket, row.number
    if left := rows[len(shown) :]:
        yield tr("today.others", count=len(left)), sum(row.number for row in left)
