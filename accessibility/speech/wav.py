"""WAV files: signed 16-bit mono, nothing else."""

from __future__ import annotations

import io
import wave
from pathlib import Path

from accessibility.speech.failures import ClipRefused
from accessibility.speech.utterance import Pcm

_RATES_HZ = range(16_000, 48_001)


def read_wav(path: Path) -> Pcm:
    """Raises `ClipRefused` with what to change when it is not mono 16-bit PCM of 16–48 kHz."""
    try:
        with wave.open(str(path), "rb") as file:
            channels, width, rate = file.getnchannels(), file.getsampwidth(), file.getframerate()
            samples = file.readframes(file.getnframes())
    except (OSError, EOFError, wave.Error) as broken:
        raise ClipRefused(f"{path.name} is no readable WAV file: {broken}") from broken
    if channels != 1 or width != 2 or rate not in _RATES_HZ:
        raise ClipRefused(
            f"{path.name} has {channels} channel(s), {8 * width} bit, {rate} Hz: "
            "save it as mono, 16 bit, 16000–48000 Hz"
        )
    return Pcm(samples, rate, ())


def write_wav(path: Path, samples: bytes, sample_rate_hz: int) -> None:
    """Raises `OSError` when *path* cannot be written whole: then nothing new is left there."""
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setparams((1, 2, sample_rate_hz, 0, "NONE", "not compressed"))
        file.writeframes(samples)
    if path.exists() and not path.is_file():  # a device, or a pipe to a player
        path.write_bytes(made.getvalue())
        return
    unfinished = path.with_name(path.name + ".part")
    try:
        unfinished.write_bytes(made.getvalue())
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
