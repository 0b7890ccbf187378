"""The SHA-256 chain over the events of an epoch: pure, so that the ward verifies with the same code."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from kiosk.base.events import fields_of
from kiosk.log.sessions.events import Event, Stored, canonical

DOMAIN = "kiosk-log-v1"


def genesis(kiosk: str, epoch: str) -> bytes:
    """What the first event of an epoch is chained to."""
    return hashlib.sha256(f"{DOMAIN}\n{kiosk}\n{epoch}".encode()).digest()


class EventRow(NamedTuple):
    """One event as a table holds it; `fields` is canonical JSON."""

    seq: int
    kind: str
    session: str | None
    at_ms: int
    wall_s: int
    clock_ok: bool
    boot: str
    fields: str
    hash: bytes


def line(kiosk: str, epoch: str, row: EventRow) -> str:
    """An event as the one text that is hashed and exported: canonical JSON, without its hash.

    No value in it can need an escape: all are numbers, words of closed lists or match a strict pattern.
    """
    seq, kind, session, at_ms, wall_s, clock_ok, boot, fields, _ = row
    who = f'"{session}"' if session is not None else "null"
    return (
        f'{{"at_ms":{at_ms},"boot":"{boot}","clock_ok":{"true" if clock_ok else "false"},"epoch":"{epoch}",'
        f'"fields":{fields},"kind":"{kind}","kiosk":"{kiosk}","seq":{seq},"session":{who},"wall_s":{wall_s}}}'
    )


def hash_after(before: bytes, text: str) -> bytes:
    """The hash of the event with that text, given the hash of the one before it."""
    return hashlib.sha256(before + text.encode()).digest()


def link(before: bytes, kiosk: str, epoch: str, seq: int, event: Event) -> bytes:
    """The hash of an event, given the hash of the one before it."""
    row = EventRow(
        seq, event.what.kind, event.session, event.at_ms, event.wall_s, event.clock_ok, event.boot,
        canonical(fields_of(event.what)), b"",
    )  # fmt: skip
    return hash_after(before, line(kiosk, epoch, row))


def follows(before: bytes, stored: Stored) -> bool:
    """Whether *stored* is what was written after the event whose hash is *before*."""
    return link(before, stored.kiosk, stored.epoch, stored.seq, stored.event) == stored.hash
