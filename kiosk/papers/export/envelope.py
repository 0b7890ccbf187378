"""The form of a bundle: one line of JSON that says what it is and is signed, then the sealed content.

The content is gzip over lines (`kiosk.papers.export.lines`), encrypted with age. Without our program it is
read
with ``tail -n +2 FILE | age -d -i IDENTITY | gunzip``. The same lines are sealed to other bytes every time,
so what is signed, and what distinguishes one bundle from another, is the hash of the lines.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import hashlib
import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from kiosk.base.events.rules import EPOCH, HASH, KIOSK, admits
from kiosk.papers.keys.documents import canonical
from kiosk.papers.keys.key_files import is_signed

FORM = "kiosk-bundle-1"
MOST_BYTES = 8 * 1024 * 1024
MOST_CONTENT_BYTES = 64 * 1024 * 1024
MOST_HEADER_BYTES = 2048
SUFFIX = ".kbundle"
_DOMAIN = b"kiosk-bdhvs/bundle/1\0"
_FINGERPRINT_DIGITS = 16
_LAST_NUMBER = 2**31 - 1
BundleKind: TypeAlias = Literal["events", "tally"]


class BundleDamaged(ValueError):
    """These are no bytes of a bundle, or not those that were signed."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a bundle says of itself. Hashes and fingerprints are in hex.

    Events: the numbers `first` to `last` of that epoch. `before` is the hash of the event before the first
    one, by which one bundle is chained to the next; empty where the kiosk no longer has that event.
    `first_hash` and `last_hash` are those of the events at both ends.

    Tally: the month `first` = `last` = year × 100 + month; the hashes of events are empty.
    """

    kind: BundleKind
    kiosk: str
    epoch: str
    first: int
    last: int
    content: str
    key: str  # fingerprint of the kiosk's key
    ward: str  # fingerprint of the ward's key
    before: str = ""
    first_hash: str = ""
    last_hash: str = ""

    @property
    def name(self) -> str:
        """The name of its file: different for different content."""
        return f"{self.kiosk}_{self.epoch[:8]}_{self.first:07d}-{self.last:07d}_{self.content[:8]}{SUFFIX}"


def content_hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def squeezed(content: bytes) -> bytes:
    """gzip without a time in it."""
    return gzip.compress(content, 6, mtime=0)


def unsqueezed(raw: bytes, most: int = MOST_CONTENT_BYTES) -> bytes:
    """Raises `BundleDamaged`, also for what would grow beyond *most* bytes."""
    reading = zlib.decompressobj(wbits=31)
    try:
        content = reading.decompress(raw, most)
        whole = reading.eof and not reading.unused_data
    except zlib.error as failure:
        raise BundleDamaged("the content is not gzip") from failure
    if not whole:
        raise BundleDamaged("the content is cut off, or larger than allowed")
    return content


def enveloped(header: Header, sign: Callable[[bytes], bytes], sealed: bytes) -> bytes:
    """The whole bundle; *sign* is the kiosk's key at work."""
    body = _body(header)
    signature = base64.b64encode(sign(_DOMAIN + canonical(body))).decode()
    return canonical({"body": body, "signature": signature}) + b"\n" + sealed


@dataclass(frozen=True, slots=True)
class Envelope:
    """A bundle taken apart; nothing of it is believed before `is_signed_by`."""

    header: Header
    signature: bytes
    sealed: bytes

    def is_signed_by(self, public: bytes) -> bool:
        return is_signed(public, self.signature, _DOMAIN + canonical(_body(self.header)))


def parse_envelope(raw: bytes) -> Envelope:
    """Raises `BundleDamaged`."""
    line, newline, _ = raw[: MOST_HEADER_BYTES + 1].partition(b"\n")
    if not newline or len(raw) > MOST_BYTES:
        raise BundleDamaged("no header, or too large")
    try:
        paper = json.loads(line)
        signature = base64.b64decode(paper["signature"], validate=True)
        header = _header(paper["body"])
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error) as failure:
        raise BundleDamaged("the header cannot be read") from failure
    if canonical({"body": _body(header), "signature": base64.b64encode(signature).decode()}) != line:
        raise BundleDamaged("the header is not in its one form")
    return Envelope(header, signature, raw[len(line) + 1 :])


def _body(header: Header) -> dict[str, object]:
    return {
        "form": FORM,
        "kind": header.kind,
        "kiosk": header.kiosk,
        "epoch": header.epoch,
        "first": header.first,
        "last": header.last,
        "content": header.content,
        "key": header.key,
        "ward": header.ward,
        "before": header.before,
        "first_hash": header.first_hash,
        "last_hash": header.last_hash,
    }


def _header(body: dict[str, object]) -> Header:
    if body.get("form") != FORM or body.get("kind") not in ("events", "tally"):
        raise BundleDamaged("this is no bundle of a form we know")
    numbers = [body["first"], body["last"]]
    if not all(isinstance(number, int) and not isinstance(number, bool) for number in numbers):
        raise BundleDamaged("its range is no range")
    texts = {name: body[name] for name in ("kiosk", "epoch", "content", "key", "ward")}
    ends = {name: body[name] for name in ("before", "first_hash", "last_hash")}
    first, last = cast(int, numbers[0]), cast(int, numbers[1])
    header = Header(kind=body["kind"], first=first, last=last, **texts, **ends)  # type: ignore[arg-type]
    if not _in_form(header) or not 1 <= first <= last <= _LAST_NUMBER:
        raise BundleDamaged("a value of the header is not in its form")
    return header


def _in_form(header: Header) -> bool:
    ends = (header.first_hash, header.last_hash)
    of_events = header.kind == "events"
    return (
        admits(KIOSK, header.kiosk)
        and admits(EPOCH, header.epoch)
        and admits(HASH, header.content)
        and all(_is_fingerprint(one) for one in (header.key, header.ward))
        and (header.before == "" or (of_events and admits(HASH, header.before)))
        and all(admits(HASH, end) if of_events else end == "" for end in ends)
    )


def _is_fingerprint(text: object) -> bool:
    return isinstance(text, str) and len(text) == _FINGERPRINT_DIGITS and set(text) <= set("0123456789abcdef")
