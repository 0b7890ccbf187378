"""Folders that others can write into: a stick, a network drive.

Whoever prepared one may have laid a link there to a file or folder of ours, a pipe that never ends, or a
folder without a bottom. So no link beneath the folder that a person named is followed, only ordinary files
are read and never more of them than was asked for, and what is written is a new file under the old name.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path, PurePath
from typing import IO

from kiosk.base.files.durable import NEW, SHARED, draft_name, hand_on

MOST_ENTRIES, MOST_DEPTH = 50_000, 12
_READ = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)  # fmt: skip
_INTO = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_BY_DESCRIPTOR = os.open in os.supports_dir_fd  # elsewhere (Windows) names are looked at before they are used


class NotOrdinary(OSError):
    """A link, a pipe, a device, a folder in place of a file, or the reverse."""

    vi = "là lối tắt (liên kết), thư mục hoặc tệp đặc biệt, máy không mở"
    en = "a link, a folder or a special file, which is not opened"

    def __init__(self) -> None:
        super().__init__(errno.ELOOP, self.en)


class TooMany(OSError):
    """More files than a stick of ours can hold."""

    vi, en = "có quá nhiều tệp", "it holds too many files"

    def __init__(self) -> None:
        super().__init__(errno.E2BIG, self.en)


class ForeignFolder:
    """*root* is what a person named; everything else is said by its path beneath it. All raises `OSError`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, inside: str | PurePath, most: int, *, from_medium: bool = False) -> bytes:
        """No more than *most* bytes. *from_medium*: not what memory still holds of it."""
        with self._parent_of(inside) as (name, folder):
            return _read(name, most, folder, from_medium=from_medium)

    @contextmanager
    def open(self, inside: str | PurePath) -> Iterator[IO[bytes]]:
        """A file to be read from its beginning, in pieces: what is too large to be read at once."""
        with self._parent_of(inside) as (name, folder):
            if not stat.S_ISREG(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode):
                raise NotOrdinary
            stream = os.fdopen(os.open(name, _READ, dir_fd=folder), "rb")
        with stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise NotOrdinary
            yield stream

    def publish(self, inside: str | PurePath, content: bytes) -> None:
        """As `kiosk.base.files.durable.publish`; the folder must be there."""
        with self._parent_of(inside) as (name, folder):
            draft = draft_name(name)
            try:
                with os.fdopen(os.open(draft, NEW, SHARED, dir_fd=folder), "wb") as out:
                    hand_on(out.fileno())
                    out.write(content)
                    out.flush()
                    os.fsync(out.fileno())
                os.replace(draft, name, src_dir_fd=folder, dst_dir_fd=folder)
            except OSError:
                with suppress(OSError):
                    os.unlink(draft, dir_fd=folder)
                raise
            _sync(folder)

    def remove(self, inside: str | PurePath) -> None:
        """The name alone, wherever it leads; none is no mistake."""
        with self._parent_of(inside) as (name, folder), suppress(FileNotFoundError):
            os.unlink(name, dir_fd=folder)

    def make(self, name: str) -> None:
        """A folder directly beneath, if there is none. Not *root*: no stick is made up that is not there."""
        with self._parent_of(name) as (name, folder):
            try:
                os.mkdir(name, dir_fd=folder)
            except FileExistsError:
                if not stat.S_ISDIR(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode):
                    raise NotOrdinary from None
            else:
                _sync(folder)

    def names(self, inside: str) -> tuple[str, ...]:
        """What lies in that folder directly beneath; nothing where there is none."""
        with (
            suppress(FileNotFoundError),
            self._parent_of(PurePath(inside, "any")) as (name, folder),
            os.scandir(Path(name).parent if folder is None else folder) as entries,
        ):
            return tuple(entry.name for entry in entries)
        return ()

    def files(self, suffix: str) -> tuple[PurePath, ...]:
        """Whatever ends so, in all folders, by name: ordinary or not. Raises `TooMany`."""
        paths, waiting, left = list[PurePath](), [PurePath()], MOST_ENTRIES
        while waiting:
            folder = waiting.pop()
            entries = _entries(self.root / folder, left + 1)
            left -= len(entries)
            if left < 0:
                raise TooMany
            for entry in entries:
                if entry.name.endswith(suffix):
                    paths.append(folder / entry.name)
                elif entry.is_dir(follow_symlinks=False) and len(folder.parts) < MOST_DEPTH:
                    waiting.append(folder / entry.name)
        return tuple(sorted(paths, key=lambda path: (path.name, path)))

    @contextmanager
    def _parent_of(self, inside: str | PurePath) -> Iterator[tuple[str, int | None]]:
        """How the file is named to the system: by its folder's descriptor, else by a path looked at."""
        *folders, name = PurePath(inside).parts or (os.curdir,)
        if not _BY_DESCRIPTOR:
            path = self.root
            for folder in folders:
                path = path / folder
                _want_no_link(path)
            yield str(path / name), None
            return
        descriptor = os.open(self.root, _INTO & ~getattr(os, "O_NOFOLLOW", 0))
        try:
            for folder in folders:
                further = _entered(folder, descriptor)
                os.close(descriptor)
                descriptor = further
            yield name, descriptor
        finally:
            os.close(descriptor)


def read_ordinary(file: Path, most: int) -> bytes:
    """A file that a person named; no link, no pipe, no device. Raises `OSError`."""
    return ForeignFolder(file.absolute().parent).read(file.name, most)


def _entries(folder: Path, most: int) -> list[os.DirEntry[str]]:
    """None where it cannot be looked into."""
    with suppress(OSError), os.scandir(folder) as entries:
        return list(islice(entries, most))
    return []


def _entered(name: str, folder: int) -> int:
    if not stat.S_ISDIR(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode):
        raise NotOrdinary
    return os.open(name, _INTO, dir_fd=folder)


def _want_no_link(path: Path) -> None:
    with suppress(FileNotFoundError):
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", False):
            raise NotOrdinary


def _read(name: str, most: int, folder: int | None, *, from_medium: bool) -> bytes:
    if not stat.S_ISREG(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode):
        raise NotOrdinary
    descriptor = os.open(name, _READ, dir_fd=folder)
    with os.fdopen(descriptor, "rb", buffering=0) as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):  # what it was a moment ago proves nothing
            raise NotOrdinary
        if from_medium and hasattr(os, "posix_fadvise"):
            os.fsync(descriptor)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        pieces, left = list[bytes](), most
        while left and (piece := stream.read(min(left, 1 << 20))):
            pieces.append(piece)
            left -= len(piece)
    return b"".join(pieces)


def _sync(folder: int | None) -> None:
    if folder is not None:
        os.fsync(folder)
