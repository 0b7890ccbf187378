"""A file that only takes up room: given back when the disk is full, so that the log can go on."""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path

from kiosk.base.files.durable import private_file

log = logging.getLogger(__name__)
BALLAST_BYTES = 4 * 1024 * 1024
ROOM_FACTOR = 4  # laid in again only when this many times its size is free


def ballast_path(database: Path) -> Path:
    return database.with_suffix(".ballast")


def lay_in(database: Path, size: int) -> bool:
    """Write *size* bytes of ballast where it is missing and there is room. Whether it is there now.

    Never raises: a precaution.
    """
    path = ballast_path(database)
    try:
        if path.exists() and path.stat().st_size == size:
            return True
        if shutil.disk_usage(path.parent).free < ROOM_FACTOR * size:
            return False
        private_file(path)
        path.write_bytes(os.urandom(size))  # zeros might be stored sparsely or compressed
    except OSError as failure:
        log.warning("no ballast: %s", failure)
        return False
    return True


def give_back(database: Path) -> bool:
    """Free the room. True when there was any."""
    path = ballast_path(database)
    try:
        path.unlink()
    except OSError:
        return False
    return True
