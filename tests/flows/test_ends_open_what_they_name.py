"""An end that sends somebody to another guide has the way there, which the kiosk draws as a button."""

from __future__ import annotations

import re

import pytest
from support.guides import shipped

from flows.steps import End, ToFlow
from flows.words import Words

GUIDES = shipped().flows
TITLES = {flow.title.vi: flow.id for flow in GUIDES.values()}


def titles_named(text: Words | None) -> list[str]:
    said = text.vi.replace("\u00a0", " ") if text is not None else ""
    return [TITLES[quoted] for quoted in re.findall(r"“([^”]+)”", said) if quoted in TITLES]


NAMING = [
    (flow.id, step.id, named)
    for flow in GUIDES.values()
    for step in flow.steps.values()
    if isinstance(step, End)
    for named in titles_named(step.say) + titles_named(step.simpler) + titles_named(step.example)
]


def tests_of_endings_find_endings_that_name_a_guide() -> None:
    assert {flow_id for flow_id, _, named in NAMING if named == "vneid-kich-hoat"} == {
        "vneid-muc-1",
        "vneid-muc-2",
        "vneid-doi-so-dien-thoai",
    }


@pytest.mark.parametrize(("flow_id", "step_id", "named"), NAMING)
def test_an_end_that_names_a_guide_leads_to_it(flow_id: str, step_id: str, named: str) -> None:
    edges = GUIDES[flow_id].steps[step_id].edges
    assert ToFlow(named) in [edge.target for edge in edges]
