"""The ring of who moves by keys: thick and seen on every ground, around every control and text; its order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest
from PySide6.QtQuick import QQuickItem
from support.all_screens import visit_at
from support.every_text import kiosk_on
from support.paint import SIGN_GOAL
from support.stage import BOTH_ENDS
from support.stage import Stage as Kiosk
from support.templates import templates
from support.window import Screen, pixels, scene_rect

from accessibility.colours import contrast
from accessibility.geometry import Rect
from accessibility.preferences import THEMES, Preferences, ThemeName
from accessibility.sizes import RING_MM
from ui.reach.ways.hand import Hand
from ui.reach.ways.items import PAGE_TURNS, Item, controls_of, items_of
from ui.screens.strip import derive_strip
from ui.window.input.drawn_class import class_name

SHOWN = {name: stage for name, stage in templates().items() if name != "attract"}
HIDDEN_WHERE_LOW = ("picture", "code")
"""A picture without room is left out of the panel; it is described all the same."""


@pytest.fixture(scope="module", params=BOTH_ENDS)
def kiosk(drawing: object, request: pytest.FixtureRequest) -> Iterator[Kiosk]:
    with kiosk_on(request.param) as kiosk:
        yield kiosk


def show(kiosk: Kiosk, template: str, theme: ThemeName) -> tuple[Item, ...]:
    kiosk.conductor.show(visit_at(SHOWN[template], Preferences(theme=theme)))
    Screen(kiosk.kiosk.window).lay_out()  # what has more than one page is laid out in pages
    return kiosk.conductor.pointing.items


def ring_around(kiosk: Kiosk, item: Item) -> tuple[np.ndarray, Rect] | None:
    """The picture with the pointer on *item*, and where the ring is in it."""
    kiosk.conductor.pointing._use(Hand("keys", item.slot))
    screen = Screen(kiosk.kiosk.window)
    painted = pixels(screen.grab())
    rings = [one for one in screen.items() if class_name(one) == "FocusRing"]
    if not rings and item.slot in HIDDEN_WHERE_LOW:
        return None
    assert len(rings) == 1, (item.slot, len(rings))
    seen = scene_rect(rings[0])
    assert screen.rect.holds(Rect(seen.x, seen.y, seen.width, 0)), (item.slot, seen)
    return painted, seen


def faults_of(kiosk: Kiosk, painted: np.ndarray, ring: Rect) -> Iterator[str]:
    """What is wrong with the two upright sides, where they are on the glass: too thin, or hardly seen."""
    colour, scale = kiosk.theme.appearance.colours.ring.lower(), kiosk.panel.px_per_mm
    row = round(min(ring.y + ring.height / 2, painted.shape[0] - 2))
    thick = round(RING_MM * scale)
    left, right = round(ring.x), round(ring.right)
    for side, start, outside in (("left", left, left - 2), ("right", right - thick, right + 1)):
        inked = [f"#{int(one):06x}" == colour for one in painted[row, start : start + thick]]
        if sum(inked) < thick - 1:
            yield f"{side}: {sum(inked)} px, needs {thick}"
        if 0 <= outside < painted.shape[1]:
            ground = f"#{int(painted[row, outside]):06x}"
            if contrast(colour, ground) < SIGN_GOAL:
                yield f"{side}: {contrast(colour, ground):.1f}:1 on {ground}"


Row = tuple[ThemeName, str, slice]
"""A screen in a theme, and which of its items the ring goes round."""


def wrong(kiosk: Kiosk, rows: list[Row]) -> list[str]:
    found = list[str]()
    for theme, template, chosen in rows:
        for item in show(kiosk, template, theme)[chosen]:
            seen = ring_around(kiosk, item)
            if seen is not None:
                found += [f"{template} {theme} {item.slot}: {one}" for one in faults_of(kiosk, *seen)]
    return found


def test_the_ring_is_thick_and_seen_on_every_item_of_every_screen(kiosk: Kiosk) -> None:
    """Each item in one theme, each screen in a third of the themes and on one of the panels."""
    halves = (THEMES[::3], THEMES[1::3], THEMES[2::3])
    here = list(SHOWN)[0 if kiosk.panel.is_landscape else 1 :: 2]
    found = wrong(
        kiosk,
        [
            (theme, template, slice(first, None, len(halves[0])))
            for at, template in enumerate(here)
            for first, theme in enumerate(halves[at % 3])
        ],
    )
    assert not found, f"{len(found)} findings:\n" + "\n".join(found[:20])


@pytest.mark.full
def test_the_ring_is_thick_and_seen_on_every_item_in_every_theme(kiosk: Kiosk) -> None:
    found = wrong(kiosk, [(theme, template, slice(None)) for theme, template in product(THEMES, SHOWN)])
    assert not found, f"{len(found)} findings:\n" + "\n".join(found[:20])


@pytest.mark.parametrize("template", SHOWN)
def test_the_focus_goes_through_the_controls_in_the_order_in_which_they_are_read_and_said(
    kiosk: Kiosk, template: str
) -> None:
    """Qt's own chain, as a screen reader goes through it: a circle, with what turns a page besides."""
    show(kiosk, template, "light")
    items = each_control(kiosk)
    screen = Screen(kiosk.kiosk.window)
    first = next(
        item for item in screen.items() if item.property("slot") == items[0].slot and touchable(item)
    )
    chain, at = list[str](), first
    for _ in range(200):
        slot = str(at.property("slot") or "")
        if touchable(at) and at.isVisible() and at.isEnabled() and slot and slot not in PAGE_TURNS:
            chain.append(slot)
        at = at.nextItemInFocusChain(True)
        if at is first:
            break
    assert chain == [item.slot for item in items]


def each_control(kiosk: Kiosk) -> tuple[Item, ...]:
    """Also each key by itself: who moves by keys or switches comes to a whole row of them first."""
    strip = derive_strip(kiosk.conductor.visit, kiosk.conductor.around)
    return controls_of(items_of(kiosk.conductor.page, strip))


def touchable(item: QQuickItem) -> bool:
    return item.property("spokenDetail") is not None
