"""Puts the recorder and its storage together: what the composition root asks for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.clock import Clock
from kiosk.sessions.heartbeat import Heartbeat
from kiosk.sessions.recorder import SessionRecorder
from kiosk.sessions.vocabulary import StopReason
from kiosk.storage.event_store import EventStore
from kiosk.storage.trouble import TroubleListener

FOLDER = "log"


def database_path(data_folder: Path) -> Path:
    """The log's database under the kiosk's data folder, for readers."""
    return data_folder / FOLDER / "sessions.db"


@dataclass(frozen=True, slots=True)
class SessionLog:
    """`recorder` fits `ui.ports.VisitLog` and works at once; the disk is not touched before `start`."""

    recorder: SessionRecorder
    store: EventStore
    heartbeat: Heartbeat

    def start(self) -> None:
        """Open the storage in its own thread; `recorder.left_over` tells what may be resumed.

        To be called after the first frame, because loading SQLAlchemy takes a third of a second.
        """
        self.store.start(self.recorder.take_over)

    def close(self, reason: StopReason = "asked") -> bool:
        """Write what waits and stop the threads. False when something could not be stored."""
        self.recorder.kiosk_stopped(reason)
        self.heartbeat.close()
        return self.store.close()


def session_log(
    data_folder: Path, *, kiosk: str, place: str, version: str, clock: Clock, on_trouble: TroubleListener
) -> SessionLog:
    """*kiosk*, *place* and *version* are ids (`kiosk.sessions.rules.ID`).

    *on_trouble* is called on the writer's thread. Raises `EventRefused` when an id is not one.
    """
    database = database_path(data_folder)
    store = EventStore(database, kiosk, clock, on_trouble)
    heartbeat = Heartbeat(database.with_name("heartbeat.json"), clock)
    recorder = SessionRecorder(store, clock, heartbeat, place=place, version=version)
    recorder.kiosk_started()
    return SessionLog(recorder, store, heartbeat)
