"""Where a step sends somebody to: the office's number or place on the step, all of it one touch further."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.all_screens import walks_to_every_step
from support.another_ward import POLICE, ward_of
from support.stage import SIGN, residents_guides

from accessibility.preferences import Preferences
from accessibility.speech.spoken import spoken
from flows.guide.steps import ToPerson
from flows.guide.ward import OFFICES, Office, Ward
from flows.guide.words import LANGUAGES
from ui.screens.choosing import OverviewProps
from ui.screens.derive import derive
from ui.screens.page import Page
from ui.screens.surrounding_parts import ClockReading, Guides, Setup
from ui.screens.surroundings import Surroundings
from ui.turn.turn import apply
from ui.visit.actions.chosen import ShowScreen
from ui.visit.actions.common import Do
from ui.visit.press_context import PressContext
from ui.visit.stage import Stage
from ui.visit.stages import Advice, Home, Stepping, ThisPlace, WardOffices
from ui.visit.visit import Visit
from ui.words import UiWords

FLOWS = residents_guides().flows
AROUND = Surroundings(UiWords(), Guides(FLOWS), SIGN, clock=ClockReading(time="09:41"))


@pytest.fixture
def known(tmp_path: Path) -> Surroundings:
    return AROUND.having(Setup(ward=ward_of(tmp_path)))


def page(stage: Stage, around: Surroundings, **preferences: object) -> Page:
    return derive(Visit((Home(), stage), Preferences(**preferences)), around)  # type: ignore[arg-type]


def at(guide: str, step: str) -> Stepping:
    return Stepping(guide, walks_to_every_step(guide)[step])


def to_offices(shown: Page) -> list[str]:
    return [one.label.replace("\u00a0", " ") for one in shown.choices if isinstance(one.action, ShowScreen)]


def test_every_step_that_sends_somebody_shows_the_number_or_the_place_there(known: Surroundings) -> None:
    seen = 0
    for flow in FLOWS.values():
        for step_id, walk in walks_to_every_step(flow.id).items():
            offices = flow.steps[step_id].offices
            seen += bool(offices)
            shown = page(Stepping(flow.id, walk), known)
            controls = (*shown.choices, *shown.bar)
            here = [one for one in controls if isinstance(one.action, ShowScreen)]
            assert len(here) == bool(offices), (flow.id, step_id)
    assert seen > 60


def test_the_number_stands_on_the_step_and_everything_one_touch_further(known: Surroundings) -> None:
    stage = at("can-cuoc-cap-lai", "lam-lai-tai-cong-an")
    assert to_offices(page(stage, known)) == [f"Công an phường: {POLICE}"]
    visit = apply(Visit((Home(), stage)), ShowScreen(WardOffices(("police",))), PressContext()).visit
    shown = derive(visit, known)
    assert isinstance(shown, OverviewProps)
    facts = [one.label.replace("\u00a0", " ") for one in shown.needs]
    assert facts == [
        "Công an phường",
        "Địa chỉ: Số 3 phố Hoa Sữa",
        f"Bác gọi số {POLICE}",
        "Lối vào có bậc, xe lăn cần người đỡ ạ.",
        "Bác không đi được, có người đến tận nhà ạ.",
    ]
    assert apply(visit, Do.BACK, PressContext()).visit.stage == stage


def test_advice_shows_it_too_and_who_is_sent_to_several_is_shown_where_they_are(known: Surroundings) -> None:
    guide = FLOWS["can-cuoc-cap-lai"]
    step = guide.steps["hoi-cong-an"]
    edge = next(one for one in step.edges if one.offices and isinstance(one.target, ToPerson))
    advice = Advice(guide.id, walks_to_every_step(guide.id)[step.id], edge.id)
    assert to_offices(page(advice, known)) == [f"Công an phường: {POLICE}"]
    both = page(at("dat-dai-so-do", "hoi-truoc"), known)
    assert to_offices(both) == ["Một cửa của phường, Tổ trưởng: ở đâu, số nào?"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_said_digit_by_digit(known: Surroundings, language: str) -> None:
    zero_and_one = {"vi": "không hai bốn", "en": "0 2 4", "fr": "0 2 4"}
    shown = page(WardOffices(("police",)), known, language=language)
    said = " ".join(spoken(line.text, shown.language).text for line in shown.script)
    assert zero_and_one[language] in said.replace(",", ""), said


def test_the_place_itself_tells_of_all_offices_and_what_is_empty_is_not_shown(known: Surroundings) -> None:
    facts = "\n".join(line.text for line in page(ThisPlace(), known).script).replace("\u00a0", " ")
    assert f"Công an phường. Địa chỉ: Số 3 phố Hoa Sữa. Bác gọi số {POLICE}." in facts
    assert "Tổ trưởng tổ 5. Địa chỉ: Nhà văn hoá tổ 5. Thứ Ba: 19 giờ đến 20 giờ 30." in facts
    assert "Trạm y tế phường. Bác gọi số 024 0000 0115." in facts


def test_where_nothing_is_known_every_screen_is_as_it_was() -> None:
    named = AROUND.having(Setup(ward=Ward(tuple(Office(one) for one in OFFICES))))
    for around in (AROUND, named):
        for guide, step in (("can-cuoc-cap-lai", "lam-lai-tai-cong-an"), ("dat-dai-so-do", "hoi-truoc")):
            shown = page(at(guide, step), around)
            assert to_offices(shown) == [] and any(one.action is Do.CALL_PERSON for one in shown.bar)
    assert "cán bộ" in " ".join(line.text for line in page(WardOffices(("police",)), AROUND).script)
