"""What a content pack says of itself: one line of JSON, signed by the ward, in the one form it can have.

The line names every file with its length and hash, and the length and hash of the archive behind it. Nothing
of the archive is looked at before the line is believed and the archive is the one that was signed.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from kiosk.content.refusals import PackRefused
from kiosk.keys.documents import Body, canonical, is_paper_of, paper_message
from kiosk.keys.key_files import fingerprint

FORM = "kiosk-content-1"
SUFFIX = ".kpack"
MOST_LINE_BYTES = 2 * 1024 * 1024
MOST_FILES = 6000
MOST_FILE_BYTES = 32 * 1024 * 1024
MOST_BYTES = 512 * 1024 * 1024
"""Of all files together, unpacked, and of the archive."""
MOST_COUNTER = 2**31 - 1
FOLDERS = ("guides", "training", "rehearsals", "exercises", "asking", "pictures", "voices")
FILES = ("needs.toml", "config.toml", "roster.toml", "roster.csv")
_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]{0,99}")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")  # what Windows takes for no file
_HASH = re.compile(r"[0-9a-f]{64}")
_VERSION = re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}")
_DEEPEST = 5
Sign: TypeAlias = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Held:
    """One file of a pack: where it lies in it, its bytes and their SHA-256 in hex."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """`counter` only ever grows; `back_to` is the number whose content this pack brings back, None: none.

    `programs`: the oldest version of the program that can use it, and the first that cannot (empty: all
    later ones can). `archive`: length and hash of what follows the line.
    """

    ward: str
    counter: int
    made: date
    programs: tuple[str, str]
    files: tuple[Held, ...]
    archive: tuple[int, str]
    back_to: int | None = None

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(one.size for one in self.files)

    @property
    def hashes(self) -> Mapping[str, str]:
        return {one.path: one.sha256 for one in self.files}

    @property
    def name(self) -> str:
        """Of the folder it is unpacked to: another one for other content."""
        return f"{self.counter}-{self.archive[1][:12]}"

    def suits(self, program: str) -> bool:
        """Whether that version of the program can use it."""
        first, beyond = self.programs
        return _numbers(first) <= _numbers(program) and (not beyond or _numbers(program) < _numbers(beyond))


def signed_line(manifest: Manifest, signers: Mapping[bytes, Sign]) -> bytes:
    """The line, under each of the ward's keys: *signers* are its public keys and what signs with them."""
    body = _body(manifest)
    message = paper_message(body)
    signatures = {
        fingerprint(public).hex(): base64.b64encode(sign(message)).decode()
        for public, sign in signers.items()
    }
    return canonical({"body": body, "signatures": signatures}) + b"\n"


def read_line(line: bytes, ward_keys: Sequence[bytes]) -> Manifest:
    """The manifest, if the ward's present key, the first of *ward_keys*, signed it. Raises `PackRefused`.

    A key that the ward has replaced counts no more, once this kiosk was told of the new one.
    """
    body, signatures = _parts(line)
    if not ward_keys:
        raise PackRefused("other-ward")
    signature = signatures.get(fingerprint(ward_keys[0]).hex())
    if signature is None:
        raise PackRefused("other-ward")
    if not is_paper_of(ward_keys[0], body, _decoded(signature)):
        raise PackRefused("damaged", "the signature does not fit")
    return _read(body)


def claimed(line: bytes) -> Manifest:
    """What a line says that was believed when it was taken in, and lies on this kiosk's own disk since.

    Raises `PackRefused`.
    """
    return _read(_parts(line)[0])


def check_paths(paths: Iterable[str]) -> None:
    """Refuse names that could lead elsewhere or fall together on some disk. Raises `PackRefused`."""
    seen: set[str] = set()
    folders: set[str] = set()
    for path in paths:
        parts = path.split("/")
        inside = (parts[0] in FOLDERS and 2 <= len(parts) <= _DEEPEST) or path in FILES
        if not inside or not all(_is_name(one) for one in parts):
            raise PackRefused("damaged", f"no place for {path[:80]!r}")
        if path in seen:
            raise PackRefused("damaged", f"{path!r} twice")
        seen.add(path)
        folders.update("/".join(parts[:deep]) for deep in range(1, len(parts)))
    if both := seen & folders:
        raise PackRefused("damaged", f"{min(both)!r} is a file and a folder")


def _is_name(part: str) -> bool:
    """Small letters only, so that no two names are one on a disk that takes no notice of capitals."""
    return bool(_NAME.fullmatch(part)) and not part.endswith(".") and not _DEVICE.fullmatch(part)


def _body(manifest: Manifest) -> Body:
    size, sha256 = manifest.archive
    return {
        "form": FORM,
        "ward": manifest.ward,
        "counter": manifest.counter,
        "back_to": manifest.back_to,
        "made": manifest.made.isoformat(),
        "programs": list(manifest.programs),
        "archive": {"sha256": sha256, "size": size},
        "files": [[one.path, one.size, one.sha256] for one in manifest.files],
    }


def _parts(line: bytes) -> tuple[dict[str, object], Mapping[str, object]]:
    """Body and signatures, not yet believed; in no other form than the one we write."""
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
    if body.get("form") != FORM:
        raise PackRefused("other-program", f"form {str(body.get('form'))[:40]!r}")
    return body, signatures


def _decoded(signature: object) -> bytes:
    try:
        raw = base64.b64decode(signature, validate=True) if isinstance(signature, str) else b""
    except (binascii.Error, ValueError) as failure:
        raise PackRefused("damaged", "no signature") from failure
    if base64.b64encode(raw).decode() != signature:  # spare bits of the last letter say nothing
        raise PackRefused("damaged", "no signature")
    return raw


def _read(body: Mapping[str, object]) -> Manifest:
    try:
        manifest = _manifest(body)
    except (ValueError, TypeError, KeyError) as failure:
        raise PackRefused("damaged", f"the manifest: {failure}") from failure
    check_paths(one.path for one in manifest.files)
    largest = max((one.size for one in manifest.files), default=0)
    if len(manifest.files) > MOST_FILES or largest > MOST_FILE_BYTES or manifest.size > MOST_BYTES:
        raise PackRefused("too-large")
    if manifest.archive[0] > MOST_BYTES:
        raise PackRefused("too-large", "the archive")
    return manifest


def _manifest(body: Mapping[str, object]) -> Manifest:
    archive, files, programs = body["archive"], body["files"], body["programs"]
    if not (isinstance(archive, dict) and isinstance(files, list) and isinstance(programs, list)):
        raise TypeError("archive, files or programs")
    first, beyond = programs
    if not _VERSION.fullmatch(first) or not (beyond == "" or _VERSION.fullmatch(beyond)):
        raise ValueError("programs")
    back_to = body["back_to"]
    return Manifest(
        ward=_text(body["ward"]),
        counter=_whole(body["counter"], 1, MOST_COUNTER),
        made=date.fromisoformat(_text(body["made"])),
        programs=(first, beyond),
        files=tuple(Held(_text(path), _whole(size), _hash(sha256)) for path, size, sha256 in files),
        archive=(_whole(archive["size"]), _hash(archive["sha256"])),
        back_to=None if back_to is None else _whole(back_to, 1, MOST_COUNTER),
    )


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > 400:
        raise TypeError("no text")
    return value


def _whole(value: object, least: int = 0, most: int = 2**53) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError("no number")
    return value


def _hash(value: object) -> str:
    if not isinstance(value, str) or not _HASH.fullmatch(value):
        raise ValueError("no hash")
    return value


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(one) for one in re.findall(r"\d+", version)[:3])
