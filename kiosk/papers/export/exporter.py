"""One export: pack everything that is closed and not packed yet, each bundle published whole."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from filelock import FileLock, Timeout

from kiosk.base.files.durable import PRIVATE, private_folder
from kiosk.log.sessions.tally import NO_MONTH, Cell
from kiosk.log.storage.marker import note_left
from kiosk.log.storage.ranges import LogRange, hash_at, ranges, rows_of
from kiosk.log.storage.reading import LogReader, NoLog
from kiosk.papers.export.cells import cell_lines, month_number
from kiosk.papers.export.envelope import Header, content_hash
from kiosk.papers.export.ledger import BundleEntry, ExportLedger, missing
from kiosk.papers.export.lines import joined
from kiosk.papers.export.outbox import Outbox
from kiosk.papers.export.packing import MOST_EVENTS, pack
from kiosk.papers.export.signer import Signer

log = logging.getLogger(__name__)
ROOM_BYTES = 24 * 1024 * 1024  # the log itself must never want for room because of what leaves it
LOCK_FILE = "export.lock"


class ExportBusy(Exception):
    """Another program of this kiosk is exporting just now."""


class NoRoomForBundles(OSError):
    """The disk is nearly full: what is left belongs to the log."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many events have been packed, of how many."""

    done: int
    whole: int


Watcher: TypeAlias = Callable[[Progress], None]
_OneMonth: TypeAlias = tuple[str, str, str]
"""Kiosk, epoch, month."""


@contextmanager
def export_lock(folder: Path, wait_s: float = 0.0) -> Iterator[None]:
    """Only one program exports at a time. Raises `ExportBusy`, `OSError`."""
    private_folder(folder)
    try:
        with FileLock(folder / LOCK_FILE, timeout=wait_s, mode=PRIVATE):
            yield
    except Timeout as failure:
        raise ExportBusy from failure


def pack_all(
    database: Path,
    outbox: Outbox,
    signer: Signer,
    watch: Watcher = lambda _: None,
    *,
    month: str = "",
    now_s: int = 0,
    most_events: int = MOST_EVENTS,
    room_bytes: int = ROOM_BYTES,
) -> ExportLedger:
    """The ledger when everything closed is packed; hold `export_lock`. Raises `OSError`, `NoRoomForBundles`.

    *now_s*: 0 while the clock is not to be trusted. Months before *month* (``2026-11``) are closed: the
    tallies of them, of residents' groups and of how visits were made, are packed too.

    Interrupted at any point it has lost nothing and packs nothing twice: a bundle is in the outbox or not,
    and the ledger is first mended from the outbox.
    """
    ledger = outbox.mended(signer.is_ours)
    outbox.write(ledger)
    epochs = _log_of(database)
    gaps = [
        (range_, missing((range_.first, range_.last), ledger.packed("events", range_.epoch)))
        for range_ in epochs
    ]
    whole = sum(last - first + 1 for _, missed in gaps for first, last in missed)
    packing = _Packing(outbox, signer, ledger, watch, whole, now_s, most_events, room_bytes)
    watch(Progress(0, whole))
    for within, missed in gaps:
        for first, last in missed:
            packing.pack_range(within, first, last)
    packing.pack_tallies(_tallies(database, month))
    return packing.ledger


def unpacked_of_others(database: Path, outbox: Outbox, ledger: ExportLedger, signer: Signer) -> ExportLedger:
    """Without what was sealed to another ward, as long as the log still has it: it is packed for ours then.

    The ledger goes first: cut off before the files are gone, they are found in the outbox and stand in it
    again. Hold `export_lock`. Raises `OSError`.
    """
    there = [(one.epoch, one.first, one.last) for one in _log_of(database)]
    strange = outbox.to_others(ledger, signer.wards)
    names = [entry.name for entry in strange if any(_holds(within, entry) for within in there)]
    if names:
        ledger = ledger.without(names)
        outbox.write(ledger)
        for name in names:
            outbox.take_out(name)
        log.info("%d bundles of another ward are packed anew", len(names))
    return ledger


def _holds(within: tuple[str, int, int], entry: BundleEntry) -> bool:
    epoch, first, last = within
    of_events = entry.kind == "events"  # the figures of months stay as long as their epoch
    return entry.epoch == epoch and (not of_events or first <= entry.first <= entry.last <= last)


@dataclass(slots=True)
class _Packing:
    outbox: Outbox
    signer: Signer
    ledger: ExportLedger
    watch: Watcher
    whole: int
    now_s: int
    most_events: int
    room_bytes: int
    done: int = 0

    def pack_range(self, within: LogRange, first: int, last: int) -> None:
        """Bundle after bundle, up to the visit that is open now: that one is for another night."""
        part, before = replace(within, last=last), _hash_before(within, first)
        while first <= last:
            rows = rows_of(part, first, self.most_events)
            ends = within.grows and rows[-1].seq == within.last
            packed = pack(part.kiosk, part.epoch, rows, before, ends=ends)
            if packed.go_on == first:
                return
            if packed.draft is None:
                log.error("event %d of epoch %s is damaged and stays out of the export", first, part.epoch)
            else:
                if within.grows:
                    note_left(within.database, part.epoch, packed.draft.last)
                self._put(packed.draft, packed.content)
            self.done += packed.go_on - first
            self.watch(Progress(self.done, self.whole))
            first, before = packed.go_on, rows[packed.go_on - 1 - first].hash

    def pack_tallies(self, tallies: Mapping[_OneMonth, Sequence[tuple[Cell, int]]]) -> None:
        """Each month once; again only where it has grown since, because a clock had run ahead."""
        for (kiosk, epoch, month), cells in tallies.items():
            number, content = month_number(month), joined(cell_lines(cells))
            same = [
                entry
                for entry in self.ledger.entries
                if (entry.kind, entry.epoch, entry.first) == ("tally", epoch, number)
            ]
            packed_already = any(one.content == content_hash(content) for one in same)
            if not packed_already and (same or missing((number, number), self.ledger.packed("tally", epoch))):
                self._put(Header("tally", kiosk, epoch, number, number, "", "", ""), content)

    def _put(self, draft: Header, content: bytes) -> None:
        _want_room(self.outbox, self.room_bytes)
        header, raw = self.signer.bundle(draft, content)
        self.outbox.publish(header, raw)
        self.ledger = self.ledger.with_bundle(header, self.now_s)
        self.outbox.write(self.ledger)


def _tallies(database: Path, month: str) -> dict[_OneMonth, list[tuple[Cell, int]]]:
    """Cells by kiosk, epoch and month, of the months before *month*; what has no month stays here."""
    by_month: dict[_OneMonth, list[tuple[Cell, int]]] = {}
    try:
        cells = LogReader(database).tally() if month and database.exists() else []
    except NoLog as failure:
        log.warning("no tally can be packed: %s", failure)
        return by_month
    for kiosk, epoch, cell, number in cells:
        if NO_MONTH < cell.month < month:
            by_month.setdefault((kiosk, epoch, cell.month), []).append((cell, number))
    return by_month


def _log_of(database: Path) -> list[LogRange]:
    try:
        return ranges(database) if database.exists() else []
    except NoLog as failure:
        log.warning("nothing can be packed: %s", failure)
        return []


def _hash_before(within: LogRange, first: int) -> bytes | None:
    return hash_at(within, first - 1) if first > within.first else None


def _want_room(outbox: Outbox, room: int) -> None:
    free = shutil.disk_usage(outbox.ledger_file.parent).free
    if free < room:
        raise NoRoomForBundles(f"only {free} bytes are free")
