"""The ward's ledger when the power is cut, the disk is full or read-only, or the stick is pulled out."""

from __future__ import annotations

import contextlib
import errno
import os
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest
from sqlalchemy import event as sa_event
from support import killing
from support.events import visits
from support.exporting import ExportingKiosk, after_nights
from support.powercut_vfs import PowerCutDisk
from support.receiving import Receiver

from kiosk.log.storage.engines import WRITER_PRAGMAS
from kiosk.papers.export.acknowledgement import SUFFIX as ACK_SUFFIX
from kiosk.papers.export.acknowledgement import acknowledges
from kiosk.papers.export.envelope import parse_envelope
from kiosk.papers.export.folder_transport import PLACE
from kiosk.ward import tables as t
from kiosk.ward.authority import open_authority
from kiosk.ward.folders import TakenFile, UnreadableFile, bundle_files, take_files
from kiosk.ward.ingest import Ingest, TakenIn
from kiosk.ward.ledger import LEDGER_FILE, LedgerTrouble, open_ledger

NIGHTS, ON_STICK, CUTS = 6, 3, 40
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a ward's server is Linux")


@pytest.fixture
def kiosk(receiver: Receiver) -> ExportingKiosk:
    return after_nights(receiver.ward, NIGHTS)


@pytest.fixture
def stick(kiosk: ExportingKiosk, tmp_path: Path) -> Path:
    """With the bundles of the first nights, the last of them cut off."""
    folder = tmp_path / "stick" / PLACE
    folder.mkdir(parents=True)
    for file in kiosk.bundles()[:ON_STICK]:
        shutil.copy(file, folder)
    last = sorted(folder.iterdir())[-1]
    last.write_bytes(last.read_bytes()[:-1])
    return folder


def taken(receiver: Receiver, *places: Path) -> Iterator[TakenFile]:
    work = Ingest(receiver.folder, receiver.ledger, receiver.ring, lambda: receiver.now_s)
    acknowledge = open_authority(receiver.folder).acknowledge
    return take_files(bundle_files(places), work, acknowledge, b"[]\n")


# --- power ------------------------------------------------------------------------------------------------


@pytest.fixture
def disk() -> Iterator[PowerCutDisk]:
    made = PowerCutDisk("powercut")
    yield made
    made.unregister()


def written_by(receiver: Receiver, bundle: Path) -> list[tuple[str, Any, bool]]:
    """What taking it in writes: statement, values, and whether these are many."""
    found: list[tuple[str, Any, bool]] = []

    def note(_: Any, __: Any, statement: str, values: Any, ___: Any, many: bool) -> None:
        if not statement.startswith(("SELECT", "BEGIN")):
            found.append((statement, values, many or isinstance(values, list)))

    sa_event.listen(receiver.ledger._writer, "before_cursor_execute", note)
    assert isinstance(receiver.take(bundle), TakenIn)
    sa_event.remove(receiver.ledger._writer, "before_cursor_execute", note)
    return found


def write_until_the_cut(database: Path, nights: list[list[tuple[str, Any, bool]]], rng: random.Random) -> int:
    """The same statements on a disk whose power goes; how many nights it acknowledged."""
    acknowledged = 0
    connection = apsw.Connection(str(database), vfs="powercut")
    try:
        for name, value in (*WRITER_PRAGMAS, ("wal_autocheckpoint", rng.choice((2, 8, 1000)))):
            list(connection.execute(f"PRAGMA {name} = {value}"))
        for night in nights:
            connection.execute("BEGIN IMMEDIATE")
            for statement, values, many in night:
                (connection.executemany if many else connection.execute)(statement, values)
            connection.execute("COMMIT")
            acknowledged += 1
    except (apsw.IOError, apsw.FullError):
        pass
    finally:
        with contextlib.suppress(apsw.IOError):
            connection.close()
    return acknowledged


def test_what_was_acknowledged_survives_a_power_cut_and_the_rest_is_whole_or_not_there(
    receiver: Receiver, kiosk: ExportingKiosk, disk: PowerCutDisk
) -> None:
    """SQLAlchemy cannot run on the disk that loses what was not synced: its statements are written down."""
    ledger = receiver.folder / LEDGER_FILE
    receiver.ledger.close()
    empty = ledger.read_bytes()
    nights = [written_by(receiver, bundle) for bundle in kiosk.bundles()]
    assert receiver.count(t.event) == len(kiosk.lines())
    promised, counts = 0, set()
    for seed in range(CUTS):
        for part in ("", "-wal", "-shm"):
            ledger.with_name(ledger.name + part).unlink(missing_ok=True)
        ledger.write_bytes(empty)
        rng = random.Random(seed)
        disk.operations, disk.cut_at = 0, rng.randrange(10, 180)
        acknowledged = write_until_the_cut(ledger, nights, rng)
        disk.cut_at = None
        disk.cut(rng)
        ledger.with_name(ledger.name + "-shm").unlink(missing_ok=True)
        there = receiver.count(t.bundle)
        assert acknowledged <= there <= acknowledged + 1
        assert receiver.lines() == kiosk.lines()[: sum(len(_events_of(night)) for night in nights[:there])]
        promised += acknowledged
        counts.add(acknowledged)
    assert promised > CUTS and len(counts) > 3
    for bundle in kiosk.bundles():
        receiver.take(bundle)
    assert receiver.lines() == kiosk.lines()


def _events_of(night: list[tuple[str, Any, bool]]) -> list[Any]:
    return [
        row for statement, values, _ in night if statement.startswith("INSERT INTO event ") for row in values
    ]


def test_killed_before_every_step_of_taking_in_a_stick_it_is_taken_in_once(
    receiver: Receiver, kiosk: ExportingKiosk, stick: Path
) -> None:
    pristine = stick.with_name("pristine")
    shutil.copytree(stick, pristine)
    bundles = [parse_envelope(one.read_bytes()).header for one in kiosk.bundles()]
    entries = kiosk.outbox.read().entries
    ward_keys = kiosk.signer.ward_keys

    def work() -> None:
        ledger = open_ledger(receiver.folder, receiver.url)
        for name in ("before_cursor_execute", "commit"):
            sa_event.listen(ledger._writer, name, lambda *_: killing.step())
        receiver.ledger = ledger
        list(taken(receiver, stick))

    kills = 0
    for _ in killing.killed_at_every_step(work):
        kills += 1
        for entry in entries:
            word = stick / (entry.name + ACK_SUFFIX)
            assert not word.exists() or acknowledges(word.read_bytes(), entry, ward_keys)
        there = receiver.count(t.bundle)
        words = len(list(stick.glob(f"*{ACK_SUFFIX}")))
        assert words <= there and receiver.count(t.event) == sum(
            one.last - one.first + 1 for one in bundles[:there]
        )
    assert kills > ON_STICK * 5
    assert [one.what for one in receiver.alarms()] == ["damaged"] and len(receiver.aside()) == 1
    outcomes = [one.outcome for one in taken(receiver, pristine)]
    assert [one.added for one in outcomes if isinstance(one, TakenIn)] == [None] * (ON_STICK - 1)
    assert receiver.lines() == kiosk.lines()[: bundles[ON_STICK - 1].first - 1]


# --- disks ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("trouble", ["max_page_count = 1", "query_only = ON"], ids=["full", "read-only"])
def test_a_ledger_that_cannot_be_written_takes_in_nothing_until_it_can(
    receiver: Receiver, kiosk: ExportingKiosk, trouble: str
) -> None:
    big = ExportingKiosk(receiver.ward, 2)
    big.live(visits(30))
    big.pack()
    (bundle,) = big.bundles()
    receiver.take(kiosk.bundles()[0])
    before = receiver.counts()

    def spoil(connection: Any, *_: Any) -> None:
        connection.execute(f"PRAGMA {trouble}")

    sa_event.listen(receiver.ledger._writer, "connect", spoil)
    with pytest.raises(LedgerTrouble):
        receiver.take(bundle)
    sa_event.remove(receiver.ledger._writer, "connect", spoil)
    assert receiver.counts() == before and receiver.aside() == []
    assert isinstance(receiver.take(bundle), TakenIn)
    assert receiver.count(t.event) == before["event"] + len(big.lines())


def test_where_nothing_can_be_kept_aside_a_refusal_is_said_another_time(
    receiver: Receiver, kiosk: ExportingKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_off = kiosk.bundles()[0].read_bytes()[:-1]

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space left"):
            receiver.take(cut_off)
    assert receiver.alarms() == [] and not [one for one in receiver.aside() if one.suffix != ".part"]
    receiver.take(cut_off)
    assert len(receiver.alarms()) == 1 and [one.suffix for one in receiver.aside()] == [".kbundle"]


# --- sticks -----------------------------------------------------------------------------------------------


def test_a_stick_pulled_out_while_it_is_read_is_read_again_from_where_it_was(
    receiver: Receiver, kiosk: ExportingKiosk, stick: Path
) -> None:
    copy = stick.with_name("copy")
    shutil.copytree(stick, copy)
    reading = taken(receiver, stick)
    next(reading)
    shutil.rmtree(stick)
    assert {type(one.outcome) for one in reading} == {UnreadableFile}
    added = [one.outcome.added for one in taken(receiver, copy) if isinstance(one.outcome, TakenIn)]
    assert added == [None, 8] and len(list(copy.glob(f"*{ACK_SUFFIX}"))) == 2


def test_a_stick_that_cannot_be_written_is_taken_in_without_a_word(
    receiver: Receiver, kiosk: ExportingKiosk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    with monkeypatch.context() as patch:
        patch.setattr("kiosk.ward.folders.ForeignFolder.publish", read_only)
        said = [one.unanswered for one in taken(receiver, stick) if isinstance(one.outcome, TakenIn)]
    why = ("ổ đĩa hoặc USB chỉ cho đọc, không cho ghi", "Read-only file system")
    assert said == [why] * (ON_STICK - 1)
    assert receiver.count(t.bundle) == ON_STICK - 1 and not list(stick.glob(f"*{ACK_SUFFIX}"))
