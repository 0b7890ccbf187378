"""The first font, the second when it is lost, and what staff are told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from accessibility.sizes import NOTO_SANS_CAP_EM
from resources import path
from ui.window.fonts import load_fonts
from ui.window.screen_probe import VIETNAMESE_LETTERS, cap_em, missing_letters


def test_vietnamese_has_134_letters_beyond_ascii() -> None:
    assert len(VIETNAMESE_LETTERS) == 134
    assert all(len(letter) == 1 for letter in VIETNAMESE_LETTERS)


@pytest.mark.parametrize("file", sorted(path("fonts").glob("*.ttf")), ids=lambda file: file.stem)
def test_every_shipped_font_draws_them_all_with_capitals_as_tall_as_we_count(
    drawing: object, file: Path
) -> None:
    assert missing_letters(file) == frozenset()
    of_paper_alone = file.stem.startswith("LiberationSerif")  # the report's: no screen counts its size
    assert of_paper_alone or cap_em(file) == pytest.approx(NOTO_SANS_CAP_EM, abs=0.001)


def test_the_first_font_is_used_and_nothing_is_wrong(drawing: object) -> None:
    fonts = load_fonts()
    assert (fonts.family, fonts.finding) == ("Noto Sans", None)


@pytest.mark.parametrize("loss", ["missing", "damaged"])
def test_without_the_first_font_the_second_is_used_and_staff_are_told(
    drawing: object, tmp_path: Path, loss: str
) -> None:
    for file in path("fonts").glob("*.ttf"):
        shutil.copy(file, tmp_path)
    bold = tmp_path / "NotoSans-Bold.ttf"
    bold.unlink() if loss == "missing" else bold.write_bytes(bold.read_bytes()[:2000])
    fonts = load_fonts(tmp_path)
    assert fonts.family == "Open Sans"
    assert fonts.finding is not None and fonts.finding.code == "first-font-missing"
    assert "Noto Sans" in fonts.finding.vi and "Noto Sans" in fonts.finding.en


def test_without_any_shipped_font_the_systems_is_used_and_staff_are_told(
    drawing: object, tmp_path: Path
) -> None:
    fonts = load_fonts(tmp_path)
    assert fonts.family
    assert fonts.finding is not None and fonts.finding.code == "no-shipped-font"
