"""Sealing with age (X25519): whoever seals cannot open.

A kiosk knows recipients only. The identities that open are the ward's (``ward.age``) and its escrow's, which
lies in a safe. The format is age-encryption.org/v1, so Debian's ``age`` opens it too.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import pyrage
from pyrage import x25519

from kiosk.base.files.durable import keep_once
from kiosk.papers.keys.documents import PaperRefused
from kiosk.papers.keys.key_files import KeyUnusable


class CannotOpen(Exception):
    """Sealed to somebody else, or damaged: age does not distinguish the two."""


def seal(content: bytes, recipients: Sequence[str]) -> bytes:
    """*content* for whoever holds one of the recipients' identities; never the same bytes twice."""
    return bytes(pyrage.encrypt(content, [x25519.Recipient.from_str(one) for one in recipients]))


def unseal(sealed: bytes, identities: Sequence[str]) -> bytes:
    """Raises `CannotOpen`."""
    try:
        return bytes(pyrage.decrypt(sealed, [x25519.Identity.from_str(identity) for identity in identities]))
    except pyrage.DecryptError as failure:
        raise CannotOpen(str(failure)) from failure


def seal_stream(content: BinaryIO, out: BinaryIO, recipients: Sequence[str]) -> None:
    """As `seal`, for what is too large to hold. Raises `OSError`."""
    pyrage.encrypt_io(content, out, [x25519.Recipient.from_str(one) for one in recipients])


def unseal_stream(sealed: BinaryIO, out: BinaryIO, identities: Sequence[str]) -> None:
    """Raises `CannotOpen`, `OSError`."""
    try:
        pyrage.decrypt_io(sealed, out, [x25519.Identity.from_str(identity) for identity in identities])
    except (pyrage.DecryptError, OSError) as failure:
        if getattr(failure, "errno", None) is not None:
            raise  # the disk's: what was cut off or changed has no number
        raise CannotOpen(str(failure)) from failure


def new_identity() -> tuple[str, str]:
    """A new identity, and the recipient that belongs to it."""
    made = x25519.Identity.generate()
    return str(made), str(made.to_public())


def recipient_of(identity: str) -> str:
    """Raises `KeyUnusable`."""
    try:
        return str(x25519.Identity.from_str(identity).to_public())
    except pyrage.IdentityError as failure:
        raise KeyUnusable("đây không phải chìa khóa mở gói", "this is no age identity") from failure


def recipient(text: object) -> str:
    """*text*, if something can be sealed to it. Raises `PaperRefused`."""
    try:
        return str(x25519.Recipient.from_str(text if isinstance(text, str) else ""))
    except pyrage.RecipientError as failure:
        raise PaperRefused("Tệp này bị hỏng (người nhận).", "This file is damaged (recipients).") from failure


def read_identity(file: Path) -> str | None:
    """The identity kept in *file*, None when there is none. Raises `KeyUnusable`."""
    try:
        lines = file.read_text("ascii").splitlines()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as failure:
        raise KeyUnusable.to_read(file, failure) from failure
    kept = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    if len(kept) != 1:
        raise KeyUnusable(f"{file} không chứa chìa khóa mở gói", f"{file} holds no age identity")
    recipient_of(kept[0])
    return kept[0]


def read_or_make_identity(file: Path) -> str:
    """The identity kept in *file*, made now if there is none; never written over. Raises `KeyUnusable`."""
    kept = read_identity(file)
    if kept is not None:
        return kept
    identity, public = new_identity()
    try:
        keep_once(file, identity_file(identity, public))
    except FileExistsError:  # another program of ours was quicker
        other = read_identity(file)
        if other is None:
            raise KeyUnusable(f"{file} vừa có lại mất", f"{file} came and went") from None
        return other
    except OSError as failure:
        raise KeyUnusable.to_write(file, failure) from failure
    return identity


def identity_file(identity: str, public: str) -> bytes:
    """As age-keygen writes it, so that ``age -d -i`` reads it."""
    return f"# public key: {public}\n{identity}\n".encode("ascii")
