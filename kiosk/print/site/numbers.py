"""Official numbers in the words of a step: what may be dialled by a touch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from flows.guide.flow import Flow
from flows.guide.problems import rules
from flows.guide.steps import Step
from flows.guide.unparted import unparted
from flows.guide.ward import Office
from flows.shelf.phones import costs
from kiosk.print.site.model import Call, OfficeView
from kiosk.print.site.words import Say
from ui.screens.aside import grouped
from ui.screens.offices import short, whole
from ui.screens.page import Translator


@cache
def _official() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each number of `flows/guide/rules.toml` as it may be written: ``1900 0368``, ``024 1022``."""
    numbers: dict[str, str] = rules()["hotline-unknown"]["numbers"]
    return tuple(
        (number, re.compile(r"(?<!\d)" + r"[\s.\-]?".join(number) + r"(?![\d.]\d|\d)")) for number in numbers
    )


def call_to(number: str, say: Say) -> Call:
    return Call(number, say("call_costs" if costs(number) else "call", number=grouped(number)))


def office_views(offices: Iterable[Office], tr: Translator) -> tuple[OfficeView, ...]:
    return tuple(
        OfficeView(
            unparted(whole(tr, one, number=False)),
            Call(re.sub(r"\D", "", one.phone), short(tr, one)) if one.phone else None,
        )
        for one in offices
    )


def calls_of(step: Step, say: Say) -> tuple[Call, ...]:
    """The official numbers that the step says or points at in its picture, each once."""
    numbers = dict.fromkeys(
        number for text in _texts(step) for number, written in _official() if written.search(text)
    )
    return tuple(call_to(number, say) for number in numbers)


def lines_of(flow: Flow, step: Step, say: Say) -> tuple[Call, ...]:
    """Those the step lists: whose it is stands before each."""
    calls = ((one.whose, call_to(one.number, say)) for one in flow.hotlines_of(step))
    return tuple(Call(call.digits, f"{whose}: {call.label}") for whose, call in calls)


def _texts(step: Step) -> Iterator[str]:
    yield step.say.vi
    for one in step.picture.elements if step.picture else ():
        if one.role == "digits" and one.highlight and one.sourced:
            yield one.label or ""
