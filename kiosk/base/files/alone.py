"""One kiosk to a data folder: a second one would take the open visit of the first for one that crashed.

So too a ward's receiver: what it takes in while its folder is being replaced would be lost.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from kiosk.base.files.durable import PRIVATE, private_folder

LOCK_FILE, RECEIVER_LOCK = "kiosk.lock", "receiver.lock"
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
def alone_in(data_folder: Path, wait_s: float = WAIT_S, lock_file: str = LOCK_FILE) -> Iterator[None]:
    """Within it nobody else who asks for *lock_file* opens *data_folder*. Raises `AlreadyRunning`.

    A folder that cannot be written keeps no lock either: the kiosk walks residents all the same, and the log
    says what is wrong. The system lets go of the lock when the program dies.
    """
    lock = FileLock(data_folder / lock_file, mode=PRIVATE)
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
