"""Signed papers between ward and kiosk: JSON that a person can read, carried as a file or a QR code."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TypeAlias, TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.base.messages.system_errors import SaidInBoth
from kiosk.papers.keys.key_files import is_signed

Body: TypeAlias = Mapping[str, object]
Read = TypeVar("Read")
MOST_BYTES = 64 * 1024
MOST_LISTED_BYTES = 256 * 1024
_DOMAIN = b"kiosk-bdhvs/paper/1\0"
_WANTED: Mapping[str, tuple[str, str]] = {
    "kiosk-request-1": ("tệp xin giấy của ki-ốt (keys request)", "a kiosk's request (keys request)"),
    "kiosk-answer-1": ("tệp giấy của phường (ward enrol)", "the ward's answer (ward enrol)"),
    "kiosk-revoked-1": (
        "tệp thu hồi của phường (ward revoke)",
        "the ward's list of revoked kiosks (ward revoke)",
    ),
    "kiosk-ticket-answers-1": ("tệp trả lời của phường (ward answer)", "the ward's answers (ward answer)"),
    "kiosk-maker-1": ("tệp khóa của người làm chương trình (.pub)", "the paper of a maker (.pub)"),
}
"""By its form, which file it is and what makes it."""


class PaperRefused(SaidInBoth):
    """This paper cannot be used; `vi` and `en` are sentences for the officer who brought it."""


def sign_paper(body: Body, key: Ed25519PrivateKey) -> bytes:
    """The paper as bytes. *body* says in ``form`` what it is."""
    signature = key.sign(paper_message(body))
    paper = {"body": body, "signature": encoded(signature)}
    return (json.dumps(paper, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def sign_papers(body: Body, keys: Sequence[Ed25519PrivateKey]) -> bytes:
    """The same paper under each of *keys*, as a list; the paper itself where there is but one.

    A kiosk that does not know the ward's new key yet still believes the older one.
    """
    if len(keys) == 1:
        return sign_paper(body, keys[0])
    made = [json.loads(sign_paper(body, key)) for key in keys]
    return (json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def papers_in(raw: bytes) -> tuple[bytes, ...]:
    """The papers of a list, or *raw* itself: nothing of it is believed yet."""
    try:
        listed = json.loads(raw.decode("utf-8-sig")) if len(raw) <= MOST_LISTED_BYTES else None
    except (ValueError, RecursionError):
        listed = None
    if not isinstance(listed, list) or not listed:
        return (raw,)
    return tuple(json.dumps(one).encode() for one in listed)


def first_right(raw: bytes, read: Callable[[bytes], Read]) -> Read:
    """What *read* makes of the first paper in *raw* that it takes. Raises `PaperRefused` of the last."""
    *others, last = papers_in(raw)
    for paper in others:
        with suppress(PaperRefused):
            return read(paper)
    return read(last)


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
        vi, en = _WANTED.get(form, (f"tệp loại {form}", form))
        raise PaperRefused(
            f"Tệp này không phải tệp cần dùng. Cần {vi}.", f"This is not the file that is needed: {en}."
        )
    return body, decoded(paper.get("signature"), 64)


def is_paper_of(public: bytes, body: Body, signature: bytes) -> bool:
    """Whether the owner of *public* signed this body."""
    return is_signed(public, signature, paper_message(body))


def paper_message(body: Body) -> bytes:
    """What is signed of a paper: it says first what it is, so that no signature can stand for another."""
    return _DOMAIN + canonical(body)


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
