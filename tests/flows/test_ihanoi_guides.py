"""What the guides on iHanoi promise."""

from __future__ import annotations

import re

from support.guides import shipped

from flows.guide.flow import Flow
from flows.guide.steps import Step


def guide(flow_id: str) -> Flow:
    return shipped().flows[flow_id]


def says(step: Step, pattern: str) -> bool:
    return re.search(pattern, step.say.vi.replace("\u00a0", " ")) is not None


def test_received_within_eight_hours_is_not_presented_as_solved() -> None:
    (tells,) = (step for step in guide("ihanoi-phan-anh").steps.values() if says(step, "8 giờ"))
    assert says(tells, "đã nhận") and says(tells, "lâu hơn")
    assert tells.simpler is not None and "ngày" not in tells.simpler.vi


def test_the_title_of_the_queue_guide_promises_what_its_steps_show() -> None:
    assert not re.search("trợ lý|tra cứu", guide("ihanoi-lay-so-tra-cuu").title.vi)
