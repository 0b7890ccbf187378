"""A volunteer takes a guide on the real window, by touches alone, while a resident's visit waits beneath."""

# mypy: disable-error-code="comparison-overlap"
# (a press changes the stage that an assertion before it has narrowed)
from __future__ import annotations

import pytest
from support.staff import PIN, HandRegister, staff_gate
from support.stage import PANELS, Stage, volunteers_guides
from support.trainings import finished_by_role
from support.visit_fakes import Bench
from support.visitor import DONE, NEXT, START, Visitor, visitor

from flows.guide.steps import Step
from flows.guide.walk import current
from kiosk.log.sessions.summary import summarise
from ui.visit.staff.stages import Training
from ui.visit.stages import Home, Stepping

pytestmark = pytest.mark.usefixtures("drawing")
NAME, LEARN = "Bạn Mai · Tình nguyện viên", "Học cách hỗ trợ"
GUIDE = "tnv-danh-dau-that"
FLOW = volunteers_guides().flows[GUIDE]
RIGHT = {"q-chi": "“Có giúp”", "q-quen": "Bấm “Quay lại”, đánh dấu đúng bước ấy", "q-nguoi-nha": "“Có giúp”"}


def step_of(staff: Visitor) -> Step:
    at = staff.at
    assert isinstance(at, Training) and isinstance(at.at[-1], Stepping)
    return current(FLOW, at.at[-1].walk)


@pytest.mark.parametrize("panel", ["portrait", "laptop"])
def test_from_the_menu_through_questions_and_check_to_the_count(panel: str, bench: Bench) -> None:
    stage = Stage(PANELS[panel], staff=staff_gate(HandRegister()), notebook=bench.recorder)  # type: ignore[arg-type]
    with visitor(stage) as staff:
        staff.tap(START)
        staff.jump("staff")
        staff.tap(NAME, *PIN, LEARN, FLOW.title.vi)
        first = True
        while step_of(staff).id != "xong":
            step = step_of(staff)
            if step.id == "q-chi" and first:  # a wrong answer is explained, and not held against anybody
                staff.tap("“Bác”")
                assert step_of(staff).id == "q-chi-sua"
                first = False
            elif step.id in RIGHT:
                staff.tap(RIGHT[step.id])
            elif step.id == "thuc-hanh-xong":
                staff.tap("Rồi")
            else:
                staff.tap(NEXT)
        staff.tap(DONE)
        assert staff.reads("Máy chỉ đếm là có một người học xong, không ghi là ai.")
        staff.tap("Học bài khác")
        assert staff.at == Training()
        staff.jump("lock")
        assert staff.at == Home()
    assert finished_by_role(bench.sink.events) == {(GUIDE, "volunteer"): 1}
    (visit,) = summarise(bench.sink.events)
    assert (visit.walks, visit.assists) == ((), ())
