"""Notices when headphones come or go on PulseAudio or PipeWire, and where our sound comes out.

A stream moves to another sink by itself, so a player cannot notice. libpulse can: pulling a plug changes
the *card* (its port), removing a USB headset removes a *sink*, choosing another output changes the *server*.
A sink's own "change" also reports volume and mere activity, and a stream's "change" its volume: after those
only the answer of `PulsePoll` tells whether the sound goes elsewhere.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from accessibility.speech.outlet import NOWHERE, Outlet
from accessibility.speech.pulse_library import EventCallback, StateCallback, load_pulse
from accessibility.speech.pulse_poll import PulsePoll

_SUBSCRIBE = 0x0001 | 0x0004 | 0x0080 | 0x0200  # sinks, streams, the server, cards (pulse/def.h)
_FACILITY, _SINK, _STREAM = 0x0F, 0x00, 0x02
_KIND, _CHANGE = 0x30, 0x10
_READY, _FAILED, _TERMINATED = 4, 5, 6
_NO_AUTOSPAWN = 1


def _nothing(_: Outlet) -> None:
    return None


class PulseWatch:
    """Calls both from a thread of its own, until `close`. Without PulseAudio it calls neither.

    *on_change*: something that may take the sound elsewhere has happened, at once. *on_outlet*: where the
    sound comes out, first and whenever that has changed; `NOWHERE` when the server is gone.
    """

    def __init__(
        self,
        on_change: Callable[[], None],
        on_outlet: Callable[[Outlet], None] = _nothing,
        called: str = "",
        retry_s: float = 5.0,
    ) -> None:
        self._on_change, self._on_outlet, self._called = on_change, on_outlet, called
        self._retry_s = retry_s
        self._closing = threading.Event()
        self._lost = False
        self._outlet: Outlet | None = None
        self._poll: PulsePoll | None = None
        self._pulse: Any = load_pulse()
        self._thread = threading.Thread(target=self._run, name="pulse-watch", daemon=True)
        if self._pulse is not None:
            self._thread.start()

    @property
    def watching(self) -> bool:
        """Whether there is anything that could notice."""
        return self._pulse is not None

    def close(self) -> None:
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._closing.is_set():
            self._listen_once()
            if not self._closing.is_set():
                self._seen(NOWHERE)
            self._closing.wait(self._retry_s)

    def _listen_once(self) -> None:
        """One connection, from its beginning to the server's end."""
        pulse = self._pulse
        loop = pulse.pa_mainloop_new()
        context = pulse.pa_context_new(pulse.pa_mainloop_get_api(loop), b"kiosk-watch")
        state_callback = StateCallback(self._on_state)
        event_callback = EventCallback(self._on_event)
        self._lost, self._poll = False, PulsePoll(pulse, context, self._called, self._seen)
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
            self._ask()
        elif state in (_FAILED, _TERMINATED):
            self._lost = True

    def _on_event(self, _: object, event: int, __: int, ___: object) -> None:
        facility = event & _FACILITY
        if facility != _STREAM and not (facility == _SINK and event & _KIND == _CHANGE):
            self._on_change()
        self._ask()

    def _ask(self) -> None:
        if self._poll is not None:
            self._poll.ask()

    def _seen(self, outlet: Outlet) -> None:
        before, self._outlet = self._outlet, outlet
        if outlet != before:
            self._on_outlet(outlet)


def poll_once(called: str = "", patience_s: float = 2.0) -> Outlet:
    """Where sound comes out now; `NOWHERE` where nothing says it."""
    seen, answered = NOWHERE, threading.Event()

    def keep(outlet: Outlet) -> None:
        nonlocal seen
        seen = outlet
        answered.set()

    watch = PulseWatch(lambda: None, keep, called)
    if watch.watching:
        answered.wait(patience_s)
    watch.close()
    return seen
