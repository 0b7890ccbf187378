"""GRUB's menu: who can change a line is root. A password closes it, and the kiosk still starts alone."""

from __future__ import annotations

import re
import subprocess
from importlib.resources import files
from pathlib import Path

USER = "kiosk"
SCRIPT = Path("/etc/grub.d/09_kiosk-bdhvs")
"""Before Debian's own 10_linux: its entry is the first, and no file of a package is changed."""
MENUS = (Path("/boot/grub/grub.cfg"), Path("/boot/grub2/grub.cfg"))
LEAST_LETTERS = 8
_FIRST = ("0", "${next_entry}", "${saved_entry}")


class NotClosed(Exception):
    """The menu is as it was before."""


def see_menu(root: Path = Path("/")) -> str:
    """`open`, `closed`, `asks` (at every start), `unseen`; empty where there is no GRUB."""
    for place in MENUS:
        file = root / place.relative_to("/")
        try:
            if file.exists():
                return state_of(file.read_text("utf-8", "replace"))
        except OSError:
            return "unseen"
    return ""


def state_of(menu: str) -> str:
    """Of the text of ``grub.cfg``."""
    if not re.search(r'^\s*set superusers="?\w', menu, re.M):
        return "open"
    entry = re.search(r"^\s*menuentry .*$", menu, re.M)
    chosen = set(re.findall(r'^\s*set default="?([^"\n]*)"?', menu, re.M))
    alone = entry is not None and "--unrestricted" in entry[0] and chosen <= set(_FIRST)
    return "closed" if alone else "asks"


def is_usable(password: str) -> bool:
    """GRUB knows the keys of an American keyboard alone."""
    return len(password) >= LEAST_LETTERS and password.isascii() and password.isprintable()


def close_menu(password: str, root: Path = Path("/")) -> None:
    """Raises `NotClosed` or `OSError`; a menu that would ask at every start is taken back."""
    printed = _run("grub-mkpasswd-pbkdf2", f"{password}\n{password}\n")
    password_hash = re.search(r"grub\.pbkdf2\.\S+", printed)
    if password_hash is None:
        raise NotClosed("grub-mkpasswd-pbkdf2")
    script = root / SCRIPT.relative_to("/")
    script.touch(0o700)
    script.chmod(0o700)
    script.write_text(script_text(password_hash[0]), encoding="utf-8")
    _make_menu(root)
    if (seen := see_menu(root)) != "closed":
        script.unlink()
        _make_menu(root)
        raise NotClosed(seen)


def script_text(hashed: str) -> str:
    text = (files("kiosk.machine.installing") / "files" / "boot-menu.sh").read_text(encoding="utf-8")
    return text.replace("@BOOTUSER@", USER).replace("@HASH@", hashed)


def _make_menu(root: Path) -> None:
    _run("update-grub", "")
    for place in MENUS:
        file = root / place.relative_to("/")
        if file.exists():
            file.chmod(0o600)


def _run(program: str, said: str) -> str:
    try:
        done = subprocess.run([program], input=said, capture_output=True, text=True, check=False)
    except FileNotFoundError as missing:
        raise NotClosed(program) from missing
    if done.returncode:
        raise NotClosed(f"{program}: {done.stderr.strip().splitlines()[-1:] or done.returncode}")
    return done.stdout
