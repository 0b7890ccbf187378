"""The report's own words, and how it writes numbers and days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from flows.guide.words import Language, Words
from kiosk.ward.report.model import Number
from resources.toml import toml_of

Say: TypeAlias = Callable[..., str]
"""``say("frame.kind")``: a text in the report's language, its {braces} filled."""
HIDDEN, UNKNOWN, ABOUT = "*", "–", "≈\u00a0"
_THOUSANDS: Mapping[Language, str] = {"vi": ".", "en": ",", "fr": "\u202f"}
_DECIMAL: Mapping[Language, str] = {"vi": ",", "en": ".", "fr": ","}


def sayer(language: Language) -> Say:
    """Raises `KeyError` for a key that is not in words.toml."""
    texts = _texts()
    return lambda key, **values: texts[key].in_(language).format(**values)


def shown(number: Number, language: Language) -> str:
    """``1.234`` or ``83,4 %`` or ``1 phút 33 giây``, as people of that language write it."""
    if number.hidden:
        return HIDDEN
    if number.value is None:
        return UNKNOWN
    match number.unit:
        case "count":
            return (ABOUT if number.about else "") + grouped(number.value, language)
        case "share":
            return f"{number.value // 10}{_DECIMAL[language]}{number.value % 10} %"
        case "ms":
            return _time(number.value, sayer(language), language)


def grouped(number: int, language: Language) -> str:
    return f"{number:,}".replace(",", _THOUSANDS[language])


def day(one: date) -> str:
    """``30/11/2026`` in all three languages."""
    return f"{one:%d/%m/%Y}"


def span_name(span: str) -> str:
    """``2026-11`` → ``11/2026``, ``2026-11-25`` → ``25/11``."""
    year, month, *rest = span.split("-")
    return f"{rest[0]}/{month}" if rest else f"{month}/{year}"


def _time(ms: int, say: Say, language: Language) -> str:
    minutes, seconds = divmod(round(ms / 1000), 60)
    if minutes >= 60:
        hours, rest = grouped(minutes // 60, language), minutes % 60
        key = "unit.hours" if rest else "unit.whole_hours"
        return say(key, hours=hours, minutes=f"{rest:02}")
    if not seconds and minutes:
        return say("unit.whole_minutes", minutes=minutes)
    key = "unit.minutes" if minutes else "unit.seconds"
    return say(key, minutes=minutes, seconds=f"{seconds:02}" if minutes else seconds)


@cache
def _texts() -> Mapping[str, Words]:
    raw = toml_of((files("kiosk.ward.report") / "words.toml").read_text("utf-8"))
    return {
        f"{table}.{key}": Words(one["vi"], one["en"], one["fr"])
        for table, entries in raw.items()
        for key, one in entries.items()
    }
