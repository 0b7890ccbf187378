"""A private key in a file that only its owner may read, made once and never written over."""

from __future__ import annotations

import hashlib
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from kiosk.base.files.durable import keep_once
from kiosk.base.messages.system_errors import Unusable

FINGERPRINT_BYTES = 8


class KeyUnusable(Unusable):
    """The key file is there but cannot be used, or none can be made."""


def read_key(file: Path) -> Ed25519PrivateKey | None:
    """The key kept in *file*; None when there is none yet. Raises `KeyUnusable`."""
    try:
        pem = file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as failure:
        raise KeyUnusable.to_read(file, failure) from failure
    try:
        key = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as failure:
        raise KeyUnusable(f"{file} không chứa chìa khóa", f"{file} holds no key") from failure
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyUnusable(f"{file} chứa chìa khóa loại khác", f"{file} holds a key of another kind")
    return key


def read_or_make_key(file: Path) -> Ed25519PrivateKey:
    """The key kept in *file*, made now if there is none. Raises `KeyUnusable`.

    Whatever stands there is never replaced: a key that is lost has to be enrolled anew, knowingly.
    """
    kept = read_key(file)
    if kept is not None:
        return kept
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    try:
        keep_once(file, pem)
    except FileExistsError:  # another program of ours was quicker
        other = read_key(file)
        if other is None:
            raise KeyUnusable(f"{file} vừa có lại mất", f"{file} came and went") from None
        return other
    except OSError as failure:
        raise KeyUnusable.to_write(file, failure) from failure
    return key


def public_bytes(key: Ed25519PrivateKey) -> bytes:
    """The 32 bytes of the public half."""
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def fingerprint(public: bytes) -> bytes:
    """Eight bytes that stand for a public key in lists."""
    return hashlib.sha256(public).digest()[:FINGERPRINT_BYTES]


def legible(public: bytes) -> str:
    """The fingerprint as two people compare it aloud: ``a1b2 c3d4 e5f6 0718``."""
    digits = fingerprint(public).hex()
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def is_signed(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the owner of *public* (32 bytes) signed *message*. Never raises for what others wrote."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
