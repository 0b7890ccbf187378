"""Staff come to the controls on the real window: by touch alone, by keys alone, and with the voice on."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPointF, Qt
from support.scanner import scan
from support.staff import MAI, PIN, HandRegister, staff_gate
from support.stage import BOTH_ENDS, LAPTOP, PANELS, Stage
from support.visitor import BACK, DOWN, START, Visitor, visitor

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from ui.reach.ways.corner import PAUSE_S, TAPS
from ui.visit.actions.common import Do
from ui.visit.staff.stages import PinPad, StaffMenu, WhoOpens
from ui.visit.stage import StaffStage
from ui.visit.stages import Attract, Home
from ui.visit.visit import Visit

pytestmark = pytest.mark.usefixtures("drawing")
NAME = "Bạn Mai · Tình nguyện viên"
LOCK = "Khóa bảng hỗ trợ"
LOCK_RESIDENT = "Khóa, trả máy cho bà con"


def knock(staff: Visitor, taps: int = TAPS) -> None:
    """Tap in the upper left corner, a little askew each time."""
    for tap in range(taps):
        staff.stage.clock.now_s += 0.4
        spot = QPointF(12 + 5 * tap, 30 - 4 * tap)
        staff.screen.press(spot)
        staff.screen.lift(spot)
    staff.screen.wait_until(lambda: isinstance(staff.at, StaffStage) or taps < TAPS)
    staff.settle()


@pytest.mark.parametrize("panel", BOTH_ENDS)
def test_five_taps_in_the_corner_of_the_invitation_lead_to_the_menu_and_no_visit_begins(panel: str) -> None:
    with visitor(Stage(PANELS[panel], staff=staff_gate())) as staff:
        knock(staff)
        staff.tap(NAME, *PIN)
        assert isinstance(staff.at, StaffMenu)
        staff.tap(LOCK)
        assert isinstance(staff.at, Attract)
        assert staff.stage.notebook.lines == []


def test_in_mid_visit_five_taps_lead_to_the_menu_and_nothing_else_is_pressed() -> None:
    with visitor(Stage(staff=staff_gate())) as staff:
        staff.tap(START)
        before = staff.stage.conductor.visit
        knock(staff)
        staff.tap(NAME, *PIN, LOCK_RESIDENT)
        assert staff.stage.conductor.visit == before


def test_on_a_laptop_too_all_the_keys_stand_on_one_page_in_the_resident_s_large_letters() -> None:
    large = Preferences(text_size=largest_text_size(LAPTOP))
    with visitor(Stage(LAPTOP, first=large, staff=staff_gate(HandRegister(wait_s=100)))) as staff:
        staff.jump("begin", "staff", f"member.{MAI.id}")
        assert DOWN not in staff.buttons
        staff.tap(*PIN)
        assert "2\u00a0phút" in staff.heard
        assert DOWN not in staff.buttons and "5" not in staff.buttons, "no key that is dead"
        staff.tap(BACK)
        assert isinstance(staff.at, WhoOpens)


def test_a_resident_who_touches_the_corner_of_the_invitation_begins_a_visit_all_the_same() -> None:
    with visitor(Stage(staff=staff_gate())) as resident:
        knock(resident, taps=2)
        assert isinstance(resident.at, Attract)
        resident.screen.wait_until(lambda: isinstance(resident.at, Home), round(PAUSE_S * 3000))


def test_with_exploring_by_touch_the_corner_knocks_too() -> None:
    with visitor(Stage(staff=staff_gate())) as staff:
        staff.jump("begin-exploring")
        knock(staff)
        assert isinstance(staff.at, WhoOpens)


def taps_anywhere(panel: str, taps: int, seed: int) -> set[str]:
    """As fast as a playing child, on whatever screens the taps lead to: their places."""
    rng = random.Random(seed)
    with visitor(Stage(PANELS[panel], staff=staff_gate())) as child:
        width, height = child.screen.window.width(), child.screen.window.height()
        places = set[str]()
        for _ in range(taps):
            child.stage.clock.now_s += rng.uniform(0.1, 0.6)
            spot = QPointF(rng.uniform(0, width), rng.uniform(0, height))
            child.screen.press(spot)
            child.screen.lift(spot)
            places.add(child.stage.conductor.page.place)
            assert not isinstance(child.at, StaffStage)
    return places


def test_hundreds_of_taps_that_fall_anywhere_never_open_it() -> None:
    assert len(taps_anywhere("portrait", 250, seed=4)) > 2


@pytest.mark.full
@pytest.mark.parametrize("panel", ["portrait", "laptop"])
def test_ten_thousand_taps_that_fall_anywhere_never_open_it(panel: str) -> None:
    assert len(taps_anywhere(panel, 10_000, seed=20261125)) > 10


def test_by_keys_alone_and_with_the_voice_on_a_pin_is_typed_and_no_digit_of_it_is_said() -> None:
    with visitor(Stage(staff=staff_gate())) as staff:
        staff.screen.key(Qt.Key.Key_F12)
        staff.screen.wait_until(lambda: isinstance(staff.at, WhoOpens))
        staff.stage.clock.now_s += 1
        for _ in range(20):
            if "Bạn Mai" in staff.heard:
                break
            staff.screen.key(Qt.Key.Key_Down)
        staff.stage.clock.now_s += 1
        staff.screen.key(Qt.Key.Key_Return)
        assert isinstance(staff.at, PinPad)
        said = len(staff.stage.ear.heard)
        for digit in PIN:
            staff.stage.clock.now_s += 1
            staff.screen.key(getattr(Qt.Key, f"Key_{digit}"))
        staff.stage.until_no_key_waits()
        assert isinstance(staff.at, StaffMenu)
        told = [one.text for one in staff.stage.ear.heard[said:]]
        assert told == [f"Đã nhập {count} trong 6\u00a0số." for count in range(1, 6)]


def test_the_pointer_says_a_digit_to_no_loudspeaker_and_nothing_gives_away_which_key_it_is_on() -> None:
    with visitor(Stage(staff=staff_gate(HandRegister(members=(MAI,))))) as staff:
        staff.stage.conductor.do("down")
        staff.jump("staff")
        said = len(staff.stage.ear.heard)
        told_apart = set[str]()
        for _ in range(40):
            staff.stage.clock.now_s += 1
            staff.stage.conductor.do("down")
            if staff.stage.conductor.pointing.hand.slot.startswith("digit."):
                told_apart.add(staff.heard)
                told_apart.add(staff.stage.conductor.around.pointer.hint)
        assert told_apart == {"Mục này là chuyện riêng, nút bấm.", "Đang đọc"}
        staff.stage.conductor.act(Do.AGAIN)
        for one in staff.stage.ear.heard[said:]:
            digits = {sign for sign in one.text if sign.isdecimal()}
            assert not digits or "trong" in one.text, one.text


def test_two_switches_reach_every_digit_and_their_own_keys_stay_switches() -> None:
    with visitor(Stage(staff=staff_gate(HandRegister(members=(MAI,))))) as staff:
        staff.stage.conductor.do("move")
        staff.jump("skip", "staff")
        stood = staff.stage.conductor.pointing.hand.slot
        staff.screen.key(Qt.Key.Key_1)
        staff.stage.until_no_key_waits()
        assert staff.at == PinPad(MAI), "a switch that types a 1 moves on"
        assert staff.stage.conductor.pointing.hand.slot != stood
        for digit in PIN:
            while staff.stage.conductor.pointing.hand.slot != f"digit.{digit}":
                staff.stage.conductor.do("move")
            staff.stage.clock.now_s += 1
            staff.stage.conductor.do("take")
        assert isinstance(staff.at, StaffMenu)


def test_while_keys_only_say_what_they_do_no_digit_is_typed() -> None:
    with visitor(Stage(staff=staff_gate(HandRegister(members=(MAI,))))) as staff:
        staff.jump("staff")
        staff.stage.conductor.do("help")
        staff.screen.key(Qt.Key.Key_5)
        staff.stage.clock.now_s += 0.3
        staff.stage.until_no_key_waits()
        assert staff.at == PinPad(MAI)
        staff.stage.conductor.do("help")
        staff.screen.key(Qt.Key.Key_5)
        staff.stage.until_no_key_waits()
        assert staff.at == PinPad(MAI, (5,))


def test_who_types_quickly_is_not_taken_for_a_scanner() -> None:
    with visitor(Stage(staff=staff_gate(HandRegister(members=(MAI,))), scanner=True)) as staff:
        staff.jump("staff")
        for digit in PIN:
            staff.stage.clock.now_s += 0.08
            staff.screen.key(getattr(Qt.Key, f"Key_{digit}"))
        staff.stage.until_no_key_waits()
        assert isinstance(staff.at, StaffMenu)


@pytest.mark.parametrize("scanner", [True, False])
@pytest.mark.parametrize("code", ["8934563138165", "KIOSK1:" + "0123456789" * 54])
def test_a_code_held_to_the_scanner_at_the_pad_is_tried_as_no_pin(code: str, scanner: bool) -> None:
    """Thirteen digits of goods would be two wrong tries, a card so many that the member is locked out."""
    register = HandRegister(members=(MAI,))
    with visitor(Stage(staff=staff_gate(register), scanner=scanner)) as staff:
        staff.jump("staff", "digit.4")
        scan(staff.stage, code[::-1])
        assert register.asked == []
        assert staff.at == PinPad(MAI, notice="scanned")
        assert staff.reads("Chỗ này không nhận thẻ. Bạn nhập lại mã.")
        staff.stage.clock.now_s += 2
        for digit in PIN:
            staff.stage.clock.now_s += 0.08
            staff.screen.key(getattr(Qt.Key, f"Key_{digit}"))
        staff.stage.until_no_key_waits()
        assert register.asked == [MAI.id] and isinstance(staff.at, StaffMenu)


def test_a_digit_can_be_taken_back_and_back_leads_out() -> None:
    with visitor(Stage(staff=staff_gate())) as staff:
        staff.jump("begin")
        knock(staff)
        staff.tap(NAME, "4", "0", "Xóa một số")
        assert staff.at == PinPad(MAI, (4,))
        staff.tap(BACK, BACK)
        assert staff.stage.conductor.visit.stage == Home()
        assert staff.stage.conductor.visit == Visit((Home(),))
