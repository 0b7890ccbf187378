"""The figures of a day in words: which are shown, how large, and how each is said."""

from __future__ import annotations

from collections.abc import Iterator

from ui.screens.page import Control, Teller
from ui.visit.staff.point import Day, DayFigure
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
HOUR_MIN = 60


def smaller(team: bool) -> tuple[str, ...]:
    """The figures that are not among the large ones."""
    return tuple(key for key in (*LARGE, *SMALL) if key not in (LARGE_OF_A_TEAM if team else LARGE))


def figures_of(day: Day, keys: tuple[str, ...], tell: Teller) -> tuple[Control, ...]:
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
        return tell("today.row_said", name=capital(name), number=tell("today.no_value"))
    if figure.unit == "count":
        return tell("today.figure_said", number=figure.value, name=name)
    return tell("today.row_said", name=capital(name), number=Lasting(round(figure.value / 1000)))


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
