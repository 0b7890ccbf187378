"""Older monitors of 5:4 and 4:3, beside which the other audits' panels are wide: the screens of no guide."""

from __future__ import annotations

from itertools import product

import pytest
from support.all_screens import distinct, stages_of_the_kiosk
from support.every_text import LANGUAGES, kiosk_on, looks, wrong_with
from support.window import Screen

from accessibility.preferences import Preferences
from accessibility.sizes import Panel, largest_text_size
from flows.guide.words import Language
from ui.visit.staff.stages import AskObstacle
from ui.visit.stage import Stage
from ui.visit.stages import Attract, Comfort, Exercising
from ui.window.input.drawn_class import class_name

pytestmark = pytest.mark.usefixtures("blank_pictures")

LONGEST: tuple[Language, ...] = ("fr",)
"""Whose words need most room; the invitation is looked at in all three."""
SQUARE = {"5:4": Panel(1280, 1024, 17.0), "4:3": Panel(1024, 768, 15.0)}


@pytest.mark.parametrize("panel", ["5:4", pytest.param("4:3", marks=pytest.mark.full)])
def test_nothing_is_cut_in_the_largest_letters(drawing: object, panel: str) -> None:
    found = []
    with kiosk_on(SQUARE[panel]) as kiosk:
        for language in LONGEST:
            own = Preferences(language=language, text_size=largest_text_size(SQUARE[panel]))
            stages = distinct(stages_of_the_kiosk(), kiosk.conductor.around, own)
            found += [f"{language}: {line}" for line in wrong_with(kiosk, stages, own)]
        for language, size in product(LANGUAGES, range(1, largest_text_size(SQUARE[panel]))):
            found += wrong_with(kiosk, (Attract(),), Preferences(language, size))
    assert not found, f"{len(found)} findings:\n" + "\n".join(found[:60])


def test_the_keys_stand_on_one_page_with_the_task_in_the_largest_letters(drawing: object) -> None:
    """Nobody types a word over two pages."""
    panel = SQUARE["4:3"]
    own = Preferences("fr", largest_text_size(panel))
    typed = [one for one in stages_of_the_kiosk() if isinstance(one, Exercising) and one.doing.exercise.typed]
    assert len(typed) > 2
    with kiosk_on(panel) as kiosk:
        pages = {one.doing.exercise.id: len(list(looks(kiosk, one, own))) for one in typed}
    assert set(pages.values()) == {1}, pages


@pytest.mark.parametrize(("stage", "bare"), [(Comfort(), False), (AskObstacle(), True)])
def test_signs_give_way_to_long_words_but_not_those_that_show_what_is_on(
    drawing: object, stage: Stage, bare: bool
) -> None:
    with kiosk_on(SQUARE["5:4"]) as kiosk:
        next(looks(kiosk, stage, Preferences("fr", largest_text_size(SQUARE["5:4"]))))
        screen = Screen(kiosk.kiosk.window)
        tiles = [one for one in screen.items() if class_name(one) == "Tile" and one.isVisible()]
        assert len(tiles) > 7 and {one.property("bare") for one in tiles} == {bare}
