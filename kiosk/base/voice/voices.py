"""The voices the config asks for."""

from __future__ import annotations

from pathlib import Path

from accessibility.speech.engines import VoiceFolders, Voices, installed_voices
from kiosk.base.config.sections import SpeechConfig


def folders_of(
    speech: SpeechConfig, of_the_ward: Path | None = None, readings: Path | None = None
) -> VoiceFolders:
    """The folders of recorded clips and of a Piper voice, where the config names them; *of_the_ward*: the
    clips that came with its content, where the config names none. *readings* came with it too.
    """
    return VoiceFolders(
        clips=Path(speech.clips_folder) if speech.clips_folder else of_the_ward,
        piper=Path(speech.piper_folder) if speech.piper_folder else None,
        readings=readings,
    )


def voices_of(speech: SpeechConfig) -> Voices:
    """Every engine that works here, in the order they are tried."""
    return installed_voices(folders_of(speech))
