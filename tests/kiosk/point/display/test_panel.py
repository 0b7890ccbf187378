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
from kiosk.point.display.nearer import FROM_MM, NEAREST_MM, holds, seen_nearer
from kiosk.point.display.panel import fit_in
from ui.visit.stages import Comfort, Home

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


@pytest.mark.parametrize(
    ("room", "fullscreen", "drawn", "told"),
    [
        ((1080, 1920), True, (1080, 1920), ""),
        ((1920, 1080), True, (1920, 1080), "was asked for"),  # turned by a power cut
        ((1366, 768), True, (1366, 768), "was asked for"),  # another screen
        ((2160, 3840), True, (1080, 1920), ""),  # a part of the glass
        ((1080, 1920), False, (1080, 1920), ""),
        ((1366, 768), False, (396, 704), "all is drawn smaller"),  # a desktop, with the window's frame
    ],
)
def test_no_window_is_larger_than_its_screen(
    room: tuple[int, int], fullscreen: bool, drawn: tuple[int, int], told: str
) -> None:
    fit = fit_in(Panel(1080, 1920, 21.5), room, fullscreen=fullscreen)
    assert (fit.panel.width_px, fit.panel.height_px, fit.panel.diagonal_in) == (*drawn, 21.5)
    assert fit.fullscreen == (fullscreen and drawn == room)
    assert told in " ".join(fit.log_lines) and bool(fit.log_lines) == bool(told)


@pytest.mark.parametrize("size", [(1080, 1000), (700, 1000), (1900, 500), (400, 400)])
def test_a_window_that_gets_another_size_is_laid_out_for_that_and_touched_there(
    drawing: object, size: tuple[int, int]
) -> None:
    fit = fit_in(Panel(1080, 1920, 21.5), (1080, 1920), fullscreen=False)
    kiosk, (drawn, _) = Stage(panel=fit.panel), fit.of(size)
    opened = kiosk.open()
    opened.on_resized(lambda now: kiosk.shell.refit(fit.of(now)[0]))
    screen, before = Screen(opened.window), kiosk.conductor.visit
    try:
        screen.wait_until(opened.window.isExposed)
        opened.window.resize(*size)
        screen.wait_until(lambda: kiosk.shell.px_per_mm == drawn.px_per_mm)
        for button in ("Chạm vào đây để bắt đầu", "Gọi người giúp"):
            assert measure(opened.window).findings(drawn.px_per_mm) == []
            screen.tap(button)
            assert kiosk.conductor.visit != before, button
            before = kiosk.conductor.visit
            kiosk.clock.now_s += 5
    finally:
        kiosk.close()


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


def test_the_ward_s_name_is_read_on_a_tablet_held_upright_too(
    drawing: object,
) -> None:
    drawn, _ = seen_nearer(TABLETS["tablet held upright"])
    for panel in (drawn, PORTRAIT):
        kiosk = Stage(panel=panel, sign=TEAM)
        window = kiosk.open().window
        try:
            kiosk.conductor.show(visit_at(Home(), Preferences()))
            Screen(window).wait_until(window.isExposed)
            assert measure(window).findings(panel.px_per_mm) == []
            kiosk.conductor.show(visit_at(Comfort(), Preferences()))  # where one chooses one may ask instead
            look = measure(window)
            assert look.findings(panel.px_per_mm) == []
            assert any(text.text.startswith("Phường") for text in look.texts)
        finally:
            kiosk.close()
