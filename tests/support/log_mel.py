"""Is this recording that sentence? Log-mel spectrograms compared by correlation.

Measured: the same sentence ≥ 0.99, any other Vietnamese sentence ≤ 0.86, without tones ≤ 0.66.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

_RATE_HZ = 22_050
_WINDOW, _HOP, _BANDS, _TOP_HZ = 512, 220, 40, 8_000

Samples = npt.NDArray[np.float32]


def similarity(recorded: Samples, recorded_hz: int, expected: Samples, expected_hz: int) -> float:
    """−1…1; both are trimmed to what is audible first."""
    first, second = _log_mel(_trimmed(recorded, recorded_hz)), _log_mel(_trimmed(expected, expected_hz))
    short, long = sorted((first, second), key=len)
    if len(short) < 10:
        return -1.0
    shifts = range(min(60, len(long) - len(short) + 1))
    return max(_correlation(short, long[shift : shift + len(short)]) for shift in shifts)


def _trimmed(sound: Samples, rate_hz: int) -> Samples:
    count = int(len(sound) * _RATE_HZ / rate_hz)
    resampled = np.interp(np.arange(count) * rate_hz / _RATE_HZ, np.arange(len(sound)), sound)
    loudest = float(np.abs(resampled).max(initial=0.0)) or 1.0
    audible = np.flatnonzero(np.abs(resampled) > 0.008 * loudest)
    if not len(audible):
        return np.zeros(0, np.float32)
    return np.asarray(resampled[audible[0] : audible[-1] + 1] / loudest, np.float32)


def _log_mel(sound: Samples) -> npt.NDArray[np.float64]:
    if len(sound) < 2 * _WINDOW:
        return np.zeros((0, _BANDS))
    frames = np.lib.stride_tricks.sliding_window_view(sound, _WINDOW)[::_HOP]
    spectra = np.abs(np.fft.rfft(frames * np.hanning(_WINDOW)))
    return np.asarray(np.log(spectra @ _filters().T + 1e-3))


def _filters() -> npt.NDArray[np.float64]:
    mel = 2595 * np.log10(1 + np.fft.rfftfreq(_WINDOW, 1 / _RATE_HZ) / 700)
    edges = np.linspace(mel[2], 2595 * np.log10(1 + _TOP_HZ / 700), _BANDS + 2)
    rising = (mel[None] - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - mel[None]) / (edges[2:] - edges[1:-1])[:, None]
    return np.asarray(np.maximum(0, np.minimum(rising, falling)))


def _correlation(first: npt.NDArray[np.float64], second: npt.NDArray[np.float64]) -> float:
    a, b = (first - first.mean(0)).ravel(), (second - second.mean(0)).ravel()
    return float(np.corrcoef(a, b)[0, 1])
