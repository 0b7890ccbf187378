"""Every text of every guide and of the kiosk itself, at the largest size, on a narrow and a low panel."""

from __future__ import annotations

from itertools import product

import pytest
from support.every_text import LANGUAGES, check_every_text, check_every_text_at_every_size
from support.stage import PANELS

from flows.words import Language

EVERY = list(product(PANELS, LANGUAGES))
AT_BOTH_ENDS = [
    pytest.param(panel, language, marks=pytest.mark.full if panel == "landscape" or language == "en" else ())
    for panel, language in EVERY
]
"""What is too long for the wide panel is so for the narrow or the low one too: the wide one waits for the
full run, as does English; French, whose sentences are the longest, does not.
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
