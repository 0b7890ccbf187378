"""A day at a point on the real window: the check by hand and ear, a shift, the figures, the closing."""

# mypy: disable-error-code="comparison-overlap"
# (a press changes the stage that an assertion before it has narrowed)
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from support.point import HandPoint, with_office
from support.staff import CUC, MAI, PIN, opened_by, staff_gate
from support.stage import LAPTOP, PORTRAIT, Stage
from support.visitor import BACK, DONE, START, Visitor, visitor
from support.window import Role, spoken_name

from accessibility.sizes import Panel
from kiosk.base.events import PointChecked, PointClosed, ShiftEnded, ShiftStarted
from kiosk.log.figures.counting import value
from kiosk.point.tour.staff_day import visits
from ui.visit.staff.opening import CIRCLES
from ui.visit.staff.stages import OpeningCheck, OpeningResult, StaffMenu, Today
from ui.visit.stages import Attract, Home

pytestmark = pytest.mark.usefixtures("drawing")
SAY = "Đọc số"
OPEN, RESULT, CLOSE = "Kiểm tra, mở điểm", "Kết quả kiểm tra", "Đóng điểm"
LOCK = "Khóa bảng hỗ trợ"


@contextmanager
def point(panel: Panel = PORTRAIT, draw: int = 0) -> Iterator[tuple[Visitor, HandPoint]]:
    """At the menu, opened by a volunteer."""
    with visitor(Stage(panel=panel, staff=staff_gate(), draw=draw)) as staff:
        office = with_office(staff.stage)
        staff.jump(*opened_by(MAI))
        assert isinstance(staff.at, StaffMenu)
        yield staff, office


def touch_circles(staff: Visitor) -> None:
    """Each with a finger, where it stands, until the next one comes."""
    for number in range(1, CIRCLES + 1):
        (circle,) = (
            one for one in staff.screen.named(role=Role.Button) if spoken_name(one).startswith("Hình tròn")
        )
        assert spoken_name(circle) == f"Hình tròn {number} trong {CIRCLES}"
        before = staff.at
        staff.stage.clock.now_s += 1
        staff.touch(circle)
        staff.stage.clock.now_s += 1.1  # the hand is kept away until the kiosk has seen enough
        staff.screen.wait_until(lambda before=before: staff.at != before)  # type: ignore[misc]
        staff.settle()


def asks(staff: Visitor) -> str:
    assert isinstance(staff.at, OpeningCheck), staff.at
    return staff.at.asks


@pytest.mark.parametrize("panel", [PORTRAIT, LAPTOP], ids=["portrait", "laptop"])
def test_a_volunteer_checks_by_hand_and_ear_and_opens_the_point(panel: Panel) -> None:
    with point(panel, draw=2) as (staff, office):
        staff.tap(OPEN)
        assert "Bạn chạm vào hình tròn." in staff.heard, "it is spoken"
        touch_circles(staff)
        assert asks(staff) == "sound"
        staff.tap(SAY)
        assert staff.heard == "Số năm" and not staff.stage.conductor.around.pointer.hint
        for _ in range(2):
            staff.tap("Số năm")
            assert staff.heard == "Đúng rồi. Số năm" and asks(staff) == "sound"
        staff.tap("Số năm")
        assert asks(staff) == "headphones"
        staff.tap("Ở đây không có tai nghe")
        assert asks(staff) == "keypad"
        staff.screen.key(Qt.Key.Key_Down)
        assert asks(staff) == "clock"
        staff.settle()
        assert staff.reads("Máy ghi 09:41, thứ Tư ngày 25/11/2026. Có đúng không?")
        staff.tap("Đúng")
        assert staff.reads("Điểm đã mở.")
        checked = next(one for one in office.done if isinstance(one, PointChecked))
        assert (checked.staff, checked.verdict) == (MAI.id, "open")
        assert ShiftStarted(MAI.id) in office.done
        staff.tap(DONE)
        assert isinstance(staff.at, StaffMenu)
        assert RESULT in staff.buttons and OPEN not in staff.buttons
        if not staff.stage.panel.is_landscape:  # there the ten entries take the room
            assert staff.reads("Đang trực: tnv-01")


def test_a_silent_kiosk_stays_closed_to_residents_until_an_officer_says_otherwise() -> None:
    with point() as (staff, office):
        staff.tap(OPEN)
        touch_circles(staff)
        staff.tap("Không nghe thấy", "Ở đây không có tai nghe", "Ở đây không có bàn phím phụ", "Đúng")
        assert staff.reads("Chưa mở được điểm.") and "Cho mở điểm" not in staff.buttons
        staff.tap(DONE, LOCK)
        assert isinstance(staff.at, Attract)
        assert staff.reads("Máy này chưa mở. Mời bác hỏi người trực ở đây.")
        staff.tap("Máy chưa mở")
        assert isinstance(staff.at, Attract), "no visit begins"
        assert staff.heard == "Máy này chưa mở. Mời bác hỏi người trực ở đây."
        for beside in ("begin-exploring", "comfort", "call-person"):
            staff.jump(beside)
            assert isinstance(staff.at, Attract)
        staff.screen.key(Qt.Key.Key_Down)
        staff.stage.conductor.held_up("https://vneid.gov.vn")
        assert isinstance(staff.at, Attract)
        assert staff.stage.notebook.lines == []
        staff.jump(*opened_by(CUC))
        staff.tap(RESULT, "Cho mở điểm")
        assert staff.reads("Cán bộ đã cho mở điểm.")
        verdicts = [(one.staff, one.verdict) for one in office.done if isinstance(one, PointChecked)]
        assert verdicts == [(MAI.id, "refused"), (CUC.id, "overruled")]
        staff.tap(DONE, LOCK, START)
        assert isinstance(staff.at, Home)


def test_a_number_that_was_not_said_passes_for_no_voice() -> None:
    with point(draw=0) as (staff, _):
        staff.tap(OPEN)
        staff.jump(*("fails",))
        staff.tap("Số ba")
        assert staff.heard == "Bạn bấm “Đọc số” trước đã."
        staff.tap(SAY, "Số năm", SAY, "Số bảy")  # it said ba, then another
        assert asks(staff) == "headphones"
        assert isinstance(staff.at, OpeningCheck) and staff.at.answers[-1] == ("sound", "fails")


def test_a_shift_begins_and_ends_by_one_touch_and_residents_see_who_is_there() -> None:
    with point() as (staff, office):
        staff.tap("Bắt đầu ca")
        assert staff.reads("Đang trực: tnv-01")
        staff.tap(LOCK)
        if not staff.stage.panel.is_landscape:  # there its tiles take the room
            assert any("Hôm nay có tnv-01 giúp bác." in text for text in staff.texts)
        staff.jump(*opened_by(MAI))
        staff.tap("Kết thúc ca")
        assert staff.reads("Chưa ai bắt đầu ca.")
        assert office.done == [ShiftStarted(MAI.id), ShiftEnded(MAI.id)]


@pytest.mark.parametrize("panel", [PORTRAIT, LAPTOP], ids=["portrait", "laptop"])
def test_the_day_is_read_as_figures_and_bars(panel: Panel) -> None:
    with point(panel) as (staff, _):
        staff.tap("Hôm nay")
        assert isinstance(staff.at, Today)
        shown = staff.screen.named(role=Role.ListItem)
        names = [spoken_name(item) for item in shown]
        assert f"{value('sessions', visits())}\u00a0lượt hướng dẫn" in names
        assert "9\u00a0giờ: 10\u00a0lượt, 8 có người hỗ trợ, 2 tự làm" in names
        staff.tap("Xem thêm", "Cách đếm")
        assert any(text.startswith("Chờ người giúp: Trung bình, từ lúc gọi") for text in staff.texts)
        staff.tap(DONE, BACK, BACK)
        assert isinstance(staff.at, StaffMenu)


def test_closing_shows_the_day_and_ends_it() -> None:
    with point() as (staff, office):
        staff.tap("Bắt đầu ca", CLOSE)
        assert staff.reads("Đóng điểm hôm nay?") and staff.reads(str(value("sessions", visits())))
        staff.tap(CLOSE, *PIN)
        assert staff.reads("Điểm đã đóng.")
        assert office.done[-1] == PointClosed(MAI.id) and office.duty.on_duty == ()
        staff.tap(LOCK)
        assert isinstance(staff.at, Attract)


def test_the_controls_lock_in_the_middle_of_a_check_and_nothing_of_it_is_kept() -> None:
    with point() as (staff, office):
        staff.tap(OPEN)
        touch_circles(staff)
        staff.stage.wait(staff.stage.conductor._outside.rules.idle_long_after_s)
        assert isinstance(staff.at, Attract)
        assert not any(isinstance(one, PointChecked) for one in office.done)
        staff.jump(*opened_by(MAI), "opening")
        assert staff.at == OpeningCheck("touch")


def test_a_result_is_looked_at_again_from_the_menu() -> None:
    with point() as (staff, _):
        staff.jump("opening", *("fails",) * 5)
        assert isinstance(staff.at, OpeningResult)
        staff.tap(DONE, RESULT)
        assert staff.reads("Chưa mở được điểm.")
        staff.tap("Kiểm tra lại")
        assert staff.at == OpeningCheck("touch")
