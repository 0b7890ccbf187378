"""One sentence per picture, in three languages, that never names a label nobody knows."""

from __future__ import annotations

import pytest
from support.sketchbook import shipped_pictures

from flows.guide.steps import Element, ElementRole, Picture, Scene
from flows.guide.words import LANGUAGES, Language
from ui.screens.picture.arrange import arrange
from ui.screens.picture.derive import derive_phone
from ui.screens.picture.describe import said_where, spoken_description
from ui.screens.picture.where import where_it_is


def with_chosen(label: str | None) -> Picture:
    field = Element("field", label, highlight=True, sourced=False)
    return Picture("android", "store-search", None, (field, Element("item", None, False, False)))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("vi", "Hình vẽ màn hình điện thoại: bác chạm vào ô “Tìm kiếm”, ở trên cùng."),
        ("en", "Drawing of a phone screen: touch the box “Tìm kiếm”, at the top."),
        ("fr", "Dessin d’un écran de téléphone : touchez la case « Tìm kiếm », tout en haut."),
    ],
)
def test_the_sentence_of_a_picture_names_the_place_to_touch(language: Language, sentence: str) -> None:
    assert spoken_description(with_chosen("Tìm kiếm"), language) == sentence


def test_the_sentence_of_a_picture_points_where_the_name_is_unknown() -> None:
    said = spoken_description(with_chosen(None), "vi")
    assert said == "Hình vẽ màn hình điện thoại: bác chạm vào ô có mũi tên chỉ, ở trên cùng."
    assert "None" not in said
    assert "“" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shipped_picture_is_one_sentence_without_foreign_words(language: Language) -> None:
    for picture in shipped_pictures():
        said = spoken_description(picture, language)
        assert said.endswith(".")
        assert "None" not in said
        known = next((one.label for one in picture.elements if one.highlight and one.label), None)
        assert (known in said) if known else ("“" not in said and "«" not in said)


def test_the_picture_carries_its_description() -> None:
    picture = with_chosen("Tìm kiếm")
    assert derive_phone(picture, "en").description == spoken_description(picture, "en")


def with_tabs(*labels: str | None, sourced: bool = True, at: int = 1) -> Picture:
    tabs = (Element("tab", label, one == at, sourced) for one, label in enumerate(labels))
    return Picture("any-phone", "app-home", None, (Element("item", None, False, False), *tabs))


def told(picture: Picture, sentence: str = "Bác chạm “Ví”.") -> str:
    return said_where(picture, where_it_is(arrange(picture)), sentence, "vi")


def test_the_place_is_read_from_the_layout_and_a_side_only_where_each_neighbour_is_known() -> None:
    assert told(with_tabs(None, "Ví", None)) == "Ở thanh dưới cùng."
    assert told(with_tabs("Đầu", "Ví", "Cuối")) == "Ở thanh dưới cùng, ở giữa."
    assert told(with_tabs("Đầu", "Ví", "Cuối", sourced=False)) == "Ở thanh dưới cùng."
    assert told(with_tabs("Đầu", "Ví", "Ba", "Cuối")) == "Ở thanh dưới cùng."
    assert told(with_tabs("Ví", "Cuối", at=0)).endswith("bên trái.")
    assert told(with_tabs("Đầu", "Ví")).endswith("bên phải.")
    described = spoken_description(with_tabs(None, "Ví", None), "vi")
    assert described == "Hình vẽ màn hình điện thoại: bác chạm vào mục “Ví”, ở thanh dưới cùng."


def test_no_place_is_told_of_a_list_or_a_grid_nor_of_what_is_only_looked_at() -> None:
    plain: tuple[tuple[Scene, ElementRole], ...] = (
        ("list", "item"),
        ("app-home", "item"),
        ("home-screen", "icon"),
        ("list", "text"),
    )
    for scene, role in plain:
        marked = Element(role, "Ví", highlight=True, sourced=True)
        assert told(Picture("any-phone", scene, None, (Element(role, None, False, False), marked))) == ""


def test_what_the_sentence_does_not_name_is_named_with_its_place() -> None:
    hangs_up = Picture("any-phone", "call", None, (Element("hang-up", None, True, False),))
    assert told(hangs_up, "Bác cúp máy.") == "Nút đỏ để cúp máy ở phía dưới."
    assert told(hangs_up, "Bác chạm nút đỏ để cúp máy.") == "Ở phía dưới."
    assert told(with_chosen("Tìm kiếm"), "Bác chạm vào ô “Tìm kiếm”.") == "Ở trên cùng."
