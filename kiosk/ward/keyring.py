"""The keyring as the ward's folder has it now."""

from __future__ import annotations

from pathlib import Path

from kiosk.keys.key_files import fingerprint, public_bytes
from kiosk.ward.authority import open_authority
from kiosk.ward.receive import Keyring, KioskKey


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
