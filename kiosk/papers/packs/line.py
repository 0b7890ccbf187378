"""A signed line of JSON, in the one form it can have, and the values that stand in it.

Nothing behind a line is looked at before the line is believed.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import islice
from typing import TypeAlias

from kiosk.papers.keys.documents import Body, canonical, is_paper_of, paper_message
from kiosk.papers.keys.key_files import fingerprint
from kiosk.papers.packs.held import Held
from kiosk.papers.packs.refusals import PackRefused, Why

MOST_LINE_BYTES = 2 * 1024 * 1024
Sign: TypeAlias = Callable[[bytes], bytes]
MOST_SIGNATURES = 16
"""A ward signs with its older keys too."""
_FINGERPRINT, _SIGNATURE_BYTES = re.compile(r"[0-9a-f]{16}"), 64
_HASH = re.compile(r"[0-9a-f]{64}")
VERSION = re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}")


def signed_line(body: Body, signers: Mapping[bytes, Sign]) -> bytes:
    """The line, under each key, the first few: *signers* are public keys and what signs with them.

    Raises `PackRefused`.
    """
    message = paper_message(body)
    signatures = {
        fingerprint(public).hex(): base64.b64encode(sign(message)).decode()
        for public, sign in islice(signers.items(), MOST_SIGNATURES)
    }
    line = canonical({"body": body, "signatures": signatures}) + b"\n"
    if len(line) > MOST_LINE_BYTES:
        raise PackRefused("too-large", "the first line")
    return line


def body_under(line: bytes, form: str, public: bytes | None, stranger: Why) -> Mapping[str, object]:
    """The body, if the key *public* signed it. Raises `PackRefused`: *stranger* where another did."""
    body, signatures = parts_of(line, form)
    signature = None if public is None else signatures.get(fingerprint(public).hex())
    if public is None or signature is None:
        raise PackRefused(stranger)
    if not is_paper_of(public, body, signature):
        raise PackRefused("damaged", "the signature does not fit")
    return body


def parts_of(line: bytes, form: str) -> tuple[Mapping[str, object], Mapping[str, bytes]]:
    """Body, and signatures by the fingerprint of their key, not yet believed; in no other form than the one
    we write: nothing else travels along. Raises `PackRefused`.
    """
    if len(line) > MOST_LINE_BYTES:
        raise PackRefused("too-large", "the first line")
    try:
        written = json.loads(line)
        parts = written["body"], written["signatures"]
        one_form = canonical(written) + b"\n" == line and set(written) == {"body", "signatures"}
    except (ValueError, RecursionError, KeyError, TypeError) as failure:
        raise PackRefused("damaged", "the first line is none of ours") from failure
    body, signatures = parts
    if not (one_form and isinstance(body, dict) and isinstance(signatures, dict)):
        raise PackRefused("damaged", "the first line is not in its one form")
    if body.get("form") != form:
        raise PackRefused("other-program", f"form {str(body.get('form'))[:40]!r}")
    return body, _signatures(signatures)


def has_form(line: bytes, form: str) -> bool:
    """Whether a line says that it is of that form; nothing of it is believed."""
    try:
        parts_of(line, form)
    except PackRefused:
        return False
    return True


def _signatures(written: Mapping[str, object]) -> Mapping[str, bytes]:
    if len(written) > MOST_SIGNATURES or not all(map(_FINGERPRINT.fullmatch, written)):
        raise PackRefused("damaged", "what stands among the signatures is none")
    return {name: _decoded(one) for name, one in written.items()}


def _decoded(signature: object) -> bytes:
    try:
        raw = base64.b64decode(signature, validate=True) if isinstance(signature, str) else b""
    except (binascii.Error, ValueError) as failure:
        raise PackRefused("damaged", "no signature") from failure
    if (
        len(raw) != _SIGNATURE_BYTES or base64.b64encode(raw).decode() != signature
    ):  # spare bits of the last letter say nothing
        raise PackRefused("damaged", "no signature")
    return raw


# --- values ------------------------------------------------------------------------------------------------
# Each raises `TypeError` or `ValueError` for what is none.


def text(value: object, most: int = 400) -> str:
    if not isinstance(value, str) or len(value) > most:
        raise TypeError("no text")
    return value


def matching(value: object, form: re.Pattern[str]) -> str:
    """A text of that form."""
    if not form.fullmatch(text(value)):
        raise ValueError(f"not as {form.pattern}")
    return str(value)


def whole(value: object, least: int = 0, most: int = 2**53) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError("no number")
    return value


def counter(value: object) -> int:
    """The number of a pack; also one of a slip, from before `kiosk.papers.packs.numbers` was heeded."""
    return whole(value, 1, 2**31 - 1)


def whole_body(body: Mapping[str, object], keys: Collection[str], perhaps: Collection[str] = ()) -> None:
    """Nothing else stands in a line than what we write there: *keys*, and *perhaps* more."""
    if not {*keys} <= body.keys() <= {*keys, *perhaps}:
        raise ValueError("other keys than ours")


def sha256_hex(value: object) -> str:
    return matching(value, _HASH)


def archive_body(archive: tuple[int, str]) -> Body:
    return {"sha256": archive[1], "size": archive[0]}


def archive_of(value: object) -> tuple[int, str]:
    """Length and hash of what follows the lines."""
    if not isinstance(value, dict):
        raise TypeError("archive")
    return whole(value["size"]), sha256_hex(value["sha256"])


def files_body(files: Iterable[Held]) -> list[list[object]]:
    return [[file.path, file.size, file.sha256] for file in files]


def files_of(value: object) -> tuple[Held, ...]:
    if not isinstance(value, list):
        raise TypeError("files")
    return tuple(Held(text(path), whole(size), sha256_hex(sha256)) for path, size, sha256 in value)
