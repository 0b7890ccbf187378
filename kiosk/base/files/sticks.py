"""Which USB sticks are plugged in. Pure but for `plugged_in` and `only_read`, which look."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

MOUNTS, BLOCKS = Path("/proc/mounts"), Path("/sys/class/block")
_DISK = re.compile(r"^/dev/(sd[a-z]+)\d*$")  # as Linux names USB mass storage; cards in a slot are mmcblk


def plugged_in() -> tuple[Path, ...]:
    """Where each removable disk is mounted and can be written, in the order of mounting. Empty elsewhere
    than on Linux, where nothing of this is known.
    """
    return _mounted("rw")


def only_read() -> tuple[Path, ...]:
    """Where each removable disk is mounted and cannot be written."""
    return _mounted("ro")


def _mounted(how: str) -> tuple[Path, ...]:
    if not sys.platform.startswith("linux"):
        return ()
    try:
        return sticks(MOUNTS.read_text("utf-8", "replace"), is_removable, how)
    except OSError:
        return ()


def sticks(mounts: str, is_removable: Callable[[str], bool], how: str = "rw") -> tuple[Path, ...]:
    """From the text of ``/proc/mounts``; *is_removable* is asked the disk's name (``sdb``). *how*: rw or ro.

    A disk that the machine itself runs from is no stick, however it is plugged in.
    """
    mounted, own = [], set()
    for line in mounts.splitlines():
        device, place, _, options, *_ = (*line.split(" "), "", "", "", "")
        disk = _DISK.match(device)
        if disk is None:
            continue
        if place == "/":
            own.add(disk[1])
        if how in options.split(",") and is_removable(disk[1]):
            mounted.append((disk[1], Path(_unescaped(place))))
    return tuple(place for disk_name, place in mounted if disk_name not in own)


def _unescaped(place: str) -> str:
    """Blanks and the like stand in the file as octal numbers (fstab(5))."""
    return re.sub(r"\\([0-7]{3})", lambda one: chr(int(one[1], 8)), place)


def is_removable(disk: str, blocks: Path = BLOCKS) -> bool:
    """A stick calls itself removable; a small disk in a USB case does not, and is pulled out all the same."""
    try:
        itself = (blocks / disk / "removable").read_text("ascii").strip() == "1"
        return itself or any(part.startswith("usb") for part in (blocks / disk).resolve().parts)
    except OSError:
        return False
