"""Two parts of the program in a form that a simulation can wait for."""

from __future__ import annotations

from concurrent.futures import Future

from kiosk.log.sessions.events import Event, Stored
from kiosk.log.sessions.heartbeat import Followed, Heartbeat
from kiosk.log.sessions.sink import NOTHING, Tallied
from kiosk.log.storage.event_store import EventStore


class Promises(EventStore):
    """The log, with what it has promised to keep."""

    promised: list[Future[Stored]]

    @property
    def marker_lags(self) -> bool:
        return self._writer.marker_lags

    def append(self, event: Event, tallied: Tallied = NOTHING) -> Future[Stored]:
        self.promised.append(super().append(event, tallied))
        return self.promised[-1]


class SteadyHeart(Heartbeat):
    """Beats when it is told to, in the thread of who tells it."""

    def _set(self, followed: Followed | None) -> None:
        self._followed = followed
        self.beat()

    def beat(self) -> None:
        self._write(self._followed)
