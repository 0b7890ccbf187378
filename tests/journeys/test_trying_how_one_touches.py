"""A hand that trembles tries a circle, and the screen fits itself to it; nobody gets stuck there."""

# mypy: disable-error-code="comparison-overlap"
# (a press changes the stage that an assertion before it has narrowed)
from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPointF
from support.stage import LAPTOP, PORTRAIT, Stage
from support.visitor import BACK, DONE, NEXT, OTHER, SKIP, Visitor, visitor
from support.ways import WAYS
from support.window import Role, spoken_name

from accessibility.preferences import Preferences
from accessibility.sizes import Panel
from accessibility.touch import EVERYBODY, SteadyHands
from ui.visit.stages import Ask, Circle, Comfort, Fitted, HaveReady, Home, NeedGuides, Stepping, Topics

COMFORT, ALL, TRY = "Chỉnh cho vừa ý", "Chỉnh từng thứ", "Thử tay: chạm hình tròn"
TOUCHING = "Tay và cách chạm"
TILE = "Mất máy, quên mã"
UNDO, AGAIN = "Để như cũ", "Thử lại"


@pytest.fixture(params=[PORTRAIT, LAPTOP], ids=["portrait", "laptop"])
def resident(drawing: object, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    panel: Panel = request.param
    with visitor(Stage(panel=panel)) as made:
        yield made


def hands(resident: Visitor) -> SteadyHands:
    return resident.stage.conductor.visit.preferences.hands


def tremble(resident: Visitor, name: str, slide_mm: float = 8.0) -> None:
    """Press a button with a finger that slides on its way up."""
    resident.stage.clock.now_s += 1
    spot = resident.screen.middle(resident.brought_into_view(name))
    aside = spot + QPointF(slide_mm * resident.stage.panel.px_per_mm, 0)
    resident.screen.press(spot)
    resident.screen.move(aside)
    resident.screen.lift(aside)
    resident.settle()


def circle_spot(resident: Visitor, beside_mm: float | None = None) -> QPointF:
    """Its middle, or so far beside its edge."""
    resident.settle()
    found = [one for one in resident.screen.named(role=Role.Button) if "Hình tròn" in spoken_name(one)]
    (circle,) = found
    away = 0.0 if beside_mm is None else circle.width() / 2 + beside_mm * resident.stage.panel.px_per_mm
    return resident.screen.middle(circle) + QPointF(away, 0)


def touch_circle(
    resident: Visitor, taps: int = 1, apart_s: float = 0.9, beside_mm: float | None = None
) -> None:
    """Touch the circle so many times, then keep the hand away until the kiosk has seen enough."""
    before, spot = resident.at, circle_spot(resident, beside_mm)
    resident.stage.clock.now_s += 1
    for tap in range(taps):
        resident.stage.clock.now_s += apart_s if tap else 0
        resident.screen.press(spot)
        resident.screen.lift(spot)
        assert resident.at == before  # never beneath the hand
    resident.stage.clock.now_s += 1.1
    resident.screen.wait_until(lambda: resident.at != before)
    resident.settle()


# --- on the way to a guide ------------------------------------------------------------------------


def test_a_trembling_hand_on_a_tile_of_the_first_screen_is_shown_the_circle_and_gets_what_it_needs(
    resident: Visitor,
) -> None:
    tremble(resident, TILE)
    assert resident.at == Circle()
    assert resident.reads("Bác chạm vào hình tròn.")
    assert resident.heard.startswith("Bác chạm vào hình tròn.\nCháu chỉnh cho vừa tay bác.")
    touch_circle(resident, taps=2)
    assert resident.heard.startswith("Bác chạm thêm một lần nữa.")
    touch_circle(resident, taps=2)
    assert resident.at == Fitted(EVERYBODY)
    assert hands(resident) == SteadyHands(repeat_guard_s=1.2)
    assert resident.reads("Cháu đã chỉnh cho vừa tay bác.")
    assert resident.heard.startswith("Cháu đã chỉnh cho vừa tay bác.\nBác chạm hai lần liền cũng không sao.")
    resident.tap(NEXT)
    assert resident.at == NeedGuides("quen-mat-khau"), "where the tile leads"
    # And so it is: the second of two taps is not taken for a touch of the next screen.
    resident.stage.clock.now_s += 1
    resident.tap(BACK)
    resident.stage.clock.now_s += 0.9
    resident.tap_at_once(OTHER)
    assert isinstance(resident.at, Home)
    resident.stage.clock.now_s += 1
    resident.tap(OTHER)
    assert resident.at == Topics()


def test_a_steady_hand_is_not_asked(resident: Visitor) -> None:
    resident.tap(TILE)
    assert resident.at == NeedGuides("quen-mat-khau")


def test_who_knows_the_way_is_not_asked_either(resident: Visitor) -> None:
    """Whichever tile of the next screen lies nearest to where the tile before it was."""
    spot = resident.screen.middle(resident.brought_into_view("Đi khám bệnh"))
    resident.tap("Đi khám bệnh")
    tiles = [resident.brought_into_view(one.name) for one in resident.stage.conductor.page.choices]
    near = min(tiles, key=lambda one: (resident.screen.middle(one) - spot).manhattanLength())
    resident.stage.clock.now_s += 0.6
    resident.touch(near)
    assert isinstance(resident.at, Stepping | HaveReady)


def test_the_key_that_leads_back_from_the_marks_is_never_taken_for_a_second_tap(resident: Visitor) -> None:
    resident.jump("ask")
    for shown in (True, False, True):
        resident.stage.clock.now_s += 0.6
        resident.tap_at_once("Dấu, số: phím dấu và chữ số" if shown else "Chữ: phím chữ cái")
        assert isinstance(resident.at, Ask)
        assert resident.at.marks is shown


@pytest.mark.parametrize("urgent", ["Cuộc gọi lạ, mất tiền", "Gọi 113, 114, 115"])
def test_nobody_is_held_up_who_touches_what_is_urgent(resident: Visitor, urgent: str) -> None:
    tremble(resident, urgent)
    assert isinstance(resident.at, Stepping)


def test_before_the_first_step_of_a_guide_it_is_offered_too(resident: Visitor) -> None:
    resident.tap(TILE)
    flow = resident.stage.library.flows["co-ban-mat-khau-otp"]
    tremble(resident, resident.stage.conductor.page.choices[-1].name)
    assert resident.at == Circle()
    resident.tap(SKIP)
    assert isinstance(resident.at, Stepping | HaveReady)
    assert resident.at.flow_id == flow.id


def test_one_touch_puts_it_back_as_it_was(resident: Visitor) -> None:
    tremble(resident, TILE)
    touch_circle(resident, taps=2)
    touch_circle(resident, taps=2)
    resident.tap(UNDO)
    assert hands(resident) == EVERYBODY
    assert isinstance(resident.at, NeedGuides)


def test_after_another_try_touch_is_put_back_as_it_was_at_first(resident: Visitor) -> None:
    tremble(resident, TILE)
    for _ in range(2):
        touch_circle(resident, taps=2)
    resident.tap(AGAIN)
    for _ in range(2):
        touch_circle(resident, taps=2, apart_s=0.6)
    assert hands(resident) == SteadyHands(repeat_guard_s=0.8)
    resident.tap(UNDO)
    assert hands(resident) == EVERYBODY


@pytest.mark.parametrize("leave", [SKIP, BACK])
def test_the_circle_is_passed_over_in_one_touch_and_not_offered_again(resident: Visitor, leave: str) -> None:
    tremble(resident, TILE)
    resident.tap(leave)
    assert isinstance(resident.at, NeedGuides)
    assert hands(resident) == EVERYBODY
    resident.tap(BACK)
    tremble(resident, TILE)
    assert isinstance(resident.at, NeedGuides)


# --- from the comfort panel -----------------------------------------------------------------------


def test_from_the_comfort_panel_it_leads_back_to_it_and_then_to_where_one_was(resident: Visitor) -> None:
    resident.open_guide()
    step = resident.at
    resident.tap(COMFORT, ALL, TOUCHING, TRY)
    for _ in range(2):
        touch_circle(resident, beside_mm=3)
    assert hands(resident) == SteadyHands(margin_mm=4.0)
    assert resident.heard.startswith("Cháu đã chỉnh cho vừa tay bác.")
    resident.tap(NEXT)
    assert resident.at == Comfort(group="touch")
    resident.tap(DONE)
    assert resident.at == step


def test_put_back_from_the_comfort_panel_it_is_said(resident: Visitor) -> None:
    resident.jump("begin")
    resident.tap(COMFORT, ALL, TOUCHING, TRY)
    for _ in range(2):
        touch_circle(resident, taps=2)
    resident.tap(UNDO)
    assert resident.heard == "Cháu để như cũ ạ."
    assert (resident.at, hands(resident)) == (Comfort(group="touch"), EVERYBODY)


def test_many_touches_beside_the_circle_are_an_answer_too(resident: Visitor) -> None:
    resident.jump("begin", "comfort", "every-setting", "touch-settings")
    resident.tap(TRY)
    touch_circle(resident, taps=4, apart_s=0.3, beside_mm=20)
    assert isinstance(resident.at, Circle)
    assert len(resident.at.trials) == 1


def test_nothing_of_how_a_hand_touched_outlasts_the_visit_or_reaches_the_log(resident: Visitor) -> None:
    tremble(resident, TILE)
    touch_circle(resident, taps=2)
    resident.jump("finish", "next-person")
    assert resident.stage.conductor.touches.made == ()
    assert resident.stage.conductor.visit.preferences == Preferences()
    kinds = [line[0] for line in resident.stage.notebook.lines]
    assert kinds == ["session started", "need chosen", "session ended"]  # what was touched, no more


# --- who does not touch what they see -------------------------------------------------------------


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("leave", ["Hình tròn số\u00a01", SKIP, BACK])
def test_trying_is_no_dead_end_by_keys_or_switches(way: str, leave: str) -> None:
    person = WAYS[way]()
    person.begin()
    person.stage.walk_to("comfort", "every-setting", "touch-settings")
    said = person.choose(TRY)
    assert said.startswith("Bác chạm vào hình tròn.")
    said = person.choose(leave)
    assert said.startswith(TOUCHING)
    assert person.stage.conductor.visit.preferences.hands == EVERYBODY


def test_trying_is_no_dead_end_for_who_feels_with_the_finger(resident: Visitor) -> None:
    resident.jump("begin", "comfort", "every-setting", "circle", "explore")
    spot = circle_spot(resident)
    for _ in range(2):
        resident.screen.press(spot)
        resident.stage.clock.now_s += 0.2
        resident.screen.lift(spot)
        QCoreApplication.processEvents()
        assert "Hình tròn số\u00a01" in resident.heard or resident.at == Comfort()
    assert resident.at == Comfort()
