"""From the invitation to the first useful sentence: two touches for a health card, one for what is urgent."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from support.stage import Stage
from support.walkers import NonReader
from support.ways_in import (
    EMERGENCY,
    HEALTH_CARD,
    LOCK_THE_ACCOUNT,
    LOST_MONEY,
    SCAM_CALL,
    WayIn,
    Wish,
)

pytestmark = pytest.mark.usefixtures("drawing")


@pytest.mark.parametrize(
    ("wish", "inputs", "seconds"),
    [
        (HEALTH_CARD, 2, 25),
        (SCAM_CALL, 1, 8),
        (EMERGENCY, 1, 8),
        (LOST_MONEY, 1, 10),
        (LOCK_THE_ACCOUNT, 2, 25),
    ],
    ids=["health card", "scam call", "emergency", "lost money", "lock the account"],
)
def test_who_hardly_reads_hears_what_they_came_for_soon(wish: Wish, inputs: int, seconds: float) -> None:
    stage = Stage()
    assert QTest.qWaitForWindowExposed(stage.open().window)
    try:
        cost = WayIn(stage, NonReader, wish).to_the_sentence()
    finally:
        stage.close()
    assert cost.inputs <= inputs
    assert cost.seconds <= seconds
