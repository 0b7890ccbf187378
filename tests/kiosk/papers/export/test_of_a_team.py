"""A team that was out for a week without a network: one night at home, and the ward has all of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.exporting import ExportingKiosk, as_line
from support.fake_clock import FakeClock
from support.ward import Ward

from kiosk.base import events as v
from kiosk.log.sessions.doors import doors_of
from kiosk.log.sessions.heartbeat import Heartbeat
from kiosk.log.sessions.recorder import SessionRecorder
from kiosk.log.sessions.summary import summarise
from kiosk.log.storage.event_store import EventStore
from kiosk.log.storage.reading import open_for_reading

EVENING = datetime(2026, 11, 23, 11, 0, tzinfo=UTC).timestamp()  # 18 o'clock in Hà Nội
A_DAY_S = 24 * 3600.0


@pytest.fixture
def kiosk(tmp_path: Path) -> ExportingKiosk:
    return ExportingKiosk(Ward(tmp_path))


def an_evening(kiosk: ExportingKiosk, clock: FakeClock) -> None:
    """Two doors and one assisted visit; then the laptop is closed."""
    store = EventStore(kiosk.database, kiosk.name, clock)
    heartbeat = Heartbeat(kiosk.data / "open-visit.json", clock)
    recorder = SessionRecorder(store, clock, heartbeat, place="team-12", version="1")
    recorder.kiosk_started()
    store.start(recorder.take_over)
    recorder.record(v.DoorVisited("nobody-home", v.area_id(5)))
    recorder.record(v.SessionStarted("vi", "assisted"))
    recorder.record(v.AssistStarted("tnv-01"))
    recorder.record(v.SessionEnded("goodbye"))
    recorder.record(v.DoorVisited("guided", v.area_id(5)))
    recorder.kiosk_stopped()
    assert store.close()
    heartbeat.close()


def test_seven_evenings_wait_in_the_laptop_and_leave_it_together_and_once(kiosk: ExportingKiosk) -> None:
    clock = FakeClock(EVENING)
    for _ in range(7):
        an_evening(kiosk, clock)
        clock.reboot(A_DAY_S)
    assert kiosk.bundles() == []
    kiosk.pack()
    stored = open_for_reading(kiosk.database).events()
    assert kiosk.lines() == [as_line(one) for one in stored]
    events = [one.event for one in stored]
    assert doors_of(events) == {(5, "nobody-home"): 7, (5, "guided"): 7}
    visits = summarise(events)
    assert [(one.place, one.mode) for one in visits] == [("team-12", "assisted")] * 7
    packed = kiosk.bundles()
    kiosk.pack()
    assert kiosk.bundles() == packed
