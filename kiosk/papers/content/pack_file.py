"""A content pack as a file: the signed line, then a zip archive. ``unzip FILE`` reads it without us."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from kiosk.papers.content.manifest import LIMITS, Manifest, check_paths, claimed, read_line, signed_line
from kiosk.papers.packs.archive import OpenArchive, opened_archive, write_archive
from kiosk.papers.packs.line import MOST_LINE_BYTES, Sign

_ALREADY_SMALL = (".jpg", ".jpeg", ".png", ".webp", ".flac", ".opus", ".ogg", ".mp3")


@dataclass(frozen=True, slots=True)
class PackTerms:
    """What a ward says with a pack, beside its files; see `Manifest`."""

    ward: str
    counter: int
    made: date
    programs: tuple[str, str]
    back_to: int | None = None
    kiosks: tuple[str, ...] = ()


def made_pack(terms: PackTerms, files: Mapping[str, bytes], signers: Mapping[bytes, Sign]) -> bytes:
    """The whole file. Raises `PackRefused` for what no kiosk would take."""
    check_paths(files)
    made = io.BytesIO()
    held = write_archive(made, files, lambda path: not path.endswith(_ALREADY_SMALL))
    archive = made.getvalue()
    LIMITS.check(held, len(archive))
    manifest = Manifest(
        held, (len(archive), hashlib.sha256(archive).hexdigest()),
        terms.ward, terms.counter, terms.made, terms.programs, terms.back_to, terms.kiosks,
    )  # fmt: skip
    line = signed_line(manifest, signers)
    claimed(line)  # what could be read by nobody is never given away, nor its number
    return line + archive


def read_manifest(stream: IO[bytes], ward_keys: Sequence[bytes]) -> tuple[Manifest, bytes]:
    """What *stream* begins with, believed, and the line itself. Raises `PackRefused`, `OSError`.

    The stream then stands at the archive, of which nothing is known yet.
    """
    line = stream.readline(MOST_LINE_BYTES + 1)
    return read_line(line, ward_keys), line


@dataclass(frozen=True, slots=True)
class OpenPack:
    """A pack whose every byte is the ward's: see `opened`."""

    manifest: Manifest
    line: bytes
    archive: OpenArchive


@contextmanager
def opened(
    file: Path, ward_keys: Sequence[bytes], on_progress: Callable[[int, int], None] = lambda _, __: None
) -> Iterator[OpenPack]:
    """The pack in *file*, a copy of our own that nobody else writes. Raises `PackRefused`, `OSError`.

    *on_progress*: bytes looked at, of how many.
    """
    with file.open("rb") as stream:
        manifest, line = read_manifest(stream, ward_keys)
        with opened_archive(stream, manifest, on_progress) as archive:
            yield OpenPack(manifest, line, archive)
