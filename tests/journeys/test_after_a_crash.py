"""The kiosk is back after a crash: what the resident is asked, and what each answer does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.opened import opened
from support.stage import PANELS, Stage, residents_guides
from support.visitor import Visitor, visitor
from support.window import Role, viewport_of

from accessibility.sizes import largest_text_size
from flows.guide import walk as walks
from flows.guide.walk import Walk
from ui.visit.stages import Attract, Resume, Stepping

GUIDE = residents_guides().flows["vneid-cai-dat"]


@pytest.fixture
def resident(drawing: object) -> Iterator[Visitor]:
    with visitor() as made:
        yield made


def left_behind(steps: int = 3, flow_hash: str = GUIDE.content_hash) -> Resume:
    walk = walks.begin(GUIDE)
    for _ in range(steps):
        followed = [walks.follow(GUIDE, walk, edge.id) for edge in walks.edges_open(GUIDE, walk)]
        walk = next(further for further in followed if isinstance(further, Walk))
    return Resume(GUIDE.id, flow_hash, walk.edges, "vi")


def offered(resident: Visitor, offer: Resume) -> None:
    resident.stage.conductor.offer_to_resume(offer)
    resident.settle()
    assert resident.reads("Bác đang học dở bài này ạ?")
    assert resident.reads(GUIDE.title.vi)
    assert resident.heard.startswith("Bác đang học dở bài này ạ?")


def test_after_a_crash_yes_goes_on_at_the_same_step(resident: Visitor) -> None:
    offer = left_behind()
    offered(resident, offer)
    resident.tap("Có, làm tiếp")
    assert resident.at == Stepping(GUIDE.id, Walk(offer.flow_hash, offer.edges))
    assert resident.reads(resident.step.say.vi)
    assert resident.stage.notebook.lines == [("session resumed",)]


@pytest.mark.parametrize("panel", PANELS)
def test_after_a_crash_both_answers_are_seen_at_once_in_the_largest_letters_under_the_longest_title(
    drawing: object, panel: str
) -> None:
    """A minute is not long enough to look for them on another page."""
    with visitor(Stage(PANELS[panel])) as resident:
        longest = max(residents_guides().flows.values(), key=lambda flow: len(flow.title.vi))
        offer = Resume(longest.id, longest.content_hash, (), "vi")
        resident.stage.conductor.offer_to_resume(offer)
        for _ in range(largest_text_size(PANELS[panel])):
            resident.settle()
            assert viewport_of(resident.screen.find("Có, làm tiếp", Role.Button)) is None
            assert viewport_of(resident.screen.find("Không, bắt đầu lại", Role.Button)) is None
            resident.jump("size")


def test_after_a_crash_no_wipes_it(resident: Visitor) -> None:
    offered(resident, left_behind())
    resident.tap("Không, bắt đầu lại")
    assert isinstance(resident.at, Attract)
    assert resident.stage.notebook.lines == [("session ended", "crash")]
    assert not any(GUIDE.title.vi in text for text in resident.texts)


def test_after_a_crash_a_minute_without_an_answer_is_a_no(resident: Visitor) -> None:
    offered(resident, left_behind())
    resident.stage.wait(61)
    resident.settle()
    assert resident.reads("Chào bác!")
    assert resident.stage.notebook.lines == [("session ended", "crash")]


def test_after_a_crash_a_guide_that_has_changed_since_begins_anew(resident: Visitor) -> None:
    offered(resident, left_behind(flow_hash="0" * 64))
    resident.tap("Có, làm tiếp")
    assert resident.at == opened(GUIDE)
    assert resident.reads(GUIDE.steps[GUIDE.start].say.vi)
