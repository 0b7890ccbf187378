"""A kiosk that goes with a team: every visit is assisted, whoever touches it and however."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.residents import offered
from support.staff import MAI, TRUC, HandRegister, opened_by, staff_gate, typed
from support.stage import SIGN, Stage

from accessibility.card import Card, CardRefused
from accessibility.preferences import Preferences
from ui.screens.strip import derive_strip
from ui.turn.gates.card_gate import CardDevices, CardGate
from ui.turn.turn import BEGINS
from ui.visit.staff.stages import AskComfort, AssistNotice, Door, PickGuide, Route, StaffMenu, WhoOpens
from ui.visit.stages import Attract, Home, Stepping
from ui.visit.start import AT_HOME_ACTIONS

TEAM = SIGN._replace(kind="team", number=12)
ASSIST = ("assist", "notice.no", "skip", "flow.vneid-cai-dat")


LARGE = Card(Preferences(text_size=4, low_reach=True))


class Reader:
    def open(self, text: str) -> Card:
        if text == "no card":
            raise CardRefused("foreign")
        return LARGE


def kiosk(cards: CardGate | None = None) -> Stage:
    return Stage(staff=staff_gate(HandRegister()), sign=TEAM, cards=cards or CardGate())


def begun(stage: Stage) -> list[tuple[str | None, ...]]:
    return [line for line in stage.notebook.lines if line[0] == "session started"]


@pytest.mark.parametrize("action", [one.slot for one in BEGINS if one not in AT_HOME_ACTIONS])
def test_whatever_begins_a_visit_at_a_point_asks_a_team_who_assists(action: str) -> None:
    stage = kiosk()
    stage.walk_to(action)
    assert isinstance(stage.conductor.visit.stage, WhoOpens)
    assert stage.notebook.lines == []
    stage.walk_to("back")
    assert stage.conductor.nobody_is_here


def test_a_card_that_is_held_up_asks_for_them_too_and_is_taken_once_somebody_assists() -> None:
    stage = kiosk(CardGate(CardDevices(Reader())))
    stage.conductor.held_up("a card")
    assert isinstance(stage.conductor.visit.stage, WhoOpens) and stage.notebook.lines == []
    stage.walk_to(f"member.{MAI.id}", *typed(), "assist")
    stage.conductor.held_up("a card")
    later = "Máy đang mở bảng hỗ trợ. Xong rồi hãy đưa lại thẻ."
    assert stage.ear.last == stage.conductor.around.pointer.hint == later
    assert stage.conductor.visit.brought is None
    stage.walk_to("notice.no", "skip")
    assert begun(stage) == [("session started", "vi", "assisted")]
    stage.walk_to("back")
    stage.conductor.held_up("a card")
    assert stage.conductor.visit.brought == LARGE


def test_a_card_answers_how_its_resident_would_like_the_kiosk_and_changes_nothing_for_staff() -> None:
    stage = kiosk(CardGate(CardDevices(Reader())))
    stage.walk_to("begin", f"member.{MAI.id}", *typed())
    look = stage.conductor.visit.preferences
    stage.walk_to("assist", "notice.no", "comfort-card")
    stage.conductor.held_up("no card")
    assert isinstance(stage.conductor.visit.stage, AskComfort)
    assert stage.conductor.around.pointer.hint == "Mã này không phải thẻ của máy."
    stage.conductor.held_up("a card")
    taken = stage.conductor.visit
    assert isinstance(taken.stage, PickGuide)
    assert (taken.brought, taken.preferences) == (LARGE, LARGE.preferences)
    assert "Máy đã chỉnh theo thẻ của bác." in stage.conductor.around.pointer.hint
    stage.walk_to("back", *opened_by(MAI))
    assert isinstance(stage.conductor.visit.stage, StaffMenu)
    assert stage.conductor.visit.preferences == look


def test_from_the_door_to_a_guide_and_on_to_the_next_person() -> None:
    stage = kiosk()
    stage.walk_to("begin", f"member.{MAI.id}", *typed())
    assert isinstance(stage.conductor.visit.stage, StaffMenu)
    assert [one.slot for one in stage.conductor.page.choices][:2] == ["doors", "assist"]
    stage.walk_to(*ASSIST)
    assert begun(stage) == [("session started", "vi", "assisted")]
    assert ("assist started", MAI.id) in stage.notebook.lines


def test_from_one_door_to_the_next_no_pin_is_typed_and_no_menu_lies_beneath() -> None:
    stage = kiosk()
    stage.walk_to(*opened_by(TRUC), *ASSIST, "finish", "skip", "face.good", "next-person")
    assert stage.conductor.nobody_is_here
    stage.wait(40)
    stage.walk_to("staff")
    assert stage.conductor.visit.stages == (Attract(), Route())
    stage.walk_to("back")
    assert stage.conductor.nobody_is_here
    stage.wait(60)
    stage.walk_to("staff")
    assert isinstance(stage.conductor.visit.stage, WhoOpens)


def test_at_a_point_the_resident_begins_alone_as_before() -> None:
    stage = Stage(staff=staff_gate())
    stage.walk_to("begin")
    assert stage.conductor.visit.stage == Home()
    assert begun(stage) == [("session started", "vi")]


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=40), st.booleans())
@settings(max_examples=60, deadline=None)
def test_in_any_order_of_touches_no_visit_of_a_team_begins_alone(picks: list[int], let_in: bool) -> None:
    stage = kiosk()
    if let_in:
        stage.walk_to(*opened_by(MAI))
    for pick in picks:
        actions = sorted(
            {*offered(stage.conductor.visit, stage.conductor.around), *(one.slot for one in BEGINS), "staff"}
        )
        stage.walk_to(actions[pick % len(actions)])
        assert all(line[-1] == "assisted" for line in begun(stage))


def test_from_the_second_house_of_a_shift_on_step_1_is_three_touches_from_its_door() -> None:
    stage = kiosk()
    stage.walk_to(*opened_by(MAI), "doors", "area.5", "door.nobody-home", "assist")
    assert stage.conductor.visit.stage == AssistNotice(), "the whole of it, to the first one of the shift"
    stage.walk_to("notice.no", "need.khan-cap", "finish", "skip", "help-next")
    assert stage.conductor.visit.stages == (Attract(), Route(), Door(5))
    stage.walk_to("assist")
    assert "không ghi tên bác" in stage.ear.last
    hints = [derive_strip(stage.conductor.visit, stage.conductor.around).hint]
    stage.walk_to("need.kham-benh", "flow.vneid-xuat-trinh")
    assert isinstance(stage.conductor.visit.stage, Stepping)
    strip = derive_strip(stage.conductor.visit, stage.conductor.around)
    assert all("Có người giúp bác" in hint for hint in (*hints, strip.hint))
    assert "say-group" in [one.slot for one in strip.staff], "asked there, as no page asked before"
    assert begun(stage) == [("session started", "vi", "assisted")] * 2
