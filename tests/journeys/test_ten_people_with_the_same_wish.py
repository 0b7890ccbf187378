"""Ten people come with the same wish and one volunteer helps them: so many touches, on the real window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from support.staff import MAI, PIN, HandRegister, staff_gate
from support.stage import PANELS, Stage
from support.visit_fakes import Bench
from support.visitor import DONE, NEXT, Visitor, visitor

from kiosk.log.sessions.summary import summarise
from ui.reach.ways.corner import TAPS
from ui.visit.staff.stages import PickGuide
from ui.visit.stage import StaffStage
from ui.visit.stages import Goodbye, Stepping

pytestmark = pytest.mark.usefixtures("drawing")
PEOPLE, AT_MOST = 10, 96
GUIDE, TITLE = "vneid-xuat-trinh", "Đưa thẻ bảo hiểm"
DO_STEPS = 5
SAME = "Cùng bài, đã xong, người sau, không cần mã"


def knock(staff: Visitor) -> None:
    """In the upper left corner, with a finger."""
    for _ in range(TAPS):
        staff.touches += 1
        staff.stage.clock.now_s += 0.4
        staff.screen.press(QPointF(20, 20))
        staff.screen.lift(QPointF(20, 20))
    staff.screen.wait_until(lambda: isinstance(staff.at, StaffStage))
    staff.settle()


@pytest.mark.parametrize("panel", ["portrait", "laptop"])
def test_ten_people_with_the_same_wish_take_at_most_96_touches(panel: str, bench: Bench) -> None:
    stage = Stage(PANELS[panel], staff=staff_gate(HandRegister()), notebook=bench.recorder)  # type: ignore[arg-type]
    often = replace(stage.conductor.around.point, opened={GUIDE: 9})  # a point where this is what people want
    stage.conductor.surround(often)
    with visitor(stage) as staff:
        knock(staff)
        staff.tap("Bạn Mai · Tình nguyện viên", *PIN, "Hỗ trợ một người")
        assert "Ki-ốt đếm: bài, bước" in staff.heard, "the whole of it, to the first one of the shift"
        staff.tap("Không nói")
        assert staff.at == PickGuide()
        staff.tap("Đi khám bệnh", TITLE)
        for number in range(PEOPLE):
            assert isinstance(staff.at, Stepping) and staff.at.flow_id == GUIDE
            assert not staff.at.walk.edges, "at its first step, as everybody before"
            if number:
                assert staff.reads("Có người giúp bác: máy đếm bài, bước, kết quả, không ghi tên bác.")
            staff.tap(*[NEXT] * DO_STEPS, DONE)
            assert isinstance(staff.at, Goodbye)
            staff.tap("Hài lòng", SAME)
        assert staff.touches <= AT_MOST, staff.touches
    told = summarise(bench.sink.events)[:PEOPLE]
    assert [(one.mode, one.outcome, one.face, one.result, one.filed) for one in told] == [
        ("assisted", "goodbye", "good", "done", None)
    ] * PEOPLE
    assert [[assist.staff for assist in one.assists] for one in told] == [[MAI.id]] * PEOPLE
    assert [one.walks[0].outcome for one in told] == ["completed"] * PEOPLE
