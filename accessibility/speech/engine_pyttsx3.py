"""The voice that is always there: pyttsx3, with our espeak-ng driver (Linux) or SAPI5 (Windows)."""

from __future__ import annotations

import sys
from typing import Any

import pyttsx3

from accessibility.speech.espeak_driver import register
from accessibility.speech.espeak_library import SpokenWord
from accessibility.speech.failures import NoVoice
from accessibility.speech.marks import written_marks
from accessibility.speech.rates import words_per_minute
from accessibility.speech.spoken import spoken
from accessibility.speech.utterance import Pcm, SpeechEngine, Utterance

CALLER = "+f2"
"""espeak-ng's variant for whoever calls: half as high again as the kiosk's own voice, in every language."""


def installed_engine() -> SpeechEngine:
    """pyttsx3 over what this platform has. Raises `NoVoice`."""
    if sys.platform == "win32":
        from accessibility.speech.engine_sapi5 import Sapi5Engine

        return Sapi5Engine()
    return EspeakEngine()


class EspeakEngine:
    """Use from one thread. Sentences of any length; volume is left to the player."""

    name = "pyttsx3-espeak"

    def __init__(self) -> None:
        self._engine = pyttsx3.init(register())
        self._words: list[SpokenWord] = []
        self._samples = b""
        self._sample_rate_hz = 0
        self._failure: Exception | None = None
        self._engine.connect("started-word", self._on_word)
        self._engine.connect("rendered", self._on_rendered)
        self._engine.connect("error", self._on_error)

    def render(self, utterance: Utterance) -> Pcm:
        said = spoken(utterance.text, utterance.language)
        if not said.text:
            raise NoVoice("there is nothing to say in this text")
        self._words, self._samples, self._failure = [], b"", None
        variant = CALLER if utterance.whose == "caller" else ""
        self._engine.setProperty("voice", f"{utterance.language}{variant}")
        self._engine.setProperty("rate", words_per_minute(utterance.rate))
        self._engine.say(said.text)
        self._engine.runAndWait()
        if self._failure is not None:
            raise NoVoice(f"espeak-ng could not say it: {self._failure}") from self._failure
        return Pcm(self._samples, self._sample_rate_hz, written_marks(said, self._words))

    # pyttsx3 swallows what its listeners raise, so these only keep what they are given.

    def _on_word(self, location: int, length: int, at_s: float, **_: Any) -> None:
        self._words.append(SpokenWord(location, length, at_s))

    def _on_rendered(self, samples: bytes, sample_rate_hz: int, **_: Any) -> None:
        self._samples, self._sample_rate_hz = samples, sample_rate_hz

    def _on_error(self, exception: Exception, **_: Any) -> None:
        self._failure = exception
