"""espeak-ng through ctypes: synchronous, any length, PCM in memory, word marks with their time.

Traps met (espeak-ng 1.52): without DONT_EXIT missing data ends the process; the data path lives in a
160-byte buffer and a longer one is cut silently; `espeak_Synth` reads *size* bytes, so a size larger
than the text reads foreign memory (pyttsx3 2.99 crashes so at 12,000 letters); text must be NFC.
One library holds one state: use it from one thread.
"""

from __future__ import annotations

import atexit
import ctypes
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from accessibility.speech.failures import NoVoice

SLOWEST_WPM, FASTEST_WPM = 80, 450  # espeakRATE_MINIMUM, espeakRATE_MAXIMUM

_SYNCHRONOUS, _DONT_EXIT = 2, 0x8000
_RATE, _VOLUME, _PITCH = 1, 2, 3
_BY_CHARACTER, _UTF8 = 1, 1
_WORD_EVENT = 1
_IPA = 0x02
_DATA_PATH_LIMIT = 150


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position_ms", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """Code points ``[start, start + length)`` of what was handed over begin at `at_s` seconds."""

    start: int
    length: int
    at_s: float


@dataclass(frozen=True, slots=True)
class EspeakFiles:
    library: Path
    data: Path


def bundled_files() -> EspeakFiles:
    """The library and data inside the `espeakng-loader` package. Raises `NoVoice` when not installed."""
    try:
        import espeakng_loader
    except ImportError as missing:
        raise NoVoice("the package espeakng-loader is not installed") from missing
    return EspeakFiles(Path(espeakng_loader.get_library_path()), Path(espeakng_loader.get_data_path()))


class EspeakLibrary:
    """A handle on the one espeak-ng of this process; several may exist, each sets its voice before it speaks.

    Raises `NoVoice` when the library or its data cannot be used.
    """

    def __init__(self, files: EspeakFiles) -> None:
        self._dll, self.sample_rate_hz = _initialised(files)
        self._pcm = bytearray()
        self._words: list[SpokenWord] = []
        self._failure: Exception | None = None
        self._callback = _Callback(self._receive)  # kept: the library holds only its address

    def set_voice(self, name: str) -> None:
        if self._dll.espeak_SetVoiceByName(name.encode()) != 0:
            raise NoVoice(f"espeak-ng has no voice “{name}”")

    def set_rate(self, words_per_minute: int) -> None:
        clipped = max(SLOWEST_WPM, min(FASTEST_WPM, words_per_minute))
        self._dll.espeak_SetParameter(_RATE, clipped, 0)

    def set_volume(self, percent: int) -> None:
        self._dll.espeak_SetParameter(_VOLUME, percent, 0)

    def set_pitch(self, percent: int) -> None:
        self._dll.espeak_SetParameter(_PITCH, percent, 0)

    def synthesise(self, text: str) -> tuple[bytes, list[SpokenWord]]:
        """Signed 16-bit mono PCM of *text* (NFC) and its word marks."""
        self._pcm, self._words, self._failure = bytearray(), [], None
        self._dll.espeak_SetSynthCallback(self._callback)  # another handle may have spoken last
        encoded = text.encode()
        code = self._dll.espeak_Synth(encoded, len(encoded) + 1, 0, _BY_CHARACTER, 0, _UTF8, None, None)
        if self._failure is not None:
            raise self._failure
        if code != 0:
            raise NoVoice(f"espeak-ng failed with code {code}")
        return bytes(self._pcm), self._words

    def phonemes(self, text: str) -> str:
        """IPA of *text* in the current voice; "(en)" in it means another language's rules took over."""
        clauses: list[str] = []
        rest = ctypes.c_char_p(text.encode())
        while rest.value is not None:
            clause = self._dll.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _IPA)
            clauses.append(clause.decode() if clause else "")
        return " ".join(clauses)

    def _receive(self, samples: Any, count: int, events: Any) -> int:
        try:
            index = 0
            while events[index].type:
                event = events[index]
                if event.type == _WORD_EVENT:
                    self._words.append(
                        SpokenWord(event.text_position - 1, event.length, event.audio_position_ms / 1000)
                    )
                index += 1
            if count > 0:
                self._pcm += ctypes.string_at(samples, count * 2)
        except Exception as failure:  # noqa: BLE001 - an exception cannot cross C; it is raised after
            self._failure = failure
            return 1
        return 0


@cache
def _initialised(files: EspeakFiles) -> tuple[ctypes.CDLL, int]:
    """Once for each process: the library keeps its data, voice and callback in global variables."""
    if not (files.data / "phontab").is_file():
        raise NoVoice(f"espeak-ng has no data in {files.data}")
    try:
        dll = ctypes.CDLL(str(files.library))
    except OSError as missing:
        raise NoVoice(f"espeak-ng cannot be loaded: {missing}") from missing
    _declare(dll)
    data = str(_short_path(files.data)).encode()
    rate: int = dll.espeak_Initialize(_SYNCHRONOUS, 50, data, _DONT_EXIT)
    if rate <= 0:
        raise NoVoice(f"espeak-ng refuses its data in {files.data}")
    return dll, rate


def _short_path(data: Path) -> Path:
    """*data* itself, or a link to it that stays until the process ends: voices are loaded from it later."""
    if len(str(data).encode()) < _DATA_PATH_LIMIT:
        return data
    folder = tempfile.mkdtemp(prefix="espeak-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    short = Path(folder) / "espeak-ng-data"
    short.symlink_to(data, target_is_directory=True)
    return short


def _declare(dll: ctypes.CDLL) -> None:
    integer, text = ctypes.c_int, ctypes.c_char_p
    dll.espeak_Initialize.argtypes = [integer, integer, text, integer]
    dll.espeak_SetVoiceByName.argtypes = [text]
    dll.espeak_SetParameter.argtypes = [integer, integer, integer]
    dll.espeak_Synth.argtypes = [
        text, ctypes.c_size_t, ctypes.c_uint, integer, ctypes.c_uint, ctypes.c_uint,
        ctypes.c_void_p, ctypes.c_void_p,
    ]  # fmt: skip
    dll.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(text), integer, integer]
    dll.espeak_TextToPhonemes.restype = text
