"""Every text of every guide and of the kiosk itself, at the largest size, on each of the three panels."""

from __future__ import annotations

from itertools import product

import pytest
from support.every_text import LANGUAGES, check_every_text, check_every_text_at_every_size
from support.stage import PANELS

from flows.words import Language

EVERY = list(product(PANELS, LANGUAGES))
NARROW_OR_LOW = ("portrait", "laptop")
AT_BOTH_ENDS = [
    pytest.param(panel, language)
    if language == "vi" or (language == "fr" and panel in NARROW_OR_LOW)
    else pytest.param(panel, language, marks=pytest.mark.full)
    for panel, language in EVERY
]
"""Vietnamese on every panel. What is too long for the wide panel is so for the narrow or the low one too,
and French, whose sentences are the longest, is tried there; English waits for the full run.
"""


@pytest.mark.parametrize(("panel", "language"), AT_BOTH_ENDS)
def test_every_text_stands_whole_and_apart_at_the_largest_size(
    drawing: object, panel: str, language: Language
) -> None:
    check_every_text(panel, language)


@pytest.mark.full
@pytest.mark.parametrize(("panel", "language"), EVERY)
def test_every_text_with_its_own_picture_at_every_size(
    drawing: object, panel: str, language: Language
) -> None:
    check_every_text_at_every_size(panel, language)
