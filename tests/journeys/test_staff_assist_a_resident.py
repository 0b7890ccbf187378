"""An assisted visit on the real window, by touches alone, with its log beside it."""

# mypy: disable-error-code="comparison-overlap"
# (a press changes the stage that an assertion before it has narrowed)
from __future__ import annotations

from collections import Counter

import pytest
from support.opened import opened
from support.staff import MAI, PIN, HandRegister, staff_gate
from support.stage import BOTH_ENDS, PANELS, Stage, residents_guides
from support.visit_fakes import Bench
from support.visitor import DOWN, NEXT, START, Visitor, visitor
from support.window import Role

from kiosk.log.sessions.session import Assist
from kiosk.log.sessions.summary import summarise
from kiosk.log.sessions.tally import WalkCell
from ui.screens.staff.assist import USUAL
from ui.visit.staff.stages import AssistNotice, StaffMenu
from ui.visit.stages import Attract, Home, Stepping

pytestmark = pytest.mark.usefixtures("drawing")
NAME = "Bạn Mai · Tình nguyện viên"
ASSIST = "Hỗ trợ một người"
WHO_ACTS = "Ai bấm: bác"
GUIDE, TITLE = "vneid-cai-dat", "Cài ứng dụng VNeID"
AT_ONCE = 6
"""At least so many guides lie on the page that opens after who and how, on every panel and in large letters;
`screens/test_assist_row.py` counts them.
"""


def assisted(bench: Bench, panel: str = "portrait") -> Stage:
    return Stage(PANELS[panel], staff=staff_gate(HandRegister()), notebook=bench.recorder)  # type: ignore[arg-type]


def open_controls(staff: Visitor) -> None:
    staff.jump("staff")
    staff.tap(NAME, *PIN)


@pytest.mark.parametrize("panel", BOTH_ENDS)
def test_from_the_menu_to_the_guide_by_touch_who_acted_and_what_came_of_it(panel: str, bench: Bench) -> None:
    with visitor(assisted(bench, panel)) as staff:
        open_controls(staff)
        staff.tap(ASSIST)
        assert staff.at == AssistNotice()
        assert "Ki-ốt không ghi tên" in staff.heard
        yes, no = (staff.screen.find(name, Role.Button) for name in ("Có, nói nhóm", "Không nói"))
        assert (yes.width(), yes.height()) == (no.width(), no.height())
        for answer in ("Có, nói nhóm", "Người khuyết tật"):
            assert DOWN not in staff.buttons, "all of it at once: the text, and the answer that says nothing"
            staff.tap(answer)
        staff.tap("Chữ to, đọc chậm", "Chữ to hơn")
        staff.tap("Danh sách bài", TITLE)
        assert isinstance(staff.at, Stepping)
        staff.tap("iPhone, lưng máy có quả táo", WHO_ACTS, "Bấm hộ bác", NEXT, NEXT)
        assert isinstance(staff.at, Stepping)
        staff.tap("Kết thúc", "Chưa xong", "Không có SIM chính chủ", "Bình thường", "Chào bác")
        assert staff.at == Attract(), "the resident's button leads to no screen of staff"
    (visit,) = summarise(bench.sink.events)
    assert (visit.mode, visit.outcome, visit.face) == ("assisted", "goodbye", "fair")
    assert [one.staff for one in visit.assists] == [MAI.id]
    assert (visit.result, visit.obstacle, visit.filed) == ("not-done", "no-own-sim", None)
    assert [step.by for step in visit.walks[0].steps] == ["resident", "volunteer", "resident", None]
    assert bench.sink.walks == Counter({WalkCell("2026-11", "disabled", "vneid", "stopped"): 1})


@pytest.mark.parametrize("panel", BOTH_ENDS)
def test_who_the_list_and_which_are_three_touches(panel: str, bench: Bench) -> None:
    titles = [residents_guides().flows[usual].title.vi for usual in USUAL[:AT_ONCE]]
    with visitor(assisted(bench, panel)) as staff:
        open_controls(staff)
        staff.tap(ASSIST, "Có, nói nhóm")
        before = staff.touches
        staff.tap("Người cao tuổi", "Danh sách bài")
        for title in titles:
            staff.brought_into_view(title)
        staff.tap(titles[-1])
        assert staff.at == opened(residents_guides().flows[USUAL[AT_ONCE - 1]])
        assert staff.touches - before == 3, "no page was turned for any of them"


def test_in_the_middle_of_a_visit_no_leads_straight_back_and_the_row_appears(bench: Bench) -> None:
    with visitor(assisted(bench)) as staff:
        staff.tap(START)
        assert not staff.screen.shows("Bảng việc của người hỗ trợ", Role.Button)
        open_controls(staff)
        staff.tap(ASSIST, "Không nói")
        assert staff.at == Home()
        staff.tap("Bảng việc của người hỗ trợ", NAME, *PIN)
        assert staff.at == StaffMenu()
        staff.tap(ASSIST)
        assert staff.at == Home(), "who assists already is not asked again"
        staff.tap("Bảng việc của người hỗ trợ", NAME, *PIN, "Khóa, trả máy cho bà con")
        assert not staff.screen.shows("Bảng việc của người hỗ trợ", Role.Button)
    (visit,) = summarise(bench.sink.events)
    assert [type(one) for one in visit.assists] == [Assist]
    assert visit.assists[0].until_ms is not None


def test_two_residents_one_after_the_other_share_nothing_but_the_helper(bench: Bench) -> None:
    with visitor(assisted(bench)) as staff:
        open_controls(staff)
        staff.tap(ASSIST, "Có, nói nhóm", "Người cao tuổi", "Chữ to, đọc chậm", "English")
        staff.tap("List of guides", "Install the VNeID app")
        staff.tap("Finish", "Happy", "Next person, without a PIN")
        assert "Bác có muốn cho biết nhóm" in staff.heard, "in Vietnamese again, and aloud"
        staff.tap("Không nói", "Danh sách bài", TITLE, "Kết thúc", "Hài lòng")
        staff.tap("Chào bác")
    first, second = summarise(bench.sink.events)
    assert (first.language, second.language) == ("en", "vi")
    assert {one.staff for visit in (first, second) for one in visit.assists} == {MAI.id}
    assert bench.sink.walks == Counter(
        {WalkCell("2026-11", group, "vneid", "stopped"): 1 for group in ("elderly", "not-said")}
    )
