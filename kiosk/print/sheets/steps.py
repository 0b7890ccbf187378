"""What stands beside a step on paper: its sentence, its ways and what to do when stuck. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, assert_never

from flows.guide.flow import Flow
from flows.guide.guards import asked_of, holds
from flows.guide.steps import Check, Choose, DoStep, Edge, Guard, Step, ToFlow, ToHotline, ToPerson, ToStep
from flows.guide.unparted import unparted
from flows.guide.walk import CHOICE_PREFIX, STUCK_PREFIX
from flows.guide.words import Language, Words
from flows.guide.written_out import WrittenOut
from kiosk.print.sheets.words import Say
from ui.screens.aside import grouped

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?]+[”»]?|$)")
_GUIDE: Mapping[Language, re.Pattern[str]] = {
    "vi": re.compile(r"\bbài\b", re.I),
    "en": re.compile(r"\bguides?\b", re.I),
    "fr": re.compile(r"\b(?:guides?|fiches?)\b", re.I),
}


@dataclass(frozen=True, slots=True)
class StepWriter:
    """`titles`: of the guides a way may lead to. `today`: what holds only until a later day says so."""

    flow: Flow
    order: WrittenOut
    titles: Mapping[str, Words]
    language: Language
    say: Say
    today: date
    offices: Callable[[tuple[str, ...]], tuple[str, ...]] = lambda _: ()  # what is known of those, short

    def written(self, step: Step, picture: str) -> dict[str, Any]:
        """As the template reads it."""
        language = self.language
        edges = [edge for edge in step.edges if not edge.id.startswith(STUCK_PREFIX)]
        stuck = [edge for edge in step.edges if edge.id.startswith(STUCK_PREFIX)]
        return {
            "number": self.order.numbers[step.id],
            "say": unparted(step.say.in_(language)),
            "example": unparted(step.example.in_(language)) if step.example else "",
            "calling": unparted(step.calling.in_(language)) if step.calling else "",
            "asks": isinstance(step, Choose | Check),
            "unsure": unsure(step),
            "until": self._until(step),
            "picture": picture,
            "offices": list(self.offices(step.offices)),
            "ways": [one for edge in edges if (one := self._way(step, edge))],
            "stuck": [self._trouble(step, edge) for edge in stuck],
        }

    def at_first(self, step: Step, picture: str) -> dict[str, Any]:
        """As it stands on a first page that is enough by itself. `who`: the answer that leads there, where
        another enters later. `then`: what is done right after it.
        """
        language, chosen = self.language, self.flow.steps[self.flow.start].edges
        places = {step_id: at for at, step_id in enumerate(self.flow.first_page)}
        entrances = [
            (places[edge.target.step_id], edge)
            for edge in chosen
            if isinstance(edge.target, ToStep) and edge.target.step_id in places
        ]
        here = [edge for at, edge in entrances if at == places[step.id] < max(entrances)[0]]
        return {
            "who": f"“{here[0].label.in_(language)}”:" if here and here[0].label else "",
            "say": unparted(step.say.in_(language)),
            "calling": unparted(step.calling.in_(language)) if step.calling else "",
            "then": self._then(step),
            "unsure": unsure(step),
            "picture": picture,
        }

    def _then(self, step: Step) -> str:
        onward = [edge for edge in step.edges if edge.id == "next" and edge.guard is None]
        if not onward or not isinstance(onward[0].target, ToStep):
            return ""
        after = self.flow.steps[onward[0].target.step_id]
        told = after.id not in self.flow.first_page and isinstance(after, DoStep)
        return unparted(after.say.in_(self.language)) if told else ""

    def _way(self, step: Step, edge: Edge) -> dict[str, str] | None:
        """None where the next step follows anyway."""
        to = self._where(step, edge)
        if edge.label:
            return {"label": f"“{edge.label.in_(self.language)}”", "to": to}
        if self.order.follows(step, edge):
            return None
        return {"label": self._condition(edge.guard) if edge.guard else self.say("sheet.then"), "to": to}

    def _trouble(self, step: Step, edge: Edge) -> dict[str, str]:
        advice = unparted(edge.advice.in_(self.language)) if edge.advice else ""
        if isinstance(edge.target, ToFlow):
            advice = _without_the_screen(advice, self.language)
        named = isinstance(edge.target, ToStep | ToFlow)
        to = self._where(step, edge) if named or not advice else ""
        advice = " ".join((advice, *(f"{one}." for one in self.offices(edge.offices)))).strip()
        return {"label": edge.label.in_(self.language) if edge.label else "", "advice": advice, "to": to}

    def _where(self, step: Step, edge: Edge) -> str:
        match edge.target:
            case ToStep(step_id):
                key = "sheet.go_on" if self.order.follows(step, edge) else "sheet.go_to"
                return self.say(key, number=self.order.numbers[step_id])
            case ToFlow(flow_id):
                title = self.titles.get(flow_id, Words(flow_id)).in_(self.language)
                return self.say("sheet.other_sheet", title=title)
            case ToPerson():
                return self.say("sheet.person")
            case ToHotline(number):
                return self.say("sheet.call", number=grouped(number))
            case _:
                assert_never(edge.target)

    def _condition(self, guard: Guard) -> str:
        """“At step 1 it was “Chuyển tiền””: by trying every answer; a “not” is what is left."""
        return ", ".join(
            self.say("sheet.if_chosen", number=self.order.numbers[asked], labels=self._labels(asked, guard))
            for asked in dict.fromkeys(one.step_id for one in asked_of(guard))
        )

    def _labels(self, asked: str, guard: Guard) -> str:
        met = (
            f"“{edge.label.in_(self.language)}”"
            for edge in self.flow.steps[asked].edges
            if edge.id.startswith(CHOICE_PREFIX)
            and edge.label
            and holds(guard, {asked: edge.id.removeprefix(CHOICE_PREFIX)})
        )
        return f" {self.say('sheet.or')} ".join(met)

    def _until(self, step: Step) -> str:
        ends = [one.until for one in step.dated if one.until >= self.today and one.path[:1] != ("simpler",)]
        return self.say("sheet.until", day=f"{min(ends):%d/%m/%Y}") if ends else ""


def _without_the_screen(advice: str, language: Language) -> str:
    """*advice* without the sentences that ask for another guide on the screen: its sheet is named beside."""
    sentences = _SENTENCE.findall(advice)
    return " ".join(sentence.strip() for sentence in sentences if not _GUIDE[language].search(sentence))


def unsure(step: Step) -> bool:
    """Whether it says something nobody could find in a source; a question says nothing."""
    return step.confidence == "U" and not isinstance(step, Choose | Check)


def steps_in_order(order: WrittenOut) -> Iterator[Step]:
    for part in order.parts:
        yield from part.steps
