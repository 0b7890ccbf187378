"""Sentences recorded by a person. A folder holds WAV files and ``index.toml``::

[[clip]]
text = "Bác chạm vào nút xanh."     # exactly as written in the guide
language = "vi"                       # vi when left out
file = "nut-xanh.wav"                 # mono, 16 bit, 16000–48000 Hz
words = [[0, 3, 0.0], [4, 8, 0.31]]   # start, end (code points), seconds; spread evenly when left out
whose = "caller"                      # said by somebody else: for what a caller says in a rehearsal
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accessibility.speech.failures import ClipRefused, NoVoice
from accessibility.speech.marks import evenly_spread
from accessibility.speech.spoken import spoken
from accessibility.speech.utterance import Pcm, Utterance, WordMark
from accessibility.speech.wav import read_wav
from resources.toml import TomlWrong, toml_of


@dataclass(frozen=True, slots=True)
class _Clip:
    file: Path
    words: tuple[WordMark, ...]


class ClipEngine:
    """A clip has one speed: at another rate, or without a clip, the next engine speaks."""

    name = "clips"

    def __init__(self, folder: Path) -> None:
        """Reads the index; raises `ClipRefused` naming the entry that cannot be used."""
        self._clips = dict(_entry(folder, entry) for entry in _index(folder))

    def render(self, utterance: Utterance) -> Pcm:
        clip = self._clips.get((utterance.language, utterance.whose, _key(utterance.text)))
        if clip is None:
            raise NoVoice("nobody has recorded this sentence")
        if utterance.rate != 1.0:
            raise NoVoice("a recorded sentence has only one speed")
        sound = read_wav(clip.file)
        words = clip.words or evenly_spread(spoken(utterance.text, utterance.language), sound.seconds)
        return Pcm(sound.samples, sound.sample_rate_hz, words)


def _index(folder: Path) -> list[Mapping[str, Any]]:
    path = folder / "index.toml"
    try:
        entries = toml_of(path.read_text(encoding="utf-8")).get("clip", [])
    except (OSError, UnicodeDecodeError, TomlWrong) as broken:
        raise ClipRefused(f"{path} cannot be read: {broken}") from broken
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ClipRefused(f"{path}: write each clip as a [[clip]] table")
    return entries


def _entry(folder: Path, entry: Mapping[str, Any]) -> tuple[tuple[str, str, str], _Clip]:
    try:
        text, file = str(entry["text"]), folder / str(entry["file"])
        words = tuple(WordMark(int(a), int(b), float(at)) for a, b, at in entry.get("words", ()))
    except (KeyError, TypeError, ValueError) as broken:
        raise ClipRefused(f"{folder / 'index.toml'}: a clip needs text and file: {broken}") from broken
    read_wav(file)  # a wrong file is refused when the kiosk opens, not in front of a resident
    whose = str(entry.get("whose", "own"))
    return (str(entry.get("language", "vi")), whose, _key(text)), _Clip(file, words)


def _key(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def recordings(folder: Path) -> Mapping[tuple[str, str], Path]:
    """The file of every sentence recorded in the kiosk's own voice, by language and text (NFC, single
    blanks). Raises as above.
    """
    entries = (_entry(folder, entry) for entry in _index(folder))
    return {(language, text): clip.file for (language, whose, text), clip in entries if whose == "own"}
