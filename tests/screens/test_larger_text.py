"""Larger text enlarges the words of tiles and of the strip too, and takes no page and no picture for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtQuick import QQuickItem
from support.all_screens import visit_at, walks_to_every_step
from support.every_text import LANGUAGES, kiosk_on, looks
from support.measure import measure
from support.stage import PANELS
from support.stage import Stage as Kiosk
from support.window import Screen

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from flows.guide.words import Language
from ui.visit.stage import Stage
from ui.visit.stages import Attract, Home, NeedGuides, Stepping, Topics
from ui.window.input.drawn_class import class_name

GUIDE = "vneid-cai-dat"


@pytest.fixture(scope="module", params=PANELS)
def kiosk(drawing: object, request: pytest.FixtureRequest) -> Iterator[Kiosk]:
    with kiosk_on(request.param) as kiosk:
        yield kiosk


def show(kiosk: Kiosk, stage: Stage, language: Language, size: int) -> list[QQuickItem]:
    kiosk.conductor.show(visit_at(stage, Preferences(language=language, text_size=size)))
    measure(kiosk.kiosk.window)
    return list(Screen(kiosk.kiosk.window).items())


def letters(items: list[QQuickItem], of: str) -> int:
    """Pixels of the smallest words on what is seen of that class."""
    within = [word for one in items if class_name(one) == of and one.isVisible() for word in below(one)]
    return min(
        int(one.property("pixels")) for one in within if class_name(one) == "Words" and one.isVisible()
    )


def below(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        yield child
        yield from below(child)


def step() -> Stepping:
    walks = walks_to_every_step(GUIDE)
    return Stepping(GUIDE, walks[next(one for one in walks if len(walks[one].edges) == 1)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_nine_topics_stand_on_one_page_in_every_size(kiosk: Kiosk, language: Language) -> None:
    for size in range(1, largest_text_size(kiosk.panel) + 1):
        pages = list(looks(kiosk, Topics(), Preferences(language=language, text_size=size)))
        tiles = [one for one in Screen(kiosk.kiosk.window).items() if class_name(one) == "NeedTile"]
        assert (len(pages), len([one for one in tiles if one.isVisible()])) == (1, 9), size
        assert pages[0].findings(kiosk.panel.px_per_mm) == []


@pytest.mark.parametrize(
    "stage", [Attract(), Home(), NeedGuides("cai-vneid")], ids=lambda one: type(one).__name__
)
def test_the_words_of_tiles_grow_with_the_text(kiosk: Kiosk, stage: Stage) -> None:
    sizes = (1, 2, largest_text_size(kiosk.panel))
    smallest, larger, largest = (letters(show(kiosk, stage, "vi", size), "NeedTile") for size in sizes)
    assert smallest < larger <= largest


def test_the_words_and_signs_of_the_strip_grow_with_the_text(kiosk: Kiosk) -> None:
    words, signs = [], []
    for size in sorted({1, 3, largest_text_size(kiosk.panel)}):
        items = show(kiosk, step(), "vi", size)
        words.append(letters(items, "Chip"))
        chips = [one for one in items if class_name(one) == "Chip" and one.isVisible()]
        icons = [icon for one in chips for icon in below(one) if class_name(icon) == "Icon"]
        signs.append(min(icon.property("pixels") for icon in icons if icon.isVisible()))
    assert words == sorted(set(words)) and signs == sorted(set(signs))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_shows_its_guides_title_and_no_part_of_a_word(kiosk: Kiosk, language: Language) -> None:
    around = kiosk.conductor.around
    flow = around.guides.flows[GUIDE]
    titles = flow.title.in_(language), around.setup.needs.titles[GUIDE].in_(language)
    for size in (1, largest_text_size(kiosk.panel)):
        items = show(kiosk, step(), language, size)
        shown = [one.property("text") for one in items if class_name(one) == "Words" and one.isVisible()]
        begun = [text for text in shown if text and text in titles]
        assert begun, (size, shown)


@pytest.mark.parametrize(
    ("guide", "name"),
    [("sim-xac-thuc", "dung-bao-bo"), ("co-ban-mat-khau-otp", "khong-doc"), ("bhxh-vssid", "dang-nhap")],
)
def test_upright_a_sentence_gets_smaller_letters_before_its_end_goes_overleaf(
    drawing: object, guide: str, name: str
) -> None:
    """“Đừng” at the foot of a page, and what not to do on the next, is the opposite to who reads one page."""
    with kiosk_on("portrait") as kiosk:
        stage = Stepping(guide, walks_to_every_step(guide)[name])
        pages = list(looks(kiosk, stage, Preferences(text_size=largest_text_size(kiosk.panel))))
        largest, usual = (letters_of(show(kiosk, stage, "vi", size)) for size in (5, 3))
        assert len(pages) == 1
        assert largest > usual  # still larger than in the usual size


def letters_of(items: list[QQuickItem]) -> int:
    """Pixels of the sentence on the screen."""
    (sentence,) = [
        one for one in items
        if class_name(one) == "Spoken" and one.property("slot") == "sentence" and one.isVisible()
    ]  # fmt: skip
    return int(sentence.property("pixels"))
