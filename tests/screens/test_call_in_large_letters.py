"""While a person is waited for: what one needs then stands on the first page, in the largest letters too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtQuick import QQuickItem
from support.every_text import LANGUAGES, kiosk_on, looks
from support.measure import Measured, measure
from support.stage import PANELS
from support.stage import Stage as Kiosk
from support.window import scene_rect

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from kiosk.point.tour.staff_stops import SEN
from ui.visit.staff.people import Assist, AtControls
from ui.visit.stages import Person
from ui.window.input.drawn_class import class_name

pytestmark = pytest.mark.usefixtures("blank_pictures")

NUMBER = "024\u00a01022"


@pytest.fixture(scope="module", params=PANELS)
def kiosk(drawing: object, request: pytest.FixtureRequest) -> Iterator[Kiosk]:
    with kiosk_on(request.param) as kiosk:
        kiosk.conductor.surround(replace(kiosk.conductor.around.timing, waited_minutes=3))
        yield kiosk


def under(item: QQuickItem) -> Iterator[QQuickItem]:
    for one in item.childItems():
        yield one
        yield from under(one)


def whole(look: Measured, wanted: str) -> bool:
    """Whether the text that is *wanted* is seen, all of it."""
    (text,) = (text for text in look.texts if text.text == wanted)
    return text.visible is not None and text.visible.height >= text.rect.height - 1


def came(kiosk: Kiosk) -> str:
    """What whoever comes touches."""
    (button,) = (one for one in kiosk.conductor.page.bar if one.slot == "taken")
    return button.label


def first_page(kiosk: Kiosk, stage: Person, now: Preferences, *, assisted: bool) -> Measured:
    look = next(iter(looks(kiosk, stage, now)))
    if not assisted:
        return look
    visit = replace(kiosk.conductor.visit, staff=AtControls(SEN), assist=Assist(SEN.id))
    kiosk.conductor.show(visit)
    return measure(kiosk.kiosk.window)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_number_that_is_left_and_how_long_one_has_waited(kiosk: Kiosk, language: str) -> None:
    for size in range(1, largest_text_size(kiosk.panel) + 1):
        now = Preferences(text_size=size, language=language)  # type: ignore[arg-type]
        for assisted in (False, True):
            look = first_page(kiosk, Person(nobody_came=True), now, assisted=assisted)
            for wanted in (NUMBER, kiosk.conductor.page.caption, came(kiosk)):
                assert whole(look, wanted), (size, assisted, wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_long_one_has_waited_while_somebody_comes(kiosk: Kiosk, language: str) -> None:
    for size in range(1, largest_text_size(kiosk.panel) + 1):
        now = Preferences(text_size=size, language=language)  # type: ignore[arg-type]
        for assisted in (False, True):
            look = first_page(kiosk, Person(), now, assisted=assisted)
            for wanted in (kiosk.conductor.page.caption, came(kiosk)):
                assert whole(look, wanted), (size, assisted, wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nobody_hears_a_call_the_first_page_says_to_beckon(kiosk: Kiosk, language: str) -> None:
    around = kiosk.conductor.around
    kiosk.conductor.surround(*replace(around, sound=replace(around.sound, no_sound=True)).parts)
    try:
        for size in range(1, largest_text_size(kiosk.panel) + 1):
            now = Preferences(text_size=size, language=language)  # type: ignore[arg-type]
            for stage in (Person(), Person(nobody_came=True)):
                look = first_page(kiosk, stage, now, assisted=False)
                if not kiosk.conductor.around.setup.further.phone or not stage.nobody_came:
                    assert whole(look, kiosk.conductor.page.heading), (size, stage)
                assert [
                    one for one in look.findings(kiosk.panel.px_per_mm) if one.code != "short-lines"
                ] == []
    finally:
        kiosk.conductor.surround(*around.parts)


def test_the_picture_ends_above_the_red_frame(kiosk: Kiosk) -> None:
    """Its card lay over the lower edge."""
    looked_at = 0
    for size in range(1, largest_text_size(kiosk.panel) + 1):
        next(iter(looks(kiosk, Person(), Preferences(text_size=size))))
        drawn = {class_name(one): one for one in under(kiosk.kiosk.window.contentItem()) if one.isVisible()}
        if "StepPicture" in drawn:
            inner = drawn["BellFrame"].childItems()[1]
            assert scene_rect(drawn["StepPicture"]).bottom <= scene_rect(inner).bottom, size
            looked_at += 1
    assert looked_at
