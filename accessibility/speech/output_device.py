"""The loudspeaker or headphones, through miniaudio (PulseAudio/PipeWire, ALSA, WASAPI, Core Audio).

Not in the Qt process: QtMultimedia aborts it when the sound server dies and comes back. miniaudio's own
fallback "null" backend plays into nothing and reports success, so the real backends are named.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Generator
from typing import Any

import miniaudio

from accessibility.speech.failures import NoDevice

SPEECH, BELL = "kiosk", "kiosk-bell"  # what a sound server calls our streams
SAMPLE_RATE_HZ = 48_000  # what sound cards run at, so that no server has to resample
# Measured on two busy cores: 10 ms blocks tear a sentence apart, 20 ms ones do not, and "touch → sound" stays
# at 43 ms, "touch → silence" at 54 ms.
_PERIOD_MS, _PERIODS = 20, 3

Fill = Callable[[int], bytes]  # frames wanted → that many frames of signed 16-bit mono


def backends() -> list[miniaudio.Backend]:
    match sys.platform:
        case "win32":
            return [miniaudio.Backend.WASAPI]
        case "darwin":
            return [miniaudio.Backend.COREAUDIO]
        case _:
            return [miniaudio.Backend.PULSEAUDIO, miniaudio.Backend.ALSA]


def device_names() -> tuple[str, ...]:
    """What sound could be played on now; empty when there is nothing."""
    try:
        return tuple(str(device["name"]) for device in miniaudio.Devices(backends()).get_playbacks())
    except miniaudio.MiniaudioError:
        return ()


def keep_alsa_quiet() -> None:
    """Without a sound card ALSA prints twenty lines at every attempt; the reports say it in one word."""
    if sys.platform == "linux":
        try:
            alsa = ctypes.CDLL("libasound.so.2")
        except OSError:
            return
        alsa.snd_lib_error_set_handler(_NO_MESSAGE)


# ALSA calls it with more (variadic) arguments, which the caller cleans up in C's calling convention.
_NO_MESSAGE = ctypes.CFUNCTYPE(None)(lambda: None)


class OutputDevice:
    """An open, running stream that asks *fill* for samples from a thread of its own."""

    def __init__(self, fill: Fill, sink: str = "", name: str = SPEECH) -> None:
        """*sink*: play there and nowhere else (PulseAudio and PipeWire); empty: wherever sound goes.

        miniaudio asks the server never to move a stream that names its device: when the device goes, the
        stream ends with it instead of going on over a loudspeaker. Raises `NoDevice`.
        """
        try:
            self._stream = _Stream(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=SAMPLE_RATE_HZ,
                buffersize_msec=_PERIOD_MS,
                callback_periods=_PERIODS,
                backends=backends(),
                device_id=_device_id(sink) if sink else None,
                app_name=name,
            )
            pump = _pump(fill)
            next(pump)
            self._stream.start(pump)
        except miniaudio.MiniaudioError as missing:
            raise NoDevice(f"no sound device can be opened: {missing}") from missing
        self.latency_s = _PERIOD_MS * _PERIODS / 1000

    def close(self) -> None:
        self._stream.close()


def open_bell(fill: Fill, sink: str) -> OutputDevice:
    """A stream that is not taken for the one that speaks. Raises `NoDevice`."""
    return OutputDevice(fill, sink, BELL)


def _device_id(sink: str) -> Any:
    """For the Pulse backend the id is the sink's name (ma_device_id.pulse, 256 bytes)."""
    made = miniaudio.ffi.new("ma_device_id *")
    name = sink.encode()[:255] + b"\0"
    miniaudio.ffi.buffer(made)[: len(name)] = name
    return made


def _pump(fill: Fill) -> Generator[bytes, int, None]:
    samples = b""
    while True:
        samples = fill((yield samples))


class _Stream(miniaudio.PlaybackDevice):  # type: ignore[misc]
    """miniaudio 1.71 never frees the context it makes for a device: one server connection an attempt."""

    _made: Any = None

    def _make_context(self, *arguments: Any) -> Any:
        self._made = super()._make_context(*arguments)
        return self._made

    def close(self) -> None:
        super().close()
        made, self._made = self._made, None
        if made is not None:
            miniaudio.lib.ma_context_uninit(made)
