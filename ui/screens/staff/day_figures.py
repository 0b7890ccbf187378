"""The figures of a day in words: which are shown, how large, and how each is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ui.screens.page import Control, Translator
from ui.visit.staff.point import Day, DayFigure
from ui.words import Lasting

LARGE = ("sessions", "sessions-finished", "help-wait")
LARGE_OF_A_TEAM = ("doors", "sessions", "sessions-finished")
HOUR_MIN = 60


def smaller(day: Day, team: bool) -> tuple[str, ...]:
    """The figures that are not among the large ones."""
    return tuple(key for key in day.figures if key not in (LARGE_OF_A_TEAM if team else LARGE))


def figures_of(day: Day, keys: Iterable[str], tr: Translator) -> tuple[Control, ...]:
    return tuple(
        Control(None, _number(one), detail=one.words.in_(tr.language), spoken=_said(one, tr))
        for one in shown_of(day, keys)
    )


def shown_of(day: Day, keys: Iterable[str]) -> Iterator[DayFigure]:
    """The figures of *keys* that stand on the screen; some only where there is something to count."""
    for key in keys:
        figure = day.figures.get(key)
        if figure is not None and (figure.on_screen == "always" or (figure.on_screen and figure.value)):
            yield figure


def _number(figure: DayFigure) -> str:
    if figure.value is None:
        return "–"
    if figure.unit == "count":
        return str(figure.value)
    minutes, seconds = divmod(round(figure.value / 1000), 60)
    if minutes >= HOUR_MIN:
        return f"{minutes // HOUR_MIN}h{minutes % HOUR_MIN:02}"
    return f"{minutes}'{seconds:02}\""


def _said(figure: DayFigure, tr: Translator) -> str:
    name = figure.words.in_(tr.language)
    if figure.value is None:
        return tr("today.row_said", name=capital(name), number=tr("today.no_value"))
    if figure.unit == "count":
        return tr("today.figure_said", number=figure.value, name=name)
    return tr("today.row_said", name=capital(name), number=Lasting(round(figure.value / 1000)))


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
