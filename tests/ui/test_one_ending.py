"""A guide ends on one page, also where a person takes over: its last sentence, faces, and being done."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.sealed import unsigned_seal
from support.staff import MAI
from support.stage import Stage, residents_guides
from support.untold import questions

from accessibility.card import Card
from accessibility.preferences import Preferences
from flows.guide.logged import logged_position
from flows.guide.steps import End, HandOver, ToFlow
from flows.guide.walk import Walk, back, begin, onward
from flows.practice.practice import first_pass
from flows.practice.way import tasks_of
from kiosk.base.events import Face
from kiosk.point.tour.walks import walks_to_every_step
from ui.screens.derive import derive
from ui.screens.guide_end import EndProps, in_an_emergency
from ui.screens.strip import derive_strip
from ui.visit.actions.chosen import OpenGuide, TakeEdge
from ui.visit.actions.common import Do
from ui.visit.card import next_guide
from ui.visit.close_walk import outcome_of_leaving
from ui.visit.practising import may_practise
from ui.visit.staff.people import Assist, AtControls
from ui.visit.stages import Attract, Home, IdleNotice, Person, Practising, Stepping, StuckList
from ui.visit.visit import OpenWalk, Visit

FLOWS = residents_guides().flows
ENDS = [
    (flow.id, step, walk)
    for flow in FLOWS.values()
    for step, walk in walks_to_every_step(flow)
    if isinstance(step, End | HandOver)
]
GUIDE, HAND_OVER, EMERGENCY = "vneid-xuat-trinh", "cong-an-thu-tuc", "dat-lich-kham"
WALK = next(walk for flow_id, _, walk in ENDS if flow_id == GUIDE)
SEALED = Stage(seal=unsigned_seal).conductor.around
COMPLETED, LEFT = ("walk ended", "completed"), ("session ended", "goodbye")
HANDED_OVER = ("walk ended", "handed-over")


def way_to(flow_id: str, step_id: str) -> Walk:
    return next(walk for one, step, walk in ENDS if (one, step.id) == (flow_id, step_id))


def at(flow_id: str, walk: Walk) -> Visit:
    return Visit((Home(), Stepping(flow_id, walk)), open_walk=OpenWalk(flow_id))


def stage_at(flow_id: str = GUIDE, walk: Walk = WALK) -> Stage:
    stage = Stage()
    stage.walk_to("begin")
    stage.conductor.show(at(flow_id, walk))
    return stage


def test_every_end_and_hand_over_shows_its_sentence_the_faces_and_three_ways_to_go() -> None:
    around, asked = Stage().conductor.around, 0
    for flow_id, step, walk in ENDS:
        page = derive(at(flow_id, walk), around)
        assert isinstance(page, EndProps) and page.primary is not None
        assert page.sentence == step.say.vi
        assert page.primary.label == "Tôi xong rồi"
        assert "Làm bài khác" in [one.label for one in page.bar]
        assert page.hands_over == isinstance(step, HandOver)
        assert [one.urgent for one in page.bar if one.action is Do.CALL_PERSON] == [page.hands_over]
        faces = [one.label for one in page.faces]
        assert faces in ([], ["Hài lòng", "Bình thường", "Chưa hài lòng"])
        asked += bool(faces)
        leads_on = [edge.id for edge in onward(FLOWS[flow_id], walk)]
        assert [one.slot for one in page.onward if one.action is not Do.PRACTISE] == leads_on
        assert all(one.picture for one in page.onward)
    calm = [(flow_id, step) for flow_id, step, _ in ENDS if FLOWS[flow_id].faces]
    grave = [step for _, step in calm if step.not_alone or in_an_emergency(step)]
    assert len(calm) - asked == len(grave) == 4


@pytest.mark.parametrize("face", [None, "good"])
def test_an_end_has_seven_controls_besides_its_faces_and_where_it_leads(face: Face | None) -> None:
    for flow_id, _, walk in ENDS:
        stage = Stepping(flow_id, walk, face=face)
        visit = Visit((Home(), stage), open_walk=OpenWalk(flow_id))
        page, strip = derive(visit, SEALED), derive_strip(visit, SEALED)
        assert [one.slot for one in strip.chips] == ["language", "comfort"], "the main button ends the visit"
        assert len(strip.chips) + 1 + len(page.bar) <= 7, (flow_id, page.bar)


def test_the_sentence_of_an_end_is_said_first_then_the_question_its_faces_and_how_one_leaves() -> None:
    stage = stage_at()
    stage.conductor.act(Do.AGAIN)
    parts = (FLOWS[GUIDE].steps["xong"].say.vi, "Máy giúp bác thế nào ạ?", "Hài lòng", "Hoặc bác chạm nút")
    places = [stage.ear.last.index(part) for part in parts]
    assert places == sorted(places)


def test_one_touch_ends_the_visit_and_the_guide_counts_as_done() -> None:
    stage = stage_at()
    stage.walk_to("next-person")
    assert isinstance(stage.conductor.visit.stage, Attract)
    assert stage.notebook.lines[-2:] == [COMPLETED, LEFT]


def test_one_touch_ends_a_visit_that_a_person_takes_over() -> None:
    stage = stage_at(HAND_OVER, way_to(HAND_OVER, "phai-den"))
    stage.walk_to("next-person")
    assert isinstance(stage.conductor.visit.stage, Attract)
    assert stage.notebook.lines[-2:] == [HANDED_OVER, LEFT]


@pytest.mark.parametrize(
    ("flow_id", "step_id", "outcome"), [(GUIDE, "xong", COMPLETED), (HAND_OVER, "phai-den", HANDED_OVER)]
)
def test_another_guide_is_chosen_in_the_same_visit_with_all_that_was_set(
    flow_id: str, step_id: str, outcome: tuple[str, str]
) -> None:
    stage, own = Stage(), Preferences(text_size=4, language="fr", speech_on=False)
    stage.walk_to("begin")
    stage.conductor.show(replace(at(flow_id, way_to(flow_id, step_id)), preferences=own))
    stage.walk_to("face.fair", "another")
    visit = stage.conductor.visit
    assert (visit.stages, visit.preferences, visit.open_walk) == ((Home(),), own, None)
    assert visit.finished == ((flow_id,) if outcome == COMPLETED else ())
    assert stage.notebook.lines[-2:] == [("satisfaction given", "fair"), outcome]


def test_a_face_lights_and_is_thanked_and_nothing_else_moves_but_back() -> None:
    stage = stage_at()
    before = stage.conductor.page
    stage.walk_to("face.fair")
    page = stage.conductor.page
    assert isinstance(before, EndProps) and isinstance(page, EndProps)
    assert (page.sentence, page.picture, page.primary) == (before.sentence, before.picture, before.primary)
    assert [one.slot for one in page.choices] == [one.slot for one in before.choices]
    assert (page.touched, page.question) == ("face.fair", "Cảm ơn bác ạ. Bác về, máy xóa hết.")
    assert (
        stage.ear.last.startswith("Cảm ơn bác ạ. Bác về, máy xóa hết.")
        and page.sentence not in stage.ear.last
    )
    assert [one.slot for one in before.bar] == ["another", "back", "again", "call-person"]
    assert [one.slot for one in derive(stage.conductor.visit, SEALED).bar] == [
        "another", "my-card", "again", "call-person",
    ]  # fmt: skip
    assert stage.conductor.visit.finished == (GUIDE,)
    stage.walk_to("again")
    assert page.sentence in stage.ear.last
    stage.walk_to("next-person")
    assert stage.notebook.lines[-3:] == [("satisfaction given", "fair"), COMPLETED, LEFT]


def visits_with_something_to_remember(stage: Stepping) -> dict[str, Visit]:
    plain, other = Visit((Home(), stage)), FLOWS["bhxh-vssid"]
    settings = {
        "larger letters": Preferences(text_size=5),
        "high contrast": Preferences(theme="yellow-black"),
        "calm": Preferences(calm=True),
        "steady hands": Preferences(hold_s=1.0),
        "low reach": Preferences(low_reach=True),
    }
    return {
        "nothing": plain,
        "a card brought": replace(plain, brought=Card()),
        "another guide practised": replace(
            plain, practised=(first_pass(other.id, tasks_of(other, None, FLOWS.values()), "shown"),)
        ),
        **{name: replace(plain, preferences=own) for name, own in settings.items()},
    }


WITH_A_PERSON_ALONE = {"ho-chieu", "chu-ky-so"}
"""Guides that end where a person takes over, or where more than one way leads on."""


@pytest.mark.parametrize("face", [None, "good"])
def test_practice_is_offered_at_the_end_of_each_guide_whatever_was_set_brought_or_practised_before(
    face: Face | None,
) -> None:
    """Before a face is touched too, but where a person takes over; and there as soon as one was."""
    seen = {
        one.id for one in FLOWS.values() if not one.faces
    }  # who has just lost money is comforted, no more
    for flow_id, step, walk in ENDS:
        if not FLOWS[flow_id].faces:
            continue
        if not may_practise(Visit(), FLOWS[flow_id]) or (isinstance(step, HandOver) and face is None):
            continue
        if len(onward(FLOWS[flow_id], walk)) > 1 and face is None:
            continue
        for name, visit in visits_with_something_to_remember(Stepping(flow_id, walk, face=face)).items():
            if name == "another guide practised" and flow_id == "bhxh-vssid":
                continue
            page = derive(visit, SEALED)
            offered = [one.slot for one in (*page.choices, *page.bar)]
            assert "practise" in offered, (flow_id, step.id, name)
            assert "my-card" not in offered[: offered.index("practise")], (flow_id, step.id, name)
        seen.add(flow_id)
    practisable = {one.id for one in FLOWS.values() if may_practise(Visit(), one)}
    assert practisable - seen <= (WITH_A_PERSON_ALONE if face is None else set()), "it ends otherwise"


def test_the_tile_leads_to_practice_and_back_to_the_end_with_its_face() -> None:
    for slots in (("practise",), ("face.good", "practise")):
        stage = stage_at()
        stage.walk_to(*slots)
        assert isinstance(stage.conductor.visit.stage, Practising)
        stage.walk_to("back")
        assert isinstance(stage.conductor.page, EndProps)


def test_once_practised_the_card_stands_before_practice_where_a_person_takes_over() -> None:
    flow = FLOWS[HAND_OVER]
    practised = first_pass(flow.id, tasks_of(flow, None, FLOWS.values()), "shown")
    visit = Visit((Home(), Stepping(HAND_OVER, way_to(HAND_OVER, "phai-den"), face="good")))
    assert [one.slot for one in derive(visit, SEALED).bar][:2] == ["another", "practise"]
    after = derive(replace(visit, practised=(practised,)), SEALED)
    assert [one.slot for one in after.bar][:2] == ["another", "my-card"]


def test_the_card_stays_in_reach_by_ending_the_visit_from_the_tiles() -> None:
    stage = Stage(seal=unsigned_seal)
    stage.walk_to("begin")
    stage.conductor.show(at(HAND_OVER, way_to(HAND_OVER, "phai-den")))
    stage.walk_to("face.good", "another", "finish")
    assert "my-card" in [one.slot for one in stage.conductor.page.bar]


def test_after_a_face_the_card_is_offered_where_there_is_nothing_to_practise() -> None:
    flow_id, walk = next(
        (flow_id, walk) for flow_id, _, walk in ENDS if not may_practise(Visit(), FLOWS[flow_id])
    )
    page = derive(Visit((Home(), Stepping(flow_id, walk, face="good"))), SEALED)
    assert [one.slot for one in page.bar][:2] == ["another", "my-card"]


def test_another_face_may_be_touched_and_the_same_one_is_noted_once() -> None:
    stage = stage_at()
    stage.walk_to("face.fair", "face.fair", "face.good")
    given = [line for line in stage.notebook.lines if line[0] == "satisfaction given"]
    assert given == [("satisfaction given", "fair"), ("satisfaction given", "good")]


def test_in_an_emergency_nobody_is_asked_how_it_was() -> None:
    stage = stage_at(EMERGENCY, way_to(EMERGENCY, "goi-115"))
    page = stage.conductor.page
    assert isinstance(page, EndProps) and (page.faces, page.question) == ((), "")
    stage.conductor.act(Do.AGAIN)
    last = "Cần người giúp ở đây, bác chạm “Gọi người giúp”.\nHoặc bác chạm nút màu mận “Tôi xong rồi”."
    assert stage.ear.last.endswith(last)


def test_what_lies_over_the_end_is_left_to_it_and_the_guide_is_completed_only_when_somebody_goes() -> None:
    for over in ((StuckList(GUIDE, WALK),), (IdleNotice(),), (Person(),)):
        stage = stage_at()
        stage.conductor.show(Visit((*at(GUIDE, WALK).stages, *over), open_walk=OpenWalk(GUIDE)))
        stage.walk_to("stay") if over == (IdleNotice(),) else None
        stage.conductor.act(Do.FINISH)
        assert stage.conductor.visit.stage == Stepping(GUIDE, WALK)
        assert COMPLETED not in stage.notebook.lines


def test_nobody_there_any_more_at_the_end_is_a_guide_completed_and_a_step_before_one_stopped() -> None:
    over_to = way_to(HAND_OVER, "phai-den")
    ends = ((GUIDE, WALK, "completed"), (GUIDE, back(WALK), "stopped"), (HAND_OVER, over_to, "handed-over"))
    for guide, walk, outcome in ends:
        stage = stage_at(guide, walk)
        stage.wait(20 * 60)
        assert isinstance(stage.conductor.visit.stage, Attract)
        assert stage.notebook.lines[-2:] == [("walk ended", outcome), ("session ended", "idle")]


def test_who_has_said_how_it_was_and_leaves_the_kiosk_has_left_after_a_minute_and_a_half() -> None:
    stage = stage_at()
    stage.walk_to("face.good")
    stage.wait(89)
    assert stage.conductor.visit.stage == Stepping(GUIDE, WALK, face="good")
    stage.wait(2)
    assert stage.notebook.lines[-2:] == [COMPLETED, LEFT]


def test_back_from_the_end_leads_to_the_step_before_it() -> None:
    stage = stage_at()
    stage.walk_to("back")
    assert stage.conductor.visit.stage == Stepping(GUIDE, back(WALK))


def test_beside_staff_who_assist_the_end_stays_a_step_and_result_filing_and_face_come_after_it() -> None:
    visit = Visit(at(GUIDE, WALK).stages, staff=AtControls(MAI), assist=Assist(MAI.id))
    page = derive(visit, Stage().conductor.around)
    assert page.template == "step" and page.primary is not None and page.primary.slot == "done"


@pytest.mark.parametrize("private", [False, True])
def test_where_an_end_leads_stays_on_the_page_when_a_face_was_touched(private: bool) -> None:
    """Where it tells what was answered it is said no louder than the end itself was. The guide is done."""
    flow_id, walk, edge, further = next(
        (flow_id, walk, edge.id, edge.target.flow_id)
        for flow_id, step, walk in ENDS
        for edge in onward(FLOWS[flow_id], walk)
        if isinstance(edge.target, ToFlow) and step.private == private and isinstance(step, End)
    )
    stage = stage_at(flow_id, walk)
    stage.walk_to("face.good")
    page = stage.conductor.page
    assert isinstance(page, EndProps) and edge in [one.slot for one in page.onward]
    stage.conductor.act(TakeEdge(edge))
    assert stage.conductor.visit.stage.flow_id == further  # type: ignore[attr-defined]
    assert stage.conductor.visit.finished == (flow_id,)
    assert COMPLETED in stage.notebook.lines and ("walk ended", "referred") not in stage.notebook.lines


def test_where_answers_stay_unlogged_ending_the_visit_does_not_give_away_which_end_it_was() -> None:
    seen = 0
    for flow in FLOWS.values():
        for _, answers in questions(flow):
            over = [after["over"] for after in answers.values() if "over" in after]
            assert all(logged_position(flow, walk).untold for walk in over)
            outcomes = {outcome_of_leaving(at(flow.id, walk), FLOWS) for walk in over}
            assert outcomes <= {"completed"}, flow.id
            seen += len(over)
    assert seen > 2


def test_who_chooses_another_guide_is_told_over_the_tiles_what_to_learn_next() -> None:
    stage = stage_at()
    stage.walk_to("another")
    page, after = stage.conductor.page, next_guide(stage.conductor.visit, FLOWS)
    assert after is not None and page.primary is not None
    assert page.sentence == f"Lần sau bác nên học: {after.title.vi}"
    assert page.primary.action == OpenGuide(after.id)
    stage.walk_to(page.primary.slot)
    assert stage.conductor.visit.stage == Stepping(after.id, begin(after)) or after.asks_first
