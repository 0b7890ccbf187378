"""Where a guide ends, the guides and the steps it leads to from there are buttons of the step itself."""

# mypy: disable-error-code="comparison-overlap"
# (a press changes the stage that an assertion before it has narrowed)
from __future__ import annotations

import pytest
from support.opened import opened
from support.stage import Stage, residents_guides

from flows.guide.needs import shipped_needs
from flows.guide.steps import Edge, End, HandOver, Step, ToFlow, ToStep
from flows.guide.walk import Walk, current
from kiosk.point.tour.walks import walks_to_every_step
from ui.reach.ways.items import controls_of
from ui.visit.actions.chosen import TakeEdge
from ui.visit.actions.common import Do
from ui.visit.stages import Home, Stepping
from ui.visit.visit import OpenWalk, Visit

FLOWS, NEEDS = residents_guides().flows, shipped_needs()
ENDS = [
    (flow.id, step, walk, edge.id, edge.target.flow_id)
    for flow in FLOWS.values()
    for step, walk in walks_to_every_step(flow)
    if isinstance(step, End | HandOver)
    for edge in step.edges
    if isinstance(edge.target, ToFlow)
]
NAMES = [f"{flow_id}/{step.id}/{edge_id}" for flow_id, step, _, edge_id, _ in ENDS]
ONWARD = pytest.mark.parametrize(("flow_id", "step", "walk", "edge_id", "further"), ENDS, ids=NAMES)


STEPS = [
    (flow.id, walk, edge)
    for flow in FLOWS.values()
    for step, walk in walks_to_every_step(flow)
    if isinstance(step, End | HandOver)
    for edge in step.edges
    if isinstance(edge.target, ToStep)
]
TO_A_STEP = pytest.mark.parametrize(
    ("flow_id", "walk", "edge"),
    STEPS,
    ids=[f"{flow_id}/{current(FLOWS[flow_id], walk).id}/{edge.id}" for flow_id, walk, edge in STEPS],
)
FINISHED_WITHOUT_THE_ACCOUNT = ("vneid-muc-1", "vneid-muc-2", "vneid-doi-so-dien-thoai")


def at(flow_id: str, walk: Walk) -> Stage:
    stage = Stage()
    stage.walk_to("begin")
    visit = Visit(stages=(Home(), Stepping(flow_id, walk)), open_walk=OpenWalk(flow_id))
    stage.conductor.show(visit)
    return stage


def test_at_least_eight_ends_lead_on() -> None:
    assert len(ENDS) >= 8


@ONWARD
def test_the_guide_an_end_leads_to_is_a_button_that_is_said_and_opens_it(
    flow_id: str, step: Step, walk: Walk, edge_id: str, further: str
) -> None:
    stage = at(flow_id, walk)
    (button,) = [one for one in stage.conductor.page.choices if one.slot == edge_id]
    title = NEEDS.titles.get(further) or FLOWS[further].title
    assert button.label == title.vi
    assert button.name.replace("\u00a0", " ") == f"Xem tiếp: {title.vi}"
    assert button.picture
    stage.conductor.act(Do.AGAIN)
    stage.conductor.act(Do.AGAIN)  # a private step says first that it is
    assert button.name in stage.ear.last
    stage.conductor.act(TakeEdge(edge_id))
    assert stage.conductor.visit.stage == opened(FLOWS[further])
    stage.walk_to("back")
    assert stage.conductor.visit.stage == Stepping(flow_id, walk, said_again=True)


@ONWARD
def test_keys_swipes_and_switches_come_to_it_too(
    flow_id: str, step: Step, walk: Walk, edge_id: str, further: str
) -> None:
    stage = at(flow_id, walk)
    assert TakeEdge(edge_id) in [one.action for one in controls_of(stage.conductor.pointing.items)]


@ONWARD
def test_the_same_is_logged_as_by_the_list_of_what_went_wrong(
    flow_id: str, step: Step, walk: Walk, edge_id: str, further: str
) -> None:
    button, listed = at(flow_id, walk), at(flow_id, walk)
    button.conductor.act(TakeEdge(edge_id))
    while edge_id not in [one.slot for one in listed.conductor.page.choices] or not (
        listed.conductor.page.place.startswith("stuck.")
    ):
        listed.conductor.act(Do.NOT_UNDERSTOOD)
    listed.walk_to(edge_id, "go-on")
    for stage in (button, listed):
        if FLOWS[further].asks_first:
            stage.walk_to("start")
    lines = [line for line in listed.notebook.lines if line[0] != "step explained"]
    assert button.notebook.lines == lines


def test_the_ends_that_go_on_within_their_guide_are_these() -> None:
    assert {(flow_id, current(FLOWS[flow_id], walk).id) for flow_id, walk, _ in STEPS} >= {
        ("can-cuoc-cap-lai", "dung-mai"), ("cong-an-thu-tuc", "cong-cu"),
        ("cu-tru-luu-tru", "bao-dien-thoai"), ("sim-xac-thuc", "ten-toi-roi"),
        ("sim-xac-thuc", "xem-tren-vneid"), ("the-xe-buyt", "xong"),
        ("vneid-quen-passcode", "dung-van-tay"),
    }  # fmt: skip


@TO_A_STEP
def test_the_step_an_end_leads_to_is_a_button_that_is_said_and_opens_it(
    flow_id: str, walk: Walk, edge: Edge
) -> None:
    stage = at(flow_id, walk)
    (button,) = [one for one in stage.conductor.page.choices if one.slot == edge.id]
    assert edge.label is not None
    assert button.label == edge.label.vi and button.picture
    assert TakeEdge(edge.id) in [one.action for one in controls_of(stage.conductor.pointing.items)]
    stage.conductor.act(Do.AGAIN)
    stage.conductor.act(Do.AGAIN)  # a private step says first that it is
    assert button.label in stage.ear.last
    stage.conductor.act(TakeEdge(edge.id))
    there = stage.conductor.visit.stage
    assert isinstance(there, Stepping) and isinstance(edge.target, ToStep)
    assert current(FLOWS[flow_id], there.walk).id == edge.target.step_id
    stage.walk_to("back")
    assert stage.conductor.visit.stage == Stepping(flow_id, walk)


@TO_A_STEP
def test_the_same_is_logged_of_a_step_as_by_the_list_of_what_went_wrong(
    flow_id: str, walk: Walk, edge: Edge
) -> None:
    button, listed = at(flow_id, walk), at(flow_id, walk)
    button.conductor.act(TakeEdge(edge.id))
    while not listed.conductor.page.place.startswith("stuck."):
        listed.conductor.act(Do.NOT_UNDERSTOOD)
    listed.walk_to(edge.id, "go-on")
    assert button.notebook.lines == [one for one in listed.notebook.lines if one[0] != "step explained"]


@pytest.mark.parametrize("flow_id", FINISHED_WITHOUT_THE_ACCOUNT)
def test_ends_that_name_the_activation_lead_to_it(flow_id: str) -> None:
    assert (flow_id, "xong", "vneid-kich-hoat") in [
        (flow, step.id, further) for flow, step, _, _, further in ENDS
    ]


def test_elsewhere_what_went_wrong_is_still_read_before_it_is_followed() -> None:
    flow = FLOWS["vneid-xuat-trinh"]
    stage = at(flow.id, next(walk for step, walk in walks_to_every_step(flow) if step.id == "mo-vneid"))
    assert stage.conductor.page.choices == ()
    before = stage.conductor.visit
    stage.conductor.act(TakeEdge("stuck.quen-mat-khau"))
    assert stage.conductor.visit == before
