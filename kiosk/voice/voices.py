"""The voices the config asks for."""

from __future__ import annotations

from pathlib import Path

from accessibility.speech.engines import VoiceFolders, Voices, installed_voices
from kiosk.config.sections import SpeechConfig


def folders_of(speech: SpeechConfig) -> VoiceFolders:
    """The folders of recorded clips and of a Piper voice, where the config names them."""
    return VoiceFolders(
        clips=Path(speech.clips_folder) if speech.clips_folder else None,
        piper=Path(speech.piper_folder) if speech.piper_folder else None,
    )


def voices_of(speech: SpeechConfig) -> Voices:
    """Every engine that works here, in the order they are tried."""
    return installed_voices(folders_of(speech))
