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
from flows.guide.doubt import is_doubtful, is_first_doubt, never_doubts
from flows.guide.flow import Flow
from flows.guide.needs import shipped_needs
from flows.guide.steps import Step
from flows.guide.walk import Walk
from flows.guide.words import Language
from ui.screens.guide import StepProps
from ui.visit.stages import Stepping
from ui.window.input.drawn_class import class_name

ONE_OF = {"plain": 60, "safety": 8, "private": 8}
"""One of so many steps of each kind: with a safety line or one of doubt, private ones, and the others."""

SEVEN_WARNINGS = "step.hoi-tro-ly-ai.2.khong-dua-ma.no"
"""What one never gives to a machine: the longest safety line of all."""


def kind_of(flow: Flow, step: Step, walk: Walk) -> str:
    if step.private:
        return "private"
    doubts = is_first_doubt(flow, walk) and is_doubtful(step) and not never_doubts(flow, shipped_needs())
    return "safety" if step.safety or doubts else "plain"


def some_steps(kind: str) -> list[Stepping]:
    steps = [
        Stepping(flow.id, walk)
        for flow in residents_guides().flows.values()
        for step_id, walk in walks_to_every_step(flow.id).items()
        if kind_of(flow, flow.steps[step_id], walk) == kind
    ]
    return steps[:: ONE_OF[kind]]


@pytest.fixture(scope="module")
def kiosk(drawing: object) -> Iterator[Kiosk]:
    with kiosk_on("portrait") as kiosk:
        yield kiosk


def picture(kiosk: Kiosk) -> Rect:
    (drawn,) = [one for one in Screen(kiosk.kiosk.window).items() if class_name(one) == "StepPicture"]
    return scene_rect(drawn)


def shares(kiosk: Kiosk, preferences: Preferences, kind: str) -> dict[str, float]:
    """By place, of some steps of that kind which hold a sentence and its picture, and no code or guides."""
    found = {}
    for asked in some_steps(kind):
        kiosk.conductor.show(visit_at(asked, preferences))
        page = kiosk.conductor.page
        if isinstance(page, StepProps) and page.template == "step" and not page.payload and not page.choices:
            measure(kiosk.kiosk.window)
            found[page.place] = picture(kiosk).height / kiosk.panel.height_px
    assert len(found) > 3
    return found


def below(least: float, found: dict[str, float]) -> dict[str, float]:
    return {place: round(share, 3) for place, share in found.items() if round(share, 2) < least}


@pytest.mark.parametrize(("language", "size"), [("vi", 1), ("vi", 5), ("fr", 5)])
def test_the_picture_of_a_step_has_55_percent_of_the_height(
    kiosk: Kiosk, language: Language, size: int
) -> None:
    found = shares(kiosk, Preferences(language=language, text_size=size), "plain")
    assert below(0.55, found) == {}


def test_beside_a_safety_line_in_the_largest_letters_it_has_44_percent(kiosk: Kiosk) -> None:
    found = shares(kiosk, Preferences(text_size=5), "safety")
    found.pop(SEVEN_WARNINGS, None)
    assert below(0.44, found) == {}
    assert sum(found.values()) / len(found) >= 0.48


def test_beneath_the_notice_of_something_private_in_the_largest_letters_it_has_42_percent(
    kiosk: Kiosk,
) -> None:
    found = shares(kiosk, Preferences(text_size=5), "private")
    assert below(0.42, found) == {}
    assert sum(found.values()) / len(found) >= 0.49


@pytest.mark.parametrize(("guide", "step"), [("dvc-nop-ho-so", "mo-cong"), ("dvc-tra-cuu", "mo-cong")])
def test_a_code_to_scan_has_two_fifths_of_the_height_in_the_largest_letters(
    kiosk: Kiosk, guide: str, step: str
) -> None:
    kiosk.conductor.show(
        visit_at(Stepping(guide, walks_to_every_step(guide)[step]), Preferences(text_size=5))
    )
    measure(kiosk.kiosk.window)
    codes = [one for one in Screen(kiosk.kiosk.window).items() if class_name(one) == "QrCode"]
    (code,) = [one for one in codes if one.isVisible()]
    assert scene_rect(code).height / kiosk.panel.height_px >= 0.4


def test_words_and_safety_line_turned_over_the_picture_leave_it_in_its_place(kiosk: Kiosk) -> None:
    walk = walks_to_every_step("dvc-nop-phi")["tu-go-ma"]
    seen, places = list[str](), list[Rect]()
    for look in looks(kiosk, Stepping("dvc-nop-phi", walk), Preferences(language="fr", text_size=5)):
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


@pytest.mark.parametrize(
    ("guide", "step", "address"),
    [
        ("the-xe-buyt", "mo-trang", "vedientuonline.com.vn"),
        ("hoc-binh-dan-hoc-vu-so", "dung-dia-chi", "binhdanhocvuso.gov.vn"),
    ],
)
def test_an_address_to_type_or_compare_stands_on_one_line_in_the_largest_letters(
    kiosk: Kiosk, guide: str, step: str, address: str
) -> None:
    walk = walks_to_every_step(guide)[step]
    kiosk.conductor.show(visit_at(Stepping(guide, walk), Preferences(text_size=5)))
    measure(kiosk.kiosk.window)
    sentence = kiosk.conductor.page.sentence
    (words, *_) = [
        one
        for one in Screen(kiosk.kiosk.window).items()
        if one.inherits("QQuickText") and one.isVisible() and one.property("text") == sentence
    ]
    assert address in sentence
    room = QFontMetricsF(words.property("font")).horizontalAdvance(address)
    assert room <= words.width()
