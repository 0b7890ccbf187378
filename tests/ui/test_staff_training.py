"""Volunteers learn at the kiosk: as residents do, beside any visit, and counted by role alone."""

from __future__ import annotations

import re
import tomllib
from collections import deque
from dataclasses import replace
from datetime import timedelta
from itertools import cycle

import pytest
from support.opened import opened
from support.staff import CUC, MAI, SEN, opened_by, staff_gate, typed
from support.stage import Stage, volunteers_guides

from accessibility.keys import Meaning
from accessibility.preferences import Preferences
from flows.guide import walk as walks
from flows.guide.steps import End, ToPerson
from flows.guide.walk import Walk
from kiosk.base.words.texts import CHOICES
from ui.reach.ways.items import PRIMARY_SLOT
from ui.visit.staff.people import StaffMember
from ui.visit.staff.point import OnDuty
from ui.visit.staff.stages import StaffMenu, Training
from ui.visit.stages import Home, Stepping
from ui.words import SCREENS

GUIDE = "tnv-may-o-tay-bac"
LESSONS = volunteers_guides().flows


def kiosk() -> Stage:
    return Stage(staff=staff_gate())


def way_to(flow_id: str, kind: type) -> tuple[str, ...]:
    """The shortest edges to a step of that kind."""
    flow = LESSONS[flow_id]
    waiting = deque([walks.begin(flow)])
    while waiting:
        walk = waiting.popleft()
        if isinstance(walks.current(flow, walk), kind):
            return walk.edges
        further = (walks.follow(flow, walk, edge.id) for edge in walks.edges_open(flow, walk))
        waiting.extend(one for one in further if isinstance(one, Walk))
    raise AssertionError(kind)


def at_training(stage: Stage) -> Training:
    top = stage.conductor.visit.stage
    assert isinstance(top, Training)
    return top


@pytest.mark.parametrize(
    ("flow_id", "member"),
    list(zip(LESSONS, cycle((MAI, CUC, SEN)), strict=False)),
    ids=lambda one: getattr(one, "role", one),
)
def test_who_comes_to_the_end_is_counted_by_role_and_nothing_else_is_written(
    flow_id: str, member: StaffMember
) -> None:
    stage = kiosk()
    stage.walk_to(*opened_by(member), "training", f"flow.{flow_id}", *way_to(flow_id, End), "done")
    assert stage.notebook.lines == [("training finished", flow_id, member.role)]
    assert stage.conductor.page.heading.endswith(f"“{LESSONS[flow_id].title.vi}”.")
    stage.walk_to("done")
    assert at_training(stage) == Training()
    stage.walk_to("back")
    assert isinstance(stage.conductor.visit.stage, StaffMenu)


def test_not_yet_leads_to_somebody_who_shows_it_and_counts_as_nothing() -> None:
    stage = kiosk()
    *way, last = way_to(GUIDE, End)
    assert last == "choice.yes"
    stage.walk_to(*opened_by(MAI), "training", f"flow.{GUIDE}", *way, "choice.no")
    assert stage.conductor.page.sentence.startswith("Không sao")
    stage.walk_to("done")
    assert (at_training(stage), stage.notebook.lines) == (Training(), [])


def test_a_resident_s_visit_beneath_is_neither_changed_nor_told_of_it() -> None:
    stage = kiosk()
    stage.walk_to("begin", "topic.vneid", "flow.vneid-cai-dat", "choice.android")
    before, lines = stage.conductor.visit, len(stage.notebook.lines)
    stage.walk_to(*opened_by(MAI), "training", f"flow.{GUIDE}", "next", "next", "not-understood", "lock")
    assert stage.conductor.visit == before
    assert len(stage.notebook.lines) == lines


def test_residents_are_never_offered_one_and_cannot_come_to_one() -> None:
    stage = kiosk()
    stage.walk_to("begin")
    assert not any("tinh-nguyen-vien" in one.slot for one in stage.conductor.page.choices)
    stage.walk_to("topic.tinh-nguyen-vien")
    assert stage.conductor.page.choices == ()
    stage.walk_to("back", f"flow.{GUIDE}", "training")
    assert stage.conductor.visit.stage == Home()
    assert GUIDE not in stage.conductor.around.guides.flows


def test_back_leads_out_of_a_guide_step_by_step() -> None:
    stage = kiosk()
    stage.walk_to(*opened_by(MAI), "training", f"flow.{GUIDE}", "next", "back")
    assert at_training(stage).at == (opened(LESSONS[GUIDE]),)
    stage.walk_to("back")
    assert at_training(stage) == Training()


def test_i_do_not_understand_never_leads_to_an_empty_list() -> None:
    stage = kiosk()
    stage.walk_to(*opened_by(MAI), "training", f"flow.{GUIDE}")
    flow = LESSONS[GUIDE]
    assert not any(edge.id.startswith("stuck.") for edge in flow.steps[flow.start].edges)
    said = []
    written = []
    for _ in range(4):
        stage.walk_to("not-understood")
        assert isinstance(at_training(stage).at[-1], Stepping)
        written.append(stage.conductor.around.pointer.hint)
        said.append(stage.conductor.page.script[0].text)
    assert said[:2] == ["Nói cách khác", "Ví dụ"], "nobody is “bác” here, and the kiosk is nobody's child"
    assert [hint for hint in written if hint] == ["Chỗ này bạn hỏi cán bộ trực."]


def test_where_a_guide_calls_a_person_nobody_is_rung_for() -> None:
    """Who learns stands beside those who would come."""
    calls = [
        (flow_id, walk, edge.id)
        for flow_id in LESSONS
        for step_id, walk in ways_to_every_step(flow_id).items()
        for edge in LESSONS[flow_id].steps[step_id].edges
        if isinstance(edge.target, ToPerson)
    ]
    assert len(calls) > 5
    for flow_id, way, edge in calls:
        stage = kiosk()
        stage.walk_to(*opened_by(MAI), "training", f"flow.{flow_id}", *way)
        for _ in range(4):
            if stage.conductor.page.template == "choice" and edge in actions(stage):
                break
            stage.walk_to("not-understood")
        stage.walk_to(edge)
        assert stage.conductor.page.primary is not None
        assert stage.conductor.page.primary.label == "Tôi hiểu rồi"
        stage.walk_to("go-on")
        assert isinstance(at_training(stage).at[-1], Stepping)
        assert stage.ear.cues == [] and stage.notebook.lines == []


def actions(stage: Stage) -> set[str]:
    return {one.slot for one in stage.conductor.page.choices}


def ways_to_every_step(flow_id: str) -> dict[str, tuple[str, ...]]:
    flow = LESSONS[flow_id]
    found, waiting = {flow.start: walks.begin(flow)}, deque([walks.begin(flow)])
    while waiting:
        walk = waiting.popleft()
        for edge in walks.edges_open(flow, walk):
            further = walks.follow(flow, walk, edge.id)
            if isinstance(further, Walk) and walks.current(flow, further).id not in found:
                found[walks.current(flow, further).id] = further
                waiting.append(further)
    return {step_id: walk.edges for step_id, walk in found.items()}


def test_training_locks_after_four_minutes_as_every_screen_of_staff() -> None:
    stage = kiosk()
    stage.walk_to(*opened_by(MAI), "training", f"flow.{GUIDE}")
    stage.wait(241)
    assert stage.conductor.nobody_is_here


def left_in_the_middle(stage: Stage) -> Training:
    stage.walk_to(*opened_by(MAI), "training", f"flow.{GUIDE}", "next")
    where = at_training(stage)
    stage.wait(241)
    assert stage.conductor.nobody_is_here
    return where


def test_who_was_locked_out_goes_on_at_the_same_step() -> None:
    stage = kiosk()
    where = left_in_the_middle(stage)
    stage.walk_to("begin", "finish", "next-person")  # a resident comes in between
    stage.walk_to(*opened_by(MAI), "training")
    assert at_training(stage) == where
    assert stage.conductor.around.pointer.hint == "Bạn học tiếp từ chỗ đang dở."
    stage.walk_to(*way_to(GUIDE, End)[len(where.at[-1].walk.edges) :], "done")  # type: ignore[attr-defined]
    assert ("training finished", GUIDE, "volunteer") in stage.notebook.lines
    stage.walk_to("lock", *opened_by(MAI), "training")
    assert at_training(stage) == Training(), "what was finished is not left in the middle"


def test_somebody_else_begins_at_the_list_and_takes_nobody_s_place() -> None:
    stage = kiosk()
    where = left_in_the_middle(stage)
    stage.walk_to(*opened_by(CUC), "training")
    assert at_training(stage) == Training() and stage.conductor.around.pointer.hint == ""
    stage.walk_to("lock", *opened_by(MAI), "training")
    assert at_training(stage) == where


@pytest.mark.parametrize("ends", ["the shift", "the point", "the day", "by going back", "read anew"])
def test_a_place_is_kept_no_longer_than_the_shift(ends: str) -> None:
    stage = kiosk()
    conductor, around = stage.conductor, stage.conductor.around
    on_duty = replace(around.point, state="open", on_duty=(OnDuty(MAI.id, MAI.shown),))
    conductor.surround(on_duty)
    where = left_in_the_middle(stage)
    match ends:
        case "the shift":
            stage.walk_to(*opened_by(MAI), "shift-end", "lock")
        case "the point":
            stage.walk_to(*opened_by(MAI), "closing", "close-point", *typed(), "lock")
        case "the day":
            assert on_duty.today is not None
            tomorrow = replace(on_duty, today=on_duty.today + timedelta(days=1))
            conductor.surround(tomorrow)
        case "by going back":
            stage.walk_to(*opened_by(MAI), "training", *("back",) * (len(where.at) + 3), "lock")
        case "read anew":
            newer = replace(LESSONS[GUIDE], content_hash="0" * 64)
            conductor.surround(replace(conductor.around.guides, training={**LESSONS, GUIDE: newer}))
        case _:
            raise AssertionError(ends)
    stage.walk_to(*opened_by(MAI), "training")
    assert at_training(stage) == Training()


def test_labels_drawn_of_this_kiosk_are_those_of_this_kiosk() -> None:
    files = [tomllib.loads((folder / "vi.toml").read_text("utf-8")) for folder in (SCREENS, CHOICES)]
    known = {text for words in files for table in words.values() for text in table.values()}
    wrong = [
        (flow.id, step.id, label)
        for flow in LESSONS.values()
        for step in flow.steps.values()
        if step.picture is not None and step.picture.device == "none"
        for label in (step.picture.title, *(element.label for element in step.picture.elements))
        if label and label not in known
    ]
    assert wrong == []


THIS_SCREEN = {"vi": "màn hình này", "en": "this screen", "fr": "cet écran"}


@pytest.mark.parametrize("language", THIS_SCREEN)
def test_what_a_step_says_is_on_this_screen_is_there(language: str) -> None:
    seen = 0
    for flow_id, flow in LESSONS.items():
        for step_id, way in ways_to_every_step(flow_id).items():
            said = flow.steps[step_id].say.in_(language)  # type: ignore[arg-type]
            if THIS_SCREEN[language] not in said:
                continue
            stage = Stage(staff=staff_gate(), first=Preferences(language=language))  # type: ignore[arg-type]
            stage.walk_to(*opened_by(MAI), "training", f"flow.{flow_id}", *way)
            page = stage.conductor.page
            shown = {one.label for one in (*page.bar, *page.choices, page.primary) if one}
            labels = set(re.findall("[“«]\\s*(.+?)\\s*[”»]", said))
            assert labels and labels <= shown, (flow_id, step_id, labels - shown)
            seen += 1
    assert seen


def test_the_button_that_calls_somebody_is_there_to_be_tried_and_rings_for_nobody() -> None:
    stage = kiosk()
    stage.walk_to(*opened_by(MAI), "training")
    for action in (f"flow.{GUIDE}", "next"):
        before = at_training(stage)
        assert stage.conductor.page.bar[-1].slot == "call-person"
        stage.walk_to("call-person")
        assert at_training(stage) == before
        assert "Lúc học, chuông không rung." in stage.conductor.around.pointer.hint
        stage.walk_to(action)
    assert stage.ear.cues == [] and stage.notebook.lines == []


WAYS_TRIED: dict[str, tuple[Meaning, Meaning]] = {
    "thu-mot": ("switch", "switch"), "thu-hai": ("move", "take"), "thu-phim": ("down", "select"),
}  # fmt: skip


@pytest.mark.parametrize("step_id", WAYS_TRIED)
def test_a_way_of_use_is_tried_on_the_screen_that_teaches_it_and_counts_as_no_residents(step_id: str) -> None:
    """As the step says: begin or move on, until the frame is on “Tiếp theo”, then choose."""
    begins, takes = WAYS_TRIED[step_id]
    flow_id = "tnv-sau-cach-dung"
    stage = kiosk()
    way = ways_to_every_step(flow_id)[step_id]
    stage.walk_to(*opened_by(MAI), "training", f"flow.{flow_id}", *way)
    conductor = stage.conductor
    assert conductor.page.primary is not None and conductor.page.primary.label == "Tiếp theo"
    conductor.do(begins)
    for _ in range(400):
        if conductor.pointing.hand.slot == PRIMARY_SLOT:
            break
        if begins == "switch":
            stage.clock.now_s += 0.5
            conductor.scan()
        else:
            conductor.do(begins)
    assert conductor.pointing.hand.slot == PRIMARY_SLOT
    before = at_training(stage)
    conductor.do(takes)
    there = at_training(stage).at[-1]
    assert isinstance(there, Stepping) and there.walk.edges == (*way, "next") and at_training(stage) != before
    assert conductor.visit.ways == frozenset() and stage.notebook.lines == []


def test_each_of_the_six_ways_has_a_step_and_the_keys_end_the_frame_that_moves_by_itself() -> None:
    flow = LESSONS["tnv-sau-cach-dung"]
    (way,) = (way for step, way in ways_to_every_step(flow.id).items() if step == "khong-doc")
    walk, met = walks.begin(flow), [flow.start]
    for edge in way:
        further = walks.follow(flow, walk, edge)
        assert isinstance(further, Walk)
        walk = further
        met.append(walks.current(flow, walk).id)
    assert [step for step in met if step in SIX] == list(SIX)
    assert met.index("thu-mot") < met.index("thu-hai") < met.index("thu-phim")


SIX = ("cham", "mu-cham", "mot-nut", "hai-cong-tac", "ban-phim", "khong-doc")


@pytest.mark.parametrize("language", THIS_SCREEN)
def test_the_practice_of_closing_points_at_the_button_that_its_picture_shows(language: str) -> None:
    step = LESSONS["tnv-dong-diem"].steps["thuc-hanh"]
    labels = set(re.findall("[“«]\\s*(.+?)\\s*[”»]", step.say.in_(language)))  # type: ignore[arg-type]
    assert step.picture is not None
    assert labels == {one.label for one in step.picture.elements if one.highlight} == {"Khóa bảng hỗ trợ"}
