"""Only one process of a kiosk takes in or changes packs of one kind at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from kiosk.base.files.durable import PRIVATE, private_folder


class PackBusy(Exception):
    """Another process of this kiosk is at it just now."""


@contextmanager
def one_at_a_time(lock: Path, wait_s: float) -> Iterator[None]:
    """Raises `PackBusy`, `OSError`."""
    private_folder(lock.parent)
    try:
        with FileLock(lock, timeout=wait_s, mode=PRIVATE):
            yield
    except Timeout as failure:
        raise PackBusy from failure
