"""What the kiosk writes is its own user's alone, whatever the umask; what was written before is tightened."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kiosk.base.files.alone import LOCK_FILE, RECEIVER_LOCK
from kiosk.base.files.durable import private_folder, tighten
from kiosk.base.files.identity import FILE_NAME
from kiosk.base.files.paths import (
    OPEN_VISIT,
    OPENING_CHECKS,
    content_folder,
    database_file,
    default_data_folder,
    export_folder,
    keys_folder,
    logbook_folder,
    roster_file,
    staff_file,
    tickets_file,
)


def keep_private(data_folder: Path) -> None:
    """From now on all that this process writes is private; so is what lies in *data_folder* already.

    The folder itself too where our program has named or made it: one that a person chose may be another's.
    """
    os.umask(stat.S_IRWXG | stat.S_IRWXO)
    with suppress(OSError):  # whoever writes to a disk in trouble reports it
        private_folder(data_folder)
        if data_folder.resolve() == default_data_folder().resolve():
            tighten(data_folder)
        for path in _ours(data_folder):
            tighten(path)


def _ours(data_folder: Path) -> Iterator[Path]:
    """By name: nothing that a person may have laid beside them."""
    files = (database_file, staff_file, tickets_file, roster_file)
    names = (*(of(data_folder).name for of in files), LOCK_FILE, RECEIVER_LOCK, FILE_NAME, OPEN_VISIT)
    for name in names:
        yield from data_folder.glob(f"{name}*")
    named = (of(data_folder) for of in (logbook_folder, export_folder, keys_folder, content_folder))
    for folder in (*named, data_folder / OPENING_CHECKS):
        if folder.is_dir() and not folder.is_symlink():
            yield folder  # first: then nobody else looks into it meanwhile
            yield from folder.rglob("*")
