"""A damaged database is set aside, whole, for whoever may read more out of it."""

from __future__ import annotations

import logging
import shutil
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from kiosk.base.files.durable import private_file, sync_folder

log = logging.getLogger(__name__)
MARK, SALVAGED = ".corrupt-", ".salvaged"
PARTS = (".part", ".part2")  # of a salvage under way


def set_aside(database: Path) -> Path:
    """Rename the database with its -wal and -shm; returns the new name. Raises `OSError`.

    The main file goes last: a crash in between leaves a state that is recognised again.
    """
    aside = new_name(database)
    for suffix in ("-shm", "-wal", ""):
        part = database.with_name(database.name + suffix)
        if part.exists():
            part.rename(aside.with_name(aside.name + suffix))
    sync_folder(database.parent)
    return aside


def new_name(database: Path) -> Path:
    """For a file that is to lie aside."""
    return database.with_name(f"{database.name}{MARK}{uuid.uuid4().hex[:8]}")


def keep_aside(database: Path, rescue: Callable[[Path], None]) -> Path | None:
    """What *rescue* writes of a log that lost its file; else that file as it is, with its -wal. None where
    neither can be kept.
    """
    aside = new_name(database)
    draft = aside.with_name(aside.name + PARTS[0])
    try:
        private_file(draft)
        rescue(draft)
        draft.replace(aside)
    except Exception as failure:  # noqa: BLE001  (SQLite's or the disk's: then byte by byte)
        log.warning("the log could not be read out: %s", failure)
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        return _copied(database, aside)
    sync_folder(database.parent)
    return aside


def _copied(database: Path, aside: Path) -> Path | None:
    try:
        for suffix in ("-wal", ""):
            part = database.with_name(database.name + suffix)
            if part.exists():
                private_file(aside.with_name(aside.name + suffix))
                shutil.copyfile(part, aside.with_name(aside.name + suffix))
        sync_folder(database.parent)
    except OSError as failure:
        log.warning("what is left of the log could not be kept: %s", failure)
        return None
    return aside if aside.exists() else None


def files_aside(database: Path) -> tuple[Path, ...]:
    """The set-aside databases, oldest first."""
    return _oldest_first(
        path for path in _beside(database, "") if not path.name.endswith(("-wal", "-shm", SALVAGED, *PARTS))
    )


def salvaged_of(aside: Path) -> Path:
    """Where that lies which could still be read out of it: not there before this was done."""
    return aside.with_name(aside.name + SALVAGED)


def salvaged_beside(database: Path) -> tuple[Path, ...]:
    """What has been salvaged and is still here, oldest first, whether or not the damaged file is."""
    return _oldest_first(_beside(database, SALVAGED))


def _beside(database: Path, ending: str) -> Iterator[Path]:
    return database.parent.glob(f"{database.name}{MARK}*{ending}")


def _oldest_first(paths: Iterable[Path]) -> tuple[Path, ...]:
    made: dict[Path, float] = {}
    for path in paths:
        with suppress(FileNotFoundError):  # somebody is moving them away
            made[path] = path.stat().st_mtime
    return tuple(sorted(made, key=made.__getitem__))
