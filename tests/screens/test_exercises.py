"""The drawn phone and its keys stand whole on one page; those of the second pass are nearly a phone's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.every_text import kiosk_on, looks, wrong_with
from support.window import Screen

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from flows.guide.words import Language
from flows.practice.exercise import doing as doings
from flows.shelf.exercises import shipped_exercises
from ui.visit.stages import Exercising

pytestmark = pytest.mark.usefixtures("blank_pictures")

EXERCISES = shipped_exercises()


def helped() -> list[Exercising]:
    """Each exercise as it begins, and with what is said to who pressed something else."""
    found = []
    for made in EXERCISES.values():
        begun = doings.begin(made)
        wrong = doings.apply_key(doings.touched(begun, "chat"), "1" if made.kind == "code" else "?")
        found += [Exercising(begun), *((Exercising(wrong),) if made.typed else ())]
    return found


@pytest.mark.parametrize(("panel", "language"), [("portrait", "fr"), ("laptop", "vi"), ("laptop", "fr")])
def test_task_phone_and_keys_stand_on_one_page(drawing: object, panel: str, language: Language) -> None:
    with kiosk_on(panel) as kiosk:
        now = Preferences(language=language, text_size=largest_text_size(kiosk.panel))
        for stage in helped():
            assert len(list(looks(kiosk, stage, now))) == 1, stage.doing.exercise.id
        found = wrong_with(kiosk, helped(), now)
    assert not found, "\n".join(found[:10])


@pytest.mark.parametrize("panel", ["portrait", "laptop"])
def test_of_the_second_pass_only_the_keys_are_small_and_close_and_nothing_is_cut(
    drawing: object, panel: str
) -> None:
    with kiosk_on(panel) as kiosk:
        sizes: dict[Language, int] = {"vi": 1, "fr": largest_text_size(kiosk.panel)}
        for language, size in sizes.items():
            now = Preferences(text_size=size, language=language)
            for name in ("go-ten-bia", "go-ngay"):
                stage = Exercising(replace(doings.begin(EXERCISES[name]), passes=2))
                for look in looks(kiosk, stage, now):
                    keys = {key.name for key in kiosk.conductor.page.keys}
                    found = [
                        one
                        for one in look.findings(kiosk.panel.px_per_mm)
                        if one.code not in ("small-target", "small-gap", "small-text")
                        or not keys.issuperset(one.about.split(" | "))
                    ]
                    assert not found, (name, size, language, found[:5])


@pytest.mark.parametrize("panel", ["portrait", "laptop"])
def test_the_keys_of_the_second_pass_are_nearly_those_of_a_phone_and_everything_else_is_not(
    drawing: object, panel: str
) -> None:
    """About a centimetre, where a phone held upright has six or seven millimetres and a tablet eighteen."""
    with kiosk_on(panel) as kiosk:
        stage = Exercising(doings.begin(EXERCISES["go-me"]))
        scale = kiosk.panel.px_per_mm
        large, small = (
            next(looks(kiosk, one, Preferences()))
            for one in (stage, Exercising(replace(stage.doing, passes=2)))
        )
        letters = [one for one in small.controls if one.name == "q"]
        assert 8 <= letters[0].rect.width / scale <= 11
        assert next(one for one in large.controls if one.name == "q").rect.width / scale >= 16.5
        others = [one for one in small.controls if one.name in ("Quay lại", "Gọi người giúp")]
        assert all(one.rect.height / scale >= 16.5 for one in others)


@pytest.mark.parametrize("panel", ["portrait", "laptop"])
def test_the_ring_leaves_the_letter_of_a_small_key_free(drawing: object, panel: str) -> None:
    """It was as thick as the letter is broad, and hid it."""
    with kiosk_on(panel) as kiosk:
        stage = Exercising(replace(doings.begin(EXERCISES["go-ten-bia"]), passes=2))
        next(looks(kiosk, stage, Preferences(text_size=largest_text_size(kiosk.panel))))
        screen = Screen(kiosk.kiosk.window)
        ringed = next(one for one in screen.items() if one.property("ringed"))
        letter = next(one for one in screen.items(ringed) if one.property("text"))
        picture = screen.grab()
        x, y = (round(at) for at in screen.middle(letter).toTuple())
        row = {picture.pixelColor(at, y).name() for at in range(x - round(letter.width() / 2), x)}
        assert kiosk.theme.property("marker").name() not in row
