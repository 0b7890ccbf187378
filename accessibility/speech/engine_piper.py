"""A Piper voice, where a ward has installed one: a folder with one ``*.onnx`` and its ``*.onnx.json``.

Piper 1.x models take phoneme ids (espeak IPA, each followed by a pad) and give float samples. An English
model accepts Vietnamese phonemes without complaint and speaks nonsense, so the language is checked first.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from accessibility.speech.failures import NoVoice, VoiceRefused
from accessibility.speech.marks import evenly_spread
from accessibility.speech.spoken import spoken
from accessibility.speech.utterance import Pcm, Utterance


class Phonemes(Protocol):
    """`EspeakLibrary`, or a stand-in."""

    def set_voice(self, name: str) -> None: ...
    def phonemes(self, text: str) -> str: ...


@dataclass(frozen=True, slots=True)
class PiperVoice:
    """What ``*.onnx.json`` says of the model."""

    sample_rate_hz: int
    espeak_voice: str
    ids: Mapping[str, Sequence[int]]
    noise: float
    length: float
    noise_w: float
    speakers: int


def read_voice(folder: Path) -> tuple[Path, PiperVoice]:
    """The model's path and its description. Raises `VoiceRefused` unless it is one Vietnamese voice."""
    models = sorted(folder.glob("*.onnx"))
    if len(models) != 1:
        raise VoiceRefused(f"{folder} must hold exactly one .onnx file, it holds {len(models)}")
    description = models[0].with_name(models[0].name + ".json")
    try:
        config: Any = json.loads(description.read_text(encoding="utf-8"))
        voice = _voice(config)
        languages = {str(config.get("language", {}).get("code", voice.espeak_voice)), voice.espeak_voice}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as broken:
        raise VoiceRefused(f"{description.name} is no description of a Piper voice: {broken}") from broken
    foreign = sorted(name for name in languages if name.replace("-", "_").split("_")[0] != "vi")
    if foreign:
        raise VoiceRefused(f"{models[0].name} speaks {foreign[0]}, not Vietnamese")
    return models[0], voice


def _voice(config: Mapping[str, Any]) -> PiperVoice:
    inference = config.get("inference", {})
    return PiperVoice(
        int(config["audio"]["sample_rate"]),
        str(config["espeak"]["voice"]),
        {str(sign): [int(i) for i in ids] for sign, ids in config["phoneme_id_map"].items()},
        float(inference.get("noise_scale", 0.667)),
        float(inference.get("length_scale", 1.0)),
        float(inference.get("noise_w", 0.8)),
        int(config.get("num_speakers", 1)),
    )


class PiperEngine:
    """Vietnamese only; other languages go to the next engine. Use from one thread."""

    name = "piper"

    def __init__(self, folder: Path, phonemes: Phonemes) -> None:
        model, self._voice = read_voice(folder)
        self._phonemes = phonemes
        try:
            import numpy
            import onnxruntime
        except ImportError as missing:
            raise VoiceRefused(f"a Piper voice needs the extra “piper” (onnxruntime): {missing}") from missing
        self._numpy: Any = numpy
        try:
            self._session: Any = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
        except Exception as broken:
            raise VoiceRefused(f"{model.name} cannot be loaded: {broken}") from broken

    def render(self, utterance: Utterance) -> Pcm:
        if utterance.language != "vi":
            raise NoVoice("the Piper voice speaks Vietnamese only")
        if utterance.whose == "caller":
            raise NoVoice("the Piper voice is the kiosk's own: whoever calls has another")
        said = spoken(utterance.text, "vi")
        if not said.text:
            raise NoVoice("there is nothing to say in this text")
        self._phonemes.set_voice(self._voice.espeak_voice)
        samples = self._samples(self._ids(self._phonemes.phonemes(said.text)), utterance.rate)
        pcm = Pcm(samples, self._voice.sample_rate_hz, ())
        return Pcm(samples, self._voice.sample_rate_hz, evenly_spread(said, pcm.seconds))

    def _ids(self, ipa: str) -> list[int]:
        ids, pad = self._voice.ids, list(self._voice.ids.get("_", [0]))
        sequence = [*ids.get("^", []), *pad]
        for sign in unicodedata.normalize("NFD", ipa):
            if sign in ids and sign not in "_^$":
                sequence += [*ids[sign], *pad]
        return [*sequence, *ids.get("$", [])]

    def _samples(self, ids: list[int], rate: float) -> bytes:
        np, voice = self._numpy, self._voice
        inputs = {
            "input": np.array([ids], dtype=np.int64),
            "input_lengths": np.array([len(ids)], dtype=np.int64),
            "scales": np.array([voice.noise, voice.length / rate, voice.noise_w], dtype=np.float32),
        }
        if voice.speakers > 1:
            inputs["sid"] = np.array([0], dtype=np.int64)
        try:
            sound = np.squeeze(self._session.run(None, inputs)[0])
        except Exception as broken:
            raise NoVoice(f"the Piper voice failed: {broken}") from broken
        if sound.ndim != 1 or not np.isfinite(sound).all():
            raise NoVoice("the Piper voice gave no usable sound")
        return bytes(np.clip(sound * 32767, -32767, 32767).astype("<i2").tobytes())
