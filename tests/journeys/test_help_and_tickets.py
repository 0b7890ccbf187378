"""On the real window: a call taken with one touch, one that nobody answers, and a ticket with its code."""

from __future__ import annotations

import pytest
import zxingcpp
from support.scanner import scan
from support.staff import PIN, staff_gate
from support.stage import PANELS, Stage
from support.tickets import HandTickets, ticket_gate
from support.visitor import CALL, Visitor, visitor
from support.window import pixels

from accessibility.preferences import Preferences
from kiosk.base.events import AnswerPassedOn
from ui.visit.staff.ticket import Ticket
from ui.visit.stages import Attract, Person, Stepping

pytestmark = pytest.mark.usefixtures("drawing")
CAME = "Có người đến rồi"


def helped(resident: Visitor) -> list[str | None]:
    return [line[0] for line in resident.stage.notebook.lines if str(line[0]).startswith("help")]


@pytest.mark.parametrize(("panel", "text_size"), [("portrait", 5), ("laptop", 1), ("landscape", 3)])
def test_whoever_comes_touches_once_at_every_size_and_the_step_stands_there(
    panel: str, text_size: int
) -> None:
    with visitor(Stage(PANELS[panel], first=Preferences(text_size=text_size))) as resident:
        resident.open_guide()
        step = resident.step
        resident.tap(CALL)
        assert isinstance(resident.at, Person)
        assert resident.reads("Thời gian đợi: chưa đến 1\u00a0phút.") or text_size > 1
        resident.tap(CAME)
        assert isinstance(resident.at, Stepping)
        assert resident.step == step
        assert helped(resident) == ["help called", "help taken"]


def test_when_nobody_comes_the_number_stands_there_and_help_can_still_come() -> None:
    with visitor(Stage()) as resident:
        resident.open_guide()
        resident.tap(CALL)
        resident.stage.ear.finish()
        resident.stage.wait(181)
        resident.settle()
        assert resident.reads("024\u00a01022")
        assert resident.reads("Bác đã đợi 3\u00a0phút.")
        resident.tap(CAME)
        assert isinstance(resident.at, Stepping)
        assert helped(resident) == ["help called", "help escalated", "help taken"]


def test_a_volunteer_passes_a_question_on_and_the_resident_takes_its_number_along() -> None:
    keeper = HandTickets()
    with visitor(Stage(staff=staff_gate(), tickets=ticket_gate(keeper))) as staff:
        staff.open_guide()
        staff.jump("staff")
        staff.tap("Bạn Mai · Tình nguyện viên", *PIN, "Phiếu hỏi", "Gửi phiếu mới")
        staff.tap("Thiếu giấy tờ", "Trong tuần này")
        assert staff.reads("Đ3\u00a00001\u00a058")
        (code,) = zxingcpp.read_barcodes((pixels(staff.screen.grab()) & 0xFF).astype("uint8"))
        assert code.text == "PHIEU D3-0001-58"
        staff.tap("Xong", "Quay lại", "Khóa, trả máy cho bà con")
        assert isinstance(staff.at, Stepping)
        assert [question.problem for question in keeper.asked] == ["no-papers"]


def test_an_answer_of_the_ward_is_read_on_the_screen_in_plain_words() -> None:
    from support.tickets import HandTickets

    keeper = HandTickets((Ticket("d3-0007-58", "no-nfc", "now", None, "bring-papers"),))
    with visitor(Stage(staff=staff_gate(), tickets=ticket_gate(keeper))) as staff:
        staff.jump("staff")
        staff.tap("Bạn Mai · Tình nguyện viên", *PIN, "Phiếu hỏi")
        staff.tap(next(name for name in staff.buttons if "0007" in name))
        assert staff.reads("Còn thiếu giấy tờ. Mời bác mang giấy tờ đến điểm này.")
        staff.tap("Đã báo cho bác", "Quay lại", "Khóa bảng hỗ trợ")
        assert isinstance(staff.at, Attract)
        assert keeper.passed_on == [AnswerPassedOn("d3-0007-58", "bring-papers", "tnv-01")]


def test_a_scanner_opens_the_ticket_whose_code_was_brought_back() -> None:
    asked = Ticket("d3-0007-58", "no-nfc", "now", None, "come-to-ward")
    with visitor(
        Stage(staff=staff_gate(), tickets=ticket_gate(HandTickets((asked,))), scanner=True)
    ) as staff:
        staff.jump("staff")
        staff.tap("Bạn Mai · Tình nguyện viên", *PIN, "Phiếu hỏi")
        scan(staff.stage, "PHIEU D3-0007-58"[::-1])
        staff.settle()
        assert staff.reads("Mời bác đến gặp cán bộ phường.")
