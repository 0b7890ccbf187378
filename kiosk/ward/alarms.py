"""What an officer must look at, and the files that were not taken in."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection, func, insert, select, update

from kiosk.export.envelope import MOST_BYTES, SUFFIX, Header
from kiosk.storage.files import private_folder, publish
from kiosk.ward import tables as t
from kiosk.ward.refusals import Notice, Refusal

log = logging.getLogger(__name__)
ASIDE = "aside"
STRANGERS = "strangers"  # within it: what none of the ward's kiosks has signed; anybody can make such a file
SIGNED: tuple[Refusal, ...] = ("revoked", "vocabulary", "broken-chain", "conflict")
"""Refused though a kiosk of ours has signed it."""
MOST_ASIDE = 500  # files of each of the two; who floods the receiver must not fill its disk
MOST_OPEN = 1000  # alarms of one kind that wait for an officer
MOST_ASIDE_BYTES = 500 * 1024 * 1024


def keep_aside(folder: Path, why: Refusal, name: str, raw: bytes, wanted: Collection[str]) -> None:
    """Keep what was refused, under the hash of its bytes; `kiosk ward ingest` may be given it again later.

    Where there is no more room, the oldest give way that are not among *wanted*: no open alarm names them.
    Raises `OSError`.
    """
    file = kept_file(folder, why, name)
    room = file.parent
    private_folder(room)
    if file.exists():
        return
    sizes = _sizes(room)
    for one in sorted(sizes, key=lambda one: one.stat().st_mtime):
        if _has_room(sizes, len(raw)):
            break
        if one.stem not in wanted:
            one.unlink()
            del sizes[one]
    if not _has_room(sizes, len(raw)):
        log.error("there is no more room for refused files in %s: %s is not kept", room, name)
        return
    publish(file, raw)


def kept_file(folder: Path, why: Refusal | Notice, name: str) -> Path:
    """Where the file of that name lies, or would."""
    room = folder / ASIDE if why in SIGNED else folder / ASIDE / STRANGERS
    return room / f"{name}{SUFFIX}"


def is_full(folder: Path) -> bool:
    """Whether a bundle as large as they may be, signed by a kiosk of ours, would make others give way or find
    no room aside. Raises `OSError`.
    """
    room = folder / ASIDE
    return room.is_dir() and not _has_room(_sizes(room), MOST_BYTES)


def _sizes(room: Path) -> dict[Path, int]:
    return {one: one.stat().st_size for one in room.iterdir() if one.is_file()}


def _has_room(sizes: Mapping[Path, int], more_bytes: int) -> bool:
    return len(sizes) < MOST_ASIDE and sum(sizes.values()) + more_bytes <= MOST_ASIDE_BYTES


def raise_alarm(
    connection: Connection, what: Refusal | Notice, header: Header | None, kept: str, now_s: int
) -> None:
    """The same once more adds nothing."""
    values: dict[str, object] = {
        "what": what,
        "kiosk": header.kiosk if header else "",
        "epoch": header.epoch if header else "",
        "first": header.first if header else 0,
        "kept": kept,
    }
    same = select(t.alarm.c.no).where(*(t.alarm.c[name] == value for name, value in values.items()))
    open_ones = select(func.count()).where(t.alarm.c.what == what, t.alarm.c.settled_s.is_(None))
    if connection.execute(same).first() is not None:
        return
    if connection.execute(open_ones).scalar_one() >= MOST_OPEN:
        log.error("there are %d alarms of the kind %s already: no more are written", MOST_OPEN, what)
        return
    last = header.last if header else 0
    connection.execute(insert(t.alarm).values(**values, last=last, raised_s=now_s))


def settle_alarms(connection: Connection, numbers: Sequence[int], now_s: int) -> int:
    """How many of these were open and are now settled."""
    these = (t.alarm.c.no.in_(numbers), t.alarm.c.settled_s.is_(None))
    return connection.execute(update(t.alarm).where(*these).values(settled_s=now_s)).rowcount
