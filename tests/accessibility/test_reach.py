"""Where a panel may hang, so that somebody in a wheelchair reaches every target."""

from __future__ import annotations

import pytest

from accessibility.reach import mount
from accessibility.sizes import EDGE_MM, LEAST_REACHED_MM, REACHED_TO_MM, Panel

UPRIGHT, WIDE = Panel(1080, 1920, 21.5), Panel(1920, 1080, 21.5)


@pytest.mark.parametrize(("inches", "share"), [(21.5, 0.63), (24.0, 0.56), (27.0, 0.50), (32.0, 0.42)])
def test_a_larger_upright_panel_is_reached_in_a_smaller_share_of_it(inches: float, share: float) -> None:
    panel = Panel(1080, 1920, inches)
    assert panel.reached == pytest.approx(share, abs=0.005)
    low = panel.lowered()
    assert low.height_px + low.above_px == panel.height_px
    assert low.px_per_mm == pytest.approx(panel.px_per_mm)
    assert EDGE_MM + low.height_mm == pytest.approx(REACHED_TO_MM, abs=1 / panel.px_per_mm)
    assert not low.is_landscape


@pytest.mark.parametrize("panel", [UPRIGHT, WIDE, Panel(2160, 3840, 32.0), Panel(1366, 768, 15.6)])
def test_what_is_touched_lies_between_800_and_1100_mm_at_every_height_allowed(panel: Panel) -> None:
    hangs = mount(panel)
    assert hangs.lowest_mm == EDGE_MM < hangs.highest_mm
    for edge in hangs.lowest_mm, hangs.highest_mm:
        hung = panel._replace(edge_mm=edge)
        touched = hung if panel.is_landscape else hung.lowered()
        assert hangs.holds(edge)
        assert edge + touched.height_mm <= REACHED_TO_MM + 1e-6
    assert not hangs.holds(EDGE_MM - 1)
    assert not hangs.holds(hangs.highest_mm + 1)


def test_a_panel_that_hangs_too_high_keeps_a_low_screen_that_holds_everything() -> None:
    high = UPRIGHT._replace(edge_mm=1300.0)
    assert high.reached == 0
    assert high.lowered().height_mm == pytest.approx(LEAST_REACHED_MM, abs=1 / UPRIGHT.px_per_mm)


def test_a_wide_panel_too_tall_to_be_reached_whole_hangs_at_its_lowest() -> None:
    giant = mount(Panel(3840, 2160, 75.0))
    assert giant.highest_mm < giant.lowest_mm
    assert giant.holds(EDGE_MM)
    assert not giant.holds(EDGE_MM + 1)
