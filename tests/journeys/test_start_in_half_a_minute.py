"""The first screen, heard whole in the kiosk's real voice, takes half a minute at most."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.stage import Stage

from accessibility.preferences import Preferences
from accessibility.speech.engines import VoiceFolders, Voices, installed_voices
from flows.guide.words import LANGUAGES, Language
from ui.visit.actions.start import Start

BEGIN: dict[str, Callable[[Stage], None]] = {
    "touching": lambda stage: stage.conductor.act(Start.TOUCHED),
    "a keypad": lambda stage: stage.conductor.pointing.do("down"),
    "two switches": lambda stage: stage.conductor.pointing.do("move"),
    "one switch": lambda stage: stage.conductor.pointing.do("switch"),
    "swiping": lambda stage: stage.conductor.pointing.start_exploring(),
}
HALF_A_MINUTE_S = 30.0


@pytest.fixture(scope="module")
def voices() -> Voices:
    return installed_voices(VoiceFolders())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", BEGIN)
def test_the_first_screen_is_heard_whole_in_half_a_minute(
    voices: Voices, way: str, language: Language
) -> None:
    """With how to go on, and that there is a card: who goes to a tile at once hears less."""
    stage = Stage(first=Preferences(language=language), camera=True)
    BEGIN[way](stage)
    assert stage.conductor.page.place == "home"
    said = stage.ear.heard[-1]
    assert stage.conductor.page.choices[-1].name in said.text
    seconds = sum(sound.seconds for sound in voices.read(said))
    assert seconds <= HALF_A_MINUTE_S, seconds
