"""Sound in the player's own format, and made quieter."""

from __future__ import annotations

from array import array

import miniaudio

from accessibility.speech.utterance import Pcm


def at_rate(pcm: Pcm, sample_rate_hz: int) -> bytes:
    """The samples of *pcm* at *sample_rate_hz*, signed 16-bit mono."""
    if pcm.sample_rate_hz == sample_rate_hz:
        return pcm.samples
    sixteen = miniaudio.SampleFormat.SIGNED16
    return bytes(
        miniaudio.convert_frames(sixteen, 1, pcm.sample_rate_hz, pcm.samples, sixteen, 1, sample_rate_hz)
    )


def quieter(samples: bytes, factor: float) -> bytes:
    """*samples* (native 16-bit) times *factor* 0…1."""
    if factor >= 1:
        return samples
    scaled = array("h", samples)
    for index, sample in enumerate(scaled):
        scaled[index] = int(sample * factor)
    return scaled.tobytes()


def faded_out(samples: bytes) -> bytes:
    """*samples* sinking to silence: a hard cut clicks."""
    scaled = array("h", samples)
    count = len(scaled)
    for index, sample in enumerate(scaled):
        scaled[index] = int(sample * (count - index) / count)
    return scaled.tobytes()
