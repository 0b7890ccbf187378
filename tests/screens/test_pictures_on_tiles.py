"""The pictures on tiles are large enough to be told apart, in every language, on every panel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from support.all_screens import visit_at
from support.every_text import LANGUAGES, kiosk_on, looks, told
from support.guides import TODAY
from support.measure import measure
from support.stage import PANELS, residents_guides
from support.stage import Stage as Kiosk
from support.templates import templates
from support.window import Screen, lay_out, scene_rect

from accessibility.preferences import TEXT_SIZES, Preferences
from accessibility.sizes import largest_text_size
from flows.guide.needs import shipped_needs
from flows.shelf.due import this_month
from ui.visit.stage import Stage
from ui.visit.stages import Attract, Home, NeedGuides, ScamsToRehearse, Topic, Topics
from ui.window.input.drawn_class import class_name
from ui.words import UiWords

pytestmark = pytest.mark.usefixtures("blank_pictures")

LEAST_MM = 32.0
LEAST_BESIDE_KEYS_MM = 12.0
LEAST_OF_NINE_MM = 20.0
A_PIXEL_STEP_MM = 0.3  # pictures are drawn in steps of eight pixels
SIZED_BY_TOPIC = Counter(flow.topic for flow in residents_guides().flows.values())
THE_FULLEST = [
    Attract(),
    Home(),
    Topics(),
    *(Topic(one) for one, guides in SIZED_BY_TOPIC.items() if guides > 6),
]
ALL_TILES: list[Stage] = [
    *THE_FULLEST,
    *(NeedGuides(need.id) for need in shipped_needs().tiles if need.guides),
    *(Topic(one) for one, guides in SIZED_BY_TOPIC.items() if guides <= 6),
]


@pytest.fixture(params=PANELS)
def kiosk(drawing: object, request: pytest.FixtureRequest) -> Iterator[Kiosk]:
    with kiosk_on(request.param) as kiosk:
        yield kiosk


def pictures_mm(kiosk: Kiosk) -> list[float]:
    """How high the pictures of the tiles on the glass are; every tile has one."""
    tiles = [one for one in Screen(kiosk.kiosk.window).items() if class_name(one) == "NeedTile"]
    drawn = [child for tile in tiles for one in tile.childItems() for child in one.childItems()]
    shown = [scene_rect(one).height for one in drawn if class_name(one) == "Drawing" and one.isVisible()]
    assert len(shown) == len(tiles) > 0
    return [height / kiosk.panel.px_per_mm for height in shown]


def small_on(kiosk: Kiosk, stages: list[Stage], size: int) -> dict[str, float]:
    found = {}
    for language in LANGUAGES:
        for stage in stages:
            for _ in looks(kiosk, stage, Preferences(language=language, text_size=size)):
                smallest = min(pictures_mm(kiosk))
                if smallest < LEAST_MM - A_PIXEL_STEP_MM:
                    found[f"{language} {size} {stage}"] = round(smallest, 1)
    return found


def test_the_picture_on_each_tile_is_at_least_32_mm_high(kiosk: Kiosk) -> None:
    assert small_on(kiosk, THE_FULLEST, 1) == {}


def test_what_stands_over_the_question_leaves_them_as_large_in_the_largest_letters(kiosk: Kiosk) -> None:
    """Two sentences over nine tiles: beside a laptop's actions they had no room."""
    assert small_on(kiosk, [ScamsToRehearse()], largest_text_size(kiosk.panel)) == {}


@pytest.mark.full
def test_in_every_text_size_too(kiosk: Kiosk) -> None:
    for size in TEXT_SIZES[: largest_text_size(kiosk.panel)]:
        assert small_on(kiosk, ALL_TILES, size) == {}


def test_a_ninth_tile_while_something_is_due_leaves_each_in_sight(kiosk: Kiosk) -> None:
    """On the invitation nothing is turned over: beneath its last tile stand the other controls."""
    flows = kiosk.conductor.around.guides.flows
    kiosk.conductor.surround(replace(kiosk.conductor.around.guides, due=this_month(flows.values(), TODAY)))
    for size in (1, largest_text_size(kiosk.panel)):
        for language in LANGUAGES:
            for stage in (Attract(), Home()):
                for _ in looks(kiosk, stage, Preferences(language=language, text_size=size)):
                    assert len(pictures_mm(kiosk)) == len(shipped_needs().tiles) + 1
                    assert min(pictures_mm(kiosk)) >= LEAST_OF_NINE_MM, (language, size, stage)
                    found = measure(kiosk.kiosk.window).findings(kiosk.panel.px_per_mm)
                    assert [told(one) for one in found] == [], (language, size, stage)


def test_a_hint_above_the_tiles_leaves_their_pictures_as_large(kiosk: Kiosk) -> None:
    """The first screen of a visit may say how one uses the kiosk without seeing it."""
    for language in LANGUAGES:
        hint = UiWords().say("ways.how_touch", language)
        kiosk.conductor.show(visit_at(Home(), Preferences(language=language)))
        kiosk.conductor.surround(replace(kiosk.conductor.around.pointer, hint=hint))
        measure(kiosk.kiosk.window)
        assert Screen(kiosk.kiosk.window).shows(hint)
        assert min(pictures_mm(kiosk)) >= LEAST_MM - A_PIXEL_STEP_MM, language


@pytest.mark.parametrize("panel", [name for name, panel in PANELS.items() if panel.is_landscape])
def test_an_urgent_answer_beside_the_keys_keeps_its_picture_in_the_largest_letters(
    drawing: object, panel: str
) -> None:
    with kiosk_on(panel) as kiosk:
        for language in LANGUAGES:
            for name in ("ask-danger", "ask-perhaps"):
                now = Preferences(language=language, text_size=largest_text_size(kiosk.panel))
                kiosk.conductor.show(visit_at(templates()[name], now))
                lay_out(kiosk.kiosk.window)
                tiles = [one for one in Screen(kiosk.kiosk.window).items() if class_name(one) == "NeedTile"]
                assert [one.property("urgent") for one in tiles][:2] == [True, False], (
                    "the first, as it is said"
                )
                assert pictures_mm(kiosk)[0] >= LEAST_BESIDE_KEYS_MM, (language, name)
                assert [
                    told(one) for one in measure(kiosk.kiosk.window).findings(kiosk.panel.px_per_mm)
                ] == []
