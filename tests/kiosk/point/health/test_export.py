"""Who looks whether figures reach the ward: the doctor, and the notice to staff on the first screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.events import visits
from support.exporting import ExportingKiosk
from support.fake_clock import START_S, FakeClock
from support.ward import Ward

from kiosk.base.config.export import ExportConfig
from kiosk.base.files.identity import kiosk_id
from kiosk.base.files.paths import keys_folder
from kiosk.papers.export.job import ExportJob, ExportRequest
from kiosk.papers.export.nightly import NightlyExport
from kiosk.papers.keys.enrolment import ask
from kiosk.point.health.export import SeenExport, check_export, see_export

DAY_S = 86_400


@pytest.fixture
def kiosk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ExportingKiosk:
    kiosk = ExportingKiosk(Ward(tmp_path))
    (kiosk.data / "kiosk-id").write_text(kiosk.name + "\n", "ascii")
    kiosk.live(visits(1))
    ExportJob(kiosk.data, kiosk.name, ExportConfig()).run(FakeClock().now, ExportRequest())
    return kiosk


def seen_after(kiosk: ExportingKiosk, days: int, monkeypatch: pytest.MonkeyPatch) -> SeenExport:
    monkeypatch.setattr("kiosk.point.health.export.time.time", lambda: START_S + days * DAY_S)
    return see_export(ExportConfig(), kiosk.data)


def test_a_kiosk_nobody_has_enrolled_says_so_and_looking_makes_nothing(tmp_path: Path) -> None:
    found = check_export(see_export(ExportConfig(), tmp_path))
    assert found.state == "mend" and "./script/run keys request" in found.do_vi
    assert list(tmp_path.iterdir()) == []
    ask(tmp_path, kiosk_id(tmp_path))
    before = sorted(keys_folder(tmp_path).iterdir())
    assert "chưa được phường cấp giấy" in check_export(see_export(ExportConfig(), tmp_path)).vi
    assert sorted(keys_folder(tmp_path).iterdir()) == before


def test_what_waits_for_a_week_is_to_be_mended(
    kiosk: ExportingKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = check_export(seen_after(kiosk, 6, monkeypatch))
    assert found.state == "ok" and "1 gói chờ" in found.vi and "USB" in found.vi
    found = check_export(seen_after(kiosk, 7, monkeypatch))
    assert found.state == "mend" and "7 ngày" in found.vi and "--to" in found.do_en


def test_a_refusal_is_reported_at_once(kiosk: ExportingKiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = kiosk.outbox.read()
    kiosk.outbox.write(ledger.with_entry(replace(ledger.entries[0], refused="conflict")))
    found = check_export(seen_after(kiosk, 0, monkeypatch))
    assert found.state == "mend" and "conflict" in found.vi


@pytest.mark.parametrize(
    ("days", "clock_ok", "acknowledged", "late"),
    [(1, True, False, False), (8, True, False, True), (8, False, False, False), (8, True, True, False)],
)
def test_staff_hear_of_it_on_the_first_screen(
    kiosk: ExportingKiosk, days: int, clock_ok: bool, acknowledged: bool, late: bool
) -> None:
    ledger = kiosk.outbox.read()
    if acknowledged:
        kiosk.outbox.write(ledger.with_entry(replace(ledger.entries[0], acked_s=int(START_S))))
    clock = FakeClock(START_S + days * DAY_S)
    clock.clock_ok = clock_ok
    service = NightlyExport(kiosk.data, kiosk.name, ExportConfig(), clock)
    assert not service.is_late
    service.poll(nobody_is_here=True)
    service.wait(20)
    assert service.is_late is late
