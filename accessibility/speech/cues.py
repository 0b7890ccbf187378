"""The short tones of moving through a screen: one for an item on, another for having gone round; and a bell.

Made here rather than recorded: a cue must sound in the 10 ms after a switch, and tell itself from speech.
"""

from __future__ import annotations

import math
from array import array
from functools import lru_cache

from accessibility.speech.utterance import Cue

_PEAK = 0.28 * 32767  # beneath a voice at the same volume
_RAMP_S = 0.006  # a tone that begins at once clicks
_TONES: dict[Cue, tuple[tuple[float, float], ...]] = {  # (hertz, seconds) one after the other
    "item": ((880.0, 0.045),),
    "hold": ((587.0, 0.03),),  # a held press is on its way
    "held": ((587.0, 0.05), (880.0, 0.09)),  # it is enough: lift the finger
    "wrap": ((660.0, 0.07), (440.0, 0.11)),
}


# The bell that calls a person: two strokes, a falling fourth, where a room's talk is thin and old ears still
# hear. (hertz, begins at seconds); each dies away by itself, as a bell does.
_STROKES = ((1046.5, 0.0), (784.0, 0.38))
_BELL_S, _BELL_PEAK, _BELL_FADES_S = 1.3, 0.62 * 32767, 0.28
_OVERTONES = (
    (1.0, 0.62),
    (2.0, 0.25),
    (3.01, 0.13),
)  # (times the stroke's pitch, share); a little off: metal


@lru_cache(maxsize=32)  # some 100 kB each; a few kinds, and another rate with another loudspeaker
def cue_samples(kind: Cue, sample_rate_hz: int) -> bytes:
    """The cue as signed 16-bit mono."""
    if kind == "ring":
        return _bell(sample_rate_hz)
    return b"".join(_tone(hertz, seconds, sample_rate_hz) for hertz, seconds in _TONES[kind])


def mixed(under: bytes, over: bytes) -> bytes:
    """Two runs of 16-bit samples at once, as long as the longer one; never over full scale."""
    longer, shorter = (array("h", one) for one in sorted((under, over), key=len, reverse=True))
    for index, sample in enumerate(shorter):
        longer[index] = max(-32768, min(32767, longer[index] + sample))
    return longer.tobytes()


def _tone(hertz: float, seconds: float, sample_rate_hz: int) -> bytes:
    count, ramp = round(seconds * sample_rate_hz), _RAMP_S * sample_rate_hz
    return array(
        "h",
        (
            round(
                _PEAK
                * min(1.0, at / ramp, (count - at) / ramp)
                * math.sin(2 * math.pi * hertz * at / sample_rate_hz)
            )
            for at in range(count)
        ),
    ).tobytes()


def _bell(sample_rate_hz: int) -> bytes:
    count = round(_BELL_S * sample_rate_hz)
    struck = [0.0] * count
    for hertz, begins_s in _STROKES:
        first = round(begins_s * sample_rate_hz)
        for at in range(first, count):
            struck[at] += _stroke(hertz, (at - first) / sample_rate_hz)
    loudest = max(map(abs, struck))
    ramp = _RAMP_S * sample_rate_hz
    return array(
        "h",
        (round(_BELL_PEAK * one / loudest * min(1.0, (count - at) / ramp)) for at, one in enumerate(struck)),
    ).tobytes()


def _stroke(hertz: float, since_s: float) -> float:
    fading = min(1.0, since_s / _RAMP_S) * math.exp(-since_s / _BELL_FADES_S)
    return fading * sum(
        share * math.sin(2 * math.pi * hertz * times * since_s) for times, share in _OVERTONES
    )
