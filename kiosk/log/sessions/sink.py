"""Where the recorder puts events."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from types import MappingProxyType
from typing import NamedTuple, Protocol, TypeAlias

from kiosk.log.sessions.events import Event, Stored
from kiosk.log.sessions.tally import Cell

Tallied: TypeAlias = Mapping[Cell, int]
"""So many walks, or visits, more in each of these figures of a month."""

NOTHING: Tallied = MappingProxyType({})


class LogEntry(NamedTuple):
    """An event and what it adds to the month's figures: stored together or not at all."""

    event: Event
    tallied: Tallied = NOTHING


class EventSink(Protocol):
    """An append-only log."""

    def append(self, event: Event, tallied: Tallied = NOTHING) -> Future[Stored]:
        """Take *event*; never blocks, never raises. *tallied* is stored in the same transaction.

        The future is done when the event is durable. It stays open while storage is in trouble, and fails
        with `NotStored` only when the kiosk is closed in that state.
        """


class NotStored(Exception):
    """The kiosk was closed while its storage was in trouble; the event was only in memory."""

    def __init__(self) -> None:
        super().__init__(
            "Chưa ghi được nhật ký trước khi tắt máy. / The log could not be written before the kiosk closed."
        )
