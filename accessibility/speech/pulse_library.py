"""The few functions and structures of libpulse that the watch needs, through ctypes.

libpulse is there whenever miniaudio's Pulse backend plays at all; miniaudio offers neither subscriptions
nor what an output is. The structures are those of pulse/introspect.h; their beginnings have not changed
since 1.0, and the port's type is read only from libraries that have it (14.0).
"""

from __future__ import annotations

import ctypes
from ctypes import c_char_p, c_int, c_uint8, c_uint32, c_uint64, c_void_p
from typing import Any

from accessibility.speech.outlet import SeenSink

StateCallback = ctypes.CFUNCTYPE(None, c_void_p, c_void_p)
EventCallback = ctypes.CFUNCTYPE(None, c_void_p, c_int, c_uint32, c_void_p)
ServerCallback = ctypes.CFUNCTYPE(None, c_void_p, c_void_p, c_void_p)
ListCallback = ctypes.CFUNCTYPE(None, c_void_p, c_void_p, c_int, c_void_p)

_CHANNELS_MAX = 32


class _SampleSpec(ctypes.Structure):
    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", c_uint8))


class _Channels(ctypes.Structure):
    """A pa_channel_map or a pa_cvolume: both are a count and 32 numbers."""

    _fields_ = (("channels", c_uint8), ("each", c_uint32 * _CHANNELS_MAX))


class _Port(ctypes.Structure):
    _fields_ = (
        ("name", c_char_p),
        ("description", c_char_p),
        ("priority", c_uint32),
        ("available", c_int),
        ("availability_group", c_char_p),  # this and what follows: since 14.0
        ("type", c_uint32),
    )


class SinkInfo(ctypes.Structure):
    """pa_sink_info, up to the active port."""

    _fields_ = (
        ("name", c_char_p),
        ("index", c_uint32),
        ("description", c_char_p),
        ("sample_spec", _SampleSpec),
        ("channel_map", _Channels),
        ("owner_module", c_uint32),
        ("volume", _Channels),
        ("mute", c_int),
        ("monitor_source", c_uint32),
        ("monitor_source_name", c_char_p),
        ("latency", c_uint64),
        ("driver", c_char_p),
        ("flags", c_int),
        ("proplist", c_void_p),
        ("configured_latency", c_uint64),
        ("base_volume", c_uint32),
        ("state", c_int),
        ("n_volume_steps", c_uint32),
        ("card", c_uint32),
        ("n_ports", c_uint32),
        ("ports", c_void_p),
        ("active_port", ctypes.POINTER(_Port)),
    )


class SinkInputInfo(ctypes.Structure):
    """pa_sink_input_info, up to its properties: one stream and the sink it plays on."""

    _fields_ = (
        ("index", c_uint32),
        ("name", c_char_p),
        ("owner_module", c_uint32),
        ("client", c_uint32),
        ("sink", c_uint32),
        ("sample_spec", _SampleSpec),
        ("channel_map", _Channels),
        ("volume", _Channels),
        ("buffer_usec", c_uint64),
        ("sink_usec", c_uint64),
        ("resample_method", c_char_p),
        ("driver", c_char_p),
        ("mute", c_int),
        ("proplist", c_void_p),
    )


class ServerInfo(ctypes.Structure):
    """pa_server_info, up to the output that is used when nobody says otherwise."""

    _fields_ = (
        ("user_name", c_char_p),
        ("host_name", c_char_p),
        ("server_version", c_char_p),
        ("server_name", c_char_p),
        ("sample_spec", _SampleSpec),
        ("default_sink_name", c_char_p),
    )


def load_pulse() -> Any:
    """The library with its functions typed, or None where there is none."""
    try:
        pulse = ctypes.CDLL("libpulse.so.0")
    except OSError:
        return None
    for name, result, arguments in _FUNCTIONS:
        function = getattr(pulse, name)
        function.restype, function.argtypes = result, arguments
    return pulse


def seen_sink(pulse: Any, info: SinkInfo) -> SeenSink:
    """What *info* says, copied: libpulse takes its memory back after the call."""
    port = info.active_port.contents if info.active_port else None
    typed = port is not None and _major(pulse) >= 14
    return SeenSink(
        _text(info.name),
        _text(info.description),
        read_property(pulse, info.proplist, b"device.form_factor"),
        _text(port.name) if port is not None else "",
        port.type if port is not None and typed else 0,
        port.available if port is not None else 0,
    )


def read_property(pulse: Any, proplist: int | None, key: bytes) -> str:
    """One property, or an empty text."""
    return _text(pulse.pa_proplist_gets(proplist, key)) if proplist else ""


def _text(raw: bytes | None) -> str:
    return (raw or b"").decode("utf-8", "replace")


def _major(pulse: Any) -> int:
    first = _text(pulse.pa_get_library_version()).partition(".")[0]
    return int(first) if first.isdecimal() else 0


_FUNCTIONS: tuple[tuple[str, Any, list[Any]], ...] = (
    ("pa_get_library_version", c_char_p, []),
    ("pa_mainloop_new", c_void_p, []),
    ("pa_mainloop_get_api", c_void_p, [c_void_p]),
    ("pa_mainloop_prepare", c_int, [c_void_p, c_int]),
    ("pa_mainloop_poll", c_int, [c_void_p]),
    ("pa_mainloop_dispatch", c_int, [c_void_p]),
    ("pa_mainloop_free", None, [c_void_p]),
    ("pa_context_new", c_void_p, [c_void_p, c_char_p]),
    ("pa_context_connect", c_int, [c_void_p, c_char_p, c_int, c_void_p]),
    ("pa_context_set_state_callback", None, [c_void_p, StateCallback, c_void_p]),
    ("pa_context_set_subscribe_callback", None, [c_void_p, EventCallback, c_void_p]),
    ("pa_context_subscribe", c_void_p, [c_void_p, c_int, c_void_p, c_void_p]),
    ("pa_context_get_server_info", c_void_p, [c_void_p, ServerCallback, c_void_p]),
    ("pa_context_get_sink_input_info_list", c_void_p, [c_void_p, ListCallback, c_void_p]),
    ("pa_context_get_sink_info_by_name", c_void_p, [c_void_p, c_char_p, ListCallback, c_void_p]),
    ("pa_context_get_sink_info_by_index", c_void_p, [c_void_p, c_uint32, ListCallback, c_void_p]),
    ("pa_context_get_sink_info_list", c_void_p, [c_void_p, ListCallback, c_void_p]),
    ("pa_context_get_state", c_int, [c_void_p]),
    ("pa_context_disconnect", None, [c_void_p]),
    ("pa_context_unref", None, [c_void_p]),
    ("pa_operation_unref", None, [c_void_p]),
    ("pa_proplist_gets", c_char_p, [c_void_p, c_char_p]),
)
