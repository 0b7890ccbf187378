"""pyttsx3 over Windows' SAPI5. Written against its documentation; never run: no Windows machine was at hand.

Windows ships a Vietnamese voice ("Microsoft An") only as an optional language pack. Without it this engine
refuses Vietnamese rather than let an English voice mangle it.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pyttsx3

from accessibility.speech.failures import NoVoice
from accessibility.speech.marks import evenly_spread
from accessibility.speech.rates import words_per_minute
from accessibility.speech.spoken import spoken
from accessibility.speech.utterance import Pcm, Utterance, Whose
from accessibility.speech.wav import read_wav


class Sapi5Engine:
    """Renders to a temporary WAV; SAPI reports no word times in a file, so they are spread evenly."""

    name = "pyttsx3-sapi5"

    def __init__(self) -> None:
        try:
            self._engine: Any = pyttsx3.init("sapi5")
        except (ImportError, OSError) as missing:
            raise NoVoice(f"SAPI5 cannot be used: {missing}") from missing

    def render(self, utterance: Utterance) -> Pcm:
        said = spoken(utterance.text, utterance.language)
        if not said.text:
            raise NoVoice("there is nothing to say in this text")
        self._engine.setProperty("voice", self._voice_for(utterance.language, utterance.whose))
        self._engine.setProperty("rate", words_per_minute(utterance.rate))
        with tempfile.TemporaryDirectory(prefix="speech-") as folder:
            path = Path(folder) / "said.wav"
            self._engine.save_to_file(said.text, str(path))
            self._engine.runAndWait()
            pcm = read_wav(path)
        return Pcm(pcm.samples, pcm.sample_rate_hz, evenly_spread(said, pcm.seconds))

    def _voice_for(self, language: str, whose: Whose) -> str:
        """The first of the language; for whoever calls the last one, which is another where there are two."""
        voices = [
            str(voice.id)
            for voice in self._engine.getProperty("voices")
            if any(str(spoken_there).lower().startswith(language) for spoken_there in voice.languages)
        ]
        if voices:
            return voices[-1] if whose == "caller" else voices[0]
        raise NoVoice(f"Windows has no voice for “{language}”: add its language pack with speech")
