"""When the export comes: once a night, whoever is first, whatever the clock does."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from support.events import visit, visits
from support.exporting import ExportingKiosk
from support.fake_clock import FakeClock
from support.ward import Ward

from kiosk.base.config.export import ExportConfig
from kiosk.base.hours.night import is_due, night_of
from kiosk.base.hours.opening import HANOI
from kiosk.papers.export.job import ExportJob, ExportRequest
from kiosk.papers.export.nightly import NightlyExport

HOUR = 19


def at(text: str) -> FakeClock:
    return FakeClock(datetime.fromisoformat(text).replace(tzinfo=HANOI).timestamp())


@pytest.fixture
def kiosk(tmp_path: Path) -> ExportingKiosk:
    kiosk = ExportingKiosk(Ward(tmp_path))
    kiosk.live(visits(2))
    return kiosk


def job_of(kiosk: ExportingKiosk) -> ExportJob:
    return ExportJob(kiosk.data, kiosk.name, ExportConfig())


def test_a_night_is_named_after_the_evening_it_begins() -> None:
    assert night_of(at("2026-11-25T19:00").wall_s, HOUR) == "2026-11-25"
    assert night_of(at("2026-11-26T18:59").wall_s, HOUR) == "2026-11-25"


@pytest.mark.parametrize(
    ("now", "done", "due"),
    [
        ("2026-11-25T18:00", "2026-11-24", False),  # done last night, not evening yet
        ("2026-11-25T19:01", "2026-11-24", True),
        ("2026-11-25T19:01", "2026-11-25", False),
        ("2026-11-26T08:00", "2026-11-24", True),  # was off in the evening: the first start makes up for it
        ("2026-11-25T08:00", "", True),
        ("2026-11-25T08:00", "2041-01-01", True),  # the clock had been years ahead
    ],
)
def test_an_export_is_due_when_another_night_has_come(now: str, done: str, due: bool) -> None:
    assert is_due(at(now).now(), HOUR, done, None) is due


def test_without_a_clock_it_is_due_at_each_start_and_every_day_after() -> None:
    clock = at("2000-01-01T00:01")
    clock.clock_ok = False
    assert is_due(clock.now(), HOUR, "2026-11-24", None)
    assert not is_due(clock.now(), HOUR, "", clock.up_s - 60)
    assert is_due(clock.now(), HOUR, "", clock.up_s - 86_401)


def test_whoever_comes_first_exports_and_the_second_finds_it_done(kiosk: ExportingKiosk) -> None:
    clock = at("2026-11-25T19:05")
    first = job_of(kiosk).run(clock.now, ExportRequest())
    assert first is not None and (first.packed, first.waiting) == (1, 1)
    kiosk.live(visit(8))
    again = job_of(kiosk).run(clock.now, ExportRequest())
    assert again is not None and again.packed == 0
    by_hand = job_of(kiosk).run(clock.now, ExportRequest(now=True))
    assert by_hand is not None and by_hand.packed == 1


@pytest.mark.parametrize("jump_s", [86_400 * 365 * 10, -86_400 * 40, 3600.0, -3600.0])
def test_a_clock_that_jumps_and_comes_back_costs_no_event(kiosk: ExportingKiosk, jump_s: float) -> None:
    clock = at("2026-11-25T19:05")
    job_of(kiosk).run(clock.now, ExportRequest())
    clock.wall_s += jump_s
    kiosk.live(visit(8))
    job_of(kiosk).run(clock.now, ExportRequest())
    clock.wall_s += 86_400 - jump_s
    kiosk.live(visit(9))
    job_of(kiosk).run(clock.now, ExportRequest())
    assert len(set(kiosk.lines())) == len(kiosk.lines()) == 1 + 2 * 8 + 8 + 8


def test_the_running_kiosk_looks_once_a_minute_and_never_while_somebody_is_there(
    kiosk: ExportingKiosk,
) -> None:
    clock = at("2026-11-25T19:05")
    service = NightlyExport(kiosk.data, kiosk.name, ExportConfig(), clock)
    service.poll(nobody_is_here=False)
    assert not service.is_at_work and kiosk.bundles() == []
    service.poll(nobody_is_here=True)
    service.wait(20)
    assert len(kiosk.bundles()) == 1
    kiosk.live(visit(8))
    clock.pass_s(86_400)
    service.poll(nobody_is_here=True)
    service.wait(20)
    assert len(kiosk.bundles()) == 2


def test_a_kiosk_that_nobody_enrolled_runs_on_and_tries_ever_more_rarely(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    clock = at("2026-11-25T19:05")
    service = NightlyExport(tmp_path, "kiosk-000000000001", ExportConfig(), clock)
    for _ in range(240):
        service.poll(nobody_is_here=True)
        service.wait(20)
        clock.pass_s(60)
    attempts = sum("no export" in one.message for one in caplog.records)
    assert 5 <= attempts <= 11
