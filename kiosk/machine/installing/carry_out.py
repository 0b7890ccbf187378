"""Writes the plan onto the machine, as root. Safe to repeat; what is there already is overwritten."""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from kiosk.machine.installing import places

Say = Callable[[str], None]


def write(texts: Mapping[Path, str], root: Path = Path("/")) -> None:
    """Each file below *root*, readable by all and writable by root. Raises `OSError`."""
    for place, text in texts.items():
        file = root / place.relative_to("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f".{file.name}.new")
        beside.write_text(text, encoding="utf-8")
        beside.chmod(0o755 if text.startswith("#!") else 0o644)
        beside.replace(file)


def take_config(config: Path, root: Path = Path("/"), readers: int | None = None) -> None:
    """The config to where every command of this machine looks for it.

    It may hold a password (a lamp's). *readers*: the group that may read it; without, everybody may: on a
    laptop each of the team opens the kiosk as themselves.
    """
    file = root / places.CONFIG.relative_to("/")
    file.parent.mkdir(parents=True, exist_ok=True)
    if not (file.exists() and file.samefile(config)):
        shutil.copyfile(config, file)
    if readers is None:
        file.chmod(0o644)
        return
    file.chmod(0o640)
    os.chown(file, 0 if os.geteuid() == 0 else -1, readers)


def group_of_the_kiosk() -> int:
    import grp

    return grp.getgrnam(places.USER).gr_gid


def mask_ctrl_alt_del(root: Path = Path("/")) -> None:
    link = root / places.CTRL_ALT_DEL.relative_to("/")
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to("/dev/null")


def make_user(data: Path) -> None:
    """The kiosk's user: no password, no shell, no sudo. It owns its home and *data*, and nothing else."""
    import pwd

    try:
        user = pwd.getpwnam(places.USER)
    except KeyError:
        _run("useradd", "--home-dir", str(places.HOME), "--no-create-home", "--shell", "/usr/sbin/nologin",
             "--comment", "Ki-ot Binh dan hoc vu so", "--user-group", places.USER)  # fmt: skip
        user = pwd.getpwnam(places.USER)
    for folder in (places.HOME, data):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.chown(folder, user.pw_uid, user.pw_gid)
        folder.chmod(0o700)


def compile_program(folder: Path) -> None:
    """The kiosk's user may not write beside the program: what Python compiles is made now."""
    for name in ("kiosk", "ui", "flows", "accessibility", "resources"):
        compileall.compile_dir(folder / name, quiet=2)


def bring_into_force(*, desktop: bool) -> None:
    """As far as a running machine lets it; the rest comes with its next start."""
    _run("systemctl", "daemon-reload")
    Path("/proc/sys/kernel/sysrq").write_text("0\n", encoding="ascii")
    if not desktop:
        _run("systemctl", "enable", "seatd.service", places.SERVICE, places.EXPORT_TIMER)
        _run("udevadm", "control", "--reload")


def _run(*words: str) -> None:
    """Raises `OSError`."""
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(f"{' '.join(words)}: {done.stderr.strip() or done.returncode}")
