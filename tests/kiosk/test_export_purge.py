"""What leaves the kiosk's disk: what the ward has acknowledged, after the retention time; nothing else."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from support.events import keep, running, visit
from support.exporting import ExportingKiosk, after_nights
from support.fake_clock import START_S, FakeClock
from support.killing import killed_at_every_step
from support.ward import Ward

from kiosk.export.ledger import Ledger
from kiosk.export.purge import purge
from kiosk.paths import export_folder
from kiosk.sessions.chain import first_break
from kiosk.storage.purge import NotPurged, purge_events
from kiosk.storage.quarantine import files_aside, set_aside
from kiosk.storage.reading import open_for_reading
from kiosk.storage.salvage import salvage, salvage_all
from kiosk.storage.stretches import stretches

KEEP_DAYS, DAY_S = 90, 86_400


@pytest.fixture
def kiosk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ExportingKiosk:
    monkeypatch.setattr("kiosk.storage.purge.purge_events.__kwdefaults__", {"tail": 10})
    return after_nights(Ward(tmp_path), 3)


def acknowledged(kiosk: ExportingKiosk, count: int, at_s: float = START_S) -> None:
    """The ward's word has come for the first *count* bundles."""
    ledger = kiosk.outbox.read()
    changed = [
        replace(one, acked_s=int(at_s)) if at < count else one for at, one in enumerate(ledger.entries)
    ]
    kiosk.outbox.write(replace(ledger, entries=tuple(changed)))


def purged(kiosk: ExportingKiosk, days: float, *, clock_ok: bool = True) -> Ledger:
    clock = FakeClock(START_S + days * DAY_S)
    clock.clock_ok = clock_ok
    return purge(kiosk.database, kiosk.outbox, kiosk.outbox.read(), clock.now(), KEEP_DAYS)


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
    assert len(stretches(kiosk.database)) == 1


def test_nothing_goes_while_the_clock_is_not_to_be_trusted(kiosk: ExportingKiosk) -> None:
    acknowledged(kiosk, 3)
    purged(kiosk, 5000, clock_ok=False)
    assert len(kiosk.bundles()) == 3


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


def test_the_writer_beside_it_writes_on(kiosk: ExportingKiosk) -> None:
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
