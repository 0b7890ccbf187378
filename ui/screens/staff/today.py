"""The day at this point on one page, and the rest of it on another: figures, and bars that can be read from a
metre. Every number comes from the one catalogue of figures; here it is only put into words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ui.screens.aside import MessageProps
from ui.screens.choosing import OverviewProps
from ui.screens.fact_list import fact_list
from ui.screens.helpers import AGAIN_ONLY, bar
from ui.screens.page import Control, Line, Page, Template, Translator
from ui.screens.picture.derive import derive_scene
from ui.screens.staff import day_figures
from ui.screens.staff.day_charts import (
    EMPTY,
    MOST_CHARTS,
    BarChart,
    Charts,
    barred,
    charts_of,
    hours_of,
    legend_of,
)
from ui.screens.staff.opening import HELPERS, duty_line, when
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.actions.staff import StaffDo
from ui.visit.staff.point import Day, stick_key
from ui.visit.visit import Visit

MOST_AT_FIRST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayProps(Page):
    """`large` and `small` are figures: the number as `label`, its name as `detail`.

    `legend` names the parts of the bars of `hours`, in their order, with how many each are. `top` stands
    beside the hours; `charts` are all of them, on the page with the rest.
    """

    template: Template = "today"
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
    tr = around.tr(visit.preferences.language)
    page = day_page(
        tr,
        around,
        place="today",
        heading=tr("today.heading"),
        sentence=stick_line(tr, around),
        primary=Control(Do.DONE, tr("today.done"), "check"),
    )
    if not page.large:
        return page
    more, *helpers = page.bar  # Back leads out: a button for the same would take a row of the page
    return replace(page, primary=more._replace(kind="plain"), bar=tuple(helpers))


def derive_more(visit: Visit, around: Surroundings) -> TodayProps:
    """What is not on the first page: the other figures, and every breakdown, all bars on one scale."""
    tr = around.tr(visit.preferences.language)
    figures, team = _shown_day(around), around.door_to_door
    small = day_figures.figures_of(figures, day_figures.smaller(figures, team), tr)
    charts = tuple(charts_of(figures, barred(team), tr, around))
    charts += (EMPTY,) * (MOST_CHARTS - len(charts))
    return TodayProps(
        place="today.more",
        language=tr.language,
        heading=tr("today.heading"),
        sentence=stick_line(tr, around),
        icon="calendar",
        primary=Control(Do.DONE, tr("today.done"), "check"),
        choices=(export_control(tr), Control(StaffDo.HOW_COUNTED, tr("today.how"), "info")),
        bar=bar(tr, HELPERS),
        small=small,
        charts=charts,
        spoken_extra=tuple(_spoken("", (), small, EMPTY, EMPTY, charts)),
    )


def derive_closing(visit: Visit, around: Surroundings) -> TodayProps:
    """The day once more, and then the point is closed; not over the head of a resident."""
    tr = around.tr(visit.preferences.language)
    busy = visit.is_logged
    close = Control(StaffDo.CLOSE_POINT, tr("closing.close"), "check")
    page = day_page(
        tr,
        around,
        place="closing",
        heading=tr("closing.heading"),
        sentence=tr("closing.visitor" if busy else "closing.sentence"),
        primary=Control(Do.DONE, tr("closing.done"), "check") if busy else close,
    )
    if not page.large:
        return page
    more, *helpers = page.bar  # beneath the figures: a row more in the bar would leave them no page
    return replace(page, choices=(more,), bar=tuple(helpers))


def export_control(tr: Translator) -> Control:
    """Offered whenever the day is looked at: a stick may come at any hour."""
    return Control(StaffDo.EXPORT_TO_STICK, tr("stick.export"), "document")


def stick_line(tr: Translator, around: Surroundings) -> str:
    """What became of the export to a stick; empty: none was asked for."""
    stick = around.point.stick
    key = stick_key(stick)
    return tr(key, done=stick.done, whole=stick.whole) if key else ""


def derive_closed(visit: Visit, around: Surroundings) -> MessageProps:
    """The last screen of the day."""
    tr = around.tr(visit.preferences.language)
    return MessageProps(
        place="closing.closed",
        language=tr.language,
        heading=tr("closing.closed"),
        sentence=stick_line(tr, around) or tr("closing.closed_then"),
        primary=Control(Do.LOCK, tr("menu.lock"), "lock"),
        choices=(export_control(tr),),
        bar=bar(tr, AGAIN_ONLY),
        picture=derive_scene("locks-kiosk", tr.language),
    )


def derive_how(visit: Visit, around: Surroundings) -> OverviewProps:
    """The footnotes of what the day shows: what exactly each figure counts."""
    tr, day = around.tr(visit.preferences.language), around.point.day or Day()
    keys = (*day_figures.LARGE, *day_figures.smaller(day, team=False))
    explained = [(one.words, one.definition) for one in day_figures.shown_of(day, keys) if one.explained]
    notes = tuple(
        Control(None, f"{day_figures.capital(words.in_(tr.language))}: {definition.in_(tr.language)}", "info")
        for words, definition in explained
    )
    return fact_list(
        tr,
        "today.how",
        heading=tr("today.how_heading"),
        icon="info",
        facts=notes,
        done=tr("today.done"),
        helpers=HELPERS,
    )


def day_page(
    tr: Translator, around: Surroundings, *, place: str, heading: str, sentence: str, primary: Control
) -> TodayProps:
    """The foremost figures of the day, on one page."""
    day, figures, team = around.point.day, _shown_day(around), around.door_to_door
    large = day_figures.figures_of(figures, day_figures.LARGE_OF_A_TEAM if team else day_figures.LARGE, tr)
    hours, legend = hours_of(figures, tr), legend_of(figures, tr)
    foremost = next(charts_of(figures, barred(team), tr, around))
    top = foremost._replace(bars=foremost.bars[:MOST_AT_FIRST])
    noted = f"{when(tr, around)}. {duty_line(tr, around)}"
    said = " ".join(part for part in (sentence, _why_empty(day, tr)) if part)
    more = (Control(StaffDo.SEE_MORE, tr("today.more"), "next"),) if figures.figures else ()
    return TodayProps(
        place=place if figures.figures else f"{place}.empty",
        language=tr.language,
        heading=heading,
        sentence=said,
        icon="calendar",
        primary=primary,
        bar=(*more, *bar(tr, HELPERS)),
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


def _has_something(day: Day) -> bool:
    """Before the first visit there may be doors, questions passed on, or somebody on duty."""
    return bool(day.hours) or any(one.value and one.on_screen == "if-any" for one in day.figures.values())


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


def _why_empty(day: Day | None, tr: Translator) -> str:
    if day is None:
        return tr("today.wait")
    if day.trouble:
        return tr("today.trouble")
    return "" if day.hours else tr("today.none")
