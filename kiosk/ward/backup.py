"""All that a ward keeps, as one sealed file, and back: its keys, its register, its packs and their draft, its
officers, and the ledger as it is at one moment, whoever writes to it meanwhile.

A line of JSON says what the file is; behind it lies a compressed tar, sealed to the ward and its escrow, so
that Debian's programs open it too: ``tail -n +2 FILE | age -d -i ward.age | tar -xz``. A ledger of PostgreSQL
lies in it as a file, as one without PostgreSQL would.
"""

from __future__ import annotations

import json
import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from sqlalchemy import func, select

from kiosk.base.files.durable import PRIVATE, private_folder, sync_folder
from kiosk.base.files.handed_out import form_of, hand_out_pieces
from kiosk.base.files.paths import pepper_file, roster_file, staff_file, ward_folder
from kiosk.base.hours.opening import HANOI
from kiosk.base.messages.system_errors import SaidInBoth
from kiosk.papers.keys.key_files import legible, public_bytes
from kiosk.papers.keys.sealing import CannotOpen, seal_stream, unseal_stream
from kiosk.ward import tables as t
from kiosk.ward.authority import open_authority
from kiosk.ward.ledger import LEDGER_FILE, choose_url, open_kept, open_ledger

FORM = "kiosk-ward-backup-1"
MOST_LINE_BYTES, PIECE_BYTES = 4096, 1024 * 1024
_UNFINISHED = ".part"


class BackupRefused(SaidInBoth):
    """This backup cannot be used; nothing was changed. `vi` and `en` are sentences for the officer."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a ward's folder holds, after it was opened. `mark`: of its key, as two people compare it.

    `newest_s`: when the last bundle was taken in, None for none.
    """

    name: str
    mark: str
    kiosks: int
    withdrawn: int
    packs: int
    events: int
    newest_s: int | None
    has_escrow: bool


def make_backup(data_folder: Path, url: str, out: Path, now_s: float) -> Content:
    """Seal all of it into *out*, and prove it by opening what was written. The receiver may run meanwhile.

    Raises `WardUnready`, `KeyUnusable`, `LedgerTrouble`, `NotWritten`, `BackupRefused`, `OSError`.
    """
    folder = ward_folder(data_folder)
    ward = open_authority(folder)
    line = json.dumps({"form": FORM, "ward": ward.name, "made_s": int(now_s)}, ensure_ascii=False).encode()
    with _room(folder) as room:
        with closing(open_kept(folder, url)) as book, closing(open_ledger(room)) as copy:
            events = book.copy_into(copy)
        _pack(data_folder, room / LEDGER_FILE, room / "packed")
        with (room / "packed").open("rb") as packed, (room / "sealed").open("wb") as sealed:
            seal_stream(packed, sealed, ward.recipients())
        (room / "packed").unlink()
        hand_out_pieces(out, _pieces(line, room / "sealed"), form_of(line))
        (room / "sealed").unlink()
        content = unpacked(out, ward.identities(), room / "proof")
    if content.events != events or content.mark != legible(public_bytes(ward.key)):
        raise _damaged(out)
    return content


def claimed(file: Path) -> tuple[str, int]:
    """Whose backup *file* says that it is, and when it was made (s). Raises `BackupRefused`, `OSError`."""
    with file.open("rb") as stream:
        return _head(stream, file)


def unpacked(file: Path, identities: Sequence[str], into: Path) -> Content:
    """Open the backup *file* into the new folder *into*, as the data folder it was of, and look at all of it.

    Raises `BackupRefused`, `WardUnready`, `KeyUnusable`, `LedgerTrouble`, `OSError`.
    """
    private_folder(into)
    packed = into / "packed"
    try:
        with file.open("rb") as sealed, packed.open("wb") as opened:
            _head(sealed, file)
            unseal_stream(sealed, opened, identities)
    except CannotOpen as failure:
        raise BackupRefused(
            f"Chìa này không mở được {file}, hoặc tệp bị hỏng. Cần ward.age hoặc chìa dự phòng trong két, "
            "cái có lúc làm bản sao.",
            f"This key does not open {file}, or the file is damaged. It takes the ward.age or the escrow of "
            "the safe, as it was when the backup was made.",
        ) from failure
    try:
        with tarfile.open(packed, "r:gz") as archive:
            for member in archive:
                _unpack(archive, member, into, file)
    except (tarfile.TarError, EOFError, ValueError) as failure:
        raise _damaged(file) from failure
    packed.unlink()
    return content_of(into)


def content_of(data_folder: Path, url: str = "") -> Content:
    """Raises `WardUnready`, `KeyUnusable`, `LedgerTrouble`, `OSError`."""
    folder = ward_folder(data_folder)
    ward = open_authority(folder)
    ward.identities()
    with closing(open_ledger(folder, url)) as book, book.read() as connection:
        events = connection.execute(select(func.count()).select_from(t.event)).scalar_one()
        newest_s = connection.execute(select(func.max(t.bundle.c.received_s))).scalar()
    return Content(
        ward.name, legible(public_bytes(ward.key)), len(ward.kiosks), len(ward.withdrawn), ward.packs,
        int(events), newest_s, bool(ward.escrow),
    )  # fmt: skip


@contextmanager
def opened_backup(file: Path, identities: Sequence[str], data_folder: Path) -> Iterator[tuple[Path, Content]]:
    """Opened beside what is to be replaced, on the same disk; gone afterwards but for what was moved."""
    private_folder(data_folder)
    with _room(data_folder) as room:
        yield room / "opened", unpacked(file, identities, room / "opened")


def put_in_place(opened: Path, data_folder: Path, url: str, now_s: float) -> Path | None:
    """What was *opened* takes the place of what is there, which is kept beside it: in that folder, if any.

    *url*: into this PostgreSQL, empty until now, goes the ledger. Raises `LedgerTrouble`, `BackupRefused`,
    `OSError`: cut off in between, all that was there lies in the folder named so.
    """
    if url:
        folder = ward_folder(opened)
        with closing(open_ledger(folder, url)) as book, closing(open_ledger(folder)) as copy:
            if book.is_written():
                raise BackupRefused(
                    "Cơ sở dữ liệu ấy đã có số liệu; chỉ khôi phục vào chỗ trống. Chưa có gì bị đổi.",
                    "That database holds figures already; only an empty one takes a backup. Nothing was "
                    "changed.",
                )
            copy.copy_into(book)
        for file in folder.glob(f"{LEDGER_FILE}*"):
            file.unlink()
        choose_url(folder, url)
    aside = data_folder / f"before-restore-{datetime.fromtimestamp(now_s, HANOI):%Y%m%d-%H%M%S}"
    there = [one for one in _parts(data_folder) if one.exists()]
    for part in there:
        _move(part, aside / part.relative_to(data_folder))
    for part in _parts(opened):
        if part.exists():
            _move(part, data_folder / part.relative_to(opened))
    return aside if there else None


def _parts(data_folder: Path) -> tuple[Path, ...]:
    return (
        ward_folder(data_folder), staff_file(data_folder), pepper_file(data_folder), roster_file(data_folder)
    )  # fmt: skip


def _move(part: Path, to: Path) -> None:
    private_folder(to.parent)
    part.replace(to)
    sync_folder(to.parent)


@contextmanager
def _room(folder: Path) -> Iterator[Path]:
    """A folder in *folder* for what is being made; what a power cut left of an earlier one goes first."""
    for left in folder.glob(f"backup-*{_UNFINISHED}"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix="backup-", suffix=_UNFINISHED) as room:
        yield Path(room)


def _pack(data_folder: Path, ledger: Path, packed: Path) -> None:
    folder = ward_folder(data_folder)
    files = [one for part in _parts(data_folder) for one in (part, *sorted(part.rglob("*")))]
    with tarfile.open(packed, "w:gz", compresslevel=6) as archive:
        _add(archive, ledger, folder.relative_to(data_folder) / LEDGER_FILE)
        for file in files:
            inside = file.relative_to(data_folder)
            is_of_ledger = file.parent == folder and file.name.startswith("ledger.")
            if is_of_ledger or any(part.endswith(_UNFINISHED) for part in inside.parts):
                continue
            if file.is_file() and not file.is_symlink():
                _add(archive, file, inside)


def _add(archive: tarfile.TarFile, file: Path, inside: Path) -> None:
    """What a command of ours has just taken away is left out."""
    try:
        with file.open("rb") as stream:
            member = tarfile.TarInfo(inside.as_posix())
            status = os.fstat(stream.fileno())
            member.size, member.mode, member.mtime = status.st_size, PRIVATE, int(status.st_mtime)
            archive.addfile(member, stream)
    except FileNotFoundError:
        return


def _unpack(archive: tarfile.TarFile, member: tarfile.TarInfo, into: Path, file: Path) -> None:
    inside = PurePosixPath(member.name)
    is_ours = any((into / inside).is_relative_to(part) for part in _parts(into))
    if not member.isreg() or inside.is_absolute() or ".." in inside.parts or not is_ours:
        raise _damaged(file)
    stream = archive.extractfile(member)
    assert stream is not None
    to = into / inside
    private_folder(to.parent)
    with os.fdopen(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE), "wb") as out:
        shutil.copyfileobj(stream, out, PIECE_BYTES)
        out.flush()
        os.fsync(out.fileno())


def _pieces(line: bytes, sealed: Path) -> Iterator[bytes]:
    yield line + b"\n"
    with sealed.open("rb") as stream:
        while piece := stream.read(PIECE_BYTES):
            yield piece


def _head(stream: BinaryIO, file: Path) -> tuple[str, int]:
    try:
        said = json.loads(stream.readline(MOST_LINE_BYTES))
        if said["form"] == FORM:
            return str(said["ward"]), int(said["made_s"])
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    raise BackupRefused(
        f"{file} không phải bản sao lưu của phường (ward backup), hoặc bị hỏng.",
        f"{file} is no backup of a ward (ward backup), or is damaged.",
    )


def _damaged(file: Path) -> BackupRefused:
    return BackupRefused(
        f"{file} bị hỏng: mở ra không đủ như lúc ghi. Ghi lại sang USB khác.",
        f"{file} is damaged: it does not open as it was written. Write it anew, to another stick.",
    )
