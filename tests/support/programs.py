"""Program packs for the tests: small ones, and what others could make of them."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from support.packs import any_archive, held_of, signers
from support.ward import Ward

from kiosk.papers.keys.key_files import public_bytes
from kiosk.papers.program.machine import Machine
from kiosk.papers.program.pack_file import ReleaseTerms, write_release
from kiosk.papers.program.release import (
    LOCK,
    Countersignature,
    Release,
    hash_of,
    makers_line,
    wards_line,
)

SIGNED = date(2026, 11, 30)
HERE = Machine("linux-x86_64", "3.11")
TERMS = ReleaseTerms(
    "0.2.0", "c0ffee" * 6 + "c0ff", date(2026, 11, 29), ("linux-x86_64",), ("3.11", "3.13"), "0003"
)
SMALL: dict[str, bytes] = {
    "program/kiosk/__init__.py": b"",
    "program/kiosk/base/version.py": b'__version__ = "0.2.0"\n' * 4,
    LOCK: b"alembic==1.20.1\n" * 4,
    "wheels/PySide6_Essentials-6.11.0-cp39-abi3-manylinux_2_28_x86_64.whl": bytes(range(256)),
    "bom.cdx.json": b"{}\n",
}


class Maker:
    """Who makes releases, with a key of their own."""

    def __init__(self) -> None:
        self.key = Ed25519PrivateKey.generate()

    @property
    def public(self) -> bytes:
        return public_bytes(self.key)

    def release(self, files: Mapping[str, bytes] = SMALL, **terms: Any) -> bytes:
        """The whole file as this maker gives it away. *terms* replaces fields of `TERMS`."""
        out = io.BytesIO()
        write_release(out, replace(TERMS, **terms), dict(files), self.public, self.key.sign)
        return out.getvalue()

    def forged(
        self,
        entries: Iterable[tuple[zipfile.ZipInfo | str, bytes]],
        listed: Mapping[str, bytes],
        **more: Any,
    ) -> bytes:
        """What a thief of the maker's key could make: any archive, any list. *more* replaces fields."""
        raw, held = any_archive(entries), held_of(listed)
        release = Release(
            held, (len(raw), hashlib.sha256(raw).hexdigest()), TERMS.version, TERMS.commit, TERMS.made,
            TERMS.machines, TERMS.pythons, TERMS.extras, TERMS.database,
        )  # fmt: skip
        return makers_line(replace(release, **more), self.public, self.key.sign) + raw


def countersigned(ward: Ward, /, released: bytes, maker: bytes, counter: int = 1, **more: Any) -> bytes:
    """*released* under the word of that ward for that maker's key. *more* replaces what the ward says."""
    line = released[: released.index(b"\n") + 1]
    said = Countersignature(ward.authority.name, counter, SIGNED, maker, hash_of(line))
    return wards_line(replace(said, **more), signers(ward.authority)) + released
