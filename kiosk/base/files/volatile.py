"""Where a file leaves nothing on the disk: in memory that the system shows as a folder (tmpfs), for us alone.

A file that is taken away on a disk stays there, block by block, until something else is written over it. What
may be known of a visit only while it lasts is therefore never written to one.
"""

from __future__ import annotations

import hashlib
import logging
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from kiosk.base.files.durable import remove
from kiosk.base.files.paths import APP

LOGGER = logging.getLogger(__name__)
IN_MEMORY = ("tmpfs", "ramfs")
MOUNTS = Path("/proc/self/mounts")
SHARED_MEMORY = Path("/dev/shm")
AT_A_TIME = 65_536


def volatile_file(
    data_folder: Path, name: str, environment: Mapping[str, str] = os.environ, mounts: Path = MOUNTS
) -> Path | None:
    """The file *name* of the kiosk of *data_folder* in memory; None where this system has none to offer.

    It outlives the program, and not a power cut.
    """
    kiosk = hashlib.sha256(os.fsencode(data_folder.resolve())).hexdigest()[:16]
    in_memory = _in_memory(mounts)
    for offered in _offered(environment):
        folder = _own(offered, in_memory)
        if folder is not None:
            return folder / f"{kiosk}-{name}"
    LOGGER.warning("there is no folder in memory: where a resident was in private is not kept")
    return None


def blot_out(file: Path) -> None:
    """Write over *file* where it lies, then take it away: an older program kept it on the disk."""
    with suppress(FileNotFoundError):
        if not stat.S_ISREG(file.lstat().st_mode):
            return
        with file.open("r+b") as out:
            left = os.fstat(out.fileno()).st_size
            while left > 0:
                left -= out.write(bytes(min(left, AT_A_TIME)))
            out.flush()
            os.fsync(out.fileno())
        remove(file)


def _offered(environment: Mapping[str, str]) -> Iterator[Path]:
    """The unit's own folder first: the session's may go with the session."""
    for name in ("RUNTIME_DIRECTORY", "XDG_RUNTIME_DIR"):
        first = environment.get(name, "").partition(":")[0]
        if first:
            yield Path(first)
    yield SHARED_MEMORY


def _own(offered: Path, in_memory: Mapping[str, bool]) -> Path | None:
    """A folder of ours in *offered*, which lies in memory; None where it does not, or is another's."""
    if os.name == "nt":
        return None
    try:
        within = offered.resolve(strict=True)
        mount = max((one for one in in_memory if _lies_in(within, one)), key=len, default="")
        if not in_memory.get(mount, False):
            return None
        folder = within / f"{APP}-{os.getuid()}"
        folder.mkdir(stat.S_IRWXU, exist_ok=True)
        status = folder.lstat()
        ours = stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid()
        return folder if ours and not stat.S_IMODE(status.st_mode) & (stat.S_IRWXG | stat.S_IRWXO) else None
    except OSError:
        return None


def _lies_in(path: Path, mount: str) -> bool:
    return path == Path(mount) or Path(mount) in path.parents


def _in_memory(mounts: Path) -> dict[str, bool]:
    """Where something is mounted → whether it lies in memory; of two at one place the later one counts."""
    lies_in_memory: dict[str, bool] = {}
    with suppress(OSError):
        for line in mounts.read_text("utf-8", "replace").splitlines():
            _, where, kind, *_ = (*line.split(" "), "", "", "")
            lies_in_memory[where.replace("\\040", " ")] = kind in IN_MEMORY
    return lies_in_memory
