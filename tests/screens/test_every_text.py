"""The longest texts of every template at the largest size, on a narrow and a low panel; in the full run every
text of every guide and of the kiosk itself, in every size.
"""

from __future__ import annotations

from itertools import product

import pytest
from support.every_text import LANGUAGES, check_every_text, check_every_text_at_every_size
from support.stage import PANELS

from flows.guide.words import Language

pytestmark = pytest.mark.usefixtures("blank_pictures")

EVERY = list(product(PANELS, LANGUAGES))
OPPOSITE = (("portrait", "vi"), ("laptop", "fr"))
"""The narrow panel in the language nearly everybody reads, the low one in the one with the longest words."""
AT_BOTH_ENDS = [
    pytest.param(*pair, marks=() if pair in OPPOSITE else pytest.mark.full, id="-".join(pair))
    for pair in EVERY
]


@pytest.mark.parametrize(("panel", "language"), AT_BOTH_ENDS)
def test_the_longest_texts_stand_whole_and_apart_at_the_largest_size(
    drawing: object, panel: str, language: Language
) -> None:
    check_every_text(panel, language)


@pytest.mark.full
@pytest.mark.parametrize(("panel", "language"), EVERY)
def test_every_text_with_its_own_picture_at_every_size(
    drawing: object, panel: str, language: Language
) -> None:
    check_every_text_at_every_size(panel, language)
