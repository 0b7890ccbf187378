"""How much of an upright panel a step's picture has; words that are turned over it leave it where it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetricsF
from support.all_screens import visit_at, walks_to_every_step
from support.every_text import kiosk_on, looks
from support.measure import measure
from support.stage import Stage as Kiosk
from support.stage import residents_guides
from support.window import Screen, scene_rect

from accessibility.geometry import Rect
from accessibility.preferences import Preferences
from flows.words import Language
from ui.input.drawn_class import class_name
from ui.screens.guide import StepProps
from ui.visit.stages import Stepping

ONE_OF = {False: 60, True: 6}  # steps without a safety line, and with one, which are seldom


def some_steps(*, safety: bool) -> list[Stepping]:
    steps = [
        Stepping(flow.id, walk)
        for flow in residents_guides().flows.values()
        for step_id, walk in walks_to_every_step(flow.id).items()
        if bool(flow.steps[step_id].safety) == safety
    ]
    return steps[:: ONE_OF[safety]]


@pytest.fixture(scope="module")
def kiosk(drawing: object) -> Iterator[Kiosk]:
    with kiosk_on("portrait") as kiosk:
        yield kiosk


def picture(kiosk: Kiosk) -> Rect:
    (drawn,) = [one for one in Screen(kiosk.kiosk.window).items() if class_name(one) == "StepPicture"]
    return scene_rect(drawn)


def shares(kiosk: Kiosk, preferences: Preferences, *, safety: bool) -> dict[str, float]:
    """By place, of some of the steps that hold a sentence, its picture and perhaps a safety line."""
    found = {}
    for asked in some_steps(safety=safety):
        kiosk.conductor.show(visit_at(asked, preferences))
        page = kiosk.conductor.page
        if not isinstance(page, StepProps) or page.payload or page.choices or page.private:
            continue
        measure(kiosk.kiosk.window)
        found[page.place] = picture(kiosk).height / kiosk.panel.height_px
    assert len(found) > 3
    return found


@pytest.mark.parametrize(("language", "size"), [("vi", 1), ("vi", 5), ("fr", 5)])
def test_the_picture_of_a_step_has_55_percent_of_the_height(
    kiosk: Kiosk, language: Language, size: int
) -> None:
    found = shares(kiosk, Preferences(language=language, text_size=size), safety=False)
    assert {place: share for place, share in found.items() if round(share, 2) < 0.55} == {}


def test_beside_a_safety_line_in_the_largest_letters_it_has_two_fifths(kiosk: Kiosk) -> None:
    found = shares(kiosk, Preferences(text_size=5), safety=True)
    assert {place: share for place, share in found.items() if share < 0.4} == {}


def test_words_and_safety_line_turned_over_the_picture_leave_it_in_its_place(kiosk: Kiosk) -> None:
    walk = walks_to_every_step("bhxh-vssid")["dang-nhap"]
    seen, places = list[str](), list[Rect]()
    for look in looks(kiosk, Stepping("bhxh-vssid", walk), Preferences(text_size=5)):
        page = kiosk.conductor.page
        assert isinstance(page, StepProps)
        texts = [text.text for text in look.texts]
        assert page.safety in texts
        seen += texts
        places.append(picture(kiosk))
    assert len(places) == 2  # no page holds the line alone
    assert len(set(places)) == 1


def test_a_helpers_words_stand_on_one_line_in_the_largest_letters_in_french_too(kiosk: Kiosk) -> None:
    walk = walks_to_every_step("bhxh-vssid")["dang-nhap"]
    usual = {}
    for size in (1, 5):
        kiosk.conductor.show(
            visit_at(Stepping("bhxh-vssid", walk), Preferences(language="fr", text_size=size))
        )
        measure(kiosk.kiosk.window)
        (call,) = [
            one
            for one in Screen(kiosk.kiosk.window).items()
            if one.isVisible() and one.property("text") == "Appeler quelqu’un"
        ]
        usual[size] = call.property("pixels")
        assert call.property("lineCount") == 1
    assert usual[5] >= usual[1]


def test_an_address_to_type_stands_on_one_line_in_the_largest_letters(kiosk: Kiosk) -> None:
    walk = walks_to_every_step("the-xe-buyt")["mo-trang"]
    kiosk.conductor.show(visit_at(Stepping("the-xe-buyt", walk), Preferences(text_size=5)))
    measure(kiosk.kiosk.window)
    sentence = kiosk.conductor.page.sentence
    (words, *_) = [
        one
        for one in Screen(kiosk.kiosk.window).items()
        if one.inherits("QQuickText") and one.isVisible() and one.property("text") == sentence
    ]
    address = "vedientuonline.com.vn"
    assert address in sentence
    room = QFontMetricsF(words.property("font")).horizontalAdvance(address)
    assert room <= words.width()
