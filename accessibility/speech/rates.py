"""How fast and how loud. A resident's rate is a factor of the default speed, with the pitch kept."""

from __future__ import annotations

DEFAULT_WPM = 160  # calm, and its half is just what espeak-ng's slowest still allows


def words_per_minute(rate: float) -> int:
    """espeak-ng's setting for which a sentence takes about 1/*rate* of its default time.

    Measured on espeak-ng 1.52 `vi`, one sentence: 0.52–1.98 over the range 0.5–2; pauses shrink more.
    """
    return round(DEFAULT_WPM * rate)


def gain(volume: float) -> float:
    """*volume* 0…1 as a person turns a knob → factor of the samples; a tenth is 1.5 dB at the loud end.

    At the soft end it is just below the 10 dB that VVSG 2.0 7.1-K allows a step.
    """
    return float(max(0.0, min(1.0, volume)) ** 1.6)
