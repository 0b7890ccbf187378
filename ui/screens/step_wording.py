"""Which of a step's wordings is told: its own, a simpler one, an example, or the one beside a picture."""

from __future__ import annotations

import re

from flows.guide.steps import Check, Choose, Step
from flows.guide.words import Language
from ui.screens.picture.closer import lines_of
from ui.visit.stages import Explained, Stepping
from ui.visit.visit import Visit

SENTENCES = re.compile(r"(?<=[.?!…])\s+")


def explained_by(visit: Visit, stage: Stepping, step: Step) -> Explained:
    """Who asked for simpler words meets them first."""
    simple = visit.preferences.simpler_words and stage.explained == "no" and step.simpler is not None
    return "simpler" if simple else stage.explained


def wording(step: Step, explained: Explained, language: Language) -> str:
    """What is told of the step: with answers beneath it, it asks what they answer or names one."""
    usual, wording = step.say.in_(language), _wording(step, explained, language)
    if not isinstance(step, Choose | Check) or _asks(wording) or _names_an_answer(wording, step, language):
        return wording
    if explained == "picture":
        return usual
    simpler = (step.simpler or step.say).in_(language)
    asked = SENTENCES.split(simpler if _asks(simpler) else usual)
    return " ".join((wording, *(one for one in asked if _asks(one))))


def _asks(text: str) -> bool:
    return "?" in text


def _names_an_answer(text: str, step: Step, language: Language) -> bool:
    labels = (edge.label.in_(language) for edge in step.edges if edge.label)
    return any(re.search(rf"[“«]\s*{re.escape(label)}", text) for label in labels)


def _wording(step: Step, explained: Explained, language: Language) -> str:
    """Beside another picture stands the shorter wording: it must leave that picture no less room."""
    usual, simpler = step.say.in_(language), (step.simpler or step.say).in_(language)
    match explained:
        case "simpler":
            return simpler
        case "picture":
            return simpler if _never_longer(simpler, usual) else usual
        case "example":
            return (step.example or step.say).in_(language)
        case "no" | "own-phone":
            return usual


def _never_longer(text: str, other: str) -> bool:
    """Whether *text* takes no more lines than *other*, however many letters a line of the panel holds."""
    return all(lines_of(text, letters) <= lines_of(other, letters) for letters in range(8, 60))
