"""The short tones of moving through a screen: one for an item on, another for having gone round.

Made here rather than recorded: a cue must sound in the 10 ms after a switch, and tell itself from speech.
"""

from __future__ import annotations

import math
from array import array
from functools import cache

from accessibility.speech.utterance import Cue

_PEAK = 0.28 * 32767  # beneath a voice at the same volume
_RAMP_S = 0.006  # a tone that begins at once clicks
_TONES: dict[Cue, tuple[tuple[float, float], ...]] = {  # (hertz, seconds) one after the other
    "item": ((880.0, 0.045),),
    "wrap": ((660.0, 0.07), (440.0, 0.11)),
}


@cache
def cue_samples(kind: Cue, sample_rate_hz: int) -> bytes:
    """The cue as signed 16-bit mono."""
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
