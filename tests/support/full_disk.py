"""A disk on which nothing more fits, for a while."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def full_disk(disk: Path) -> Iterator[None]:
    """While inside nothing more fits on *disk*; where that is no disk of its own, nothing happens."""
    filler = disk / "filler"
    if not os.path.ismount(disk):
        yield
        return
    try:
        with filler.open("wb", buffering=0) as stream:
            size = 1 << 20
            while size >= 512:
                try:
                    stream.write(bytes(size))
                except OSError:
                    size //= 2
        yield
    finally:
        filler.unlink(missing_ok=True)
