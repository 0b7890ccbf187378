"""What the kiosk writes is its own user's alone, whatever the umask; what was written before is tightened.

One kiosk to a folder: a second one would take the open visit of the first for one that crashed.
"""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from kiosk.files import paths
from kiosk.files.durable import PRIVATE, private_folder, tighten
from kiosk.files.identity import FILE_NAME


def keep_private(data_folder: Path) -> None:
    """From now on all that this process writes is private; so is what lies in *data_folder* already.

    The folder itself too where our program has named or made it: one that a person chose may be another's.
    """
    os.umask(stat.S_IRWXG | stat.S_IRWXO)
    with suppress(OSError):  # whoever writes to a disk in trouble reports it
        private_folder(data_folder)
        if data_folder.resolve() == paths.default_data_folder().resolve():
            tighten(data_folder)
        for path in _ours(data_folder):
            tighten(path)


def _ours(data_folder: Path) -> Iterator[Path]:
    """By name: nothing that a person may have laid beside them."""
    files = (paths.database_file, paths.staff_file, paths.tickets_file, paths.roster_file)
    names = (*(of(data_folder).name for of in files), LOCK_FILE, FILE_NAME, paths.OPEN_VISIT)
    for name in names:
        yield from data_folder.glob(f"{name}*")
    named = (
        of(data_folder)
        for of in (paths.logbook_folder, paths.export_folder, paths.keys_folder, paths.content_folder)
    )
    for folder in (*named, data_folder / paths.OPENING_CHECKS):
        if folder.is_dir() and not folder.is_symlink():
            yield folder  # first: then nobody else looks into it meanwhile
            yield from folder.rglob("*")


LOCK_FILE = "kiosk.lock"
WAIT_S = 3.0  # one that was told to end may still be writing its last event

_log = logging.getLogger(__name__)


class AlreadyRunning(Exception):
    """Another kiosk works with this folder; its words can be shown."""

    def __init__(self, data_folder: Path) -> None:
        super().__init__(
            f"Ki-ốt đang chạy rồi, dùng thư mục {data_folder}. "
            "Hãy đóng ki-ốt kia, hoặc chọn thư mục khác bằng --data. "
            f"/ A kiosk is already running on {data_folder}. "
            "Close it first, or choose another folder with --data."
        )


@contextmanager
def alone_in(data_folder: Path, wait_s: float = WAIT_S) -> Iterator[None]:
    """Within it no other kiosk opens *data_folder*. Raises `AlreadyRunning`.

    A folder that cannot be written keeps no lock either: the kiosk walks residents all the same, and the log
    says what is wrong. The system lets go of the lock when the program dies.
    """
    lock = FileLock(data_folder / LOCK_FILE, mode=PRIVATE)
    try:
        private_folder(data_folder)
        lock.acquire(timeout=wait_s)
    except Timeout as taken:
        raise AlreadyRunning(data_folder) from taken
    except (OSError, NotImplementedError) as failure:
        _log.warning("the folder %s cannot be locked: %s", data_folder, failure)
    try:
        yield
    finally:
        lock.release()
