"""The audit of the screens finds what is wrong on a real window: otherwise its silence would mean nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtQuick import QQuickItem
from support.all_screens import visit_at
from support.every_text import kiosk_on
from support.measure import measure
from support.paint import faint
from support.stage import Stage as Kiosk
from support.templates import templates
from support.window import Screen

from accessibility.preferences import Preferences

WORD = "Đường" * 40


@pytest.fixture
def kiosk(drawing: object) -> Iterator[Kiosk]:
    with kiosk_on("portrait") as kiosk:
        kiosk.conductor.show(visit_at(templates()["home"], Preferences()))
        assert measure(kiosk.kiosk.window).findings(kiosk.panel.px_per_mm) == []
        yield kiosk


def test_signs_and_outlines_without_contrast_are_found(kiosk: Kiosk) -> None:
    screen, look = Screen(kiosk.kiosk.window), measure(kiosk.kiosk.window)
    assert faint(look, screen, "light") == []
    now = kiosk.theme.appearance
    pale = now.colours._replace(edge=now.colours.line, tint_ink=now.colours.tint)
    kiosk.theme.apply(now.sizes, pale)
    found = [one.partition(":")[0] for one in faint(measure(kiosk.kiosk.window), screen, "light")]
    assert {"pale outline", "pale sign"} <= set(found)


def codes(kiosk: Kiosk) -> set[str]:
    return {one.code for one in measure(kiosk.kiosk.window).findings(kiosk.panel.px_per_mm)}


def tile(kiosk: Kiosk) -> QQuickItem:
    found = Screen(kiosk.kiosk.window).named()
    return next(item for item in found if item.property("title") and item.property("chosen") is not None)


def test_a_word_that_cannot_be_broken_is_found(kiosk: Kiosk) -> None:
    tile(kiosk).setProperty("title", WORD)
    assert {"cut-text", "label-not-in-name"} & codes(kiosk)


def test_a_label_its_spoken_name_leaves_out_is_found(kiosk: Kiosk) -> None:
    tile(kiosk).setProperty("spokenName", "Ô số một")
    assert "label-not-in-name" in codes(kiosk)


def test_a_control_without_a_name_is_found(kiosk: Kiosk) -> None:
    tile(kiosk).setProperty("spokenName", "")
    assert "no-name" in codes(kiosk)


def test_a_control_too_small_or_too_near_is_found(kiosk: Kiosk) -> None:
    item = tile(kiosk)
    item.setWidth(40)
    assert "small-target" in codes(kiosk)


def test_two_controls_on_each_other_are_found(kiosk: Kiosk) -> None:
    item = tile(kiosk)
    item.setX(item.x() + 80)
    assert {"overlapping-targets", "outside", "small-gap"} & codes(kiosk)
