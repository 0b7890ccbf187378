"""A copy of the log beside the log, made anew every night: what a damaged file can no longer give back.

It holds the visits without the figures of the month: the difference of two days would reveal which group came
with which visit (docs/decisions/assisted-groups.md).
"""

from __future__ import annotations

import os
from pathlib import Path

from kiosk.log.storage.migrate import keep_copy

FIGURES = ("tally", "visit_tally")


def copy_of(database: Path) -> Path:
    """Where the copy lies, whether or not there is one."""
    return database.with_name(f"{database.name}.copy")


def copied_s(database: Path) -> float | None:
    """The *wall_s* of the last copy; None without one."""
    try:
        return copy_of(database).stat().st_mtime
    except OSError:
        return None


def make_copy(database: Path, wall_s: float) -> None:
    """Publish a copy as of *wall_s*, whole or not at all.

    Raises `sqlite3.Error` or `OSError`; the last copy stays then.
    """
    keep_copy(database, copy_of(database), without=FIGURES)
    os.utime(copy_of(database), (wall_s, wall_s))
