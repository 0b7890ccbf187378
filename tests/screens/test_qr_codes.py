"""Every code a guide prints can be scanned from the real screen, and leads where the words beneath it say."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
import zxingcpp
from PySide6.QtGui import QImage
from support.all_screens import visit_at, walks_to_every_step
from support.every_text import kiosk_on, looks
from support.in_turn import in_turn
from support.measure import measure
from support.stage import BOTH_ENDS, PANELS, residents_guides
from support.stage import Stage as Kiosk
from support.window import Screen, pixels, scene_rect

from accessibility.geometry import Rect
from accessibility.preferences import Preferences, ThemeName
from accessibility.qr_code import QUIET_MODULES, modules_of
from accessibility.sizes import largest_text_size
from flows.guide.flow import QrTarget
from flows.guide.steps import Show
from ui.screens.choosing import address_in_words
from ui.screens.guide import StepProps
from ui.visit.stages import Goodbye, ShowQr, Stepping

CODES = [(flow.id, code) for flow in residents_guides().flows.values() for code in flow.qr]
PRINTABLE = [(flow_id, code) for flow_id, code in CODES if code.printable]
UNPRINTABLE = [(flow_id, code) for flow_id, code in CODES if not code.printable]
LOW_LEAST_MM, LEAST_MM = 45, 60
STEPS = [
    Stepping(flow.id, walk)
    for flow in residents_guides().flows.values()
    for step_id, walk in walks_to_every_step(flow.id).items()
    if isinstance(flow.steps[step_id], Show)
]


@pytest.fixture(scope="module", params=BOTH_ENDS)
def kiosk(drawing: object, request: pytest.FixtureRequest) -> Iterator[Kiosk]:
    with kiosk_on(request.param) as kiosk:
        yield kiosk


def least_px(kiosk: Kiosk) -> float:
    """With its quiet zone. A low panel is seen from nearer."""
    return (LOW_LEAST_MM if kiosk.panel == PANELS["laptop"] else LEAST_MM) * kiosk.panel.px_per_mm


def scanned(picture: QImage) -> list[str]:
    """What an independent decoder reads in the picture of the whole window."""
    grey = np.ascontiguousarray((pixels(picture) & 0xFF).astype(np.uint8))
    return [found.text for found in zxingcpp.read_barcodes(grey)]


def shown(
    kiosk: Kiosk, flow_id: str, code: QrTarget, theme: ThemeName = "light", *, text_size: int = 1
) -> Screen:
    kiosk.conductor.show(visit_at(ShowQr(flow_id, code.id), Preferences(theme=theme, text_size=text_size)))
    measure(kiosk.kiosk.window)
    return Screen(kiosk.kiosk.window)


def code_rect(screen: Screen) -> Rect:
    (item,) = [
        one for one in screen.items() if one.property("payload") and one.property("source") is not None
    ]
    return scene_rect(item)


@pytest.mark.parametrize(
    ("theme", "kiosk"), in_turn(["light", "dark", "yellow-black"], BOTH_ENDS), indirect=["kiosk"]
)
def test_every_code_is_read_from_the_screen(kiosk: Kiosk, theme: ThemeName) -> None:
    assert len(PRINTABLE) >= 10
    wrong = []
    for flow_id, code in PRINTABLE:
        read = scanned(shown(kiosk, flow_id, code, theme).grab())
        if read != [code.payload]:
            wrong.append(f"{flow_id} {code.id}: {read} instead of {code.payload}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("size", ["usual", "largest"])
def test_the_address_stands_in_words_beneath_and_the_quiet_zone_is_kept(kiosk: Kiosk, size: str) -> None:
    """On the page that shows first, so that nobody scans what they have not read."""
    text_size = 1 if size == "usual" else largest_text_size(kiosk.panel)
    for flow_id, code in PRINTABLE:
        screen = shown(kiosk, flow_id, code, text_size=text_size)
        area, picture = code_rect(screen), pixels(screen.grab())
        assert area.width >= least_px(kiosk) - 1
        words = [one for one in screen.texts() if address_in_words(code) in one.text]
        assert [one.rect.y >= area.bottom for one in words] == [True], code.id
        heading = [one for one in screen.texts() if one.text == kiosk.conductor.page.heading]
        for one in (*heading, *words):
            assert (one.viewport or screen.rect).holds(one.rect), f"{code.id}: {one.text!r}"
            assert (one.viewport or screen.rect).holds(area), code.id
        square = picture[round(area.y) : round(area.bottom), round(area.x) : round(area.right)]
        rows, columns = np.nonzero(square == 0)
        dark = columns.max() - columns.min() + 1
        module = dark / len(modules_of(code.payload))
        quiet = min(
            rows.min(), columns.min(), len(square) - 1 - rows.max(), len(square[0]) - 1 - columns.max()
        )
        assert quiet >= QUIET_MODULES * module - 1, code.id


def test_a_code_nobody_has_checked_is_never_drawn(kiosk: Kiosk) -> None:
    assert UNPRINTABLE
    for flow_id, code in UNPRINTABLE:
        screen = shown(kiosk, flow_id, code)
        assert scanned(screen.grab()) == []
        assert not [one for one in screen.texts() if code.payload and address_in_words(code) in one.text]
        offered = {one.slot for one in kiosk.conductor.page.choices}
        assert f"qr.{code.id}" not in offered


@pytest.mark.parametrize("size", ["usual", "largest"])
def test_the_code_to_take_along_is_read_from_the_goodbye_screen_as_large_as_any(
    kiosk: Kiosk, size: str
) -> None:
    """Once the faces have been answered: with them and the card it has no room, and is not said either."""
    seen_by = Preferences(text_size=1 if size == "usual" else largest_text_size(kiosk.panel))
    asking, answered = Goodbye(finished=True), Goodbye(finished=True, face="good")
    for _ in looks(kiosk, asking, seen_by):
        assert not scanned(kiosk.kiosk.window.grabWindow())
    assert "QR" not in str(kiosk.conductor.page.script)
    finished = visit_at(answered, seen_by).finished
    pages = [scanned(kiosk.kiosk.window.grabWindow()) for _ in looks(kiosk, answered, seen_by)]
    first = next(code for flow_id, code in PRINTABLE if flow_id in finished)
    assert {code for codes in pages for code in codes} == {first.payload}
    area = code_rect(Screen(kiosk.kiosk.window))
    assert area.width >= least_px(kiosk) - 1


@pytest.mark.parametrize("size", ["usual", "largest"])
def test_the_code_of_a_step_stands_whole_with_its_address_as_large_as_its_page_allows(
    kiosk: Kiosk, size: str
) -> None:
    """Where the words leave it little room it has a page of its own."""
    seen_by = Preferences(text_size=1 if size == "usual" else largest_text_size(kiosk.panel))
    seen = 0
    for stage in STEPS:
        pages = []
        for _ in looks(kiosk, stage, seen_by):
            page, screen = kiosk.conductor.page, Screen(kiosk.kiosk.window)
            assert isinstance(page, StepProps)
            if page.payload and page.payload in scanned(screen.grab()):
                area = code_rect(screen)
                pages.append(area)
                (words,) = [one for one in screen.texts() if one.text == page.address]
                assert words.rect.y >= area.bottom
                assert (words.viewport or screen.rect).holds(words.rect), page.place
        assert isinstance(page, StepProps)
        if page.payload:
            (area,) = pages
            assert area.width >= least_px(kiosk) - 1, page.place
            seen += 1
    assert seen
