"""What has to hold before anything is written: each reason to refuse says what to type instead."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import kiosk
from kiosk.machine.installing import places
from kiosk.machine.installing.plan import CAGE

BASE_PYTHON = "KIOSK_BASE_PYTHON"
"""Set by `places.START_SCRIPT`."""
DISPLAY_MANAGER = Path("/etc/systemd/system/display-manager.service")
_NEEDED = {
    "cage": (CAGE,),
    "xwayland": ("/usr/bin/Xwayland",),  # cage of Debian 12 ends at once without it, and names it nowhere
    "seatd": ("/usr/bin/seatd", "/usr/sbin/seatd"),
    "dbus": ("/usr/bin/dbus-daemon", "/usr/bin/dbus-broker"),
    "passwd": ("/usr/sbin/useradd",),
}
"""Debian's packages beside those of `script/packages`, and a file of each."""


class Refused(NamedTuple):
    """Why nothing is installed, and what to do, in Vietnamese and English."""

    vi: str
    en: str
    type: tuple[str, ...] = ()


def program_folder() -> Path:
    """The clone or the place of the packages that runs now."""
    return Path(kiosk.__file__).resolve().parents[1]


def installed_python() -> Path:
    """The interpreter of the environment this machine was installed with, whichever program runs now."""
    python = os.environ.get(BASE_PYTHON, "")
    return Path(python or sys.executable)


def installed_folder() -> Path:
    """What this machine was installed with, whichever program runs now."""
    beside = installed_python().parents[2]
    return beside if os.environ.get(BASE_PYTHON) and (beside / "kiosk").is_dir() else program_folder()


def refusals(*, desktop: bool, root: Path = Path("/"), program: Path | None = None) -> Iterator[Refused]:
    """*root*: the file system looked at."""
    missing = tuple(name for name, paths in _NEEDED.items() if not any(map(_there(root), paths)))
    if missing:
        yield Refused(
            f"Máy còn thiếu: {', '.join(missing)}.",
            f"This machine lacks {', '.join(missing)}.",
            (f"apt-get update && apt-get install -y --no-install-recommends {' '.join(missing)}",),
        )
    if not desktop and os.path.lexists(root / DISPLAY_MANAGER.relative_to("/")):
        yield Refused(
            "Máy này có màn hình làm việc (desktop). Máy của tổ: thêm --desktop. "
            "Máy chỉ làm ki-ốt: tắt màn hình làm việc trước.",
            "This machine has a desktop. For a team's laptop add --desktop; for a kiosk, first turn it off.",
            ("systemctl disable --now display-manager.service",),
        )
    folder = program or program_folder()
    foreign = next(not_roots(folder), None)
    if foreign is not None:
        yield Refused(
            f"{foreign}: người khác root sửa được, nên người ngồi ở máy có thể đổi phần mềm. "
            f"Hãy chép phần mềm vào {places.PROGRAM} rồi cài từ đó.",
            f"{foreign} can be changed by others than root, and with it the program. "
            f"Copy it to {places.PROGRAM} and install from there.",
            (
                f"mkdir -p {places.PROGRAM} && cp -r {folder}/. {places.PROGRAM}",
                f"rm -rf {places.PROGRAM}/.venv",
                f"chown -R root:root {places.PROGRAM} && chmod -R go-w {places.PROGRAM}",
                f"cd {places.PROGRAM} && ./script/run {' '.join(_said_again())}",
            ),
        )


def _there(root: Path) -> Callable[[str], bool]:
    """Whether a file is there; the name may hold a star."""
    return lambda name: any(root.glob(name.lstrip("/")))


def user_units(root: Path = Path("/")) -> tuple[Path, ...]:
    """Units that an older `kiosk install` wrote for a user: they open nothing, or a second kiosk."""
    places_of_users = [*root.glob("home/*"), root / "root"]
    units = (home / ".config" / "systemd" / "user" / places.SERVICE for home in places_of_users)
    return tuple(unit for unit in units if os.path.lexists(unit))


def _said_again() -> list[str]:
    words = sys.argv[2:]
    return ["install", *(str(Path(word).absolute()) if word.endswith(".toml") else word for word in words)]


def not_roots(folder: Path) -> Iterator[Path]:
    """Of the program, its environment and the folders above: what somebody else owns or may write."""
    python = installed_python()
    environment = python.parents[1] if os.environ.get(BASE_PYTHON) else Path(sys.prefix)
    above = [*folder.parents]
    inside = [folder, *(folder / name for name in ("kiosk", "ui", "flows", "accessibility", "resources"))]
    for place in (*above, *inside, environment, environment / "bin", python):
        try:
            seen = place.stat()
        except OSError:
            continue
        writable = seen.st_mode & (stat.S_IWGRP | stat.S_IWOTH) and not seen.st_mode & stat.S_ISVTX
        if seen.st_uid != 0 or writable:
            yield place
