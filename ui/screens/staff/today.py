"""The day at this point on one page, and the rest of it on another: figures, and bars that can be read from a
metre. Every number comes from the one catalogue of figures; here it is only put into words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from ui.picture.derive import derive_scene
from ui.screens.aside import MessageProps
from ui.screens.choosing import OverviewProps
from ui.screens.fact_list import fact_list
from ui.screens.helpers import AGAIN_ONLY, bar
from ui.screens.page import Control, Line, Page, Teller
from ui.screens.staff.opening import HELPERS, duty_line, when
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.actions.staff import StaffDo
from ui.visit.staff.point import Day, DayFigure, DayRow, DayTable, stick_key
from ui.visit.stages import Visit
from ui.words.lasting import Lasting

LARGE = ("sessions", "sessions-finished", "help-wait")
LARGE_OF_A_TEAM = ("doors", "sessions", "sessions-finished")
SMALL = (
    "walks", "walks-completed", "help-calls", "help-wait-longest", "session-length", "shift-time", "tickets",
    "doors", "sessions-filed", "practised", "practised-alone", "rehearsed", "exercised",
    "clock-unsure",
)  # fmt: skip
EXPLAINED = (*LARGE, "walks", "walks-completed", "help-calls", "shift-time", "clock-unsure")
"""What is not said by its name alone; all of it fits a few pages, also in the largest text."""
ONLY_WHEN_THERE = (
    "shift-time", "tickets", "doors", "sessions-filed", "practised", "practised-alone", "rehearsed",
    "exercised", "clock-unsure",
)  # fmt: skip
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
MOST_AT_FIRST = 3
HOUR_MIN = 60


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


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayProps(Page):
    """`large` and `small` are figures: the number as `label`, its name as `detail`.

    `legend` names the parts of the bars of `hours`, in their order, with how many each are. `top` stands
    beside the hours; `charts` are all of them, on the page with the rest.
    """

    large: tuple[Control, ...] = ()
    small: tuple[Control, ...] = ()
    hours: BarChart = EMPTY
    legend: tuple[Control, ...] = ()
    top: BarChart = EMPTY
    charts: Charts = (EMPTY,) * MOST_CHARTS
    noted: str = ""  # when this was counted, and who is on duty
    lying: bool = False  # there that stands over the figures, and the legend beside the title of the hours


def derive_today(visit: Visit, around: Surroundings) -> TodayProps:
    """The day so far; counted anew each time it is opened."""
    tell = around.tell(visit.preferences.language)
    page = day_page(
        tell,
        around,
        place="today",
        heading=tell("today.heading"),
        sentence=stick_told(tell, around),
        primary=Control(Do.DONE, tell("today.done"), "check"),
    )
    if not page.large:
        return page
    more, *helpers = page.bar  # Back leads out: a button for the same would take a row of the page
    return replace(page, primary=more._replace(kind="plain"), bar=tuple(helpers))


def derive_more(visit: Visit, around: Surroundings) -> TodayProps:
    """What is not on the first page: the other figures, and every breakdown, all bars on one scale."""
    tell = around.tell(visit.preferences.language)
    figures, team = _shown_day(around), around.door_to_door
    small = _figures(figures, _others(team), tell)
    charts = tuple(_charts(figures, _barred(team), tell, around))
    charts += (EMPTY,) * (MOST_CHARTS - len(charts))
    return TodayProps(
        template="today",
        place="today.more",
        language=tell.language,
        heading=tell("today.heading"),
        sentence=stick_told(tell, around),
        icon="calendar",
        primary=Control(Do.DONE, tell("today.done"), "check"),
        choices=(export_control(tell), Control(StaffDo.HOW_COUNTED, tell("today.how"), "info")),
        bar=bar(tell, HELPERS),
        small=small,
        charts=charts,
        spoken_extra=tuple(_spoken("", (), small, EMPTY, EMPTY, charts)),
    )


def derive_closing(visit: Visit, around: Surroundings) -> TodayProps:
    """The day once more, and then the point is closed; not over the head of a resident."""
    tell = around.tell(visit.preferences.language)
    busy = visit.is_logged
    close = Control(StaffDo.CLOSE_POINT, tell("closing.close"), "check")
    page = day_page(
        tell,
        around,
        place="closing",
        heading=tell("closing.heading"),
        sentence=tell("closing.visitor" if busy else "closing.sentence"),
        primary=Control(Do.DONE, tell("closing.done"), "check") if busy else close,
    )
    if not page.large:
        return page
    more, *helpers = page.bar  # beneath the figures: a row more in the bar would leave them no page
    return replace(page, choices=(more,), bar=tuple(helpers))


def export_control(tell: Teller) -> Control:
    """Offered whenever the day is looked at: a stick may come at any hour."""
    return Control(StaffDo.EXPORT_TO_STICK, tell("stick.export"), "document")


def stick_told(tell: Teller, around: Surroundings) -> str:
    """What became of the export to a stick; empty: none was asked for."""
    stick = around.point.stick
    key = stick_key(stick)
    return tell(key, done=stick.done, whole=stick.whole) if key else ""


def derive_closed(visit: Visit, around: Surroundings) -> MessageProps:
    """The last screen of the day."""
    tell = around.tell(visit.preferences.language)
    return MessageProps(
        template="message",
        place="closing.closed",
        language=tell.language,
        heading=tell("closing.closed"),
        sentence=stick_told(tell, around) or tell("closing.closed_then"),
        primary=Control(Do.LOCK, tell("menu.lock"), "lock"),
        choices=(export_control(tell),),
        bar=bar(tell, AGAIN_ONLY),
        picture=derive_scene("locks-kiosk", tell.language),
    )


def derive_how(visit: Visit, around: Surroundings) -> OverviewProps:
    """The footnotes of what the day shows: what exactly each figure counts."""
    tell, day = around.tell(visit.preferences.language), around.point.day or Day()
    told = [(one.words, one.definition) for one in shown_of(day, EXPLAINED)]
    notes = tuple(
        Control(None, f"{_capital(words.in_(tell.language))}: {definition.in_(tell.language)}", "info")
        for words, definition in told
    )
    return fact_list(
        tell,
        "today.how",
        heading=tell("today.how_heading"),
        icon="info",
        facts=notes,
        done=tell("today.done"),
        helpers=HELPERS,
    )


def day_page(
    tell: Teller, around: Surroundings, *, place: str, heading: str, sentence: str, primary: Control
) -> TodayProps:
    """The foremost figures of the day, on one page."""
    day, figures, team = around.point.day, _shown_day(around), around.door_to_door
    large = _figures(figures, LARGE_OF_A_TEAM if team else LARGE, tell)
    hours, legend = _hours(figures, tell), _legend(figures, tell)
    foremost = next(_charts(figures, _barred(team), tell, around))
    top = foremost._replace(bars=foremost.bars[:MOST_AT_FIRST])
    noted = f"{when(tell, around)}. {duty_line(tell, around)}"
    told = " ".join(part for part in (sentence, _why_empty(day, tell)) if part)
    more = (Control(StaffDo.SEE_MORE, tell("today.more"), "next"),) if figures.figures else ()
    return TodayProps(
        template="today",
        place=place if figures.figures else f"{place}.empty",
        language=tell.language,
        heading=heading,
        sentence=told,
        icon="calendar",
        primary=primary,
        bar=(*more, *bar(tell, HELPERS)),
        large=large,
        hours=hours,
        legend=legend,
        top=top,
        noted=noted,
        lying=not around.panel.upright,
        spoken_extra=(
            *([Line("noted", noted)] if not around.panel.upright else []),
            *_spoken(
                "" if not around.panel.upright else noted, large, (), hours, top, (EMPTY,) * MOST_CHARTS
            ),
        ),
    )


def _shown_day(around: Surroundings) -> Day:
    day = around.point.day
    return day if day is not None and _has_something(day) else Day()


def _barred(team: bool) -> tuple[str, ...]:
    return BARRED_OF_A_TEAM if team else BARRED


def _others(team: bool) -> tuple[str, ...]:
    """The figures that are not among the large ones."""
    return tuple(key for key in (*LARGE, *SMALL) if key not in (LARGE_OF_A_TEAM if team else LARGE))


def _has_something(day: Day) -> bool:
    """Before the first visit there may be doors, questions passed on, or somebody on duty."""
    return bool(day.hours) or any(shown_of(day, ONLY_WHEN_THERE))


def _spoken(
    noted: str,
    large: tuple[Control, ...],
    small: tuple[Control, ...],
    hours: BarChart,
    top: BarChart,
    charts: Charts,
) -> Iterator[Line]:
    """As an upright screen is laid out: large figures, when it was, hours, a chart, small ones, the rest."""
    foremost, *others = charts
    yield from _figures_said(large, 0)
    yield Line("noted", noted)
    yield from _chart_said(0, hours)
    yield from _chart_said(1, top)
    yield from _chart_said(1, foremost)
    yield from _figures_said(small, len(large))
    for at, chart in enumerate(others, start=2):
        yield from _chart_said(at, chart)


def _figures_said(figures: tuple[Control, ...], first: int) -> Iterator[Line]:
    for number, figure in enumerate(figures, start=first):
        yield Line(f"figure.{number}", figure.name)


def _chart_said(at: int, chart: BarChart) -> Iterator[Line]:
    yield Line(f"chart.{at}", chart.title)
    for number, one in enumerate(chart.bars):
        yield Line(f"bar.{at}.{number}", one.spoken)


def _why_empty(day: Day | None, tell: Teller) -> str:
    if day is None:
        return tell("today.wait")
    if day.trouble:
        return tell("today.trouble")
    return "" if day.hours else tell("today.none")


def _figures(day: Day, keys: tuple[str, ...], tell: Teller) -> tuple[Control, ...]:
    return tuple(
        Control(None, _number(one), detail=one.words.in_(tell.language), spoken=_said(one, tell))
        for one in shown_of(day, keys)
    )


def shown_of(day: Day, keys: tuple[str, ...]) -> Iterator[DayFigure]:
    """The figures of *keys*; some are shown only where there is something to count."""
    for key in keys:
        if key in day.figures and (day.figures[key].value or key not in ONLY_WHEN_THERE):
            yield day.figures[key]


def _number(figure: DayFigure) -> str:
    if figure.value is None:
        return "–"
    if figure.unit == "count":
        return str(figure.value)
    minutes, seconds = divmod(round(figure.value / 1000), 60)
    if minutes >= HOUR_MIN:
        return f"{minutes // HOUR_MIN}h{minutes % HOUR_MIN:02}"
    return f"{minutes}'{seconds:02}\""


def _said(figure: DayFigure, tell: Teller) -> str:
    name = figure.words.in_(tell.language)
    if figure.value is None:
        return tell("today.row_said", name=_capital(name), number=tell("today.no_value"))
    if figure.unit == "count":
        return tell("today.figure_said", number=figure.value, name=name)
    return tell("today.row_said", name=_capital(name), number=Lasting(round(figure.value / 1000)))


def _hours(day: Day, tell: Teller) -> BarChart:
    if not day.hours:
        return EMPTY
    tallest = max(sum(hour.numbers) for hour in day.hours)
    modes = day.tables["mode"].rows
    bars = tuple(
        Bar(
            tell("today.hour", hour=hour.hour),
            str(sum(hour.numbers)) if sum(hour.numbers) else "",
            _hour_said(hour.hour, hour.numbers, modes, tell),
            sum(hour.numbers) / tallest,
            tuple(number / tallest for number in hour.numbers),
        )
        for hour in day.hours
    )
    return BarChart(day.tables["hour"].words.in_(tell.language), bars)


def _hour_said(hour: int, numbers: tuple[int, ...], modes: tuple[DayRow, ...], tell: Teller) -> str:
    parts = [
        tell("today.figure_said", number=number, name=mode.words.in_(tell.language))
        for number, mode in zip(numbers, modes, strict=True)
        if number
    ]
    total = sum(numbers)
    if len(parts) < 2:
        return tell("today.hour_said", hour=hour, number=total)
    return tell("today.hour_said_modes", hour=hour, number=total, modes=", ".join(parts))


def _legend(day: Day, tell: Teller) -> tuple[Control, ...]:
    """Of every mode, in the order of the bars' parts; one that no visit had keeps its place, unnamed."""
    if "mode" not in day.tables or not day.hours:
        return ()
    named = (
        Control(None, tell("today.row_said", name=row.words.in_(tell.language), number=row.number))
        if row.number
        else Control(None, "")
        for row in day.tables["mode"].rows
    )
    return tuple(named)


def _charts(day: Day, keys: tuple[str, ...], tell: Teller, around: Surroundings) -> Iterator[BarChart]:
    """On one scale, so that as many are as long everywhere; each row as a part of its chart's whole."""
    tables = {key: day.tables[key] for key in keys if key in day.tables}
    named = {key: tuple(_named(table, key, tell, around)) for key, table in tables.items()}
    longest = max((number for rows in named.values() for _, number in rows), default=0)
    for key in keys:
        rows = named.get(key, ())
        if not rows:
            yield EMPTY
            continue
        total = sum(number for _, number in rows)
        bars = tuple(_row(name, number, longest, total, tell) for name, number in rows)
        yield BarChart(tables[key].words.in_(tell.language), bars)


def _row(name: str, number: int, longest: int, total: int, tell: Teller) -> Bar:
    percent = round(100 * number / total)
    said = tell("today.row_said_whole", name=name, number=number, percent=percent)
    return Bar(name, str(number), said, number / longest, whole=tell("today.percent", percent=percent))


def _named(table: DayTable, key: str, tell: Teller, around: Surroundings) -> Iterator[tuple[str, int]]:
    """Rows that have any; of guides the most opened by title, and the others together."""
    rows = tuple(row for row in table.rows if row.number)
    if key not in OF_GUIDES:
        for row in rows:
            yield _capital(row.words.in_(tell.language)), row.number
        return
    shown = rows if len(rows) <= MOST_GUIDES else rows[: MOST_GUIDES - 1]
    for row in shown:
        flow = around.guides.flows.get(row.bucket)
        yield flow.title.in_(tell.language) if flow else row.bucket, row.number
    if left := rows[len(shown) :]:
        yield tell("today.others", count=len(left)), sum(row.number for row in left)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
