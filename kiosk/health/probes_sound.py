"""Looks for loudspeakers, and lets the voice say a greeting into memory."""

from __future__ import annotations

from array import array

from kiosk.config.sections import SpeechConfig
from kiosk.health.voice import SeenSound, SeenVoice

GREETING = "Kính chào bác ạ."


def see_sound(speech: SpeechConfig) -> SeenSound:
    try:
        from accessibility.speech.output_device import device_names, keep_alsa_quiet
        from accessibility.speech.pulse_watch import poll_once
    except ImportError as failure:
        return SeenSound(failure=str(failure))
    keep_alsa_quiet()
    return SeenSound(device_names(), outlet=poll_once(speech.headphones))


def see_voice(speech: SpeechConfig) -> SeenVoice:
    from accessibility.speech.failures import NoVoice
    from accessibility.speech.utterance import Utterance
    from accessibility.speech.word_list import list_problems
    from kiosk.voice.voices import voices_of

    voices = voices_of(speech)
    try:
        pcm = voices.render(Utterance(GREETING, "vi"))
    except NoVoice as failure:
        return SeenVoice(failure=str(failure), refused=voices.refused)
    peak = max((abs(sample) for sample in array("h", pcm.samples)), default=0) / 32768
    return SeenVoice(
        ", ".join(engine.name for engine in voices.engines),
        pcm.seconds,
        peak,
        refused=voices.refused,
        word_lists=list_problems(),
    )
