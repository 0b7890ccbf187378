"""The zip archive of a pack, behind its lines. ``unzip FILE`` reads it without our program.

It is looked into only when its bytes are those that were signed, and then only for the names that were
signed, each by its declared length: what else a zip can say (links, other names, comments) is not heard.
"""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from kiosk.base.files.durable import NEW, PRIVATE, private_folder, sync_folder
from kiosk.papers.packs.held import Held, Listing
from kiosk.papers.packs.refusals import PackRefused

CHUNK_BYTES = 1 << 20
_MOMENT = (1980, 1, 1, 0, 0, 0)  # the same files are the same archive
_UNIX = 3
_ARCHIVE_TROUBLE = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, NotImplementedError,
                    RuntimeError)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OpenArchive:
    """An archive whose every byte was signed, as were its *files*: see `opened_archive`."""

    files: tuple[Held, ...]
    _zip: zipfile.ZipFile

    def contents(self) -> Iterator[tuple[Held, bytes]]:
        """Each listed file, in order, whole. Raises `PackRefused`."""
        for held in self.files:
            yield held, b"".join(self._pieces(held))

    def unpack_into(self, folder: Path, on_progress: Callable[[int], None] = lambda _: None) -> None:
        """Lay every file beneath the new *folder*, durably, never a whole one in memory.

        *on_progress*: bytes written so far. Raises `PackRefused`, `OSError`; what was written stays then.
        """
        lay_out(folder, ((held, self._pieces(held)) for held in self.files), on_progress)

    def _pieces(self, held: Held) -> Iterator[bytes]:
        hashed, left = hashlib.sha256(), held.size
        try:
            with self._zip.open(held.path) as stream:
                while piece := stream.read(min(left + 1, CHUNK_BYTES)):
                    left -= len(piece)
                    if left < 0:
                        break
                    hashed.update(piece)
                    yield piece
        except _ARCHIVE_TROUBLE as failure:
            raise PackRefused("damaged", f"{held.path}: {failure}") from failure
        if left or hashed.hexdigest() != held.sha256:
            raise PackRefused("damaged", f"{held.path} is not what was signed")


@contextmanager
def opened_archive(
    stream: IO[bytes],
    signed: Listing,
    on_progress: Callable[[int, int], None] = lambda _, __: None,
) -> Iterator[OpenArchive]:
    """The archive at which *stream* stands, if it is the one *signed*. Raises `PackRefused`, `OSError`.

    *on_progress*: bytes looked at, of how many. The stream is a copy of our own that nobody else writes.
    """
    begins = stream.tell()
    _check(stream, signed.archive, on_progress)
    with _as_zip(cast(IO[bytes], _Behind(stream, begins)), signed.files) as archive:
        yield OpenArchive(signed.files, archive)


def copy_archive(
    stream: IO[bytes],
    out: Callable[[bytes], object],
    signed: tuple[int, str],
    on_progress: Callable[[int], None] = lambda _: None,
) -> bool:
    """Hand all of the archive at which *stream* stands to *out*; whether it was what was *signed*."""
    size, sha256 = signed
    hashed, left = hashlib.sha256(), size
    while left and (piece := stream.read(min(left, CHUNK_BYTES))):
        hashed.update(piece)
        out(piece)
        left -= len(piece)
        on_progress(size - left)
    return not left and hashed.hexdigest() == sha256


def write_archive(
    out: IO[bytes], files: Mapping[str, bytes | Path], is_packed: Callable[[str], bool]
) -> tuple[Held, ...]:
    """Write *files* by their paths in the archive, and say what it holds; *is_packed*: made smaller there.

    The same files make the same bytes. Raises `OSError`.
    """
    held = []
    with zipfile.ZipFile(out, "w") as archive:
        for path, source in sorted(files.items()):
            entry = zipfile.ZipInfo(path, _MOMENT)
            entry.create_system = _UNIX
            entry.compress_type = zipfile.ZIP_DEFLATED if is_packed(path) else zipfile.ZIP_STORED
            entry.external_attr = 0o600 << 16
            hashed, size = hashlib.sha256(), 0
            with _stream_of(source) as stream, archive.open(entry, "w") as inside:
                while piece := stream.read(CHUNK_BYTES):
                    inside.write(piece)
                    hashed.update(piece)
                    size += len(piece)
            held.append(Held(path, size, hashed.hexdigest()))
    return tuple(held)


def _stream_of(source: bytes | Path) -> IO[bytes]:
    return io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")


def _check(stream: IO[bytes], signed: tuple[int, str], on_progress: Callable[[int, int], None]) -> None:
    is_signed = copy_archive(stream, lambda _: None, signed, lambda done: on_progress(done, signed[0]))
    if not is_signed or stream.read(1):
        raise PackRefused("damaged", "the archive is not the one that was signed")


@contextmanager
def _as_zip(archive: IO[bytes], files: tuple[Held, ...]) -> Iterator[zipfile.ZipFile]:
    try:
        opened = zipfile.ZipFile(archive)
    except _ARCHIVE_TROUBLE as failure:
        raise PackRefused("damaged", f"no archive: {failure}") from failure
    with opened:
        if sorted(opened.namelist()) != sorted(held.path for held in files):
            raise PackRefused("damaged", "the archive holds other names than the line")
        yield opened


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


def lay_out(
    folder: Path,
    contents: Iterable[tuple[Held, Iterable[bytes]]],
    on_progress: Callable[[int], None] = lambda _: None,
) -> None:
    """Write each file, given in pieces, beneath the new *folder*; afterwards all of it survives a power cut.

    *on_progress*: bytes written so far. Raises `OSError`, and what giving a piece raises.
    """
    private_folder(folder)
    made, written = {folder}, 0
    for held, pieces in contents:
        file = folder.joinpath(*held.path.split("/"))
        private_folder(file.parent)
        made.update(parent for parent in file.parents if parent.is_relative_to(folder))
        with os.fdopen(os.open(file, NEW, PRIVATE), "wb") as out:
            out.writelines(pieces)
            out.flush()
            os.fsync(out.fileno())
        written += held.size
        on_progress(written)
    for one in sorted(made, reverse=True):
        sync_folder(one)
