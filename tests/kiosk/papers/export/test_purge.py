"""What leaves the kiosk's disk: what the ward has acknowledged, after the retention time; nothing else."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from support.chains import first_break
from support.events import keep, running, visit
from support.exporting import ExportingKiosk, after_nights
from support.fake_clock import START_S, FakeClock
from support.killing import killed_at_every_step
from support.ward import Ward

from kiosk.base.config.export import ExportConfig
from kiosk.base.files.paths import export_folder
from kiosk.log.storage.purge import NotPurged, purge_events
from kiosk.log.storage.quarantine import files_aside, set_aside
from kiosk.log.storage.ranges import ranges
from kiosk.log.storage.reading import open_for_reading
from kiosk.log.storage.salvage import salvage, salvage_all
from kiosk.papers.export.acknowledgement import SUFFIX as ACK_SUFFIX
from kiosk.papers.export.folder_transport import PLACE
from kiosk.papers.export.job import ExportJob, ExportRequest
from kiosk.papers.export.ledger import ExportLedger
from kiosk.papers.export.purge import purge

KEEP_DAYS, DAY_S = 90, 86_400


@pytest.fixture
def kiosk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ExportingKiosk:
    monkeypatch.setattr("kiosk.log.storage.purge.purge_events.__kwdefaults__", {"tail": 10})
    return after_nights(Ward(tmp_path), 3)


def acknowledged(kiosk: ExportingKiosk, count: int, at_s: float = START_S) -> None:
    """The ward's word has come for the first *count* bundles."""
    ledger = kiosk.outbox.read()
    changed = [
        replace(one, acked_s=int(at_s)) if at < count else one for at, one in enumerate(ledger.entries)
    ]
    said = {one.name: int(START_S) for one in ledger.entries[:count]}
    kiosk.outbox.write(replace(ledger, entries=tuple(changed), said=said))


def purged(
    kiosk: ExportingKiosk, days: float, *, clock_ok: bool = True, ward_days: float | None = None
) -> ExportLedger:
    """So many days later by the kiosk's clock, and by the ward's as it last signed it."""
    clock = FakeClock(START_S + days * DAY_S)
    clock.clock_ok = clock_ok
    ward_s = int(START_S + (days if ward_days is None else ward_days) * DAY_S)
    ledger = replace(kiosk.outbox.read(), ward_s=ward_s)
    return purge(kiosk.database, kiosk.outbox, ledger, clock.now(), KEEP_DAYS)


def sequence(kiosk: ExportingKiosk) -> list[int]:
    return [one.seq for one in open_for_reading(kiosk.database).events()]


def test_nothing_goes_before_the_ward_has_said_so_however_long_it_takes(kiosk: ExportingKiosk) -> None:
    whole = sequence(kiosk)
    purged(kiosk, 5000)
    assert sequence(kiosk) == whole and len(kiosk.bundles()) == 3


def test_what_is_acknowledged_goes_after_the_retention_time(kiosk: ExportingKiosk) -> None:
    whole = sequence(kiosk)
    acknowledged(kiosk, 1)
    purged(kiosk, KEEP_DAYS - 1)
    assert sequence(kiosk) == whole and len(kiosk.bundles()) == 3
    ledger = purged(kiosk, KEEP_DAYS)
    assert sequence(kiosk) == whole[17:] and len(kiosk.bundles()) == 2
    assert len(ledger.entries) == 2 and kiosk.outbox.read() == ledger
    left = open_for_reading(kiosk.database).events()
    assert first_break(left[1:], left[0].hash) is None


def test_the_end_of_the_log_stays_and_numbering_goes_on_from_it(kiosk: ExportingKiosk) -> None:
    whole = sequence(kiosk)
    acknowledged(kiosk, 3)
    purged(kiosk, KEEP_DAYS)
    assert sequence(kiosk) == whole[-10:] and kiosk.bundles() == []
    with running(kiosk.database, kiosk=kiosk.name) as store:
        stored = keep(store, visit(60))
    assert stored[0].seq == whole[-1] + 1
    kiosk.pack()
    (envelope,) = kiosk.envelopes()
    assert (envelope.header.first, envelope.header.last) == (whole[-1] + 1, whole[-1] + 8)
    assert envelope.header.before
    assert len(ranges(kiosk.database)) == 1


def test_nothing_goes_while_the_clock_is_not_to_be_trusted(kiosk: ExportingKiosk) -> None:
    acknowledged(kiosk, 3)
    purged(kiosk, 5000, clock_ok=False)
    assert len(kiosk.bundles()) == 3


def test_a_clock_that_is_two_years_ahead_deletes_nothing_that_the_ward_has_had_for_minutes(
    kiosk: ExportingKiosk,
) -> None:
    whole = sequence(kiosk)
    acknowledged(kiosk, 3)
    purged(kiosk, 730, ward_days=0.01)
    assert sequence(kiosk) == whole and len(kiosk.bundles()) == 3
    purged(kiosk, 1, ward_days=730)  # nor one of the ward's alone
    assert sequence(kiosk) == whole and len(kiosk.bundles()) == 3
    purged(kiosk, KEEP_DAYS)
    assert kiosk.bundles() == []


def test_the_ward_signs_its_own_time_and_an_export_two_years_ahead_deletes_nothing(tmp_path: Path) -> None:
    ward = Ward(tmp_path)
    kiosk = after_nights(ward, 2)
    stick = tmp_path / "stick"
    (stick / PLACE).mkdir(parents=True)
    job, clock = ExportJob(kiosk.data, kiosk.name, ExportConfig()), FakeClock()
    job.run(clock.now, ExportRequest(now=True, to=stick))
    for one in kiosk.envelopes():
        word = ward.authority.acknowledge(one.header, clock.now().wall_s)
        (stick / PLACE / f"{one.header.name}{ACK_SUFFIX}").write_bytes(word)
    job.run(clock.now, ExportRequest(now=True, to=stick))
    assert kiosk.outbox.read().waiting == () and kiosk.outbox.read().ward_s == int(START_S)
    ahead = FakeClock(START_S + 730 * DAY_S)
    job.run(ahead.now, ExportRequest(now=True, to=stick))
    assert len(kiosk.bundles()) == 2 and kiosk.outbox.read().gone == {}


def test_what_was_acknowledged_before_wards_said_when_is_kept_from_their_first_word_on(
    kiosk: ExportingKiosk,
) -> None:
    acknowledged(kiosk, 3)
    kiosk.outbox.write(replace(kiosk.outbox.read(), said={}))
    purged(kiosk, 500)
    assert len(kiosk.bundles()) == 3
    purged(kiosk, 500 + KEEP_DAYS)
    assert kiosk.bundles() == []


def test_a_ledger_of_before_is_read_and_one_of_now_by_the_program_of_before(kiosk: ExportingKiosk) -> None:
    file = kiosk.outbox.ledger_file
    kept = json.loads(file.read_bytes())
    older = {name: kept[name] for name in ("entries", "gone", "night")}
    file.write_text(json.dumps(older), "utf-8")
    assert len(kiosk.outbox.read().entries) == 3 and kiosk.outbox.read().ward_s == 0
    fields = {"name", "kind", "kiosk", "epoch", "first", "last", "content", "acked_s", "refused", "packed_s"}
    assert {name for one in kept["entries"] for name in one} == fields


def test_a_word_that_came_while_the_clock_was_years_ahead_does_not_keep_things_for_years(
    kiosk: ExportingKiosk,
) -> None:
    acknowledged(kiosk, 3, START_S + 4000 * DAY_S)
    purged(kiosk, 1)
    assert len(kiosk.bundles()) == 3
    purged(kiosk, 1 + KEEP_DAYS)
    assert kiosk.bundles() == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_killed_at_every_step_nothing_goes_that_the_ward_has_not(kiosk: ExportingKiosk) -> None:
    whole = sequence(kiosk)
    acknowledged(kiosk, 2)
    pristine = export_folder(kiosk.data).with_name("pristine")
    shutil.copytree(export_folder(kiosk.data), pristine)
    database = kiosk.database.read_bytes()
    kills = 0
    for _ in killed_at_every_step(lambda: purged(kiosk, KEEP_DAYS)):
        kills += 1
        kiosk.pack()  # the next night mends first
        assert len(kiosk.outbox.read().waiting) == 1 and len(set(sequence(kiosk)) & set(whole[25:])) == 8
        purged(kiosk, KEEP_DAYS)
        assert sequence(kiosk) == whole[-10:] and len(kiosk.bundles()) == 1
        shutil.rmtree(export_folder(kiosk.data))
        shutil.copytree(pristine, export_folder(kiosk.data))
        for left in kiosk.database.parent.glob(kiosk.database.name + "-*"):
            left.unlink()
        kiosk.database.write_bytes(database)
    assert kills >= 5
    assert sequence(kiosk) == whole[-10:]


def test_the_log_is_written_on_while_it_is_purged(kiosk: ExportingKiosk) -> None:
    acknowledged(kiosk, 3)
    with running(kiosk.database, kiosk=kiosk.name) as store:
        first = keep(store, visit(60))
        purged(kiosk, KEEP_DAYS)
        second = keep(store, visit(61))
        assert store.trouble is None
    assert second[0].seq == first[-1].seq + 1
    assert sequence(kiosk)[-16:] == [one.seq for one in (*first, *second)]


def test_a_log_that_cannot_be_written_is_purged_another_night(tmp_path: Path) -> None:
    (tmp_path / "visits.sqlite").mkdir()
    with pytest.raises(NotPurged):
        purge_events(tmp_path / "visits.sqlite", "e" * 32, 1, 5)


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_a_damaged_log_that_was_set_aside_goes_when_all_of_it_is_acknowledged(
    kiosk: ExportingKiosk,
) -> None:
    aside = set_aside(kiosk.database)
    salvage(aside, kiosk.database)
    kiosk.live(visit(70))
    kiosk.pack()
    acknowledged(kiosk, 2)
    purged(kiosk, KEEP_DAYS)
    assert files_aside(kiosk.database) == (aside,)
    acknowledged(kiosk, len(kiosk.outbox.read().entries))
    pristine = shutil.copytree(kiosk.data, kiosk.data.with_name("pristine"))
    for _ in killed_at_every_step(lambda: purged(kiosk, KEEP_DAYS)):
        assert salvage_all(kiosk.database)  # at the next start: nothing comes back
        kiosk.pack()
        assert kiosk.outbox.read().waiting == ()
        purged(kiosk, KEEP_DAYS)
        assert not list(kiosk.database.parent.glob("*.corrupt-*"))
        shutil.rmtree(kiosk.data)
        shutil.copytree(pristine, kiosk.data)
    assert not list(kiosk.database.parent.glob("*.corrupt-*"))
