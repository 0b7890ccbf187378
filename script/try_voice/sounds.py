"""Speech and noise for the trial: recordings, the kiosk's own voice, and what a hall sounds like."""

from __future__ import annotations

import wave
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from hearing import RATE_HZ, Sound

from accessibility.speech.espeak_library import EspeakLibrary
from accessibility.speech.rates import words_per_minute
from accessibility.speech.vietnamese_rules import spoken_vietnamese

PAUSE_S = 0.3


def recorded(file: Path) -> Sound:
    with wave.open(str(file)) as sound:
        return _even(_samples(sound.readframes(sound.getnframes())), sound.getframerate())


def spoken(espeak: EspeakLibrary, text: str, rate: float = 1.0, pitch: int = 50) -> Sound:
    """*text* as the kiosk would say it."""
    espeak.set_voice("vi")
    espeak.set_rate(words_per_minute(rate))
    espeak.set_pitch(pitch)
    return _even(_samples(espeak.synthesise(spoken_vietnamese(text).text)[0]), espeak.sample_rate_hz)


def noise(kind: str, length: int, chance: np.random.Generator, talk: Sequence[Sound]) -> Sound:
    """*kind*: white, pink (as much in every octave) or babble: six of *talk* at once, each from anywhere."""
    if kind == "babble":
        voices = [np.roll(talk[n], chance.integers(len(talk[n]))) for n in chance.permutation(len(talk))[:6]]
        return np.asarray(sum(np.resize(voice / _loudness(voice), length) for voice in voices))
    lines = np.fft.rfft(chance.standard_normal(length))
    if kind == "pink":
        lines /= np.sqrt(np.maximum(np.arange(len(lines)), 1))
    return np.fft.irfft(lines, length)


def mixed(speech: Sound, with_noise: Sound, ratio_db: float) -> Sound:
    """*speech* so many decibels above the noise, measured where somebody speaks."""
    louder = speech + with_noise * _loudness(speech) / _loudness(with_noise) / 10 ** (ratio_db / 20)
    return np.asarray(louder * 0.5 / np.abs(louder).max())


def _loudness(sound: Sound) -> float:
    frames = np.resize(sound, (len(sound) // 320, 320))
    powers = (frames**2).mean(1)
    return float(np.sqrt(powers[powers > powers.max() / 10_000].mean()))


def _samples(raw: bytes) -> Sound:
    return np.frombuffer(raw, np.int16) / 32_768


def _even(sound: Sound, rate_hz: int) -> Sound:
    """At `RATE_HZ`, with a pause before and after."""
    length = len(sound) * RATE_HZ // rate_hz
    lines = np.fft.rfft(sound)[: length // 2 + 1]
    return np.pad(np.fft.irfft(lines, length) * length / len(sound), round(PAUSE_S * RATE_HZ))
