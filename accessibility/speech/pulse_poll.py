"""Asks PulseAudio or PipeWire where our sound comes out: where our stream plays, else on the usual output.

A stream may be moved alone, past the default; so the stream comes first. But one that is nailed to headphones
does not follow when another output is chosen: then the answer is the new choice. In headphones it is also
asked for a loudspeaker beside them.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from accessibility.speech import pulse_library
from accessibility.speech.outlet import NOWHERE, Outlet, fills_a_room, outlet_of
from accessibility.speech.output_device import SPEECH


class PulsePoll:
    """One question at a time; what is asked meanwhile is asked again afterwards. One thread only."""

    def __init__(self, pulse: Any, context: int, called: str, report: Callable[[Outlet], None]) -> None:
        """*report* is called with every answer, also when it is the same as before."""
        self._pulse, self._context, self._called, self._report = pulse, context, called, report
        self._own = str(os.getpid())
        self._asking = self._again = False
        self._sink: int | None = None
        self._last: int | None = None  # where our stream was last seen
        self._left: int | None = None  # the sink that another one has taken the place of as the usual output
        self._default: str | None = None
        self._outlet = NOWHERE
        # libpulse calls them later: they must live as long as the connection.
        self._stream_callback = pulse_library.ListCallback(self._on_stream)
        self._server_callback = pulse_library.ServerCallback(self._on_server)
        self._sink_callback = pulse_library.ListCallback(self._on_sink)
        self._others_callback = pulse_library.ListCallback(self._on_other)

    def ask(self) -> None:
        if self._asking:
            self._again = True
            return
        self._asking, self._again = True, False
        self._sink, self._outlet = None, NOWHERE
        self._begin(
            self._pulse.pa_context_get_sink_input_info_list(self._context, self._stream_callback, None)
        )

    def _on_stream(self, _: object, info: int | None, end: int, __: object) -> None:
        if not end and info:
            stream = pulse_library.SinkInputInfo.from_address(info)
            about = (b"application.process.id", b"application.name")
            if [pulse_library.read_property(self._pulse, stream.proplist, one) for one in about] == [
                self._own,
                SPEECH,
            ]:
                self._sink = self._last = stream.sink
            return
        self._begin(self._pulse.pa_context_get_server_info(self._context, self._server_callback, None))

    def _on_server(self, _: object, info: int | None, __: object) -> None:
        default = pulse_library.ServerInfo.from_address(info).default_sink_name if info else None
        name = (default or b"").decode("utf-8", "replace")
        if self._default not in (None, name):
            self._left = self._last  # our stream may just be between two devices
        self._default = name
        if self._sink is not None and self._sink != self._left:
            self._left = None
            self._begin(
                self._pulse.pa_context_get_sink_info_by_index(
                    self._context, self._sink, self._sink_callback, None
                )
            )
        elif default:
            self._begin(
                self._pulse.pa_context_get_sink_info_by_name(
                    self._context, default, self._sink_callback, None
                )
            )
        else:
            self._answer()

    def _on_sink(self, _: object, info: int | None, end: int, __: object) -> None:
        if not end and info:
            sink = pulse_library.SinkInfo.from_address(info)
            if sink.index == self._sink:
                self._left = None
            self._outlet = outlet_of(pulse_library.seen_sink(self._pulse, sink), self._called)
        elif self._outlet.headphones:
            self._begin(self._pulse.pa_context_get_sink_info_list(self._context, self._others_callback, None))
        else:
            self._answer()

    def _on_other(self, _: object, info: int | None, end: int, __: object) -> None:
        if end or not info:
            self._answer()
        elif not self._outlet.room:
            seen = pulse_library.seen_sink(self._pulse, pulse_library.SinkInfo.from_address(info))
            if fills_a_room(seen, self._called):
                self._outlet = replace(self._outlet, room=seen.name)

    def _answer(self) -> None:
        self._asking = False
        if self._again:  # it is older than what has happened since
            self.ask()
        else:
            self._report(self._outlet)

    def _begin(self, operation: ctypes.c_void_p | None) -> None:
        if operation:
            self._pulse.pa_operation_unref(operation)
        else:  # the connection is going; whoever watches it asks anew on the next one
            self._asking = False
