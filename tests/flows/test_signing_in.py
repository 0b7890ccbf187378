"""Signing in to the portal is asked about, and who has not is led through it, one tap at a time."""

from __future__ import annotations

import pytest
from support.guides import shipped
from support.paths import enumerate_paths

from flows.guide.steps import Check, Step, ToFlow
from flows.guide.walk import Walk, route

GUIDES = shipped().flows
TAUGHT_BY = "dvc-dang-nhap"
ASKED_BY = "dvc-nop-ho-so"
"""Where a guide only asks whether to file online, this one takes over, and asks itself."""
PORTAL = "dichvucong.gov.vn"


def asks_for_the_name(step: Step) -> bool:
    """Whether *step* shows the portal and asks whether one's own name stands there."""
    labels = {element.label for element in step.picture.elements} if step.picture is not None else set()
    return PORTAL in labels and any(edge.picture == "signed-in" for edge in step.edges)


SIGNING_IN = [
    (flow.id, step.id)
    for flow in GUIDES.values()
    for step in flow.steps.values()
    if flow.id != TAUGHT_BY and asks_for_the_name(step)
]


def test_each_guide_that_uses_the_portal_with_an_account_asks() -> None:
    assert {flow_id for flow_id, _ in SIGNING_IN} >= {
        "dvc-tra-cuu", "dvc-chung-thuc", "dvc-ho-tich", "dvc-nop-phi", "dvc-nop-ho-so", "cong-an-thu-tuc",
    }  # fmt: skip


@pytest.mark.parametrize(("flow_id", "step_id"), SIGNING_IN)
def test_who_is_not_signed_in_is_led_to_the_guide_that_teaches_it(flow_id: str, step_id: str) -> None:
    step = GUIDES[flow_id].steps[step_id]
    assert isinstance(step, Check)
    (no,) = [edge.target for edge in step.edges if edge.id == "choice.no"]
    assert no in (ToFlow(TAUGHT_BY), ToFlow(ASKED_BY))


def test_nothing_is_filed_on_the_portal_in_the_police_guide_before_signing_in() -> None:
    flow = GUIDES["cong-an-thu-tuc"]
    filed = 0
    for path in enumerate_paths(flow):
        passed = [step.id for step in route(flow, Walk(flow.content_hash, path[:-1]))]
        if "cham-nop-truc-tuyen" in passed:
            filed += 1
            assert "dang-nhap" in passed[: passed.index("cham-nop-truc-tuyen")]
    assert filed
