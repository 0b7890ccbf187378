"""Five taps in the upper left corner, and nothing else, is how staff knock."""

from __future__ import annotations

import random

import pytest
from support.stage import PANELS

from ui.reach.ways.corner import SIDE_MM, TAPS, WITHIN_S, Corner, tapped


def knocks(taps: list[tuple[float, float, float]]) -> int:
    """How often (x mm, y mm, s) knock."""
    corner, count = Corner(), 0
    for x, y, now_s in taps:
        corner, knocked = tapped(corner, x, y, now_s)
        count += knocked
    return count


def test_the_fifth_tap_knocks_and_the_next_begins_anew() -> None:
    taps = [(5.0, 8.0, 0.3 * at) for at in range(2 * TAPS)]
    assert [knocks(taps[:count]) for count in range(2 * TAPS + 1)] == [0] * TAPS + [1] * TAPS + [2]


@pytest.mark.parametrize("elsewhere", [(SIDE_MM + 1, 5.0), (5.0, SIDE_MM + 1), (-1.0, 5.0), (200.0, 300.0)])
def test_a_touch_elsewhere_in_between_begins_anew(elsewhere: tuple[float, float]) -> None:
    four = [(5.0, 5.0, 0.3 * at) for at in range(TAPS - 1)]
    assert knocks([*four, (*elsewhere, 1.5), *[(5.0, 5.0, 1.6 + 0.1 * at) for at in range(TAPS - 1)]]) == 0


def test_taps_that_come_slowly_do_not_knock_but_a_slow_hand_has_time() -> None:
    assert knocks([(5.0, 5.0, at * WITHIN_S / (TAPS - 1)) for at in range(40)]) == 0
    assert knocks([(5.0, 5.0, at * 0.95 * WITHIN_S / (TAPS - 1)) for at in range(TAPS)]) == 1


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("seed", range(10))
def test_ten_thousand_taps_that_fall_anywhere_never_knock(panel: str, seed: int) -> None:
    rng, now_s, taps = random.Random(seed), 0.0, []
    width, height = (
        side / PANELS[panel].px_per_mm for side in (PANELS[panel].width_px, PANELS[panel].height_px)
    )
    for _ in range(10_000):
        now_s += rng.uniform(0.02, 0.3)
        taps.append((rng.uniform(0, width), rng.uniform(0, height), now_s))
    assert knocks(taps) == 0
