"""What is on every screen is in the same place on every screen, also where the end is not offered."""

from __future__ import annotations

import pytest
from support.all_screens import visit_at
from support.every_text import LANGUAGES, kiosk_on
from support.measure import measure
from support.stage import PANELS
from support.window import Screen

from accessibility.preferences import Preferences
from ui.visit.stages import Goodbye, Home, IdleNotice, Person, Question
from ui.words import UiWords

STAGES = (
    Question("language"),
    Home(),
    Person(),
    IdleNotice(),
    Goodbye(finished=False),
    Goodbye(finished=True),
)


@pytest.mark.parametrize("panel", PANELS)
def test_the_comfort_controls_never_move(drawing: object, panel: str) -> None:
    with kiosk_on(panel) as kiosk:
        screen, words = Screen(kiosk.kiosk.window), UiWords()
        for language in LANGUAGES:
            names = {
                words.say(f"strip.{name}", language) for name in ("size", "theme", "language", "speech_on")
            }
            places = set()
            for stage in STAGES:
                kiosk.conductor.show(visit_at(stage, Preferences(language=language)))
                measure(kiosk.kiosk.window)
                found = [(one.name, one.rect.x) for one in screen.controls() if one.name in names]
                assert len(found) == len(names)
                places.add(tuple(found))
            assert len(places) == 1, places
