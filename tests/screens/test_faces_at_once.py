"""The goodbye shows the three faces together with its question, also while there is no sound."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.all_screens import visit_at
from support.every_text import LANGUAGES, told
from support.measure import measure
from support.stage import PANELS
from support.stage import Stage as Kiosk
from support.window import Screen

from accessibility.preferences import TEXT_SIZES, Preferences
from accessibility.sizes import largest_text_size
from ui.visit.stages import Goodbye
from ui.words import UiWords


@pytest.mark.parametrize("no_sound", [False, True], ids=["with sound", "without sound"])
@pytest.mark.parametrize("panel", PANELS)
def test_the_faces_stand_beneath_their_question_in_every_size_and_language(
    drawing: object, panel: str, no_sound: bool
) -> None:
    kiosk, words = Kiosk(panel=PANELS[panel]), UiWords()
    window = kiosk.open().window
    found = []
    try:
        screen = Screen(window)
        screen.wait_until(window.isExposed)
        kiosk.conductor.surround(replace(kiosk.conductor.around.sound, no_sound=no_sound))
        for language in LANGUAGES:
            for size in TEXT_SIZES[: largest_text_size(kiosk.panel)]:
                seen_by = Preferences(text_size=size, language=language)
                kiosk.conductor.show(visit_at(Goodbye(finished=True), seen_by))
                look = measure(window)
                names = [control.name for control in screen.controls()]
                assert {words.say(f"goodbye.{face}", language) for face in ("good", "fair", "poor")} <= {
                    *names
                }
                if words.say("scroll.down", language) in names:
                    found.append(f"{language} {size}: the screen has a second page")
                found += [f"{language} {size}: {told(one)}" for one in look.findings(kiosk.panel.px_per_mm)]
    finally:
        kiosk.close()
    assert found == []
