"""Tells when headphones come or go on PulseAudio or PipeWire.

A stream moves to another sink by itself, so a player cannot notice. libpulse can: pulling a plug changes
the *card* (its port), removing a USB headset removes a *sink*, choosing another output changes the *server*.
A sink's own "change" also reports volume and mere activity, and is passed over.
libpulse is there whenever the Pulse backend plays at all; miniaudio does not offer its subscriptions.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from typing import Any

_SUBSCRIBE = 0x0001 | 0x0080 | 0x0200  # sinks, the server, cards (pulse/def.h)
_FACILITY, _SINK = 0x0F, 0x00
_KIND, _CHANGE = 0x30, 0x10
_READY, _FAILED, _TERMINATED = 4, 5, 6
_NO_AUTOSPAWN = 1

_StateCallback = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)
_EventCallback = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int, ctypes.c_uint32, ctypes.c_void_p)


class PulseWatch:
    """Calls *on_change* from a thread of its own, until `close`. Without PulseAudio it never calls."""

    def __init__(self, on_change: Callable[[], None], retry_s: float = 5.0) -> None:
        self._on_change = on_change
        self._retry_s = retry_s
        self._closing = threading.Event()
        self._lost = False
        self._pulse: Any = _load()
        self._thread = threading.Thread(target=self._run, name="pulse-watch", daemon=True)
        if self._pulse is not None:
            self._thread.start()

    def close(self) -> None:
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._closing.is_set():
            self._listen_once()
            self._closing.wait(self._retry_s)

    def _listen_once(self) -> None:
        """One connection, from its beginning to the server's end."""
        pulse = self._pulse
        loop = pulse.pa_mainloop_new()
        context = pulse.pa_context_new(pulse.pa_mainloop_get_api(loop), b"kiosk-watch")
        state_callback = _StateCallback(self._on_state)
        event_callback = _EventCallback(self._on_event)
        self._lost = False
        pulse.pa_context_set_state_callback(context, state_callback, None)
        pulse.pa_context_set_subscribe_callback(context, event_callback, None)
        if pulse.pa_context_connect(context, None, _NO_AUTOSPAWN, None) >= 0:
            while not self._lost and not self._closing.is_set():
                if pulse.pa_mainloop_prepare(loop, 200_000) < 0:
                    break
                if pulse.pa_mainloop_poll(loop) < 0 or pulse.pa_mainloop_dispatch(loop) < 0:
                    break
        pulse.pa_context_disconnect(context)
        pulse.pa_context_unref(context)
        pulse.pa_mainloop_free(loop)

    def _on_state(self, context: int, _: object) -> None:
        state = self._pulse.pa_context_get_state(context)
        if state == _READY:
            operation = self._pulse.pa_context_subscribe(context, _SUBSCRIBE, None, None)
            if operation:
                self._pulse.pa_operation_unref(operation)
        elif state in (_FAILED, _TERMINATED):
            self._lost = True

    def _on_event(self, _: object, event: int, __: int, ___: object) -> None:
        if event & _FACILITY == _SINK and event & _KIND == _CHANGE:
            return
        self._on_change()


def _load() -> Any:
    try:
        pulse = ctypes.CDLL("libpulse.so.0")
    except OSError:
        return None
    pointer, integer = ctypes.c_void_p, ctypes.c_int
    for name, result, arguments in (
        ("pa_mainloop_new", pointer, []),
        ("pa_mainloop_get_api", pointer, [pointer]),
        ("pa_mainloop_prepare", integer, [pointer, integer]),
        ("pa_mainloop_poll", integer, [pointer]),
        ("pa_mainloop_dispatch", integer, [pointer]),
        ("pa_mainloop_free", None, [pointer]),
        ("pa_context_new", pointer, [pointer, ctypes.c_char_p]),
        ("pa_context_connect", integer, [pointer, ctypes.c_char_p, integer, pointer]),
        ("pa_context_set_state_callback", None, [pointer, _StateCallback, pointer]),
        ("pa_context_set_subscribe_callback", None, [pointer, _EventCallback, pointer]),
        ("pa_context_subscribe", pointer, [pointer, integer, pointer, pointer]),
        ("pa_context_get_state", integer, [pointer]),
        ("pa_context_disconnect", None, [pointer]),
        ("pa_context_unref", None, [pointer]),
        ("pa_operation_unref", None, [pointer]),
    ):
        function = getattr(pulse, name)
        function.restype, function.argtypes = result, arguments
    return pulse
