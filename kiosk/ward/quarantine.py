"""The events that were refused, lie aside, and are not in the ledger: counted and named."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from sqlalchemy import Connection, select

from kiosk.papers.export.envelope import Header
from kiosk.papers.export.ledger import Range, merged
from kiosk.ward import ledger as lg
from kiosk.ward import tables as t
from kiosk.ward.alarms import MORE, SIGNED, kept_file
from kiosk.ward.receive import Keyring, receive
from kiosk.ward.refusals import BundleRefused
from kiosk.ward.status import Alarm, open_alarms

_WHOLE = ("vocabulary", "revoked")  # signed by a kiosk of ours, and not to be read
UNREAD = b"unread"  # no event's hash: other than what the ledger has
_Event: TypeAlias = tuple[int, bytes]
"""Number and hash; no hash where nobody can read it."""


@dataclass(frozen=True, slots=True)
class Quarantined:
    """So many events of that epoch, under the numbers `ranges`: in no figure, until somebody decides.

    `bundles`: in how many files they lie.
    """

    kiosk: str
    epoch: str
    ranges: tuple[Range, ...]
    events: int
    bundles: int


def quarantined(connection: Connection, folder: Path, ring: Keyring) -> tuple[Quarantined, ...]:
    """Of every kiosk and epoch, by name, as long as no officer has settled it. Raises `OSError`.

    What was damaged is not counted: it comes again whole, or its numbers are a gap. Nor is what no kiosk of
    this ward has signed: anybody can make such a file.
    """
    events_of: dict[tuple[str, str], list[frozenset[_Event]]] = {}
    alarms = {alarm.kept: alarm for alarm in open_alarms(connection) if alarm.kept not in ("", MORE)}
    for name, alarm in sorted(alarms.items()):
        file = kept_file(folder, alarm.what, name, alarm.kiosk)
        if file.exists():
            header, events = _events(file.read_bytes(), ring)
            if header is not None:
                events_of.setdefault((header.kiosk, header.epoch), []).append(events)
        elif alarm.what in SIGNED:  # there was no room for it: then all it says of itself is counted
            events_of.setdefault((alarm.kiosk, alarm.epoch), []).append(_unread(alarm))
    counted = (_counted(connection, *source, bundles) for source, bundles in sorted(events_of.items()))
    return tuple(one for one in counted if one.events)


def _unread(alarm: Alarm) -> frozenset[_Event]:
    hash_ = b"" if alarm.what in _WHOLE else UNREAD
    return frozenset((seq, hash_) for seq in range(alarm.first, alarm.last + 1))


def _counted(connection: Connection, kiosk: str, epoch: str, bundles: list[frozenset[_Event]]) -> Quarantined:
    left = _not_there(connection, kiosk, epoch, frozenset().union(*bundles))
    ranges = merged((seq, seq) for seq, _ in left)
    return Quarantined(
        kiosk, epoch, ranges, len(left), sum(not left.isdisjoint(bundle) for bundle in bundles)
    )


def _events(raw: bytes, ring: Keyring) -> tuple[Header | None, frozenset[_Event]]:
    """What is in it; no header where nobody can say."""
    try:
        received = receive(raw, ring)
    except BundleRefused as refused:
        header = refused.header
        if header is None or header.kind != "events" or refused.why not in _WHOLE:
            return None, frozenset()
        return header, frozenset((seq, b"") for seq in range(header.first, header.last + 1))
    return received.header, frozenset((row.seq, row.hash) for row in received.rows)


def _not_there(
    connection: Connection, kiosk: str, epoch: str, events: frozenset[_Event]
) -> frozenset[_Event]:
    numbers = [seq for seq, _ in events]
    query = select(t.source.c.no).where(t.source.c.kiosk == kiosk, t.source.c.epoch == epoch)
    source = connection.execute(query).scalar()
    there = lg.hashes(connection, source, min(numbers), max(numbers)) if numbers and source else {}
    read = {seq for seq, hash_ in events if hash_}
    return frozenset(
        (seq, hash_)
        for seq, hash_ in events
        if (there.get(seq) != hash_ if hash_ else seq not in there and seq not in read)
    )
