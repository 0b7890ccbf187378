"""Sound in the player's own format, without the silence before it, and made quieter."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

import miniaudio

from accessibility.speech.utterance import Pcm


def from_first_sound(pieces: Iterable[Pcm]) -> Iterator[Pcm]:
    """*pieces* of one utterance, begun with the first sample that is not silent.

    espeak-ng puts the closed lips or tongue of a first consonant into silence: 13 ms before *s*, 42 ms before
    *t*, 70 ms before *k*. Within a sentence that is heard; at its beginning it is waiting.
    """
    rest = iter(pieces)
    for first in islice(rest, 1):
        yield _without_silence(first)
    yield from rest


def _without_silence(pcm: Pcm) -> Pcm:
    sound = pcm.samples.lstrip(b"\0")
    if not sound:
        return pcm
    silent = (len(pcm.samples) - len(sound)) // 2
    cut_s = silent / pcm.sample_rate_hz
    words = tuple(replace(word, at_s=max(0.0, word.at_s - cut_s)) for word in pcm.words)
    return replace(pcm, samples=pcm.samples[2 * silent :], words=words)


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
