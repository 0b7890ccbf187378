"""One sentence per picture, in three languages, that never names a label nobody knows."""

from __future__ import annotations

import pytest
from support.sketchbook import shipped_pictures

from flows.guide.steps import Element, Picture
from flows.guide.words import LANGUAGES, Language
from ui.screens.picture.derive import derive_phone
from ui.screens.picture.describe import spoken_description


def with_chosen(label: str | None) -> Picture:
    field = Element("field", label, highlight=True, sourced=False)
    return Picture("android", "store-search", None, (field, Element("item", None, False, False)))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("vi", "Hình vẽ màn hình điện thoại: bác chạm vào ô “Tìm kiếm”."),
        ("en", "Drawing of a phone screen: touch the box “Tìm kiếm”."),
        ("fr", "Dessin d’un écran de téléphone : touchez la case « Tìm kiếm »."),
    ],
)
def test_the_sentence_of_a_picture_names_the_place_to_touch(language: Language, sentence: str) -> None:
    assert spoken_description(with_chosen("Tìm kiếm"), language) == sentence


def test_the_sentence_of_a_picture_points_where_the_name_is_unknown() -> None:
    said = spoken_description(with_chosen(None), "vi")
    assert said == "Hình vẽ màn hình điện thoại: bác chạm vào ô có mũi tên chỉ."
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
