"""A program pack as a file: the ward's line, the maker's line, then a zip archive in which nothing is packed.

What a maker gives away has the maker's line alone; the ward's is put before it, and all else stays as it is.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from kiosk.papers.packs.archive import CHUNK_BYTES, OpenArchive, opened_archive, write_archive
from kiosk.papers.packs.line import MOST_LINE_BYTES, Sign, has_form
from kiosk.papers.packs.refusals import PackRefused
from kiosk.papers.program.release import (
    MAKERS,
    WARDS,
    ProgramPack,
    Release,
    check_files,
    makers_line,
    read_lines,
    read_release,
)


@dataclass(frozen=True, slots=True)
class ReleaseTerms:
    """What a maker says with a release, beside its files; see `Release`."""

    version: str
    commit: str
    made: date
    machines: tuple[str, ...]
    pythons: tuple[str, ...]
    database: str
    extras: tuple[str, ...] = ()


def write_release(
    out: IO[bytes], terms: ReleaseTerms, files: Mapping[str, bytes | Path], public: bytes, sign: Sign
) -> Release:
    """Write the whole file, under the maker's key alone. The same files and terms make the same bytes.

    Raises `PackRefused` for what no kiosk would take, `OSError`.
    """
    with TemporaryFile() as archive:
        held = write_archive(archive, files, lambda _: False)  # another zlib would make other bytes
        size = archive.tell()
        check_files(held, size)
        archive.seek(0)
        release = Release(
            held, (size, hashlib.file_digest(archive, "sha256").hexdigest()), terms.version, terms.commit,
            terms.made, terms.machines, terms.pythons, terms.extras, terms.database,
        )  # fmt: skip
        out.write(makers_line(release, public, sign))
        archive.seek(0)
        while piece := archive.read(CHUNK_BYTES):
            out.write(piece)
    return release


def read_pack(
    stream: IO[bytes], ward_keys: Sequence[bytes], withdrawn: Set[bytes] = frozenset()
) -> ProgramPack:
    """What *stream* begins with, believed: see `read_lines`. Raises `PackRefused`, `OSError`.

    The stream then stands at the archive, of which nothing is known yet.
    """
    wards = stream.readline(MOST_LINE_BYTES + 1)
    if has_form(wards, MAKERS):
        raise PackRefused("uncountersigned")
    return read_lines(wards, stream.readline(MOST_LINE_BYTES + 1), ward_keys, withdrawn)


@dataclass(frozen=True, slots=True)
class OpenProgram:
    """A pack whose every byte its maker signed, and the ward countersigned: see `opened`."""

    pack: ProgramPack
    archive: OpenArchive


@contextmanager
def opened(
    file: Path,
    ward_keys: Sequence[bytes],
    withdrawn: Set[bytes] = frozenset(),
    on_progress: Callable[[int, int], None] = lambda _, __: None,
) -> Iterator[OpenProgram]:
    """The pack in *file*, a copy of our own that nobody else writes. Raises `PackRefused`, `OSError`.

    *on_progress*: bytes looked at, of how many.
    """
    with file.open("rb") as stream:
        pack = read_pack(stream, ward_keys, withdrawn)
        with opened_archive(stream, pack.release, on_progress) as archive:
            yield OpenProgram(pack, archive)


@dataclass(frozen=True, slots=True)
class OpenRelease:
    """A pack whose every byte its maker signed, countersigned or not. `line`: the maker's."""

    release: Release
    maker: bytes
    line: bytes
    archive: OpenArchive


@contextmanager
def opened_release(
    file: Path, makers: Sequence[bytes], on_progress: Callable[[int, int], None] = lambda _, __: None
) -> Iterator[OpenRelease]:
    """What one of *makers* released, which a ward may have countersigned. Raises `PackRefused`, `OSError`."""
    with file.open("rb") as stream:
        line = stream.readline(MOST_LINE_BYTES + 1)
        if has_form(line, WARDS):
            line = stream.readline(MOST_LINE_BYTES + 1)
        release, maker = read_release(line, makers)
        with opened_archive(stream, release, on_progress) as archive:
            yield OpenRelease(release, maker, line, archive)


def countersigned_pieces(file: Path, release: OpenRelease, wards: bytes) -> Iterator[bytes]:
    """The bytes of the pack in *file* with the line *wards* before the maker's. Raises `OSError`."""
    yield wards + release.line
    with file.open("rb") as stream:
        stream.seek(-release.release.archive[0], os.SEEK_END)
        while piece := stream.read(CHUNK_BYTES):
            yield piece
