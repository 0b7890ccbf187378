"""Whether a folder lies on something that can be pulled out, or on a disk of this machine."""

from __future__ import annotations

import os
from pathlib import Path


def device_of(folder: Path) -> int | None:
    """The file system that *folder* lies on now; None where there is none (any more)."""
    try:
        return folder.stat().st_dev
    except OSError:
        return None


def is_own_disk(folder: Path, data_folder: Path) -> bool:
    """Whether *folder* is no stick: where one is not mounted, its folder is one of the machine's own disk.

    *data_folder* is ours. What has no device (memory, a network drive) cannot be pulled out either.
    """
    device = device_of(folder)
    ours = {device_of(one) for one in (data_folder, *data_folder.parents)} | {device_of(Path("/"))}
    return device is None or device in ours or (os.name != "nt" and os.major(device) == 0)
