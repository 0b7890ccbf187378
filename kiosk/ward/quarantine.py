"""The events that were refused, lie aside, and are not in the ledger: counted and named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from kiosk.export.envelope import SUFFIX, Header
from kiosk.export.ledger import Range, merged
from kiosk.ward import ledger as lg
from kiosk.ward import tables as t
from kiosk.ward.alarms import ASIDE
from kiosk.ward.receive import Keyring, receive
from kiosk.ward.refusals import BundleRefused

_WHOLE = ("vocabulary", "revoked")  # signed by a kiosk of ours, and never opened


@dataclass(frozen=True, slots=True)
class Quarantined:
    """So many events of that epoch, under the numbers `ranges`: in no figure, until somebody decides."""

    kiosk: str
    epoch: str
    ranges: tuple[Range, ...]
    events: int


def quarantined(connection: Connection, folder: Path, ring: Keyring) -> tuple[Quarantined, ...]:
    """Of every kiosk and epoch, by name. Raises `OSError`.

    What was damaged is not counted: it comes again whole, or its numbers are a gap. Nor is what no kiosk of
    this ward has signed: anybody can make such a file.
    """
    found: dict[tuple[str, str], set[tuple[int, bytes]]] = {}
    for file in sorted((folder / ASIDE).glob(f"*{SUFFIX}")):
        for header, event in _events(file.read_bytes(), ring):
            found.setdefault((header.kiosk, header.epoch), set()).add(event)
    return tuple(
        Quarantined(kiosk, epoch, merged((seq, seq) for seq, _ in left), len(left))
        for (kiosk, epoch), events in sorted(found.items())
        if (left := _not_there(connection, kiosk, epoch, events))
    )


def _events(raw: bytes, ring: Keyring) -> Iterator[tuple[Header, tuple[int, bytes]]]:
    """Number and hash of each event; no hash where nobody could read it."""
    try:
        received = receive(raw, ring)
    except BundleRefused as refused:
        if refused.why in _WHOLE and refused.header is not None and refused.header.kind == "events":
            for seq in range(refused.header.first, refused.header.last + 1):
                yield refused.header, (seq, b"")
        return
    for row in received.rows:
        yield received.header, (row.seq, row.hash)


def _not_there(
    connection: Connection, kiosk: str, epoch: str, events: set[tuple[int, bytes]]
) -> set[tuple[int, bytes]]:
    numbers = [seq for seq, _ in events]
    query = select(t.source.c.no).where(t.source.c.kiosk == kiosk, t.source.c.epoch == epoch)
    source = connection.execute(query).scalar()
    there = lg.hashes(connection, source, min(numbers), max(numbers)) if source is not None else {}
    read = {seq for seq, hash_ in events if hash_}
    return {
        (seq, hash_)
        for seq, hash_ in events
        if (there.get(seq) != hash_ if hash_ else seq not in there and seq not in read)
    }
