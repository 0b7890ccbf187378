"""A damaged database is set aside, whole, for whoever may read more out of it."""

from __future__ import annotations

import uuid
from pathlib import Path

from kiosk.storage.files import sync_folder

MARK = ".corrupt-"


def set_aside(database: Path) -> Path:
    """Rename the database with its -wal and -shm; returns the new name. Raises `OSError`.

    The main file goes last: a crash in between leaves a state that is recognised again.
    """
    aside = database.with_name(f"{database.name}{MARK}{uuid.uuid4().hex[:8]}")
    for suffix in ("-shm", "-wal", ""):
        part = database.with_name(database.name + suffix)
        if part.exists():
            part.rename(aside.with_name(aside.name + suffix))
    sync_folder(database.parent)
    return aside


def files_aside(database: Path) -> tuple[Path, ...]:
    """The set-aside databases, oldest first."""
    found = [
        path
        for path in database.parent.glob(f"{database.name}{MARK}*")
        if not path.name.endswith(("-wal", "-shm", ".salvaged", ".part", ".part2"))
    ]
    return tuple(sorted(found, key=lambda path: path.stat().st_mtime))
