"""The three questions: heard whole, in the kiosk's real voice, and answered, they take half a minute."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from support.senses import KEY_S
from support.stage import Stage

from accessibility.preferences import Preferences
from accessibility.speech.engines import VoiceFolders, Voices, installed_voices
from accessibility.speech.utterance import Utterance
from flows.words import LANGUAGES, Language
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


def questions(stage: Stage, way: str, language: Language) -> Iterator[Utterance]:
    """What is said of each question, the largest panel's three sizes to choose from and all."""
    BEGIN[way](stage)
    for asked, answer in (("language", f"language.{language}"), ("read", "read.1"), ("speech", "speech.yes")):
        assert stage.conductor.page.place == f"question.{asked}"
        assert stage.conductor.page.caption in stage.ear.last
        yield stage.ear.heard[-1]
        stage.walk_to(answer)
    assert stage.conductor.page.place == "home"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", BEGIN)
def test_the_three_questions_are_heard_whole_and_answered(
    voices: Voices, way: str, language: Language
) -> None:
    """One press each: who goes from answer to answer first hears no more of the question than they need."""
    for camera, presses in ((False, 3), (True, 0)):  # one answer more: to hold up a card
        stage = Stage(first=Preferences(language=language), camera=camera)
        said = [sum(sound.seconds for sound in voices.read(one)) for one in questions(stage, way, language)]
        assert len(said) == 3
        assert sum(said) + presses * KEY_S <= HALF_A_MINUTE_S, said
