"""What a team met at the doors, and who learned what: counted from the log, per group and per role."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from pathlib import Path

from support.fake_clock import FakeClock
from support.stage import SIGN, Stage
from support.trainings import finished_by_role

from kiosk.base import events as v
from kiosk.base.events import area_id, area_number
from kiosk.base.files.paths import database_file
from kiosk.log.sessions.doors import doors_of
from kiosk.log.sessions.heartbeat import Heartbeat
from kiosk.log.sessions.recorder import SessionRecorder
from kiosk.log.storage.event_store import EventStore
from kiosk.log.storage.reading import open_for_reading
from kiosk.point.services.doors_today import DoorsToday, done_on

MORNING = datetime(2026, 11, 25, 2, 0, tzinfo=UTC).timestamp()  # 9 o'clock in Hà Nội
A_DAY_S = 24 * 3600.0


def test_a_group_is_named_by_its_number_and_nothing_else_is() -> None:
    assert (area_id(5), area_id(0)) == ("tdp-5", None)
    assert [area_number(text) for text in ("tdp-5", "tdp-999", None, "", "x")] == [5, 999, 0, 0, 0]


def test_a_week_of_doors_without_a_network_is_counted_day_by_day_and_group_by_group(tmp_path: Path) -> None:
    """Also over a restart, a mistake that is taken back, and a visit that is open meanwhile."""
    clock = FakeClock(MORNING)
    for day in range(7):
        store = EventStore(database_file(tmp_path), "kiosk-0123456789ab", clock)
        heartbeat = Heartbeat(tmp_path / "open-visit.json", clock)
        recorder = SessionRecorder(store, clock, heartbeat, place="team-12", version="1")
        recorder.kiosk_started()
        store.start(recorder.take_over)
        recorder.record(v.DoorVisited("guided", v.area_id(5)))
        recorder.record(v.SessionStarted("vi", "assisted"))
        recorder.record(v.DoorVisited("nobody-home", v.area_id(5)))
        recorder.record(v.SessionEnded("goodbye"))
        recorder.record(v.DoorVisited("declined", v.area_id(6)))
        recorder.record(v.DoorUndone("declined", v.area_id(6)))
        recorder.record(v.DoorVisited("come-back", v.area_id(0)))
        recorder.record(v.TrainingFinished("tnv-den-tung-nha", "volunteer" if day else "officer"))
        recorder.kiosk_stopped()
        assert store.close()
        heartbeat.close()
        clock.pass_s(A_DAY_S)
    one_day = {(5, "guided"): 1, (5, "nobody-home"): 1, (0, "come-back"): 1}
    assert done_on(date(2026, 11, 25), tmp_path) == (one_day, 1)
    assert done_on(date(2026, 12, 1), tmp_path) == (one_day, 1)
    assert done_on(date(2026, 12, 2), tmp_path) == ({}, 0)
    team, today = Stage(sign=SIGN._replace(kind="team")).conductor, [date.min]
    service = DoorsToday(team, tmp_path, lambda: today[0])
    for today_is, doors in (
        (date(2026, 12, 1), one_day),
        (date(2026, 12, 2), {}),
        (date(2026, 12, 1), one_day),
    ):
        today[0] = today_is
        asyncio.run(service.tick())
        done = team.around.team
        assert (done.doors, done.visits) == (doors, min(1, len(doors))), "a new day begins with no door"
    events = [stored.event for stored in open_for_reading(database_file(tmp_path)).events()]
    assert doors_of(events) == dict.fromkeys(one_day, 7)
    assert finished_by_role(events) == {
        ("tnv-den-tung-nha", "volunteer"): 6, ("tnv-den-tung-nha", "officer"): 1,
    }  # fmt: skip


def test_where_there_is_no_log_yet_no_door_was_visited(tmp_path: Path) -> None:
    assert done_on(date(2026, 11, 25), tmp_path) == ({}, 0)
