"""Writes down what happened to the kiosk and its point, which is no part of a visit."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from concurrent.futures import Future

from kiosk.events import AnyKioskEvent, EventRefused
from kiosk.sessions.events import Event, Stored
from kiosk.sessions.own_events import OwnEvents
from kiosk.sessions.sink import EventSink

log = logging.getLogger(__name__)


class PointRecorder:
    """Never blocks; raises nothing but what `keep` says."""

    def __init__(self, sink: EventSink, own: OwnEvents) -> None:
        self._sink, self._own = sink, own

    def keep(self, event: AnyKioskEvent) -> Future[Stored]:
        """Record it; done when it is durable. Raises `EventRefused` for what is no word of the vocabulary."""
        *before, own = self._own.noted(event)
        self._put_all(before)
        return self._sink.append(own)

    # --- inside ----------------------------------------------------------------------------------

    def _note_own(self, event: AnyKioskEvent) -> None:
        try:
            self._put_all(self._own.noted(event))
        except EventRefused as refused:
            log.exception("our mistake, the event is not written: %s", refused)

    def _put_all(self, events: Sequence[Event]) -> None:
        for event in events:
            self._sink.append(event)
