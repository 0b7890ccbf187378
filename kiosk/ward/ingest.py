"""Takes a bundle in: rows and ledger in one transaction, or nothing; the same again changes nothing."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from sqlalchemy import Connection

from kiosk.export.envelope import Header
from kiosk.sessions.chain import EventRow
from kiosk.sessions.vocabulary import EventKind
from kiosk.ward import ledger as lg
from kiosk.ward import tallies
from kiosk.ward.alarms import keep_aside, raise_alarm
from kiosk.ward.receive import Keyring, Received, receive
from kiosk.ward.refusals import BundleRefused, Notice, Refusal
from kiosk.ward.rollup import note_rows, note_tally
from kiosk.ward.status import open_alarms

log = logging.getLogger(__name__)
SURE_AFTER_S = 86_400  # clocks differ, and events are stamped with the beginning of their visit
NEW_EPOCH: dict[str, Notice] = {"marker": "restored-or-cloned", "corrupt": "log-damaged"}


@dataclass(frozen=True, slots=True)
class Stored:
    """The ledger has it for good. `added`: events or cells nobody had sent; None: the bundle was known."""

    header: Header
    added: int | None


@dataclass(frozen=True, slots=True)
class Refused:
    """Kept aside and alarmed. `header` is None where it could not be read."""

    why: Refusal
    header: Header | None


Outcome: TypeAlias = Stored | Refused


class Ingest:
    """*ring* is asked anew for each bundle: a kiosk may have been enrolled a moment ago."""

    def __init__(
        self, folder: Path, ledger: lg.Ledger, ring: Callable[[], Keyring], now_s: Callable[[], float]
    ) -> None:
        self._folder, self._ledger, self._ring, self._now_s = folder, ledger, ring, now_s

    def take(self, raw: bytes) -> Outcome:
        """Raises `LedgerTrouble` and `OSError`: then nothing has been taken in, and may be offered again."""
        try:
            received = receive(raw, self._ring())
            with self._ledger.change(received.header.kiosk) as connection:
                return _store(connection, received, int(self._now_s()))
        except BundleRefused as refused:
            return self._refuse(refused, raw)

    def _refuse(self, refused: BundleRefused, raw: bytes) -> Refused:
        log.warning("refused (%s): %s", refused.why, refused.header.name if refused.header else "?")
        kept = hashlib.sha256(raw).hexdigest()
        with self._ledger.change(refused.header.kiosk if refused.header else "") as connection:
            wanted = {one.kept for one in open_alarms(connection)}
            keep_aside(self._folder, refused.why, kept, raw, wanted)
            raise_alarm(connection, refused.why, refused.header, kept, int(self._now_s()))
        return Refused(refused.why, refused.header)


def _store(connection: Connection, received: Received, now_s: int) -> Stored:
    header = received.header
    source = lg.source_no(connection, header.kiosk, header.epoch)
    if lg.has_bundle(connection, source, header):
        return Stored(header, None)
    if header.kind == "tally":
        return Stored(header, _store_cells(connection, source, received, now_s))
    new = _new_rows(connection, source, received)
    bundle = lg.add_bundle(connection, source, header, now_s, len(new), received.rows)
    lg.add_rows(connection, source, bundle, new)
    if new:
        note_rows(connection, header.kiosk, source, new)
    _notice(connection, header, new, now_s)
    return Stored(header, len(new))


def _new_rows(connection: Connection, source: int, received: Received) -> list[EventRow]:
    """Those nobody has sent. Raises `BundleRefused` where others are there under these numbers."""
    header = received.header
    there = lg.hashes(connection, source, header.first - 1, header.last)
    before = there.pop(header.first - 1, None)
    if any(there.get(row.seq, row.hash) != row.hash for row in received.rows):
        raise BundleRefused("conflict", header)
    after = lg.befores_at(connection, source, header.last + 1)
    if header.before and before is not None and before.hex() != header.before:
        raise BundleRefused("broken-chain", header)
    if after and after != {header.last_hash}:
        raise BundleRefused("broken-chain", header)
    return [row for row in received.rows if row.seq not in there]


def _store_cells(connection: Connection, source: int, received: Received, now_s: int) -> int:
    """How many cells are new or have grown. A month travels once; only where a clock had run ahead does it
    come again, grown, and perhaps before the smaller one. Raises `BundleRefused` where one cell has grown and
    another has shrunk: another machine counts under this name.
    """
    month = received.cells[0][0].month
    there = tallies.tallied(connection, source, month)
    sent = dict(received.cells)
    grown = {cell: number for cell, number in sent.items() if there.get(cell, 0) < number}
    if grown and any(sent.get(cell, 0) < number for cell, number in there.items()):
        raise BundleRefused("conflict", received.header)
    bundle = lg.add_bundle(connection, source, received.header, now_s, len(grown))
    tallies.put(connection, source, bundle, grown)
    if grown:
        note_tally(connection, received.header.kiosk, month)
    return len(grown)


def _notice(connection: Connection, header: Header, rows: list[EventRow], now_s: int) -> None:
    """What an officer should know although nothing is wrong with the bundle."""
    for row in rows:
        told = json.loads(row.fields) if row.kind == str(EventKind.EPOCH_BEGUN) else {}
        notice = NEW_EPOCH.get(told.get("cause", ""))
        if notice is not None:
            raise_alarm(connection, notice, header, "", now_s)
        if notice == "restored-or-cloned" and told["before"] and row.clock_ok:
            until_s = lg.until(connection, header.kiosk, told["before"])
            _two_machines(connection, header, row.wall_s, until_s, now_s)
    until_s = max((row.wall_s for row in rows if row.clock_ok), default=0)
    for begun_s in lg.begun_after(connection, header.kiosk, header.epoch):
        _two_machines(connection, header, begun_s, until_s, now_s)


def _two_machines(connection: Connection, header: Header, begun_s: int, until_s: int, now_s: int) -> None:
    """An epoch that goes on although another has followed it: two machines, not one that was restored."""
    if until_s > begun_s + SURE_AFTER_S:
        raise_alarm(connection, "two-machines", replace(header, epoch="", first=0, last=0), "", now_s)
