"""Millimetres on real panels become pixels that hold every least size."""

from __future__ import annotations

import struct
from itertools import product

import pytest
from support.audit import PRIMARY_MM

from accessibility.preferences import TEXT_SIZES
from accessibility.sizes import (
    CAP_MM,
    GAP_MM,
    LABEL_CAP_MM,
    LEAST_CHARACTERS_A_LINE,
    NOTO_SANS_CAP_EM,
    RING_MM,
    SMALL_CAP_MM,
    TARGET_MM,
    Panel,
    characters_a_line,
    largest_text_size,
    sizes_for,
)
from resources import path

PORTRAIT = Panel(1080, 1920, 21.5)
LOW = Panel(1366, 768, 15.6)
PANELS = (PORTRAIT, LOW, Panel(1920, 1080, 21.5), Panel(1920, 1080, 15.6), Panel(2160, 3840, 32.0))


def cap_em_of(font: str) -> float:
    """sCapHeight ÷ unitsPerEm, straight from the file's OS/2 and head tables."""
    data = path("fonts", font).read_bytes()
    count = struct.unpack(">H", data[4:6])[0]
    tables = {
        data[at : at + 4]: struct.unpack(">L", data[at + 8 : at + 12])[0]
        for at in range(12, 12 + 16 * count, 16)
    }
    (units,) = struct.unpack(">H", data[tables[b"head"] + 18 :][:2])
    (cap,) = struct.unpack(">h", data[tables[b"OS/2"] + 88 :][:2])
    return float(cap / units)


@pytest.mark.parametrize("font", ["NotoSans-Regular", "NotoSans-Bold"])
def test_the_cap_height_we_count_with_is_the_shipped_fonts_own(font: str) -> None:
    assert cap_em_of(f"{font}.ttf") == NOTO_SANS_CAP_EM


def test_a_millimetre_is_measured_along_the_diagonal() -> None:
    assert pytest.approx(4.034, abs=0.001) == PORTRAIT.px_per_mm
    assert pytest.approx(3.955, abs=0.001) == LOW.px_per_mm


@pytest.mark.parametrize(("panel", "size"), list(product(PANELS, TEXT_SIZES)))
def test_every_size_holds_the_least_millimetres(panel: Panel, size: int) -> None:
    got = sizes_for(panel, size)

    def mm(pixels: float) -> float:
        return pixels / panel.px_per_mm

    assert mm(got.text_px * NOTO_SANS_CAP_EM) >= CAP_MM[got.text_size - 1]
    assert got.say_px >= got.text_px
    assert mm(got.label_px * NOTO_SANS_CAP_EM) >= CAP_MM[0]
    assert mm(got.label_px * NOTO_SANS_CAP_EM) <= LABEL_CAP_MM + 0.25  # a pixel is up to 0.25 mm
    assert mm(got.small_px * NOTO_SANS_CAP_EM) >= SMALL_CAP_MM
    assert mm(got.chip_label_px * NOTO_SANS_CAP_EM) >= SMALL_CAP_MM
    assert mm(got.primary_px) >= PRIMARY_MM
    assert min(mm(got.target_px), mm(got.chip_px)) >= TARGET_MM
    assert mm(got.gap_px) >= GAP_MM
    assert mm(got.ring_px) >= RING_MM
    assert got.line_px(got.text_px) >= 1.4 * got.text_px


@pytest.mark.parametrize("panel", PANELS)
def test_text_never_shrinks_when_a_larger_size_is_asked_for(panel: Panel) -> None:
    texts = [sizes_for(panel, size).text_px for size in TEXT_SIZES]
    says = [sizes_for(panel, size).say_px for size in TEXT_SIZES]
    assert texts == sorted(texts)
    assert says == sorted(says)


def test_the_portrait_panel_holds_every_size() -> None:
    assert largest_text_size(PORTRAIT) == 5
    assert characters_a_line(PORTRAIT, sizes_for(PORTRAIT, 5)) >= LEAST_CHARACTERS_A_LINE


def test_a_low_panel_holds_fewer_sizes_and_gives_its_largest_for_any_beyond() -> None:
    assert largest_text_size(LOW) == 3
    assert sizes_for(LOW, 5) == sizes_for(LOW, 3)


def test_a_panel_too_narrow_for_twelve_characters_a_line_stays_at_a_smaller_size() -> None:
    narrow = Panel(600, 1920, 19.0)
    largest = largest_text_size(narrow)
    assert largest < 5
    assert characters_a_line(narrow, sizes_for(narrow, largest)) >= LEAST_CHARACTERS_A_LINE


@pytest.mark.parametrize("panel", PANELS)
def test_the_actions_of_a_step_leave_room_for_its_sentence(panel: Panel) -> None:
    got = sizes_for(panel, 1)
    if panel.is_landscape:  # one column: the primary action and the four that are always there
        column = got.top_px + 2 * got.margin_px + got.primary_px + 4 * (got.target_px + got.gap_px)
        assert column <= panel.height_px
    else:
        bar = got.primary_px + 2 * got.target_px + 4 * got.gap_px
        assert got.top_px + bar < panel.height_px / 2


def test_another_fonts_capitals_are_as_tall() -> None:
    tall_font = sizes_for(PORTRAIT, 1, cap_em=0.65)
    assert tall_font.text_px * 0.65 >= CAP_MM[0] * PORTRAIT.px_per_mm
    assert tall_font.target_px == sizes_for(PORTRAIT, 1).target_px
