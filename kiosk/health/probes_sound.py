"""Looks for loudspeakers, and lets the voice say a greeting into memory."""

from __future__ import annotations

from array import array

from kiosk.config import SpeechConfig
from kiosk.health.voice import SeenSound, SeenVoice

GREETING = "Kính chào bác ạ."


def see_sound() -> SeenSound:
    try:
        import miniaudio
    except ImportError as failure:
        return SeenSound(failure=str(failure))
    try:
        devices = tuple(str(one["name"]) for one in miniaudio.Devices().get_playbacks())
    except miniaudio.MiniaudioError as failure:
        return SeenSound(failure=str(failure))
    return SeenSound(devices)


def see_voice(speech: SpeechConfig) -> SeenVoice:
    from accessibility.speech.failures import NoVoice
    from accessibility.speech.utterance import Utterance
    from kiosk.voices import voices_of

    voices = voices_of(speech)
    refused = "; ".join(voices.refused)
    try:
        pcm = voices.render(Utterance(GREETING, "vi"))
    except NoVoice as failure:
        return SeenVoice(failure=refused or str(failure))
    peak = max((abs(sample) for sample in array("h", pcm.samples)), default=0) / 32768
    return SeenVoice(", ".join(engine.name for engine in voices.engines), pcm.seconds, peak)
