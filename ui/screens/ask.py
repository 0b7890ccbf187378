"""*Bác muốn hỏi gì?*: what is typed, what answers it, and the keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flows.guide.flow import Flow
from flows.guide.steps import ToStep
from ui.screens.choosing import TOPIC_PICTURES
from ui.screens.grounds import TOPIC_GROUNDS
from ui.screens.helpers import WITH_BACK, bar
from ui.screens.keyboard import KeyRow, key_rows
from ui.screens.needs import guide_tile, practice_tile
from ui.screens.offices import to_offices
from ui.screens.page import Control, Line, Page, Template, Translator
from ui.screens.surroundings import Surroundings
from ui.visit.actions.chosen import ShowScreen
from ui.visit.actions.common import Do
from ui.visit.asking import found_nothing, shown
from ui.visit.stages import Ask, NumbersToCall
from ui.visit.visit import Visit

MOST_GUIDES = 3
HELP_PICTURE, NUMBERS_PICTURE = "scenes/sign-help", "answers/phone-call"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskProps(Page):
    """`choices` are the answers, `rows` the keys. What is typed stands as heading, once it is."""

    template: Template = "ask"
    rows: tuple[KeyRow, ...]
    empty: bool = True  # nothing is typed: the heading is the question
    row_answers: str = "ask.row_answers"  # what the answers together are called; empty: they are no row

    @property
    def script(self) -> tuple[Line, ...]:
        """The question, how to type, the answers; keys are said where one comes to them."""
        lines = (
            Line("heading", self.heading),
            Line("sentence", self.sentence),
            *(Line(choice.slot, choice.name) for choice in self.choices),
        )
        return tuple(line for line in lines if line.text)


def derive_ask(visit: Visit, stage: Ask, around: Surroundings) -> AskProps:
    """The answers change with each key; the keys, and everything else, keep their places."""
    tr = around.tr(visit.preferences.language)
    typed = shown(stage.typed, tr.language)
    rows = key_rows(tr, marks=stage.marks)
    return AskProps(
        place="ask",
        language=tr.language,
        heading=typed or tr("ask.heading"),
        sentence=_sentence(stage, tr),
        choices=_answers(stage, tr, around),
        keys=tuple(key for row in rows for key, _ in row.keys),
        bar=bar(tr, WITH_BACK),
        rows=rows,
        empty=typed == "",
    )


def _sentence(stage: Ask, tr: Translator) -> str:
    """A matter may have what is done first: who lost a bank card calls the bank."""
    answer = stage.offered
    if answer and answer.kind == "person" and answer.matter and answer.matter.first and not answer.perhaps:
        return answer.matter.first.in_(tr.language)
    said = _said_of(stage)
    if stage.marks and tr.language == "vi" and said in ("how", "go_on"):
        return tr("ask.telex")
    return tr(f"ask.{said}")


def _said_of(stage: Ask) -> str:
    answer = stage.offered
    if answer is None:
        return "how"
    if answer.practice:
        return "practice"
    if answer.kind == "none" and not answer.perhaps:
        return "nothing" if found_nothing(stage) else "go_on"
    return "perhaps" if answer.perhaps else answer.kind


def _answers(stage: Ask, tr: Translator, around: Surroundings) -> tuple[Control, ...]:
    """Danger as red tile, then two guides for whom it is none, or a person, who is in the bar too; three
    guides; a person, by the name of the matter; or who else may know.

    What is perhaps danger stands before them as red tile, in the place of the third guide.
    """
    answer = stage.offered
    if answer is None:
        return ()
    person = Control(Do.CALL_PERSON, tr("ask.person_tile"), picture=HELP_PICTURE, ground="pink")
    if answer.practice:
        return (practice_tile(tr), *_tiles(answer.guides, tr, around), person)[:MOST_GUIDES]
    red = _red(answer.perhaps, answer.step, tr, around) if answer.perhaps else ()
    match answer.kind:
        case "danger":
            first, *others = answer.guides
            return (*_red(first, answer.step, tr, around), *_tiles(others, tr, around), person)[:MOST_GUIDES]
        case "guides":
            others = [guide for guide in answer.guides if guide is not answer.perhaps]
            return (*red, *_tiles(others, tr, around))[:MOST_GUIDES]
        case "offices":
            here = to_offices(tr, answer.offices, around.setup.ward)
            beside = () if red else (*_tiles(answer.guides, tr, around), person)
            return (*red, *(one._replace(ground="sand") for one in here), *beside)[:MOST_GUIDES]
        case "person":
            matter = answer.matter
            name = matter.name.in_(tr.language) if matter else ""
            return (*red, person._replace(label=tr("ask.person_for", matter=name)))
        case "none" if found_nothing(stage):
            numbers = Control(
                ShowScreen(NumbersToCall()), tr("ask.numbers"), picture=NUMBERS_PICTURE, ground="sand"
            )
            return (*red, person, numbers)
        case _:
            return red


def _red(guide: Flow, at: str, tr: Translator, around: Surroundings) -> tuple[Control, ...]:
    """What helps against danger; where it opens at a step, by the words and the picture of that step."""
    tiles = tuple(tile._replace(urgent=True) for tile in _tiles([guide], tr, around))
    step = guide.steps.get(at)
    if step is None or step.title is None:
        return tiles
    leading = (edge for one in guide.steps.values() for edge in one.edges if edge.target == ToStep(at))
    drawn = next((f"answers/{edge.picture}" for edge in leading if edge.picture), "")
    label = step.title.in_(tr.language)
    return tuple(tile._replace(label=label, picture=drawn or tile.picture) for tile in tiles)


def _tiles(guides: Sequence[Flow], tr: Translator, around: Surroundings) -> tuple[Control, ...]:
    here = [around.guides.flows[guide.id] for guide in guides if guide.id in around.guides.flows]
    return tuple(
        guide_tile(flow, f"scenes/{TOPIC_PICTURES[flow.topic]}", TOPIC_GROUNDS[flow.topic], tr, around)
        for flow in here
    )
