"""What an ending offers of its own: six things at most, whoever ends there and on whatever panel.

The three faces are one answer. Language, *Chỉnh*, *Nghe lại* and *Gọi người giúp* stand on every screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from support.sealed import unsigned_seal
from support.staff import MAI
from support.stage import PANELS, Stage, residents_guides

from flows.guide.steps import End, HandOver
from flows.practice.practice import first_pass
from flows.practice.way import tasks_of
from kiosk.base.events import Face
from kiosk.point.tour.walks import walks_to_every_step
from ui.screens.derive import derive
from ui.screens.guide_end import EndProps
from ui.screens.page import Page
from ui.screens.strip import derive_strip
from ui.screens.surroundings import Surroundings
from ui.visit.actions.chosen import RateVisit
from ui.visit.actions.common import Do
from ui.visit.staff.people import Assist, AtControls
from ui.visit.stages import Goodbye, Home, Stepping
from ui.visit.visit import OpenWalk, Visit

FLOWS = residents_guides().flows
MOST = 6
EVERYWHERE = (Do.AGAIN, Do.CALL_PERSON)


def own(page: Page) -> list[str]:
    """By slot; the faces as one."""
    offered = [one for one in (page.primary, *page.choices, *page.bar) if one is not None]
    there = [one for one in offered if one.action is not None and one.action not in EVERYWHERE]
    return list(dict.fromkeys("face" if isinstance(one.action, RateVisit) else one.slot for one in there))


def endings(face: Face | None) -> Iterator[tuple[str, str, Visit]]:
    """Of each guide: where it ends or a person takes over, the same once practised, and the goodbye."""
    for flow in FLOWS.values():
        practised = first_pass(flow.id, tasks_of(flow, None, (flow,)), "shown")
        for step, walk in walks_to_every_step(flow):
            if isinstance(step, End | HandOver):
                at = Visit((Home(), Stepping(flow.id, walk, face=face)), open_walk=OpenWalk(flow.id))
                yield flow.id, step.id, at
                yield flow.id, f"{step.id}, practised", replace(at, practised=(practised,))
                yield flow.id, f"{step.id}, goodbye", over(at, face)


def over(at: Visit, face: Face | None) -> Visit:
    step = at.stage
    assert isinstance(step, Stepping)
    return replace(
        at,
        stages=(Home(), Goodbye(True, face, guide=step.flow_id, walk=step.walk)),
        open_walk=None,
        finished=(step.flow_id,),
    )


@pytest.fixture(params=["portrait", "laptop"])
def around(request: pytest.FixtureRequest) -> Surroundings:
    """With a card and a printer: all that may be offered."""
    plain = Stage(PANELS[request.param], seal=unsigned_seal).conductor.around
    return replace(plain, setup=replace(plain.setup, prints_guides=True))


@pytest.mark.parametrize("face", [None, "good"])
def test_no_ending_offers_a_resident_more_than_six_things_of_its_own(
    around: Surroundings, face: Face | None
) -> None:
    many = [
        (guide, name, offered)
        for guide, name, visit in endings(face)
        if len(offered := own(derive(visit, around))) > MOST
    ]
    assert many == []


@pytest.mark.parametrize("face", [None, "good"])
def test_beside_staff_an_ending_has_as_few_and_one_row_of_six_with_one_xong(
    around: Surroundings, face: Face | None
) -> None:
    for guide, name, visit in endings(face):
        assisted = replace(visit, staff=AtControls(MAI), assist=Assist(MAI.id))
        page = derive(assisted, around)
        assert len(own(page)) <= MOST, (guide, name)
        if isinstance(assisted.stage, Goodbye):
            row = derive_strip(assisted, around).staff
            files = FLOWS[guide].files
            assert len(row) <= MOST + (3 if files else 0), (guide, name)
            labels = [one.label for one in (*row, page.primary, *page.bar) if one is not None]
            assert [label for label in labels if label.startswith(("Xong", "Tôi xong"))] == ["Xong việc"]


def test_after_a_loss_a_waving_helper_comforts_and_nobody_is_asked_for_a_face(around: Surroundings) -> None:
    said, ends = "Bác không có lỗi ạ. Bác kể cho người nhà nhé.", 0
    for guide, name, visit in endings(None):
        if guide == "lua-dao-da-mac":
            page, ends = derive(visit, around), ends + 1
            assert "face" not in own(page), name
            if isinstance(page, EndProps) and name.startswith("xong"):
                assert (page.sentence, page.picture.drawing) == (said, "steps/goodbye"), name
            elif isinstance(visit.stage, Goodbye):
                assert page.sentence == said, name
    assert ends > 2
