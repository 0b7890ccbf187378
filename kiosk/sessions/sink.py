"""Where the recorder puts events."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Protocol

from kiosk.sessions.events import Event, Stored


class EventSink(Protocol):
    """An append-only log."""

    def append(self, event: Event) -> Future[Stored]:
        """Take *event*; never blocks, never raises.

        The future is done when the event is durable. It stays open while storage is in trouble, and fails
        with `NotStored` only when the kiosk is closed in that state.
        """


class NotStored(Exception):
    """The kiosk was closed while its storage was in trouble; the event was only in memory."""

    def __init__(self) -> None:
        super().__init__(
            "Chưa ghi được nhật ký trước khi tắt máy. / The log could not be written before the kiosk closed."
        )
