"""Where something is urgent and a step says to telephone, whoever neither hears nor speaks is led on too."""

from __future__ import annotations

import re

from support.stage import residents_guides

from flows.guide.flow import Flow
from flows.guide.needs import shipped_needs
from flows.guide.steps import Edge, HandOver, Step, ToFlow
from flows.guide.walk import STUCK_PREFIX

FLOWS = residents_guides().flows
TELEPHONES = re.compile(r"\bgọi (?:ngay )?(?:\d|ngân hàng|số )")


def urgent() -> dict[str, Flow]:
    """What the red tiles open, and the guides to which the answers there lead."""
    opened = [FLOWS[guide] for tile in shipped_needs().tiles if tile.urgent for guide in tile.guides]
    led_to = [FLOWS[edge.target.flow_id] for flow in opened for edge in answers_of(flow)
              if isinstance(edge.target, ToFlow)]  # fmt: skip
    return {flow.id: flow for flow in (*opened, *led_to)}


def answers_of(flow: Flow) -> list[Edge]:
    edges = [edge for step in flow.steps.values() for edge in step.edges]
    return [edge for edge in edges if not edge.id.startswith(STUCK_PREFIX)]


def leads_on(step: Step) -> bool:
    """By an answer, by whoever takes over, or by a line for what may go wrong."""
    return isinstance(step, HandOver) or any(edge.id != "next" for edge in step.edges)


def test_no_urgent_step_is_left_to_those_alone_who_can_telephone() -> None:
    told = [
        (f"{flow.id}/{step.id}", leads_on(step))
        for flow in urgent().values()
        for step in flow.steps.values()
        if TELEPHONES.search(step.say.vi.lower())
    ]
    assert len(told) > 10
    assert [name for name, led in told if not led] == []
