"""Words are measured as they are laid, and a long title ends with a whole word."""

from __future__ import annotations

import pytest

from ui.window.fonts import load_fonts
from ui.window.text_ruler import TextRuler

FAMILY = "Noto Sans"


@pytest.fixture
def ruler(drawing: object) -> TextRuler:
    load_fonts()
    return TextRuler()


def test_a_title_that_is_too_long_ends_with_a_whole_word_and_an_ellipsis(ruler: TextRuler) -> None:
    title = "Làm căn cước, định danh cho cháu dưới 14\xa0tuổi"
    assert ruler.beginning(title, FAMILY, 30, 5000, 1) == title
    shown = ruler.beginning(title, FAMILY, 30, 260, 1)
    assert shown.endswith("…") and shown[:-1] in ("Làm căn", "Làm căn cước")
    assert ruler.beginning(title, FAMILY, 30, 20, 2) == ""


def test_a_title_that_is_cut_does_not_end_with_a_word_that_leads_on_nor_is_one_word(ruler: TextRuler) -> None:
    title = "Ouvrir la carte dans VssID"
    cut = {ruler.beginning(title, FAMILY, 30, width, 1) for width in range(20, 400, 5)}
    assert cut == {"", "Ouvrir la carte…", title}


def test_a_row_of_tiles_is_as_high_as_its_longest_words(ruler: TextRuler) -> None:
    labels = "Sức khỏe\nViệc của thành phố, iHanoi\nGiấy tờ"
    assert ruler.rows(labels, FAMILY, 30, 240, 2, 0) == [2, 1]
    assert ruler.rows(labels, FAMILY, 30, 240, 2, 1) == [1, 2]
    assert ruler.rows(labels, FAMILY, 30, 60, 2, 0) == [], "a word would be broken"


def test_a_paragraph_has_letters_in_which_its_lines_are_not_too_short(ruler: TextRuler) -> None:
    assert ruler.paragraph("Hôm nay bác muốn làm gì?", FAMILY, 60, 20, 3000) == 60
    assert ruler.paragraph("Hôm nay bác muốn làm gì?", FAMILY, 60, 20, 250) < 40
