"""For `kiosk say --out` and `kiosk doctor`: speech without the worker, and what of it works here."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from accessibility.speech.engines import VoiceFolders, installed_voices
from accessibility.speech.failures import NoVoice
from accessibility.speech.output_device import device_names, keep_alsa_quiet
from accessibility.speech.resample import at_rate
from accessibility.speech.utterance import SpokenLanguage, Utterance
from accessibility.speech.wav import write_wav

_NO_FOLDERS = VoiceFolders()


@dataclass(frozen=True, slots=True)
class SpeechHealth:
    """`voices` are engine names in the order they are tried; empty `devices` means captions only.

    `render_ms` is the time a short Vietnamese sentence takes to become sound, None without a voice.
    """

    voices: tuple[str, ...]
    refused: tuple[str, ...]
    render_ms: float | None
    devices: tuple[str, ...]

    @property
    def has_voice(self) -> bool:
        return self.render_ms is not None

    @property
    def has_device(self) -> bool:
        return bool(self.devices)


def measure(folders: VoiceFolders = _NO_FOLDERS) -> SpeechHealth:
    """Loads the voices and lists the devices in this process (about 0.1 s); plays nothing, never raises."""
    keep_alsa_quiet()
    voices = installed_voices(folders)
    refused = voices.refused
    render_ms: float | None = None
    try:
        voices.render(Utterance("Chào bác."))
        began = time.perf_counter()
        voices.render(Utterance("Bác chạm vào nút Tiếp theo."))
        render_ms = 1000 * (time.perf_counter() - began)
    except NoVoice as reason:
        refused = (*refused, str(reason))
    return SpeechHealth(tuple(e.name for e in voices.engines), refused, render_ms, device_names())


def render_to_wav(
    text: str, language: SpokenLanguage, path: Path, rate: float = 1.0, folders: VoiceFolders = _NO_FOLDERS
) -> float:
    """Write *text* as the kiosk would say it; returns its seconds. Raises `NoVoice` or `OSError`."""
    pieces = list(installed_voices(folders).read(Utterance(text, language, rate=rate)))
    sample_rate_hz = pieces[0].sample_rate_hz
    samples = b"".join(at_rate(pcm, sample_rate_hz) for pcm in pieces)
    write_wav(path, samples, sample_rate_hz)
    return len(samples) / 2 / sample_rate_hz
