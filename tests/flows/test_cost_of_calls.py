"""Whoever is told to call a 1900 number hears what it costs without having to ask for an example."""

from __future__ import annotations

import re

import pytest
from support.guides import shipped, training

from flows.guide.steps import ToHotline
from flows.guide.words import LANGUAGES, Language, Words

GUIDES = {**shipped().flows, **training().flows}
NAMED = r"\b1900[ .]?\d{4}\b"
COST: dict[Language, str] = {
    "vi": r"mất (?:tiền )?cước|mất tiền",
    "en": r"costs? money",
    "fr": r"payants?\b",
}


def words_of(text: Words | None, language: Language) -> str:
    return text.in_(language).replace("\u00a0", " ").replace("\u202f", " ") if text is not None else ""


def steps_that_call() -> list[tuple[str, str]]:
    return [
        (flow.id, step.id)
        for flow in GUIDES.values()
        for step in flow.steps.values()
        if any(
            re.search(NAMED, words_of(text, "vi"))
            for text in (step.say, step.simpler, step.example, *(edge.label for edge in step.edges))
        )
    ]


def test_some_shipped_step_names_a_1900_number() -> None:
    assert len(steps_that_call()) >= 12


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("flow_id", "step_id"), steps_that_call())
def test_a_step_that_names_a_1900_number_says_the_cost_with_it(
    flow_id: str, step_id: str, language: Language
) -> None:
    step = GUIDES[flow_id].steps[step_id]
    say, simpler = words_of(step.say, language), words_of(step.simpler, language)
    answers = " ".join(words_of(edge.label, language) for edge in step.edges)
    if re.search(NAMED, f"{say} {answers}"):
        assert re.search(COST[language], say), say
    elif re.search(NAMED, simpler):
        assert re.search(COST[language], simpler), simpler
    else:
        pytest.fail("the number stands only where nobody hears it unasked")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_way_out_that_calls_a_1900_number_says_the_cost_before_it_is_taken(language: Language) -> None:
    met = 0
    for flow in GUIDES.values():
        for step in flow.steps.values():
            for edge in step.edges:
                advice = words_of(edge.advice, language)
                calls = isinstance(edge.target, ToHotline) and edge.target.number.startswith("1900")
                if calls or re.search(NAMED, advice):
                    met += 1
                    assert re.search(COST[language], advice), (flow.id, step.id, edge.id)
    assert met >= 5
