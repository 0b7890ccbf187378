"""A guide that was gone through ends on one page: its last sentence, three faces, and that one is done."""

from __future__ import annotations

import pytest
from support.staff import MAI
from support.stage import Stage, residents_guides
from support.untold import questions

from flows.steps import End, ToFlow
from flows.told import standing
from flows.walk import Walk, back, current, onward
from kiosk.tour.stops import walks_to_every_step
from ui.screens.derive import derive
from ui.screens.farewell import GoodbyeProps
from ui.screens.guide_end import EndProps
from ui.visit.actions.chosen import OpenGuide
from ui.visit.actions.common import Do
from ui.visit.close_walk import outcome_of_leaving
from ui.visit.staff.people import Assist, AtControls
from ui.visit.stages import Attract, Goodbye, Home, IdleNotice, OpenWalk, Stepping, StuckList, Visit

FLOWS = residents_guides().flows
ENDS = [
    (flow.id, walk)
    for flow in FLOWS.values()
    for step, walk in walks_to_every_step(flow)
    if isinstance(step, End)
]
GUIDE = "vneid-xuat-trinh"
WALK = next(walk for flow_id, walk in ENDS if flow_id == GUIDE)
COMPLETED, LEFT = ("walk ended", "completed"), ("session ended", "goodbye")


def at(flow_id: str, walk: Walk) -> Visit:
    return Visit((Home(), Stepping(flow_id, walk)), open_walk=OpenWalk(flow_id))


def stage_at(flow_id: str = GUIDE, walk: Walk = WALK) -> Stage:
    stage = Stage()
    stage.walk_to("begin")
    stage.conductor.show(at(flow_id, walk))
    return stage


def test_every_end_shows_its_sentence_three_faces_and_that_one_is_done_as_the_main_button() -> None:
    around = Stage().conductor.around
    for flow_id, walk in ENDS:
        page = derive(at(flow_id, walk), around)
        assert isinstance(page, EndProps) and page.primary is not None
        assert page.sentence == current(FLOWS[flow_id], walk).say.vi
        assert page.primary.label == "Tôi xong rồi"
        assert [one.label for one in page.faces] == ["Hài lòng", "Bình thường", "Chưa hài lòng"]
        leads_on = [edge.id for edge in onward(FLOWS[flow_id], walk)]
        assert [one.slot for one in page.onward] == leads_on
        assert len(page.choices) - len(leads_on) + len(page.bar) + 1 <= 7


def test_its_sentence_is_said_first_then_the_question_its_faces_and_how_one_leaves() -> None:
    stage = stage_at()
    stage.conductor.act(Do.AGAIN)
    parts = (FLOWS[GUIDE].steps["xong"].say.vi, "Bác thấy thế nào ạ?", "Hài lòng", "Hoặc bác chạm nút")
    places = [stage.ear.last.index(part) for part in parts]
    assert places == sorted(places)


def test_one_touch_ends_the_visit_and_the_guide_counts_as_done() -> None:
    stage = stage_at()
    stage.walk_to("next-person")
    assert isinstance(stage.conductor.visit.stage, Attract)
    assert stage.notebook.lines[-2:] == [COMPLETED, LEFT]


def test_a_face_is_thanked_for_on_the_page_of_what_else_may_be_done() -> None:
    stage = stage_at()
    stage.walk_to("face.fair")
    visit = stage.conductor.visit
    assert visit.stage == Goodbye(finished=True, face="fair", guide=GUIDE, walk=WALK)
    assert (visit.finished, visit.left, visit.open_walk) == ((GUIDE,), "", None)
    offered = [one.slot for one in stage.conductor.page.bar]
    assert {"practise", "another"} <= set(offered)
    assert stage.notebook.lines[-2:] == [COMPLETED, ("satisfaction given", "fair")]
    assert not any(line.slot.startswith("face.") for line in stage.conductor.page.script)


def test_who_ends_the_visit_there_or_from_what_lies_over_it_has_completed_the_guide() -> None:
    for over in ((), (StuckList(GUIDE, WALK),), (IdleNotice(),)):
        stage = stage_at()
        stage.conductor.show(Visit((*at(GUIDE, WALK).stages, *over), open_walk=OpenWalk(GUIDE)))
        stage.walk_to("stay") if over == (IdleNotice(),) else None
        stage.conductor.act(Do.FINISH)
        assert stage.conductor.visit.stage == Goodbye(finished=True, guide=GUIDE, walk=WALK)
        assert stage.notebook.lines[-1] == COMPLETED


def test_nobody_there_any_more_at_the_end_is_a_guide_completed_and_a_step_before_one_stopped() -> None:
    for walk, outcome in ((WALK, "completed"), (back(WALK), "stopped")):
        stage = stage_at(GUIDE, walk)
        stage.wait(20 * 60)
        assert isinstance(stage.conductor.visit.stage, Attract)
        assert stage.notebook.lines[-2:] == [("walk ended", outcome), ("session ended", "idle")]


def test_back_from_the_end_leads_to_the_step_before_it() -> None:
    stage = stage_at()
    stage.walk_to("back")
    assert stage.conductor.visit.stage == Stepping(GUIDE, back(WALK))


def test_beside_staff_who_assist_the_end_stays_a_step_and_result_filing_and_face_come_after_it() -> None:
    visit = Visit(at(GUIDE, WALK).stages, staff=AtControls(MAI), assist=Assist(MAI.id))
    page = derive(visit, Stage().conductor.around)
    assert page.template == "step" and page.primary is not None and page.primary.slot == "done"


@pytest.mark.parametrize("private", [False, True])
def test_the_guides_an_end_leads_to_stay_on_the_page_when_a_face_was_touched(private: bool) -> None:
    """Where they tell what was answered they are said no louder than the end itself was."""
    flow_id, walk, further = next(
        (flow_id, walk, edge.target.flow_id)
        for flow_id, walk in ENDS
        for edge in onward(FLOWS[flow_id], walk)
        if isinstance(edge.target, ToFlow) and current(FLOWS[flow_id], walk).private == private
    )
    stage = stage_at(flow_id, walk)
    stage.walk_to("face.good")
    page = stage.conductor.page
    assert isinstance(page, GoodbyeProps)
    assert OpenGuide(further) in [one.action for one in page.next_ones]
    assert (FLOWS[further].title.vi in stage.ear.last) != private
    stage.conductor.act(OpenGuide(further))
    assert stage.conductor.visit.stage.flow_id == further  # type: ignore[attr-defined]


def test_where_answers_stay_untold_ending_the_visit_does_not_tell_one_end_from_another() -> None:
    seen = 0
    for flow in FLOWS.values():
        for _, answers in questions(flow):
            over = [after["over"] for after in answers.values() if "over" in after]
            assert all(standing(flow, walk).untold for walk in over)
            outcomes = {outcome_of_leaving(at(flow.id, walk), FLOWS) for walk in over}
            assert outcomes <= {"completed"}, flow.id
            seen += len(over)
    assert seen > 2
