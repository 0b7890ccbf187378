"""Where a panel may hang, so that somebody in a wheelchair reaches every target."""

from __future__ import annotations

import pytest

from accessibility.reach import HIGHEST_MM, LOWEST_MM, mount
from accessibility.sizes import REACH, Panel

UPRIGHT, WIDE = Panel(1080, 1920, 21.5), Panel(1920, 1080, 21.5)


@pytest.mark.parametrize("panel", [UPRIGHT, WIDE, Panel(2160, 3840, 32.0), Panel(1366, 768, 15.6)])
def test_what_is_touched_lies_between_the_knees_and_the_shoulder(panel: Panel) -> None:
    height_mm = panel.height_px / panel.px_per_mm
    touched_mm = height_mm if panel.is_landscape else height_mm * REACH
    hangs = mount(panel)
    assert hangs.lowest_mm == LOWEST_MM < hangs.highest_mm
    assert hangs.highest_mm + touched_mm == pytest.approx(HIGHEST_MM)


def test_a_panel_as_tall_as_a_door_hangs_nowhere() -> None:
    giant = mount(Panel(1080, 1920, 75.0))
    assert giant.highest_mm < giant.lowest_mm
