"""The recorder and its storage put together over a folder, as `kiosk.app` does it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from support.events import SMALL

from kiosk.base.files.paths import database_file
from kiosk.base.hours.clock import Clock
from kiosk.log.sessions.heartbeat import Heartbeat
from kiosk.log.sessions.recorder import SessionRecorder
from kiosk.log.storage.event_store import EventStore


@dataclass(frozen=True, slots=True)
class WholeLog:
    recorder: SessionRecorder
    store: EventStore
    heartbeat: Heartbeat

    def start(self) -> None:
        self.recorder.kiosk_started()
        self.store.start(self.recorder.take_over)

    def close(self) -> bool:
        self.recorder.kiosk_stopped()
        self.heartbeat.close()
        return self.store.close()


def whole_log(folder: Path, clock: Clock, every_s: float = 0.05) -> WholeLog:
    store = EventStore(database_file(folder), "may-1", clock, ballast_bytes=SMALL)
    heartbeat = Heartbeat(folder / "heartbeat.json", clock, every_s)
    return WholeLog(
        SessionRecorder(store, clock, heartbeat, place="diem-1", version="0.1.0"), store, heartbeat
    )
