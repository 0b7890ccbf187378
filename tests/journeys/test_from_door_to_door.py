"""A team at the doors, on the real window, by touches alone: one guided, one mistake, the log beside it."""

# mypy: disable-error-code="comparison-overlap"
# (a press changes the stage that an assertion before it has narrowed)
from __future__ import annotations

import pytest
from support.staff import MAI, PIN, HandRegister, staff_gate
from support.stage import PANELS, SIGN, Stage
from support.visit_fakes import Bench
from support.visitor import BACK, Visitor, visitor

from kiosk.log.sessions.doors import doors_of
from kiosk.log.sessions.summary import summarise
from ui.visit.staff.stages import Door, Route, StaffMenu, WhoOpens
from ui.visit.stages import Goodbye, NeedGuides, Stepping

pytestmark = pytest.mark.usefixtures("drawing")
NAME = "Bạn Mai · Tình nguyện viên"
DOORS, UNDO = "Đi từng nhà", "Ghi nhầm, bỏ lần này"
VOLUNTEER, NO = "Tình nguyện viên, mở bảng hỗ trợ", "Không nói"
TEAM = SIGN._replace(kind="team", number=12)


def tile(staff: Visitor, label: str) -> str:
    """The whole name of the tile that begins so: its count follows."""
    return next(one.name for one in staff.stage.conductor.page.choices if one.label.startswith(label))


@pytest.mark.parametrize("panel", ["portrait", "laptop"])
def test_three_doors_are_marked_and_one_visit_is_assisted(panel: str, bench: Bench) -> None:
    stage = Stage(PANELS[panel], sign=TEAM, staff=staff_gate(HandRegister()), notebook=bench.recorder)  # type: ignore[arg-type]
    with visitor(stage) as staff:
        assert staff.reads("Phường Cửa Nam · Tổ số\u00a012"), (
            "nothing is told of a day on which nothing was done"
        )
        staff.tap(VOLUNTEER)
        assert isinstance(staff.at, WhoOpens)
        staff.tap(NAME, *PIN)
        assert staff.touches == 8
        staff.tap(DOORS)
        assert staff.at == Route()
        staff.tap(tile(staff, "Tổ dân phố số\u00a06"))
        staff.tap(tile(staff, "Vắng nhà"))
        staff.tap(tile(staff, "Từ chối"), UNDO)
        staff.tap(tile(staff, "Hẹn quay lại"))
        assert staff.at == Door(6, "come-back")
        assert staff.reads("Tổ dân phố số\u00a06 · Hôm nay 2 nhà. Đã ghi: Hẹn quay lại.")
        staff.tap("Hỗ trợ một người", "Không nói")
        staff.tap("Danh sách bài", "Cài ứng dụng VNeID")
        assert isinstance(staff.at, Stepping)
        staff.tap("Kết thúc")
        assert isinstance(staff.at, Goodbye)
        staff.tap("Hài lòng", "Người sau, không cần mã")
        assert staff.at == Door(6), "what came of this door is marked now, and it is the same group"
        staff.tap(tile(staff, "Đã hướng dẫn"))
        stage.clock.now_s += 240
        stage.conductor.tick()
        staff.settle()
        assert staff.reads("Phường Cửa Nam · Tổ số\u00a012\nHôm nay 3 nhà, 1\u00a0lượt hỗ trợ")
        staff.tap(VOLUNTEER, NAME, *PIN)
        assert staff.at == Door(6), "on the way nobody is asked again where they are"
        staff.tap(BACK, BACK)
        assert staff.at == StaffMenu()
    assert doors_of(bench.sink.events) == {(6, "nobody-home"): 1, (6, "come-back"): 1, (6, "guided"): 1}
    (visit,) = summarise(bench.sink.events)
    assert (visit.mode, [one.staff for one in visit.assists]) == ("assisted", [MAI.id])


def test_what_is_touched_on_the_first_screen_is_opened_in_its_language_after_the_pin(bench: Bench) -> None:
    stage = Stage(PANELS["laptop"], sign=TEAM, staff=staff_gate(HandRegister()), notebook=bench.recorder)  # type: ignore[arg-type]
    with visitor(stage) as staff:
        assert {"Giờ mở cửa", "Gọi người giúp"}.isdisjoint(staff.buttons)
        stage.walk_to("language", "language.en")
        assert stage.conductor.page.language == "en" and bench.sink.events == []
        staff.settle()
        staff.touches = 0
        staff.tap("See a doctor", "Bạn Mai · Volunteer", *PIN)
        assert staff.touches == 8, "the PIN leads on, not to the menu"
        staff.tap("Say nothing")
        assert staff.at == NeedGuides("kham-benh") and staff.touches == 9
    assert [one.what.kind for one in bench.sink.events][:3] == [
        "session.started",
        "assist.started",
        "need.chosen",
    ]
    (visit,) = summarise(bench.sink.events)
    assert (visit.mode, visit.language) == ("assisted", "en")


def test_a_language_that_nobody_goes_on_in_is_forgotten_like_a_visit() -> None:
    stage = Stage(sign=TEAM, staff=staff_gate(HandRegister()))
    stage.walk_to("language", "language.en", "listen")
    assert stage.conductor.page.language == "en" and stage.conductor.visit.preferences.speech_on
    stage.wait(301)
    assert stage.conductor.nobody_is_here and stage.conductor.page.language == "vi"
