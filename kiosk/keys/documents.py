"""Signed papers between ward and kiosk: JSON that a person can read, carried as a file or a QR code."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from typing import TypeAlias

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.keys.key_files import is_signed

Body: TypeAlias = Mapping[str, object]
MOST_BYTES = 64 * 1024
_DOMAIN = b"kiosk-bdhvs/paper/1\0"


class PaperRefused(Exception):
    """This paper cannot be used; `vi` and `en` are sentences for the officer who brought it."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi, self.en = vi, en


def sign_paper(body: Body, key: Ed25519PrivateKey) -> bytes:
    """The paper as bytes. *body* says in ``form`` what it is."""
    signature = key.sign(_DOMAIN + canonical(body))
    paper = {"body": body, "signature": encoded(signature)}
    return (json.dumps(paper, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read_paper(raw: bytes, form: str) -> tuple[dict[str, object], bytes]:
    """The body and its signature, not yet believed. Raises `PaperRefused`."""
    if len(raw) > MOST_BYTES:
        raise PaperRefused("Tệp này quá lớn.", "This file is too large.")
    try:
        paper = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as failure:
        raise PaperRefused("Tệp này bị hỏng.", "This file is damaged.") from failure
    body = paper.get("body") if isinstance(paper, dict) else None
    if not isinstance(body, dict) or body.get("form") != form:
        raise PaperRefused(
            f"Tệp này không phải loại cần dùng ({form}).", f"This is not the file that is needed ({form})."
        )
    return body, decoded(paper.get("signature"), 64)


def is_paper_of(public: bytes, body: Body, signature: bytes) -> bool:
    """Whether the owner of *public* signed this body."""
    return is_signed(public, signature, _DOMAIN + canonical(body))


def canonical(body: Body) -> bytes:
    """The same bytes for the same content, whatever the order and the blanks."""
    return json.dumps(body, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()


def encoded(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def decoded(text: object, size: int) -> bytes:
    """*size* bytes written in base 64. Raises `PaperRefused`."""
    try:
        raw = base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != size:
        raise PaperRefused("Tệp này bị hỏng.", "This file is damaged.")
    return raw


def text_of(body: Body, name: str) -> str:
    """A text of the body. Raises `PaperRefused`."""
    value = body.get(name)
    if not isinstance(value, str):
        raise PaperRefused(f"Tệp này thiếu “{name}”.", f"This file has no “{name}”.")
    return value


def list_of(body: Body, name: str, size: int) -> tuple[bytes, ...]:
    """A list of byte strings of that size. Raises `PaperRefused`."""
    value = body.get(name)
    if not isinstance(value, list):
        raise PaperRefused(f"Tệp này thiếu “{name}”.", f"This file has no “{name}”.")
    return tuple(decoded(one, size) for one in value)


def any_list(body: Body, name: str) -> list[object]:
    """A list of the body, empty where there is none. Raises `PaperRefused`."""
    value = body.get(name, [])
    if not isinstance(value, list):
        raise PaperRefused(f"Tệp này sai ở “{name}”.", f"This file is wrong at “{name}”.")
    return value
