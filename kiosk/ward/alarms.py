"""What an officer must look at, and the files that were not taken in."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection, func, insert, select, update

from kiosk.export.envelope import SUFFIX, Header
from kiosk.storage.files import publish
from kiosk.ward import tables as t
from kiosk.ward.refusals import Notice, Refusal

log = logging.getLogger(__name__)
ASIDE = "aside"
MOST_ASIDE = 500  # files; who floods the receiver must not fill its disk
MOST_OPEN = 1000  # alarms of one kind that wait for an officer
MOST_ASIDE_BYTES = 500 * 1024 * 1024


def keep_aside(folder: Path, name: str, raw: bytes) -> None:
    """Keep what was refused, under the hash of its bytes; `kiosk ward ingest` may be given it again later."""
    aside = folder / ASIDE
    file = aside / f"{name}{SUFFIX}"
    aside.mkdir(parents=True, exist_ok=True)
    if file.exists():
        return
    sizes = [one.stat().st_size for one in aside.iterdir()]
    if len(sizes) >= MOST_ASIDE or sum(sizes) + len(raw) > MOST_ASIDE_BYTES:
        log.error("there is no more room for refused files in %s: %s is not kept", aside, name)
        return
    publish(file, raw)


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
