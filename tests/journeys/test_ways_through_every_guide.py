"""Each guide from the invitation to the end of the visit, on the real window, by people of one way each."""

from __future__ import annotations

from itertools import cycle

import pytest
from PySide6.QtTest import QTest
from support.itinerary import walk_to_the_end
from support.stage import Stage, residents_guides
from support.walkers import WAYS

FLOWS = residents_guides().flows
ROTATING = list(zip(FLOWS, cycle(WAYS), strict=False))


@pytest.mark.parametrize(("flow_id", "way"), ROTATING)
def test_a_guide_is_walked(drawing: object, flow_id: str, way: str) -> None:
    stage = Stage()
    opened = stage.open()
    assert QTest.qWaitForWindowExposed(opened.window)
    try:
        person = WAYS[way](stage)
        walk_to_the_end(person, FLOWS[flow_id])
        assert stage.conductor.nobody_is_here
    finally:
        stage.close()
