"""The panel a kiosk is drawn for: a kiosk's own millimetres, and how much smaller all is on a tablet."""

from __future__ import annotations

from itertools import product

import pytest
from support.all_screens import visit_at
from support.measure import measure
from support.stage import LANDSCAPE, LAPTOP, PANELS, PORTRAIT, SIGN, Stage
from support.window import Screen

from accessibility.preferences import Preferences
from accessibility.sizes import CAP_MM, Panel
from kiosk.nearer import FROM_MM, NEAREST_MM, holds, seen_nearer
from ui.visit.stages import Home

TEAM = SIGN._replace(kind="team", number=28, name="Tổ chuyển đổi số cộng đồng")
TABLETS = {
    "small laptop": Panel(1366, 768, 11.6),
    "13 inch": Panel(1366, 768, 13.3),
    "14 inch, fine": Panel(1920, 1080, 14.0),
    "tablet": Panel(1280, 800, 10.1),
    "tablet held upright": Panel(1200, 1920, 10.1),
}


@pytest.mark.parametrize("panel", PANELS)
def test_a_panel_that_holds_a_kiosk_is_taken_as_it_is(panel: str) -> None:
    assert seen_nearer(PANELS[panel]) == (PANELS[panel], "")
    assert {PORTRAIT, LANDSCAPE, LAPTOP} == set(PANELS.values())


@pytest.mark.parametrize("tablet", TABLETS)
def test_on_a_small_one_letters_are_seen_under_the_same_angle_from_nearer(tablet: str) -> None:
    real = TABLETS[tablet]
    drawn, told = seen_nearer(real)
    by = real.px_per_mm / drawn.px_per_mm
    assert told and f"{real.diagonal_in:.1f} inch" in told
    assert (drawn.width_px, drawn.height_px) == (real.width_px, real.height_px)
    assert 1 < by <= FROM_MM / NEAREST_MM + 1e-9
    assert CAP_MM[0] / by / NEAREST_MM >= CAP_MM[0] / FROM_MM - 1e-9, "0.7° (EN 301 549), from that near"


def test_no_panel_is_drawn_smaller_than_can_be_read_from_there() -> None:
    for size, diagonal in product(((1280, 800), (800, 1280), (1920, 1080)), (7.0, 8.0, 10.1)):
        real = Panel(*size, diagonal)
        assert real.px_per_mm / seen_nearer(real)[0].px_per_mm <= FROM_MM / NEAREST_MM + 1e-9


def test_of_a_tablet_it_is_known_which_way_up_it_holds_a_kiosk() -> None:
    assert [name for name, panel in TABLETS.items() if not holds(panel)] == ["tablet held upright"]
    assert all(holds(panel) for panel in PANELS.values())


@pytest.mark.parametrize("tablet", TABLETS)
def test_the_first_screen_of_a_team_stands_whole_on_it(drawing: object, tablet: str) -> None:
    drawn, _ = seen_nearer(TABLETS[tablet])
    kiosk = Stage(panel=drawn, sign=TEAM)
    window = kiosk.open().window
    try:
        Screen(window).wait_until(window.isExposed)
        assert measure(window).findings(drawn.px_per_mm) == []
    finally:
        kiosk.close()


def test_held_upright_a_tablet_leaves_the_ward_s_name_to_the_ear_before_it_runs_under_a_control(
    drawing: object,
) -> None:
    drawn, _ = seen_nearer(TABLETS["tablet held upright"])
    for panel, is_read in ((drawn, False), (PORTRAIT, True)):
        kiosk = Stage(panel=panel, sign=TEAM)
        window = kiosk.open().window
        try:
            kiosk.conductor.show(visit_at(Home(), Preferences()))
            Screen(window).wait_until(window.isExposed)
            look = measure(window)
            assert look.findings(panel.px_per_mm) == []
            assert any(text.text.startswith("Phường") for text in look.texts) == is_read
        finally:
            kiosk.close()
