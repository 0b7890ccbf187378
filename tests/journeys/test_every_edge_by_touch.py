"""Edges of guides on the real window at 1080×1920, by finger; every one of every guide in the full run."""

from __future__ import annotations

import pytest
from support.itinerary import edges_with_a_way
from support.opened import first_words, opened
from support.stage import residents_guides
from support.visitor import Visitor, visitor
from support.window import Role

from flows.guide import walk as walks
from flows.guide.flow import Flow
from flows.guide.steps import DoStep, Edge, Say, Step, ToFlow, ToHotline, ToPerson, ToStep, points_at
from flows.guide.walk import Walk
from ui.screens.aside import grouped
from ui.visit.stage import Stage
from ui.visit.stages import Advice, Home, Hotline, Person, Stepping, StuckList, Topic
from ui.visit.visit import OpenWalk, Visit

FLOWS = residents_guides().flows
URGENT = ("khan-cap", "lua-dao-da-mac")
SOME = sorted({*URGENT, *list(FLOWS)[::10]})
"""Each edge of every guide is taken without a window, in test_every_path_headless.py."""


def stand_at(resident: Visitor, flow: Flow, *beyond: Stage) -> None:
    """As a resident who has come this far; the way there is walked elsewhere."""
    at = (Home(), Topic(flow.topic), *beyond)
    resident.stage.conductor.show(Visit(at, open_walk=OpenWalk(flow.id)))
    resident.settle()


def wordings(step: Step) -> tuple[bool, bool, bool]:
    """What "not understood" shows before it asks what is in the way."""
    return step.simpler is not None, step.example is not None, points_at(step)


def take(resident: Visitor, edge: Edge) -> None:
    if not edge.id.startswith("stuck."):
        resident.tap(edge.label.vi if edge.label else "Tiếp theo")
        return
    for _ in range(3):
        if not isinstance(resident.at, StuckList):
            resident.does_not_understand()
    assert edge.label
    resident.tap(edge.label.vi)
    assert isinstance(resident.at, Advice)
    assert edge.advice is None or resident.reads(edge.advice.vi)
    go_on = resident.stage.conductor.page.primary
    assert go_on
    # The bar offers a person too: the main button is the upper one.
    named = resident.screen.named(go_on.name, Role.Button)
    resident.stage.clock.now_s += 1
    resident.touch(min(named, key=lambda item: resident.screen.middle(item).y()))


def arrives(resident: Visitor, flow: Flow, walk: Walk, edge: Edge) -> bool:
    """The screen shows where the edge leads, in the words of the guide it leads to."""
    match edge.target:
        case ToStep(step_id=step_id):
            assert resident.at == Stepping(flow.id, Walk(walk.flow_hash, (*walk.edges, edge.id)))
            return resident.reads(flow.steps[step_id].say.vi)
        case ToFlow(flow_id=flow_id):
            assert resident.at == opened(FLOWS[flow_id])
            return resident.reads(first_words(FLOWS[flow_id]))
        case ToPerson():
            return isinstance(resident.at, Person) and resident.reads("Cháu đã gọi người đến giúp bác.")
        case ToHotline(number=number):
            return resident.at == Hotline(number) and resident.reads(grouped(number))


def told_apart(flow: Flow) -> list[tuple[Walk, Edge]]:
    """Every answer, of each step the first that may have gone wrong, and what leads on to no plain step.

    What leads on from one plain step to the next is pressed in each guide by the six ways, and every edge
    without a window.
    """
    found, stuck = list[tuple[Walk, Edge]](), set[str]()
    for walk, edge in edges_with_a_way(flow):
        step = walks.current(flow, walk)
        if edge.id.startswith("stuck."):
            if step.id not in stuck:
                found.append((walk, edge))
            stuck.add(step.id)
        elif edge.id != "next" or not _is_plain(flow, edge):
            found.append((walk, edge))
    return found


def _is_plain(flow: Flow, edge: Edge) -> bool:
    return isinstance(edge.target, ToStep) and isinstance(flow.steps[edge.target.step_id], Say | DoStep)


@pytest.mark.parametrize("flow_id", SOME)
def test_answers_and_what_may_go_wrong_are_taken_by_finger_and_lead_where_the_guide_says(
    drawing: object, flow_id: str
) -> None:
    flow = FLOWS[flow_id]
    take_and_arrive(flow, told_apart(flow))


@pytest.mark.full
@pytest.mark.parametrize("flow_id", FLOWS)
def test_every_edge_is_taken_by_finger_and_leads_where_the_guide_says(drawing: object, flow_id: str) -> None:
    flow = FLOWS[flow_id]
    met = list(edges_with_a_way(flow))
    assert len(met) == sum(len(step.edges) for step in flow.steps.values())
    take_and_arrive(flow, met)


def take_and_arrive(flow: Flow, edges: list[tuple[Walk, Edge]]) -> None:
    asked = set[tuple[bool, bool, bool]]()
    with visitor() as resident:
        for walk, edge in edges:
            step = walks.current(flow, walk)
            standing = Stepping(flow.id, walk)
            if (
                edge.id.startswith("stuck.") and wordings(step) in asked
            ):  # the list is come to in the same way
                stand_at(resident, flow, standing, StuckList(flow.id, walk))
            else:
                stand_at(resident, flow, standing)
            take(resident, edge)
            asked |= {wordings(step)} if edge.id.startswith("stuck.") else set()
            assert arrives(resident, flow, walk, edge), f"{edge.id} of {walk}"
