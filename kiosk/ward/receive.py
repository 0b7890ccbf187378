"""Looks at a bundle without a database: whose it is, whether it is whole, and what is in it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.log.sessions.chain import EventRow
from kiosk.log.sessions.tally import Cell
from kiosk.papers.export.cells import read_cells
from kiosk.papers.export.envelope import (
    MOST_BYTES,
    BundleDamaged,
    Envelope,
    Header,
    content_hash,
    parse_envelope,
    unsqueezed,
)
from kiosk.papers.export.lines import OutsideVocabulary, read_rows
from kiosk.papers.keys.key_files import fingerprint, public_bytes
from kiosk.papers.keys.sealing import CannotOpen, unseal
from kiosk.ward.authority import open_authority
from kiosk.ward.refusals import BundleRefused


@dataclass(frozen=True, slots=True)
class KioskKey:
    """The key of one kiosk. `valid_through`: epoch → number, once it is withdrawn; None while it is not."""

    public: bytes
    valid_through: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Keyring:
    """Who may send, and what opens what they send.

    `kiosks`: (kiosk, fingerprint in hex) → key. `wards`: fingerprints of the ward's keys, older ones too.
    `identities`: the ward's age identities, older ones too.
    """

    kiosks: Mapping[tuple[str, str], KioskKey]
    wards: frozenset[str]
    identities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Received:
    """A bundle that is whole and truly that kiosk's: `rows` of a bundle of events, `cells` of a tally."""

    header: Header
    rows: tuple[EventRow, ...] = ()
    cells: tuple[tuple[Cell, int], ...] = ()
    withdrawn: bool = False  # its kiosk is: what it says of itself proves nothing any more


def receive(raw: bytes, ring: Keyring) -> Received:
    """Raises `BundleRefused`. What costs little is looked at first: most of what is wrong is never opened."""
    if len(raw) > MOST_BYTES:
        raise BundleRefused("too-large")
    try:
        envelope = parse_envelope(raw)
    except BundleDamaged as failure:
        raise BundleRefused("damaged") from failure
    header = envelope.header
    withdrawn = _believe(envelope, ring)
    try:
        content = unsqueezed(unseal(envelope.sealed, ring.identities))
        if content_hash(content) != header.content:
            raise BundleDamaged("this is not the content that was signed")
        if header.kind == "tally":
            return Received(header, cells=tuple(read_cells(header, content)))
        return Received(header, rows=tuple(read_rows(header, content)), withdrawn=withdrawn)
    except OutsideVocabulary as failure:
        raise BundleRefused("vocabulary", header) from failure
    except (BundleDamaged, CannotOpen) as failure:
        raise BundleRefused("damaged", header) from failure


def examine(beginning: bytes, ring: Keyring) -> None:
    """Whether its first line alone refuses a bundle, before the rest has come. Raises `BundleRefused`."""
    try:
        envelope = parse_envelope(beginning)
    except BundleDamaged as failure:
        raise BundleRefused("damaged") from failure
    _believe(envelope, ring)


def _believe(envelope: Envelope, ring: Keyring) -> bool:
    """Whether its kiosk is withdrawn, where it may still count. Raises `BundleRefused`."""
    header = envelope.header
    key = ring.kiosks.get((header.kiosk, header.key))
    if header.ward not in ring.wards:
        raise BundleRefused("wrong-ward", header, signed=False)
    if key is None:
        raise BundleRefused("unknown-key", header, signed=False)
    if fingerprint(key.public).hex() != header.key or not envelope.is_signed_by(key.public):
        raise BundleRefused("damaged", header, signed=False)
    if key.valid_through is None:
        return False
    if header.kind != "events" or header.last > key.valid_through.get(header.epoch, 0):
        raise BundleRefused("revoked", header)
    return True


def keyring(folder: Path, *, vouched: bool = False) -> Keyring:
    """*vouched*: an officer says that what comes was made before its kiosk was withdrawn.

    Raises `WardUnready`, `KeyUnusable`.
    """
    ward = open_authority(folder)
    wards = (public_bytes(ward.key), *(bytes.fromhex(key) for key in ward.older_keys))
    kiosks = {}
    for entry in ward.enrolled:
        public = bytes.fromhex(entry.key)
        through = dict(entry.valid_through) if entry.revoked and not vouched else None
        kiosks[entry.kiosk, fingerprint(public).hex()] = KioskKey(public, through)
    return Keyring(kiosks, frozenset(fingerprint(one).hex() for one in wards), ward.identities())
