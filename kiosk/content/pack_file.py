"""A content pack as a file: the signed line, then a zip archive. ``unzip FILE`` reads it without our program.

The archive is looked into only when its bytes are those that were signed, and then only for the names the
line lists, each by its declared length: what else a zip can say (links, other names, comments) is not heard.
"""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, cast

from kiosk.content.manifest import (
    MOST_BYTES,
    MOST_FILES,
    MOST_LINE_BYTES,
    Held,
    Manifest,
    Sign,
    check_paths,
    read_line,
    signed_line,
)
from kiosk.content.refusals import PackRefused

CHUNK_BYTES = 1 << 20
_ALREADY_SMALL = (".jpg", ".jpeg", ".png", ".webp", ".flac", ".opus", ".ogg", ".mp3")
_MOMENT = (1980, 1, 1, 0, 0, 0)  # the same content is the same archive
_ARCHIVE_TROUBLE = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, NotImplementedError,
                    RuntimeError)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Terms:
    """What a ward says with a pack, beside its files; see `Manifest`."""

    ward: str
    counter: int
    made: date
    programs: tuple[str, str]
    back_to: int | None = None


def made_pack(terms: Terms, files: Mapping[str, bytes], signers: Mapping[bytes, Sign]) -> bytes:
    """The whole file. Raises `PackRefused` for what no kiosk would take."""
    check_paths(files)
    if len(files) > MOST_FILES or sum(map(len, files.values())) > MOST_BYTES:
        raise PackRefused("too-large")
    archive = _archive(files)
    held = tuple(Held(path, len(raw), hashlib.sha256(raw).hexdigest()) for path, raw in sorted(files.items()))
    manifest = Manifest(
        terms.ward, terms.counter, terms.made, terms.programs, held,
        (len(archive), hashlib.sha256(archive).hexdigest()), terms.back_to,
    )  # fmt: skip
    line = signed_line(manifest, signers)
    if len(line) > MOST_LINE_BYTES:
        raise PackRefused("too-large", "the first line")
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
    _archive: zipfile.ZipFile

    def contents(self) -> Iterator[tuple[Held, bytes]]:
        """Each listed file, in order. Raises `PackRefused`."""
        for held in self.manifest.files:
            yield held, self._content(held)

    def _content(self, held: Held) -> bytes:
        try:
            with self._archive.open(held.path) as stream:
                raw = stream.read(held.size + 1)
        except _ARCHIVE_TROUBLE as failure:
            raise PackRefused("damaged", f"{held.path}: {failure}") from failure
        if len(raw) != held.size or hashlib.sha256(raw).hexdigest() != held.sha256:
            raise PackRefused("damaged", f"{held.path} is not what was signed")
        return raw


@contextmanager
def opened(
    file: Path, ward_keys: Sequence[bytes], on_progress: Callable[[int, int], None] = lambda _, __: None
) -> Iterator[OpenPack]:
    """The pack in *file*, a copy of our own that nobody else writes. Raises `PackRefused`, `OSError`.

    *on_progress*: bytes looked at, of how many.
    """
    with file.open("rb") as stream:
        manifest, line = read_manifest(stream, ward_keys)
        _check_archive(stream, manifest, on_progress)
        with _as_zip(cast(IO[bytes], _Behind(stream, len(line))), manifest) as found:
            yield OpenPack(manifest, line, found)


def _check_archive(stream: IO[bytes], manifest: Manifest, on_progress: Callable[[int, int], None]) -> None:
    size, sha256 = manifest.archive
    hashed, left = hashlib.sha256(), size
    while left and (piece := stream.read(min(left, CHUNK_BYTES))):
        hashed.update(piece)
        left -= len(piece)
        on_progress(size - left, size)
    if left or stream.read(1) or hashed.hexdigest() != sha256:
        raise PackRefused("damaged", "the archive is not the one that was signed")


@contextmanager
def _as_zip(archive: IO[bytes], manifest: Manifest) -> Iterator[zipfile.ZipFile]:
    try:
        found = zipfile.ZipFile(archive)
    except _ARCHIVE_TROUBLE as failure:
        raise PackRefused("damaged", f"no archive: {failure}") from failure
    with found:
        listed = [one.path for one in manifest.files]
        if sorted(found.namelist()) != sorted(listed):
            raise PackRefused("damaged", "the archive holds other names than the line")
        yield found


class _Behind(io.RawIOBase):
    """A stream without its first bytes, as `zipfile` reads it."""

    def __init__(self, stream: IO[bytes], begins: int) -> None:
        self._stream, self._begins = stream, begins
        self._stream.seek(begins)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        raw = self._stream.read(len(buffer))
        buffer[: len(raw)] = raw
        return len(raw)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        if whence == os.SEEK_SET:
            offset += self._begins
        return max(0, self._stream.seek(offset, whence) - self._begins)

    def tell(self) -> int:
        return self._stream.tell() - self._begins


def _archive(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path, raw in sorted(files.items()):
            entry = zipfile.ZipInfo(path, _MOMENT)
            entry.compress_type = (
                zipfile.ZIP_STORED if path.endswith(_ALREADY_SMALL) else zipfile.ZIP_DEFLATED
            )
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, raw)
    return made.getvalue()
