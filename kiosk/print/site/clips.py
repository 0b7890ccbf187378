"""Sentences a person has recorded for the kiosk (`speech.clips_folder`), laid beside the pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from accessibility.speech.engine_clips import recordings
from flows.guide.flow import Flow


class Clips(NamedTuple):
    """`of` leads from language and text to a place beneath the assets; `files` are the recordings there."""

    of: Mapping[tuple[str, str], str]
    files: Mapping[str, bytes]


def clips_of(flows: Iterable[Flow], folder: Path) -> Clips:
    """Those of the steps of *flows*. Raises `ClipRefused` where the folder cannot be used, and `OSError`."""
    said = {
        (language, normalize("NFC", " ".join(step.say.in_(language).split())))
        for flow in flows
        for step in flow.steps.values()
        for language in flow.languages
    }
    of: dict[tuple[str, str], str] = {}
    files: dict[str, bytes] = {}
    for key, file in recordings(folder).items():
        if key in said:
            sound = file.read_bytes()
            name = f"clips/{sha256(sound).hexdigest()[:16]}.wav"
            of[key], files[name] = name, sound
    return Clips(of, files)
