"""The SHA-256 chain over the events of an epoch: pure, so that the ward verifies with the same code."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from kiosk.sessions.events import Event, Stored, canonical, fields_of

DOMAIN = "kiosk-log-v1"


def genesis(kiosk: str, epoch: str) -> bytes:
    """What the first event of an epoch is chained to."""
    return hashlib.sha256(f"{DOMAIN}\n{kiosk}\n{epoch}".encode()).digest()


def link(before: bytes, kiosk: str, epoch: str, seq: int, event: Event) -> bytes:
    """The hash of an event, given the hash of the one before it."""
    content = {
        "kiosk": kiosk,
        "epoch": epoch,
        "seq": seq,
        "kind": str(event.what.kind),
        "session": event.session,
        "at_ms": event.at_ms,
        "wall_s": event.wall_s,
        "clock_ok": event.clock_ok,
        "boot": event.boot,
        "fields": fields_of(event.what),
    }
    return hashlib.sha256(before + canonical(content).encode()).digest()


def follows(before: bytes, stored: Stored) -> bool:
    """Whether *stored* is what was written after the event whose hash is *before*."""
    return link(before, stored.kiosk, stored.epoch, stored.seq, stored.event) == stored.hash


def first_break(events: Iterable[Stored], before: bytes | None = None) -> Stored | None:
    """The first event that does not follow from its predecessor, or None when the chain holds.

    *events* are consecutive, from one or more epochs in order; *before* is the hash of the event before
    the first one, needed when that is not number 1 of its epoch.
    """
    previous: Stored | None = None
    for stored in events:
        if stored.seq == 1:
            before = genesis(stored.kiosk, stored.epoch)
        elif previous and (stored.epoch, stored.seq) != (previous.epoch, previous.seq + 1):
            return stored
        if before is None or not follows(before, stored):
            return stored
        before, previous = stored.hash, stored
    return None
