"""Every step that is practised, on each panel and in its lower part: nothing cut, small or crowded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from support.all_screens import visit_at
from support.every_text import kiosk_on, looks, wrong_with
from support.measure import measure
from support.stage import Stage as Kiosk
from support.stage import residents_guides
from support.window import Screen, scene_rect

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from flows.guide.words import Language
from flows.practice.exercise.in_a_guide import typing_of
from flows.practice.practice import touched
from kiosk.point.tour.guide_stops import practices_of
from ui.visit.stages import Practising
from ui.window.input.drawn_class import class_name

pytestmark = pytest.mark.usefixtures("blank_pictures")


@pytest.fixture(scope="module")
def kiosk(drawing: object) -> Iterator[Kiosk]:
    with kiosk_on("portrait") as kiosk:
        yield kiosk


def practised(*, every: int) -> list[Practising]:
    guides = residents_guides().flows.values()
    steps = (one for flow in guides for one in practices_of(flow) if not one.over)
    return [*map(Practising, steps)][::every]


@pytest.mark.parametrize("language", ["vi", "fr"])
def test_nothing_is_cut_small_or_crowded_in_the_largest_letters(kiosk: Kiosk, language: Language) -> None:
    now = Preferences(language=language, text_size=largest_text_size(kiosk.panel))
    found = wrong_with(kiosk, practised(every=1 if language == "vi" else 3), now)
    assert not found, f"{len(found)} findings:\n" + "\n".join(found[:20])


def of_the_laptop() -> list[Practising]:
    """Every fourth step, and those with the lowest rows: a page of the browser, boxes for digits, a call."""
    low = ("web", "code-entry", "call")
    pictures = ((one, one.practice.task.picture) for one in practised(every=1))
    lowest = [one for one, picture in pictures if {picture.device, picture.scene} & set(low)]
    return [*practised(every=4), *lowest[::3]]


@pytest.mark.parametrize(
    ("panel", "language"),
    [
        ("laptop", "vi"),
        pytest.param("laptop", "fr", marks=pytest.mark.full),
        pytest.param("landscape", "fr", marks=pytest.mark.full),
    ],
)
def test_nothing_is_cut_small_or_crowded_beside_the_sentence_on_a_lying_panel(
    drawing: object, panel: str, language: Language
) -> None:
    with kiosk_on(panel) as lying:
        now = Preferences(language=language, text_size=largest_text_size(lying.panel))
        found = wrong_with(lying, of_the_laptop(), now)
    assert not found, f"{len(found)} findings:\n" + "\n".join(found[:20])


@pytest.mark.parametrize("panel", ["portrait", "laptop"])
def test_what_was_touched_is_named_beside_it_never_over_the_place_nor_beyond_the_edge(
    drawing: object, panel: str
) -> None:
    named = 0
    with kiosk_on(panel) as glass:
        now = Preferences(text_size=largest_text_size(glass.panel))
        for stage in practised(every=31):
            task = stage.practice.task
            wrong = [at for at, one in enumerate(task.picture.elements) if one.label and not task.takes(at)]
            for element in wrong[:1] if task.way is None else []:
                list(looks(glass, Practising(touched(stage.practice, element)), now))
                screen = Screen(glass.kiosk.window)
                (bubble,) = [one for one in screen.items() if one.objectName() == "met" and one.isVisible()]
                (picture,) = [one for one in screen.items() if class_name(one) == "MetBubble"]
                drawn = [one for one in screen.items() if one.objectName() == "phoneElement"]
                kept = [scene_rect(one) for one in drawn if one.property("order") == task.target]
                place, whole = scene_rect(bubble), scene_rect(picture)
                assert whole.x <= place.x and place.right <= whole.right + 1, task.step_id
                assert whole.y <= place.y and place.bottom <= whole.bottom + 1, task.step_id
                assert not [one for one in kept if one.shared(place)], task.step_id
                named += 1
    assert named > 3


def typed() -> list[Practising]:
    """What is typed first in each guide, and on the second rung, where a hint is offered too."""
    first = {
        one.practice.flow_id: one.practice for one in reversed(practised(every=1)) if one.practice.task.typed
    }
    flows = residents_guides().flows
    begun = (replace(one, rung="hinted") for one in first.values())
    return [Practising(one, typing_of(one, flows[one.flow_id])) for one in begun]


@pytest.mark.parametrize(("panel", "language"), [("laptop", "vi"), ("portrait", "fr")])
def test_the_keys_of_what_is_typed_are_whole_on_one_page_in_the_largest_letters(
    drawing: object, panel: str, language: Language
) -> None:
    """Also where the guide has a long title."""
    with kiosk_on(panel) as kiosk:
        now = Preferences(language=language, text_size=largest_text_size(kiosk.panel))
        stages = typed()
        overleaf = [one.practice.flow_id for one in stages if len(list(looks(kiosk, one, now))) != 1]
        assert overleaf == []
        found = wrong_with(kiosk, stages[::3], now)
    assert not found, f"{len(found)} findings:\n" + "\n".join(found[:20])


def test_practice_is_whole_at_the_usual_size_and_where_the_screen_is_lowered(kiosk: Kiosk) -> None:
    for now in (Preferences(), Preferences(low_reach=True)):
        found = wrong_with(kiosk, practised(every=5), now)
        assert not found, f"{len(found)} findings:\n" + "\n".join(found[:20])


def test_a_half_that_pales_and_a_ring_that_comes_move_nothing(kiosk: Kiosk) -> None:
    for stage in practised(every=9):
        seen = []
        for change in ({"rung": "shown"}, {"rung": "alone"}, {"rung": "alone", "help": "half-pale"}):
            practice = replace(stage.practice, **change)  # type: ignore[arg-type]
            kiosk.conductor.show(visit_at(Practising(practice), Preferences()))
            look = measure(kiosk.kiosk.window)
            places = {one.name for one in kiosk.conductor.page.choices}
            seen.append([one.rect for one in look.controls if one.name in places])
        assert seen[0] == seen[1] == seen[2]
