"""Every text of every guide and of the kiosk itself, at the largest size, on the landscape panel."""

from __future__ import annotations

import pytest
from support.every_text import LANGUAGES, check_every_text, check_every_text_at_every_size

from flows.words import Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_stands_whole_and_apart_at_the_largest_size(drawing: object, language: Language) -> None:
    check_every_text("landscape", language)


@pytest.mark.full
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_with_its_own_picture_at_every_size(drawing: object, language: Language) -> None:
    check_every_text_at_every_size("landscape", language)
