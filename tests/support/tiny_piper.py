"""A Piper-shaped voice of a few kilobytes: the sound's length follows the phoneme ids."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

_PHONEMES = (
    " ,.!?;:'-_^$0123456789abcdefghijklmnopqrstuvwxyzæçðøħŋœǀɐɑɒɓɔɕɖɗɘəɚɛɜɞɟɠɡɢɣɤɥɦɧɨɪɫɬɭɮɯɰɱɲɳɴɵɶɸɹɺɻɽɾʀʁʂʃ"
    "ʄʈʉʊʋʌʍʎʏʐʑʒʔʕʘʙʛʜʝʟʡʢˈˌːˑ˞βθχ"
)


def make_tiny_piper(folder: Path, language: str = "vi_VN", espeak_voice: str = "vi") -> Path:
    """Writes ``voice.onnx`` and ``voice.onnx.json`` into *folder* and returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    model = folder / "voice.onnx"
    onnx.save(_model(), str(model))
    ids = {"_": [0], "^": [1], "$": [2]}
    ids |= {sign: [index + 3] for index, sign in enumerate(s for s in _PHONEMES if s not in "_^$")}
    description = {
        "audio": {"sample_rate": 22050},
        "espeak": {"voice": espeak_voice},
        "language": {"code": language},
        "inference": {"noise_scale": 0, "length_scale": 1, "noise_w": 0},
        "phoneme_id_map": ids,
        "num_speakers": 1,
    }
    model.with_name("voice.onnx.json").write_text(
        json.dumps(description, ensure_ascii=False), encoding="utf-8"
    )
    return folder


def _model() -> onnx.ModelProto:
    """Each phoneme id sounds as 256 samples of a sine whose pitch is the id."""
    nodes = [
        helper.make_node("Cast", ["input"], ["ids"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["ids", "axis"], ["column"]),
        helper.make_node("Mul", ["column", "ramp"], ["phase"]),
        helper.make_node("Sin", ["phase"], ["sine"]),
        helper.make_node("Mul", ["sine", "loudness"], ["sound"]),
        helper.make_node("Reshape", ["sound", "shape"], ["output"]),
    ]
    ramp = (np.arange(256, dtype=np.float32) * 0.01).reshape(1, 1, 256)
    constants = [
        numpy_helper.from_array(np.array([2], np.int64), "axis"),
        numpy_helper.from_array(ramp, "ramp"),
        numpy_helper.from_array(np.array(0.5, np.float32), "loudness"),
        numpy_helper.from_array(np.array([1, 1, 1, -1], np.int64), "shape"),
    ]
    value = helper.make_tensor_value_info
    inputs = [
        value("input", TensorProto.INT64, [1, "n"]),
        value("input_lengths", TensorProto.INT64, [1]),
        value("scales", TensorProto.FLOAT, [3]),
    ]
    output = value("output", TensorProto.FLOAT, [1, 1, 1, "t"])
    graph = helper.make_graph(nodes, "tiny", inputs, [output], constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
