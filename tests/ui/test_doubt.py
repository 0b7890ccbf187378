"""A step that no source bears says so in plain words, once a guide, and leads to a person."""

from __future__ import annotations

import pytest
from support.all_screens import walks_to_every_step
from support.stage import SIGN, residents_guides

from accessibility.preferences import Preferences
from flows.guide.doubt import is_doubtful, is_first_doubt, never_doubts
from flows.guide.flow import Flow
from flows.guide.needs import shipped_needs
from flows.guide.words import LANGUAGES, Language
from ui.screens.derive import derive
from ui.screens.guide import StepProps
from ui.screens.surrounding_parts import Guides
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.stages import Advice, Home, Stepping
from ui.visit.visit import Visit
from ui.words import UiWords

SAID = {
    "vi": "Chỗ này cháu chưa chắc. Bác hỏi người giúp ạ.",
    "en": "This is not certain. Please ask a person.",
    "fr": "Ce n’est pas certain. Demandez à quelqu’un.",
}
FLOWS = residents_guides().flows
AROUND = Surroundings(UiWords(), Guides(FLOWS), SIGN)


def shown(guide: str, step: str, language: Language = "vi") -> StepProps:
    stage = Stepping(guide, walks_to_every_step(guide)[step])
    page = derive(Visit((Home(), stage), Preferences(language=language)), AROUND)
    assert isinstance(page, StepProps)
    return page


def doubtful(flow: Flow) -> list[str]:
    return [one.id for one in flow.steps.values() if is_doubtful(one)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_such_step_says_it_aloud_and_in_words_and_the_way_to_a_person_stands_on_it(
    language: Language,
) -> None:
    page = shown("ihanoi-cai-dang-nhap", "mo-ch-play", language)
    assert (page.safety, page.doubts) == (SAID[language], True)
    assert [line.text for line in page.script].count(SAID[language]) == 1
    assert Do.CALL_PERSON in [one.action for one in page.bar]


def test_later_ones_of_the_same_guide_say_it_no_more() -> None:
    page = shown("ihanoi-cai-dang-nhap", "tim-android")
    assert (page.safety, page.doubts, page.staff_mark, page.staff_note) == ("", False, "", "")


def test_every_way_to_a_doubtful_step_has_said_so_but_none_where_somebody_may_be_in_danger() -> None:
    told = 0
    for flow in FLOWS.values():
        walks = walks_to_every_step(flow.id)
        for step in doubtful(flow):
            page = shown(flow.id, step)
            if never_doubts(flow, shipped_needs()):
                assert SAID["vi"] not in (page.safety, page.staff_note), flow.id
                continue
            first = is_first_doubt(flow, walks[step])
            assert page.doubts == (first and not flow.steps[step].safety), (flow.id, step)
            told += page.doubts
    assert told > 40


def test_what_has_a_source_asks_or_advises_says_nothing_of_it() -> None:
    flow = FLOWS["co-ban-wifi"]
    for step in flow.steps.values():
        if not is_doubtful(step):
            page = shown(flow.id, step.id)
            assert SAID["vi"] not in (page.safety, page.staff_note), step.id
    guide, at, stuck = next(
        (flow.id, one, edge.id)
        for flow in FLOWS.values()
        for one in doubtful(flow)
        for edge in flow.steps[one].edges
        if edge.id.startswith("stuck.") and shown(flow.id, one).doubts
    )
    advice = derive(Visit((Home(), Advice(guide, walks_to_every_step(guide)[at], stuck))), AROUND)
    assert SAID["vi"] not in [line.text for line in advice.script]
