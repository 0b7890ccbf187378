"""However a question is explained, what stands over its answers asks them, or names the one to choose."""

from __future__ import annotations

import re

import pytest
from support.stage import residents_guides

from flows.guide.steps import Check, Choose
from flows.guide.words import LANGUAGES, Language
from ui.screens.step_wording import wording
from ui.visit.stages import Explained

EXPLAINED: tuple[Explained, ...] = ("simpler", "example", "picture")
NAMED = re.compile(r"[“«]\s*([^”»]+?)\s*[”»]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_explained_otherwise_still_asks_or_names_an_answer(language: Language) -> None:
    untold = []
    for flow in residents_guides().flows.values():
        for step in flow.steps.values():
            if not isinstance(step, Choose | Check) or "?" not in step.say.in_(language):
                continue
            labels = [edge.label.in_(language) for edge in step.edges if edge.label]
            for explained in EXPLAINED:
                told = wording(step, explained, language)
                named = any(quoted.startswith(label) for quoted in NAMED.findall(told) for label in labels)
                if "?" not in told and not named:
                    untold.append((flow.id, step.id, explained, told))
    assert not untold
