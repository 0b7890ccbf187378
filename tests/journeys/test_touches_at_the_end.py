"""From the last step of a guide out of the visit, or on to another guide: so many touches and swipes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from support.all_screens import walks_to_every_step
from support.itinerary import ask, word
from support.pace import INPUTS
from support.stage import Stage
from support.walkers import WAYS, Walker

from ui.visit.stages import Home, Stepping
from ui.visit.visit import OpenWalk, Visit

DONE, HAND_OVER = ("vneid-xuat-trinh", "xong"), ("cong-an-thu-tuc", "phai-den")


def leave(person: Walker) -> None:
    person.leave(word("goodbye.done"))


def rate_and_leave(person: Walker) -> None:
    ask(person, word("goodbye.good"))
    leave(person)


def choose_another(person: Walker) -> None:
    assert word("home.heading") in ask(person, word("goodbye.another"))


Wish = Callable[[Walker], None]
WISHES: tuple[tuple[tuple[str, str], Wish], ...] = (
    (DONE, leave), (DONE, rate_and_leave), (DONE, choose_another),
    (HAND_OVER, leave), (HAND_OVER, choose_another),
)  # fmt: skip
AT_MOST: dict[str, tuple[int, ...]] = {
    "not reading": (1, 2, 1, 1, 1),
    "one switch": (1, 2, 1, 1, 1),
    "swiping": (3, 19, 4, 3, 4),
}


@pytest.mark.parametrize("way", AT_MOST)
def test_from_the_end_of_a_guide_one_leaves_or_goes_on_in_so_many_inputs(drawing: object, way: str) -> None:
    found = []
    for (flow_id, step_id), wish in WISHES:
        stage = Stage()
        assert QTest.qWaitForWindowExposed(stage.open().window)
        try:
            person = WAYS[way](stage)
            person.begin()
            at_end = Stepping(flow_id, walks_to_every_step(flow_id)[step_id])
            visit = Visit((Home(), at_end), open_walk=OpenWalk(flow_id))
            stage.conductor.show(replace(visit, preferences=stage.conductor.visit.preferences))
            person.arrives()
            before = len(person.diary.of(*INPUTS))
            wish(person)
            found.append(len(person.diary.of(*INPUTS)) - before)
        finally:
            stage.close()
    assert all(here <= most for here, most in zip(found, AT_MOST[way], strict=True)), found
