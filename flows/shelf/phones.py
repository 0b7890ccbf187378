"""Which official numbers a guide names, in the order in which one meets them."""

from __future__ import annotations

from flows.checking.numbers import numbers_in, telephones_in
from flows.guide.flow import Flow
from flows.guide.problems import rules
from flows.guide.steps import Step, ToHotline


def phones_of(flow: Flow) -> tuple[str, ...]:
    """Digits only. One that is in no list of official numbers is left out: no paper may spread it."""
    listed = rules()["hotline-unknown"]["numbers"]
    met = dict.fromkeys(number for step in flow.steps.values() for number in _of(step) if number in listed)
    return tuple(met)


def whose(number: str) -> str:
    """Whose line it is, in Vietnamese, as the list of official numbers says; empty where it is not there."""
    said: str = rules()["hotline-unknown"]["numbers"].get(number, "")
    return said.partition(" – ")[0]


def costs(number: str) -> bool:
    """Whether calling it costs more than any other call: so does every 1900 number."""
    return number.startswith("1900")


def _of(step: Step) -> list[str]:
    """Those a way calls and a picture shows, then those that are said."""
    called = [edge.target.number for edge in step.edges if isinstance(edge.target, ToHotline)]
    shown = [
        one.label or "" for one in (step.picture.elements if step.picture else ()) if one.role == "digits"
    ]
    said = [step.say.vi, *(edge.advice.vi for edge in step.edges if edge.advice)]
    if step.example:
        said.append(step.example.vi)
    numbers = [sorted(numbers_in(text) & telephones_in(text)) for text in (*shown, *said)]
    return [*called, *(one for some in numbers for one in some)]
