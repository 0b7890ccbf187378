"""The ways out of a step as links; the conditions of guides in words and as data for the page's script."""

from __future__ import annotations

import json
from typing import assert_never

from flows.guide.flow import Flow
from flows.guide.guards import asked_of
from flows.guide.steps import (
    AllOf,
    AnyOf,
    ChoiceIs,
    Edge,
    Guard,
    Not,
    Step,
    ToFlow,
    ToHotline,
    ToPerson,
    ToStep,
)
from flows.guide.walk import CHOICE_PREFIX
from flows.guide.words import Language
from kiosk.print.site.words import Say

PERSON = "nguoi-giup"
HOTLINE = "goi-"
STEP = "b-"


def guide_href(root: str, guide: str, language: Language) -> str:
    return f"{root}{guide}/" + ("" if language == "vi" else f"{language}/")


def href_of(edge: Edge, root: str, language: Language) -> str:
    match edge.target:
        case ToStep(step_id):
            return f"#{STEP}{step_id}"
        case ToFlow(guide):
            return guide_href(root, guide, language)
        case ToPerson():
            return f"#{PERSON}"
        case ToHotline(number):
            return f"#{HOTLINE}{number}"
        case _:
            assert_never(edge.target)


def answer_of(step: Step, edge: Edge) -> str:
    if not edge.id.startswith(CHOICE_PREFIX):
        return ""
    return f"{step.id}={edge.id.removeprefix(CHOICE_PREFIX)}"


def when_of(guard: Guard | None) -> str:
    """``{"step": "loai-may", "is": ["iphone"]}``, with ``not``, ``and``, ``or`` around it."""
    return "" if guard is None else json.dumps(_data(guard), separators=(",", ":"), ensure_ascii=False)


def _data(guard: Guard) -> dict[str, object]:
    match guard:
        case ChoiceIs(step_id, choice_ids):
            return {"step": step_id, "is": sorted(choice_ids)}
        case Not(inner):
            return {"not": _data(inner)}
        case AllOf(guards):
            return {"and": [_data(one) for one in guards]}
        case AnyOf(guards):
            return {"or": [_data(one) for one in guards]}
        case _:
            assert_never(guard)


def condition_of(guard: Guard | None, flow: Flow, language: Language, say: Say) -> str:
    """The same in words, for who reads without the script: “nếu bác chọn “iPhone””."""
    match guard:
        case None:
            return ""
        case ChoiceIs():
            return say("if_chosen", answers=_answers(guard, flow, language, say))
        case Not(ChoiceIs() as inner):
            return say("if_not_chosen", answers=_answers(inner, flow, language, say))
        case Not(inner):
            parts = (_answers(one, flow, language, say) for one in asked_of(inner))
            return say("if_not_chosen", answers=say("or").join(parts))
        case AllOf(guards):
            return say("and").join(condition_of(one, flow, language, say) for one in guards)
        case AnyOf(guards):
            return say("or").join(condition_of(one, flow, language, say) for one in guards)
        case _:
            assert_never(guard)


def _answers(asked: ChoiceIs, flow: Flow, language: Language, say: Say) -> str:
    step = flow.steps[asked.step_id]
    chosen = {CHOICE_PREFIX + id_ for id_ in asked.choice_ids}
    labels = [edge.label.in_(language) for edge in step.edges if edge.id in chosen and edge.label]
    return say("or").join(f"“{label}”" for label in labels)
