"""One export: pack everything that is closed and not packed yet, each bundle published whole."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from filelock import FileLock, Timeout

from kiosk.export.envelope import Header
from kiosk.export.ledger import Ledger, missing
from kiosk.export.outbox import Outbox
from kiosk.export.packing import MOST_EVENTS, pack
from kiosk.export.press import Press
from kiosk.storage.reading import NoLog
from kiosk.storage.stretches import Stretch, hash_at, rows_of, stretches

log = logging.getLogger(__name__)
ROOM_BYTES = 24 * 1024 * 1024  # the log itself must never want for room because of what leaves it
LOCK_FILE = "export.lock"


class ExportBusy(Exception):
    """Another program of this kiosk is exporting just now."""


class NoRoom(OSError):
    """The disk is nearly full: what is left belongs to the log."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many events have been packed, of how many."""

    done: int
    whole: int


Watcher: TypeAlias = Callable[[Progress], None]


@contextmanager
def export_lock(folder: Path, wait_s: float = 0.0) -> Iterator[None]:
    """Only one program exports at a time. Raises `ExportBusy`, `OSError`."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / LOCK_FILE, timeout=wait_s):
            yield
    except Timeout as failure:
        raise ExportBusy from failure


def pack_all(
    database: Path,
    outbox: Outbox,
    press: Press,
    watch: Watcher = lambda _: None,
    *,
    most_events: int = MOST_EVENTS,
    room_bytes: int = ROOM_BYTES,
) -> Ledger:
    """The ledger when everything closed is packed; hold `export_lock`. Raises `OSError`, `NoRoom`.

    Interrupted at any point it has lost nothing and packs nothing twice: a bundle is in the outbox or not,
    and the ledger is first mended from the outbox.
    """
    ledger = outbox.mended(press.is_ours)
    outbox.write(ledger)
    found = _log_of(database)
    gaps = [(one, missing((one.first, one.last), ledger.packed("events", one.epoch))) for one in found]
    whole = sum(last - first + 1 for _, ranges in gaps for first, last in ranges)
    packing = _Packing(outbox, press, ledger, watch, whole, most_events, room_bytes)
    watch(Progress(0, whole))
    for stretch, ranges in gaps:
        for first, last in ranges:
            packing.pack_range(stretch, first, last)
    return packing.ledger


@dataclass(slots=True)
class _Packing:
    outbox: Outbox
    press: Press
    ledger: Ledger
    watch: Watcher
    whole: int
    most_events: int
    room_bytes: int
    done: int = 0

    def pack_range(self, stretch: Stretch, first: int, last: int) -> None:
        """Bundle after bundle, up to the visit that is open now: that one is for another night."""
        part, before = replace(stretch, last=last), _hash_before(stretch, first)
        while first <= last:
            rows = rows_of(part, first, self.most_events)
            ends = stretch.grows and rows[-1].seq == stretch.last
            packed = pack(part.kiosk, part.epoch, rows, before, ends=ends)
            if packed.go_on == first:
                return
            if packed.draft is None:
                log.error("event %d of epoch %s is damaged and stays out of the export", first, part.epoch)
            else:
                self._put(packed.draft, packed.content)
            self.done += packed.go_on - first
            self.watch(Progress(self.done, self.whole))
            first, before = packed.go_on, rows[packed.go_on - 1 - first].hash

    def _put(self, draft: Header, content: bytes) -> None:
        _want_room(self.outbox, self.room_bytes)
        header, raw = self.press.bundle(draft, content)
        self.outbox.publish(header, raw)
        self.ledger = self.ledger.with_bundle(header)
        self.outbox.write(self.ledger)


def _log_of(database: Path) -> list[Stretch]:
    try:
        return stretches(database) if database.exists() else []
    except NoLog as failure:
        log.warning("nothing can be packed: %s", failure)
        return []


def _hash_before(stretch: Stretch, first: int) -> bytes | None:
    return hash_at(stretch, first - 1) if first > stretch.first else None


def _want_room(outbox: Outbox, room: int) -> None:
    free = shutil.disk_usage(outbox.ledger_file.parent).free
    if free < room:
        raise NoRoom(f"only {free} bytes are free")
