"""Whom to call, on paper: the numbers of the guide, the official line of its matter, and the ward's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from flows.guide.flow import Flow
from flows.guide.ward import Ward
from flows.shelf.phones import costs, phones_of, whose
from kiosk.print.sheets.words import Say
from resources.toml import toml_of
from ui.screens.aside import grouped
from ui.screens.offices import few, whole
from ui.screens.page import Translator

ON_SLIP = 2
"""Of the guide's own: the ward's stands beneath them."""


class Phone(NamedTuple):
    """`number`: grouped as it is read; empty for a line to be filled in by hand, or for an office that is
    found without one.
    """

    number: str
    whose: str
    office: bool = False


class Ours(NamedTuple):
    """The ward's help phone, and that of the place whose staff are asked when nobody comes; or none."""

    help_phone: str = ""
    further_phone: str = ""
    further_place: str = ""


NOBODY = Ours()


def official(flow: Flow, say: Say) -> tuple[Phone, ...]:
    """Those it names, and the line that answers about it. A 1900 number says that it costs."""
    numbers = dict.fromkeys((*phones_of(flow), *_line_of(flow)))
    return tuple(Phone(grouped(number), whose(number) + _cost(number, say)) for number in numbers)


def listed(flow: Flow) -> tuple[Phone, ...]:
    """The lines of which one is the reader's: the banks', by name."""
    return tuple(Phone(grouped(one.number), one.whose) for one in flow.hotlines)


def listed_note(flow: Flow, say: Say) -> str:
    """Which of them cost, and when they were looked up: of several days the first."""
    if not flow.hotlines:
        return ""
    day = min(one.checked_on for one in flow.hotlines)
    cost = say("sheet.lines_cost") if any(costs(one.number) for one in flow.hotlines) else ""
    return " ".join(part for part in (cost, say("sheet.lines_checked", day=f"{day:%d/%m/%Y}")) if part)


def ours(asked: Ours, say: Say) -> tuple[Phone, ...]:
    """Never none: where the config has no number, staff write it on the line."""
    phones = tuple(_ours(asked, say))
    return phones or (Phone("", say("sheet.write_in")),)


def _ours(asked: Ours, say: Say) -> Iterator[Phone]:
    if asked.help_phone:
        yield Phone(grouped(asked.help_phone), say("sheet.help_phone"))
    if asked.further_phone and asked.further_phone != asked.help_phone:
        yield Phone(grouped(asked.further_phone), asked.further_place or say("sheet.further_phone"))


def offices_of(flow: Flow, ward: Ward, tr: Translator) -> tuple[Phone, ...]:
    """The offices that it sends to, each once, with all that is known of them."""
    sent = (one for step in flow.steps.values() for one in (step, *step.edges))
    there = few(ward.sent_to(dict.fromkeys(office for one in sent for office in one.offices)))
    return tuple(Phone(grouped(one.phone), whole(tr, one, number=False), office=True) for one in there)


def _line_of(flow: Flow) -> tuple[str, ...]:
    lines = _lines()
    number = lines["guides"].get(flow.id) or lines["topics"].get(flow.topic)
    return (number,) if number else ()


def _cost(number: str, say: Say) -> str:
    return f" – {say('sheet.cost')}" if costs(number) else ""


@cache
def _lines() -> Mapping[str, Mapping[str, str]]:
    return toml_of((files("kiosk.print.sheets") / "lines.toml").read_text("utf-8"))
