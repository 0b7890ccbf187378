"""A ward's backup: made while the receiver works, sealed, opened once more, and put back in place."""

from __future__ import annotations

import errno
import io
import json
import os
import sqlite3
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pyrage
import pytest
from pyrage import x25519
from sqlalchemy import Table, insert, select
from support.postgres import new_database, postgres
from support.typing_ward import KioskAndWard, live

from kiosk.base.files.alone import RECEIVER_LOCK, alone_in
from kiosk.base.files.paths import ward_folder
from kiosk.ward import backup
from kiosk.ward import tables as t
from kiosk.ward.authority import open_authority
from kiosk.ward.ledger import open_ledger


@pytest.fixture
def machines(tmp_path: Path) -> KioskAndWard:
    return KioskAndWard(tmp_path)


def founded(machines: KioskAndWard, *ledger: str) -> Path:
    """A ward with an escrow, officers, a kiosk whose bundle has come, a pack, a draft and an answer."""
    stick = machines.folder / "stick"
    stick.mkdir()
    machines.type("ward", "ward", "init", "--name", "Phường Cửa Nam", *ledger)
    machines.type("ward", "ward", "escrow", "--out", str(machines.folder / "escrow.age"))
    machines.enrol()
    live(machines, 2)
    machines.type("kiosk", "export", "--to", str(stick))
    assert "+17" in machines.type("ward", "ward", "ingest", str(stick))
    machines.type("ward", "ward", "answer", "d3-0147-58", "1", "--not-received")
    packs = ward_folder(machines.folder / "ward") / "packs"
    packs.mkdir()
    for name in ("000001.kpack", "draft", "book.json"):
        (packs / name).write_bytes(name.encode() * 1000)
    (machines.folder / "ward" / "staff.json").write_text("{}")
    (machines.folder / "ward" / "keys").mkdir()
    (machines.folder / "ward" / "keys" / "staff-pepper").write_bytes(b"pepper")
    return stick


def files_in(folder: Path) -> dict[str, bytes]:
    passing = ("ledger.", RECEIVER_LOCK)
    files = (one for one in folder.rglob("*") if one.is_file() and not one.name.startswith(passing))
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in files}


def rows_of(folder: Path, url: str = "") -> dict[str, list[Any]]:
    def sorted_rows(table: Table) -> list[Any]:
        return sorted(map(tuple, connection.execute(select(table))), key=repr)

    with closing(open_ledger(folder, url)) as book, book.read() as connection:
        return {table.name: sorted_rows(table) for table in t.metadata.sorted_tables}


def test_everything_comes_back_on_an_empty_disk_by_the_key_of_the_safe(machines: KioskAndWard) -> None:
    founded(machines)
    ward, sealed = machines.folder / "ward", machines.folder / "phuong.kbackup"
    said = machines.type("ward", "ward", "backup", "--out", str(sealed))
    assert "đủ và đúng" in said and "17 dòng" in said and "nằm trên chính máy này" in said
    before, rows = files_in(ward), rows_of(ward_folder(ward))
    assert {"ward/ward.key", "ward/packs/draft", "ward/packs/book.json", "keys/staff-pepper"} <= before.keys()
    said = machines.type("new", "ward", "restore", str(sealed), code=1)
    assert "Cần chìa trong két" in said and not (machines.folder / "new" / "ward").exists()
    said = machines.type("new", "ward", "restore", str(sealed), "--key", str(machines.folder / "escrow.age"))
    assert "Đã khôi phục" in said and "export --again" in said and "cấp lại" in said
    restored = machines.folder / "new"
    assert files_in(restored) == before and rows_of(ward_folder(restored)) == rows
    assert [one.name for one in restored.iterdir() if "part" in one.name] == []
    assert ward_folder(restored).stat().st_mode & 0o77 == 0
    assert all(one.stat().st_mode & 0o77 == 0 for one in restored.rglob("*") if one.is_file())
    assert open_authority(ward_folder(restored)).kiosks
    machines.type("new", "ward", "answer", "d3-0147-58", "1", "--not-received")


def test_what_is_sealed_is_nobody_elses_and_opens_with_debians_own_programs(machines: KioskAndWard) -> None:
    founded(machines)
    sealed = machines.folder / "phuong.kbackup"
    machines.type("ward", "ward", "backup", "--out", str(sealed))
    raw, key = sealed.read_bytes(), ward_folder(machines.folder / "ward") / "ward.key"
    assert (
        key.read_bytes()[:40] not in raw and json.loads(raw.partition(b"\n")[0])["ward"] == "Phường Cửa Nam"
    )
    stranger = machines.folder / "stranger.age"
    stranger.write_text(str(x25519.Identity.generate()))
    said = machines.type("new", "ward", "restore", str(sealed), "--key", str(stranger), code=1)
    assert "Chìa này không mở được" in said
    identity = key.with_name("ward.age")
    shell = f"tail -n +2 '{sealed}' | age -d -i '{identity}' | tar -tz"
    listed = subprocess.run(
        ["bash", "-c", shell], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    assert {"ward/ledger.sqlite", "ward/register.json", "staff.json"} <= set(listed.splitlines())


def test_the_receiver_writes_on_while_a_backup_is_made(
    machines: KioskAndWard, monkeypatch: pytest.MonkeyPatch
) -> None:
    founded(machines)
    folder = ward_folder(machines.folder / "ward")
    asked = open_ledger

    def opened_while_written(where: Path, url: str = "") -> Any:
        book = asked(where, url)
        if where == folder:
            copied = book.copy_into

            def copy_into(other: Any) -> int:
                with closing(asked(folder)) as receiver, receiver.change("") as connection:
                    connection.execute(insert(t.source).values(kiosk="kiosk-0123456789ab", epoch="e"))
                    return int(copied(other))  # a writer is in the midst of it

            monkeypatch.setattr(book, "copy_into", copy_into)
        return book

    monkeypatch.setattr(backup, "open_kept", opened_while_written)
    sealed = machines.folder / "phuong.kbackup"
    assert "đủ và đúng" in machines.type("ward", "ward", "backup", "--out", str(sealed))
    monkeypatch.undo()
    machines.type("new", "ward", "restore", str(sealed), "--key", str(folder / "ward.age"))
    kept, now = rows_of(ward_folder(machines.folder / "new")), rows_of(folder)
    assert len(kept["source"]) == 1 and len(now["source"]) == 2 and kept["event"] == now["event"]


def test_nothing_is_restored_under_a_receiver_that_runs(machines: KioskAndWard) -> None:
    founded(machines)
    ward, sealed = machines.folder / "ward", machines.folder / "phuong.kbackup"
    machines.type("ward", "ward", "backup", "--out", str(sealed))
    before = files_in(ward)
    with alone_in(ward, lock_file=RECEIVER_LOCK):
        said = machines.type("ward", "ward", "restore", str(sealed), "--replace", code=1)
        assert "Máy nhận đang chạy" in said and "Chưa đổi gì" in said and files_in(ward) == before
        said = machines.type("ward", "ward", "serve", code=1)
        assert "không cần chạy thêm" in said, "neither does a second one begin"
    machines.type("ward", "ward", "restore", str(sealed), "--replace")
    assert list(ward.glob("before-restore-*"))


def test_restoring_asks_before_it_replaces_and_keeps_what_was_there(
    machines: KioskAndWard, monkeypatch: pytest.MonkeyPatch
) -> None:
    founded(machines)
    ward, sealed = machines.folder / "ward", machines.folder / "phuong.kbackup"
    machines.type("ward", "ward", "backup", "--out", str(sealed))
    machines.type("ward", "ward", "answer", "d3-0148-67", "1", "--not-received")
    before = files_in(ward)
    said = machines.type("ward", "ward", "restore", str(sealed), code=1)
    assert "Thay bằng bản sao?" in said and "--replace" in said and said.count("Phường Cửa Nam, khóa") == 2
    assert files_in(ward) == before
    assert "chưa đổi gì" in machines.type("ward", "ward", "restore", str(sealed), "--try")
    assert files_in(ward) == before
    monkeypatch.setattr("kiosk.desk.commands.refusals.at_a_terminal", lambda: True)
    assert "Chưa làm gì" in machines.type("ward", "ward", "restore", str(sealed), code=1, typed="n\n")
    assert files_in(ward) == before
    said = machines.type("ward", "ward", "restore", str(sealed), typed="y\n")
    (aside,) = ward.glob("before-restore-*")
    assert str(aside) in said
    assert files_in(aside) == before
    assert b"d3-0148-67" not in (ward_folder(ward) / "ticket-answers.json").read_bytes()


def test_a_ledger_in_postgresql_is_in_it_and_goes_back_into_an_empty_one(machines: KioskAndWard) -> None:
    with postgres() as url:
        founded(machines, "--ledger", url)
        folder, sealed = ward_folder(machines.folder / "ward"), machines.folder / "phuong.kbackup"
        assert "17 dòng" in machines.type("ward", "ward", "backup", "--out", str(sealed))
        rows, key = rows_of(folder), ("--key", str(folder / "ward.age"))
        machines.type("file", "ward", "restore", str(sealed), *key)
        assert rows_of(ward_folder(machines.folder / "file")) == rows
        said = machines.type("again", "ward", "restore", str(sealed), *key, "--ledger", url, code=1)
        assert "chỉ khôi phục vào chỗ trống" in said and not ward_folder(machines.folder / "again").exists()
        empty = new_database(url, "restored")
        machines.type("again", "ward", "restore", str(sealed), *key, "--ledger", empty)
        again = ward_folder(machines.folder / "again")
        assert rows_of(again) == rows and not (again / "ledger.sqlite").exists()
        live(machines, 1)
        machines.type("kiosk", "export", "--to", str(machines.folder / "stick"))
        assert "+8" in machines.type("again", "ward", "ingest", str(machines.folder / "stick")), (
            "numbers go on"
        )


def hostile(machines: KioskAndWard) -> Iterator[tuple[str, bytes]]:
    whole = (machines.folder / "phuong.kbackup").read_bytes()
    line, _, _ = whole.partition(b"\n")
    yield "nothing", b""
    yield "a photo", b"\x89PNG" + os.urandom(5000)
    yield "its line alone", line + b"\n"
    yield "cut off", whole[: len(whole) // 2]
    yield "one bit", whole[:-100] + bytes([whole[-100] ^ 1]) + whole[-99:]
    recipient = x25519.Recipient.from_str(
        open_authority(ward_folder(machines.folder / "ward")).recipients()[0]
    )
    for name in ("../../escaped", "/tmp/escaped", "ward/../../escaped", "logs/strange", "ward/link"):
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w:gz") as archive:
            member = tarfile.TarInfo(name)
            member.type, member.linkname = (
                (tarfile.SYMTYPE, "/etc") if "link" in name else (tarfile.REGTYPE, "")
            )
            archive.addfile(member, io.BytesIO())
        yield name, line + b"\n" + pyrage.encrypt(packed.getvalue(), [recipient])
    yield "no tar", line + b"\n" + pyrage.encrypt(b"words", [recipient])


def test_a_backup_that_is_none_or_damaged_changes_nothing(machines: KioskAndWard) -> None:
    founded(machines)
    machines.type("ward", "ward", "backup", "--out", str(machines.folder / "phuong.kbackup"))
    before, file = files_in(machines.folder / "ward"), machines.folder / "bad.kbackup"
    for name, raw in hostile(machines):
        file.write_bytes(raw)
        said = machines.type("ward", "ward", "restore", str(file), "--replace", code=1)
        assert "hỏng" in said, name
        assert files_in(machines.folder / "ward") == before, name
    assert not (machines.folder.parent / "escaped").exists() and not Path("/tmp/escaped").exists()


def test_a_stick_that_is_full_keeps_the_backup_that_lay_there(
    machines: KioskAndWard, monkeypatch: pytest.MonkeyPatch
) -> None:
    founded(machines)
    sealed = machines.folder / "phuong.kbackup"
    machines.type("ward", "ward", "backup", "--out", str(sealed))
    before = sealed.read_bytes()

    def full(line: bytes, file: Path) -> Iterator[bytes]:
        yield line + b"\n" + file.read_bytes()[:1000]
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(backup, "_pieces", full)
    assert "hết chỗ" in machines.type("ward", "ward", "backup", "--out", str(sealed), code=1)
    assert sealed.read_bytes() == before and not list(machines.folder.rglob("*.part"))


def test_a_damaged_ledger_is_said_and_no_backup_is_made_of_it(machines: KioskAndWard) -> None:
    founded(machines)
    ledger = ward_folder(machines.folder / "ward") / "ledger.sqlite"
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw = bytearray(ledger.read_bytes())
    raw[4096:] = os.urandom(len(raw) - 4096)
    ledger.write_bytes(raw)
    sealed = machines.folder / "phuong.kbackup"
    assert "Không mở được sổ nhận" in machines.type("ward", "ward", "backup", "--out", str(sealed), code=1)
    assert not sealed.exists()
