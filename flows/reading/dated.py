"""A guide as it may be shown on a day: what has ended is replaced, and never shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from flows.guide.flow import Flow
from flows.guide.steps import Dated, Edge, End, HandOver, Say, Step, StepBase
from flows.guide.walk import STUCK_PREFIX
from flows.guide.words import LANGUAGES, Words
from resources.toml import toml_of

OF_THE_OLD = frozenset({"picture", "drawing", "slide", "photo", "edges", "safety", "offices"})
ASKED = "with-helper"
"""What is drawn where a person is to be asked."""


def on_day(flows: Mapping[str, Flow], day: date | None) -> Mapping[str, Flow]:
    """Each as `flow_on`."""
    return {flow_id: flow_on(flow, day) for flow_id, flow in flows.items()}


def flow_on(flow: Flow, day: date | None) -> Flow:
    """*flow*, as it was written, on that *day*; None: nobody knows the day, and it says so where it matters.

    Its hash stays that of the files.
    """
    if not any(step.dated for step in flow.steps.values()):
        return flow
    return replace(flow, steps={step.id: step_on(step, day) for step in flow.steps.values()})


def step_on(step: Step, day: date | None) -> Step:
    """*step* on that *day*, or on a day nobody knows."""
    if day is None:
        return _unsure(step) if step.dated else step
    over = [part for part in step.dated if part.until < day]
    if any(not part.path for part in over):
        return _to_a_person(step, _sentences("changed"))
    for part in over:
        step = _replaced(step, part.path, part.after)
    return step


def _unsure(step: Step) -> Step:
    """Neither the old nor the new: what may be wrong either way is not said."""
    main = next((part for part in step.dated if part.path in ((), ("say",))), None)
    for part in step.dated:
        if part.path and part is not main:
            advice = _unsure_of(part)["say"] if part.path[0] == "stuck" else None
            step = _replaced(step, part.path, advice)
    if main is None:
        return step
    if isinstance(step, Say | End):  # nobody is asked or told to do anything: the guide can go on
        said: dict[str, Any] = _unsure_of(main)
        return replace(step, picture=None, drawing=ASKED, slide=None, photo="", confidence="U", **said)
    return _to_a_person(step, _unsure_of(main))


def _unsure_of(part: Dated) -> dict[str, Any]:
    return _sentences("unsure", until=f"{part.until:%d/%m/%Y}")


def _to_a_person(step: Step, said: Mapping[str, Words]) -> Step:
    kept = {
        field.name: getattr(step, field.name) for field in fields(StepBase) if field.name not in OF_THE_OLD
    }
    return HandOver(**{**kept, **said, "drawing": ASKED, "confidence": "U"})


def _replaced(step: Step, path: tuple[str, ...], words: Words | None) -> Step:
    if path[0] != "stuck":
        changed: dict[str, Any] = {path[0]: words}
        return replace(step, **changed)
    return replace(step, edges=tuple(_advised(edge, path[1], words) for edge in step.edges))


def _advised(edge: Edge, trouble: str, words: Words | None) -> Edge:
    return replace(edge, advice=words) if edge.id == STUCK_PREFIX + trouble else edge


def _sentences(table: str, **named: str) -> dict[str, Words]:
    return {
        key: Words(*(texts[language].format(**named) for language in LANGUAGES))
        for key, texts in _texts()[table].items()
    }


@cache
def _texts() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return toml_of(Path(__file__).with_name("dated.toml").read_text("utf-8"))


def ends_of(steps: Iterable[Step]) -> tuple[tuple[Step, tuple[Dated, ...]], ...]:
    """Each step with what of it ends, those on one day together, the first day first."""
    ends: dict[tuple[date, str], tuple[Step, list[Dated]]] = {}
    for step in steps:
        for part in step.dated:
            ends.setdefault((part.until, step.id), (step, []))[1].append(part)
    return tuple((step, tuple(dated)) for _, (step, dated) in sorted(ends.items()))
