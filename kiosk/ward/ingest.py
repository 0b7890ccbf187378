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

from kiosk.base.events import EpochBegun
from kiosk.log.sessions.chain import EventRow
from kiosk.papers.export.envelope import Header
from kiosk.ward import ledger as lg
from kiosk.ward import tallies
from kiosk.ward.alarms import CLAIMED, SIGNED, is_raised, keep_aside, raise_alarm
from kiosk.ward.plausible import jumps
from kiosk.ward.receive import Keyring, Received, examine, receive
from kiosk.ward.refusals import BundleRefused, Notice, Refusal
from kiosk.ward.stale import note_rows, note_tally
from kiosk.ward.status import open_alarms

log = logging.getLogger(__name__)
SURE_AFTER_S = 86_400  # clocks differ, and events are stamped with the beginning of their visit
NEW_EPOCH: dict[str, Notice] = {"marker": "restored-or-cloned", "corrupt": "log-damaged"}


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The ledger has it for good. `added`: events or cells nobody had sent; None: it had come."""

    header: Header
    added: int | None


@dataclass(frozen=True, slots=True)
class KeptAside:
    """Kept aside and alarmed. `header` is None where it could not be read."""

    why: Refusal
    header: Header | None


Outcome: TypeAlias = TakenIn | KeptAside


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

    def turn_away(self, beginning: bytes) -> Outcome | None:
        """What is said of a bundle whose first line is wrong; None: the rest of it is wanted.

        Nothing of it is kept: its kiosk has it, and strangers shall not fill our disk. Raises as `take` does.
        """
        try:
            examine(beginning, self._ring())
        except BundleRefused as refused:
            return self._refuse(refused, None, beginning)
        return None

    def _refuse(self, refused: BundleRefused, raw: bytes | None, beginning: bytes = b"") -> Outcome:
        why, header = refused.why, refused.header
        log.warning("refused (%s): %s", why, header.name if header else "?")
        about = header if refused.signed or why in CLAIMED else None
        with self._ledger.change(header.kiosk if header else "") as connection:
            if why == "revoked" and header and lg.has_come(connection, header):
                return TakenIn(header, None)  # it came before its kiosk was withdrawn
            again = why == "damaged" and about is not None and is_raised(connection, why, about)
            if not again:  # one bundle of ours may be cut off in a thousand ways
                kept = _kept(why, raw, beginning)
                if raw is not None:
                    wanted = {alarm.kept for alarm in open_alarms(connection)}
                    keep_aside(self._folder, why, kept, raw, wanted, about.kiosk if about else "")
                raise_alarm(connection, why, about, kept, int(self._now_s()))
        return KeptAside(why, header)


def _kept(why: Refusal, raw: bytes | None, beginning: bytes) -> str:
    """Under which name an alarm stands: of the file, or of the line of what one of ours has signed."""
    if raw is not None:
        return hashlib.sha256(raw).hexdigest()
    return hashlib.sha256(beginning.partition(b"\n")[0]).hexdigest() if why in SIGNED else ""


def _store(connection: Connection, received: Received, now_s: int) -> TakenIn:
    header = received.header
    source = lg.source_no(connection, header.kiosk, header.epoch)
    if lg.has_bundle(connection, source, header):
        return TakenIn(header, None)
    if header.kind == "tally":
        return TakenIn(header, _store_cells(connection, source, received, now_s))
    new = _new_rows(connection, source, received)
    until_s = lg.until(connection, header.kiosk, header.epoch)
    if jumps(lg.newest(connection, source), until_s, header.first, now_s):
        raise_alarm(connection, "numbers-jumped", header, "", now_s)
    bundle = lg.add_bundle(connection, source, header, now_s, len(new), received.rows)
    lg.add_rows(connection, source, bundle, new)
    if new:
        note_rows(connection, header.kiosk, source, new)
    _notice(connection, header, new, now_s)
    return TakenIn(header, len(new))


def _new_rows(connection: Connection, source: int, received: Received) -> list[EventRow]:
    """Those nobody has sent. Raises `BundleRefused` where others are there under these numbers.

    Of a withdrawn kiosk a gap is filled only by what the chain proves to have been there: from its first
    number on to a hash that came before. Beyond what has come an officer has said how far it counts.
    """
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
    new = [row for row in received.rows if row.seq not in there]
    anchored = (header.first == 1 or header.before) and (after or header.last in there)
    if received.withdrawn and new and not anchored and header.last <= lg.newest(connection, source):
        raise BundleRefused("revoked", header)
    return new


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
        fields = json.loads(row.fields) if row.kind == EpochBegun.kind else {}
        notice = NEW_EPOCH.get(fields.get("cause", ""))
        if notice is not None:
            raise_alarm(connection, notice, header, "", now_s)
        if notice == "restored-or-cloned" and fields["before"] and row.clock_ok:
            until_s = lg.until(connection, header.kiosk, fields["before"])
            _two_machines(connection, header, row.wall_s, until_s, now_s)
    until_s = max((row.wall_s for row in rows if row.clock_ok), default=0)
    for begun_s in lg.begun_after(connection, header.kiosk, header.epoch):
        _two_machines(connection, header, begun_s, until_s, now_s)


def _two_machines(connection: Connection, header: Header, begun_s: int, until_s: int, now_s: int) -> None:
    """An epoch that goes on although another has followed it: two machines, not one that was restored."""
    if until_s > begun_s + SURE_AFTER_S:
        raise_alarm(connection, "two-machines", replace(header, epoch="", first=0, last=0), "", now_s)
