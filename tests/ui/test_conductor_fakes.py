"""The fakes of the stage are held to the parts they stand for."""

from __future__ import annotations

import asyncio
import inspect
import sys

import pytest
from support.stage import Ear, HandClock, Notebook

from accessibility.speech.speaker import Speaker
from accessibility.speech.utterance import Finished, SpeechEvent, Utterance
from kiosk.log.sessions.recorder import SessionRecorder
from ui.visit.ports import KioskLog, Voice

LOG_METHODS = [name for name in vars(KioskLog) if not name.startswith("_")]
VOICE_METHODS = [name for name in vars(Voice) if not name.startswith("_")]


def names(of: object, method: str) -> list[str]:
    return list(inspect.signature(getattr(of, method)).parameters)


def fits() -> tuple[Voice, Voice, KioskLog, KioskLog | None]:
    """Checked by mypy wherever it reads the tests; run here so that it is not dead."""
    return Ear(), Speaker(command=["false"]), Notebook(), None


@pytest.mark.parametrize("method", LOG_METHODS)
def test_the_notebook_and_the_real_log_are_asked_the_same_things(method: str) -> None:
    assert names(Notebook, method) == names(KioskLog, method) == names(SessionRecorder, method)


@pytest.mark.parametrize("method", VOICE_METHODS)
def test_the_ear_and_the_real_voice_are_asked_the_same_things(method: str) -> None:
    assert names(Ear, method) == names(Voice, method) == names(Speaker, method)
    assert fits()


def test_the_ear_and_the_real_voice_number_what_they_say_upwards_and_never_call_back_for_silence() -> None:
    async def numbered(voice: Voice) -> list[int]:
        told: list[SpeechEvent] = []
        voice.listen(told.append)
        ids = [voice.speak(Utterance(text)) for text in ("Một", "Hai", "Ba")]
        voice.silence()
        assert all(isinstance(event, Finished) or type(event).__name__ == "Started" for event in told)
        return ids

    speaker = Speaker(command=[sys.executable, "-c", ""])
    assert asyncio.run(numbered(Ear())) == asyncio.run(numbered(speaker)) == [1, 2, 3]


def test_the_clock_in_the_hand_is_monotonic_seconds() -> None:
    clock = HandClock()
    before = clock()
    clock.now_s += 1.5
    assert clock() - before == 1.5
