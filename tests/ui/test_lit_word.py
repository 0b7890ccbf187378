"""The spoken word is lit where it stands; nothing on the screen moves."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage
from PySide6.QtQuick import QQuickItem
from support.audit import sampled_contrast
from support.gallery import PORTRAIT, Gallery, open_gallery
from support.window import Screen, pixels

from accessibility.geometry import Rect
from accessibility.preferences import TEXT_SIZES, THEMES, ThemeName
from ui.window.lit_word import LitWord

SENTENCE = "Bác xem tên đơn vị làm ứng dụng. Tên đó phải thuộc Bộ Công an, không phải ai khác."
PROSE = """
property int start: 0
property int end: 0
Prose {{
    x: 40; y: 40; width: {width}; pixels: Theme.sayPx; bold: true
    text: "{text}"; litStart: Window.window.start; litEnd: Window.window.end
}}
"""


def opened(text: str = SENTENCE, width: int = 900) -> tuple[Gallery, Screen, QQuickItem]:
    gallery = open_gallery(PROSE.format(text=text, width=width))
    screen = Screen(gallery.window)
    return gallery, screen, screen.text_items()[0]


def light(gallery: Gallery, start: int, end: int) -> QImage:
    gallery.window.setProperty("end", 0)
    gallery.window.setProperty("start", start)
    gallery.window.setProperty("end", end)
    return gallery.window.grabWindow()


def boxes(text: QQuickItem, start: int, end: int) -> list[QRectF]:
    found = LitWord().boxes(
        text.property("text"), text.property("font"), text.width(), text.property("lineHeight"), start, end
    )
    return [box.translated(40, 40) for box in found]


def spots(mask: np.ndarray) -> list[tuple[int, int]]:
    """(x, y) of every true pixel."""
    rows, columns = np.nonzero(mask)
    return list(zip(columns.tolist(), rows.tolist(), strict=True))


def test_only_the_ground_behind_the_word_changes(drawing: object) -> None:
    gallery, _, text = opened()
    start = SENTENCE.index("tên")
    plain, lit = light(gallery, 0, 0), light(gallery, start, start + 3)
    changed = spots(pixels(plain) != pixels(lit))
    (box,) = boxes(text, start, start + 3)
    assert len(changed) > 1000
    assert all(box.adjusted(-1, -1, 1, 1).contains(x, y) for x, y in changed)
    ink = int(gallery.theme.appearance.colours.ink[1:], 16)
    before, after = pixels(plain) == ink, pixels(lit) == ink
    assert before.sum() > 5000
    assert not (before & ~after).any()  # every letter is where it was
    assert (after & ~before).sum() < 0.03 * before.sum()  # smoothed edges alone may darken
    gallery.close()


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_every_word_is_lit_where_its_letters_are(drawing: object, size: int) -> None:
    """All ink of the line lies in the boxes of its words, however the sentence wraps."""
    gallery, _, text = opened()
    gallery.wear(PORTRAIT, size, "light")
    plain = light(gallery, 0, 0)
    spans, at = [], 0
    for word in SENTENCE.split(" "):
        spans.append((at, at + len(word)))
        at += len(word) + 1
    covered = [box for start, end in spans for box in boxes(text, start, end)]
    assert len(covered) == len(spans)
    seen = pixels(plain)[: round(40 + text.height())]
    inked = spots(seen != seen[2, 2])
    assert inked
    assert not [spot for spot in inked if not any(box.contains(*spot) for box in covered)]
    assert text.property("lineCount") == len({round(box.y()) for box in covered})
    gallery.close()


def test_words_that_break_over_a_line_are_lit_on_both(drawing: object) -> None:
    gallery, _, text = opened(width=500)
    start, end = SENTENCE.index("tên"), SENTENCE.index("thuộc")
    found = boxes(text, start, end)
    assert len(found) >= 2
    assert len({box.y() for box in found}) == len(found)
    gallery.close()


@pytest.mark.parametrize("theme", THEMES)
def test_the_lit_word_is_readable_in_every_theme(drawing: object, theme: ThemeName) -> None:
    gallery, screen, text = opened()
    gallery.wear(PORTRAIT, 1, theme)
    start = SENTENCE.index("đơn")
    picture = light(gallery, start, start + 3)
    (box,) = boxes(text, start, start + 3)
    counted = screen.colours_in(Rect(box.x() + 6, box.y() + 6, box.width() - 12, box.height() - 12), picture)
    assert counted.most_common(1)[0][0] == gallery.theme.appearance.colours.lit.lower()
    assert sampled_contrast(counted) >= (20 if theme.startswith("high") else 7)
    gallery.close()


def test_marks_count_code_points_also_after_an_emoji(drawing: object) -> None:
    gallery, _, text = opened("Bác chạm 👉 tên đơn vị")
    plain = "Bác chạm 👉 tên đơn vị"
    start = plain.index("vị")
    (box,) = boxes(text, start, start + 2)
    margin = 0.12 * text.property("font").pixelSize()
    assert box.right() == pytest.approx(40 + text.property("contentWidth") + margin, abs=3)
    gallery.close()


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 2), (0, 999), (-1, 3)])
def test_a_mark_outside_the_text_lights_nothing(start: int, end: int) -> None:
    assert LitWord().boxes(SENTENCE, QFont("Noto Sans"), 500, 60, start, end) == []
