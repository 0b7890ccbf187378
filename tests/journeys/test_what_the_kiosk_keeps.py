"""What is read over the invitation: the privacy page (also from every screen) and the week. Nobody is counted
for reading it.
"""

# mypy: disable-error-code="comparison-overlap"
# (a press changes the stage that an assertion before it has narrowed)
from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.sealed import unsigned_seal
from support.stage import SIGN, Stage
from support.visitor import AGAIN, CALL, DONE, START, Visitor, visitor
from support.window import Role

from accessibility.card import Card
from accessibility.preferences import Preferences
from kiosk.base.events import KIOSK_KINDS, RULES
from ui.screens.attract import PlaceThisWeek
from ui.screens.this_place import SENTENCES
from ui.visit.card import hold
from ui.visit.stages import Comfort, Home, Person, Privacy, ThisPlace
from ui.visit.visit import Visit
from ui.words import UiWords

WHAT, IN_THE_PANEL = "Riêng tư", "Máy giữ gì về bác?"
TELL = UiWords()


@pytest.fixture
def resident(drawing: object) -> Iterator[Visitor]:
    with visitor(Stage(seal=unsigned_seal)) as resident:
        yield resident


def test_the_privacy_page_is_one_touch_from_the_invitation_and_all_of_it_is_said(resident: Visitor) -> None:
    resident.tap(WHAT)
    assert isinstance(resident.at, Privacy)
    for key in set(SENTENCES) - {"doors"}:
        assert TELL.say(f"privacy.{key}", "vi") in resident.heard
    heard = len(resident.stage.ear.heard)
    resident.tap(AGAIN)
    assert len(resident.stage.ear.heard) > heard
    resident.tap(DONE)
    assert resident.stage.conductor.visit == Visit()
    assert resident.stage.notebook.lines == []


def test_who_reads_it_in_their_own_language_and_size_leaves_nothing_behind(resident: Visitor) -> None:
    resident.tap(WHAT)
    resident.tap("Tiếng", "English")
    resident.jump("size")
    assert resident.reads("How this kiosk keeps your privacy")
    resident.tap("Back")
    assert resident.stage.conductor.visit == Visit()
    assert resident.reads(TELL.say("attract.greeting", "vi"))
    assert resident.stage.notebook.lines == []


def test_who_calls_a_person_from_it_is_a_visitor_from_then_on(resident: Visitor) -> None:
    resident.tap(WHAT, CALL)
    assert isinstance(resident.at, Person)
    assert resident.stage.notebook.lines == [("session started", "vi"), ("help called",)]
    resident.tap("Tôi tự làm tiếp")
    assert resident.at == Home()


def test_nobody_there_any_more_it_goes_away_without_a_word(resident: Visitor) -> None:
    resident.tap(WHAT)
    resident.stage.clock.now_s += 300
    resident.stage.conductor.tick()
    assert resident.stage.conductor.visit == Visit()
    assert resident.stage.notebook.lines == []


def test_inside_a_visit_it_lies_behind_the_comfort_panel_for_whoever_uses_keys_or_switches(
    resident: Visitor,
) -> None:
    resident.tap(START)
    resident.tap("Chỉnh cho vừa ý", "Chỉnh từng thứ", "Thẻ, nơi này, riêng tư", IN_THE_PANEL)
    assert resident.stage.conductor.visit.stages == (Home(), Comfort(group="about"), Privacy())
    resident.tap(DONE, DONE)
    assert resident.at == Home()
    assert resident.screen.shows("Kết thúc", Role.Button)


def test_a_card_held_up_while_somebody_reads_it_begins_a_visit(resident: Visitor) -> None:
    stage = resident.stage
    resident.tap(WHAT)
    turn = hold(stage.conductor.visit, Card(Preferences(language="fr")))
    assert turn.visit.stages == (Home(),)
    assert [type(effect).__name__ for effect in turn.effects] == ["SessionStarted"]


def test_without_cards_or_doors_nothing_is_said_of_them(drawing: object) -> None:
    with visitor(Stage()) as resident:
        resident.tap(WHAT)
        assert TELL.say("privacy.card", "vi") not in resident.heard
        assert TELL.say("privacy.doors", "vi") not in resident.heard


def test_a_team_says_that_its_doors_are_counted_by_group() -> None:
    stage = Stage(sign=SIGN._replace(kind="team", number=12))
    stage.walk_to("privacy")
    assert TELL.say("privacy.doors", "vi") in stage.ear.last


def test_a_touch_beside_it_still_begins(resident: Visitor) -> None:
    item = resident.screen.find(WHAT, Role.Button)
    spot = resident.screen.middle(item)
    spot.setY(4)
    resident.screen.press(spot)
    resident.screen.lift(spot)
    resident.settle()
    assert resident.at == Home()


def test_what_it_says_is_counted_is_what_the_log_can_hold() -> None:
    """Whoever adds a kind of event, or takes one away, reads the sentences again and mends this list.

    *counts*: place, quarter of an hour, needs, guides, steps, practice and rehearsals, durations.
    *counts_too*: actor, language, what was explained, help calls, results, satisfaction.
    *asked*: questions unanswered, and numbers looked at then. *helper*: the id of who assists or comes.
    *assisted*: obstacles and filings, which staff alone give.
    """
    of_a_visit = {kind: set(fields) for kind, fields in RULES.items() if kind not in KIOSK_KINDS}
    assert of_a_visit == {
        "session.started": {"place", "mode", "language"},
        "session.resumed": set(),
        "session.ended": {"outcome"},
        "language.changed": {"language"},
        "need.chosen": {"need"},
        "walk.started": {"flow", "flow_hash", "topic", "step"},
        "walk.reopened": {"flow", "step"},
        "walk.ended": {"outcome"},
        "edge.taken": {"edge", "to_step", "by"},
        "went.back": {"to_step"},
        "step.explained": {"step", "how"},
        "help.called": set(),
        "help.taken": {"staff"},
        "help.escalated": {"to"},
        "help.ended": set(),
        "assist.started": {"staff"},
        "assist.ended": set(),
        "result.given": {"result"},
        "obstacle.given": {"obstacle"},
        "filing.given": {"submitted"},
        "satisfaction.given": {"face"},
        "guide.practised": {"flow", "rung", "clean", "by"},
        "rehearsal.held": set(),
        "exercise.done": {"help"},
        "question.unanswered": set(),
        "number.shown": set(),
        "idle.noticed": set(),
    }


def test_the_week_is_read_over_the_invitation_as_well_and_all_of_it_is_said(drawing: object) -> None:
    week = tuple(PlaceThisWeek("point", at, "", (("08:00–11:30", (at % 7,)),)) for at in range(1, 7))
    with visitor(Stage(sign=SIGN._replace(week=week, address="Ngõ 5"))) as resident:
        resident.tap("Giờ mở cửa")
        assert isinstance(resident.at, ThisPlace)
        assert "Điểm số\u00a06: Chủ nhật 08:00–11:30" in resident.heard
        assert "Điểm số\u00a03: thứ Năm" in resident.heard
        assert "Ngõ 5" in resident.heard, "the sign is not seen meanwhile"
        resident.tap(DONE)
        assert resident.stage.conductor.visit == Visit()
        assert resident.stage.notebook.lines == []
        resident.tap("Giờ mở cửa", CALL)
        assert resident.stage.conductor.visit.stages == (Home(), Person())
