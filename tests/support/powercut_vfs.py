"""A disk that loses what was not synced when the power goes: an SQLite VFS under APSW.

Writes reach the file at once and are remembered until their xSync; `cut` undoes each unsynced one, keeps it,
or tears it at a sector, independently, as real drives do. Pure Python, no root, seeded.
"""

from __future__ import annotations

import os
import random
from dataclasses import dataclass
from pathlib import Path

import apsw

SECTOR = 512


@dataclass(slots=True)
class _Write:
    offset: int
    data: bytes | None  # None: the file was truncated at `offset`
    before: bytes
    size_before: int


class PowerCutDisk(apsw.VFS):
    """Registers itself as the VFS *name*. After `cut_at` operations the power is off."""

    def __init__(self, name: str) -> None:
        self.unsynced: dict[str, list[_Write]] = {}
        self.operations = 0
        self.cut_at: int | None = None
        self.lies = False  # a drive that acknowledges a sync it has not done
        super().__init__(name, "")

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:
        return _File(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        self.tick()
        super().xDelete(filename, syncdir)
        self.unsynced.pop(str(Path(filename).absolute()), None)

    def tick(self) -> None:
        self.operations += 1
        if self.cut_at is not None and self.operations >= self.cut_at:
            raise apsw.IOError("the power is off")

    def cut(self, rng: random.Random) -> None:
        """What the platters hold now."""
        for filename, writes in self.unsynced.items():
            if Path(filename).exists():
                _settle(filename, writes, rng)
        self.unsynced.clear()


class _File(apsw.VFSFile):
    def __init__(self, disk: PowerCutDisk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        self._disk = disk
        text = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._name = str(Path(text).absolute()) if text else ""
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        self._disk.tick()
        size = super().xFileSize()
        before = super().xRead(max(0, min(len(data), size - offset)), offset)
        self._remember(_Write(offset, bytes(data), before, size))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:
        self._disk.tick()
        size = super().xFileSize()
        before = super().xRead(size - newsize, newsize) if size > newsize else b""
        self._remember(_Write(newsize, None, before, size))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:
        self._disk.tick()
        if not self._disk.lies:
            self._disk.unsynced.pop(self._name, None)

    def _remember(self, write: _Write) -> None:
        self._disk.unsynced.setdefault(self._name, []).append(write)


def _settle(filename: str, writes: list[_Write], rng: random.Random) -> None:
    descriptor = os.open(filename, os.O_RDWR)
    for write in reversed(writes):
        if write.before:
            os.pwrite(descriptor, write.before, write.offset)
        os.ftruncate(descriptor, write.size_before)
    for write in writes:
        fate = rng.random()
        if fate < 0.5:
            continue
        if write.data is None:
            os.ftruncate(descriptor, write.offset)
        else:
            whole = len(write.data) if fate < 0.85 else rng.randrange(len(write.data) // SECTOR + 1) * SECTOR
            os.pwrite(descriptor, write.data[:whole], write.offset)
    os.close(descriptor)
