"""GRUB's menu: closed by a password, and the kiosk still starts with nobody there."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from kiosk.machine.installing import boot_menu
from kiosk.machine.installing.boot_menu import (
    SCRIPT,
    NotClosed,
    close_menu,
    is_usable,
    script_text,
    see_menu,
    state_of,
)
from kiosk.point.health.service import check_boot

HASH = "grub.pbkdf2.sha512.10000.AB.CD"
DEBIANS = """function gfxmode {
\tset gfxpayload="${1}"
}
menuentry 'Debian GNU/Linux' --class debian --class os $menuentry_id_option 'gnulinux-simple-1' {
\tif [ x$grub_platform = xxen ]; then insmod xzio; fi
\tlinux\t/vmlinuz root=UUID=1 ro quiet
}
submenu 'Advanced options' $menuentry_id_option 'gnulinux-advanced-1' {
\tmenuentry 'Debian GNU/Linux, (recovery mode)' --class os {
\t\tlinux\t/vmlinuz root=UUID=1 ro single
\t}
}
"""
HEAD = 'if [ "${next_entry}" ] ; then\n   set default="${next_entry}"\nelse\n   set default="0"\nfi\n'
POSIX = pytest.mark.skipif(os.name != "posix", reason="a shell of POSIX")


def machine(root: Path, monkeypatch: pytest.MonkeyPatch, default: str = "0") -> Path:
    """GRUB's own programs, as far as they matter: a hash, and a menu made of what is in /etc/grub.d."""
    (root / "etc/grub.d").mkdir(parents=True)
    (root / "boot/grub").mkdir(parents=True)
    (root / "bin").mkdir()
    debians = root / "etc/grub.d/10_linux"
    debians.write_text(f"#!/bin/sh\ncat <<'X'\n{DEBIANS}X\n")
    debians.chmod(0o755)
    (root / "head").write_text(HEAD.replace('"0"', f'"{default}"'))
    programs = {
        "grub-mkpasswd-pbkdf2": f"read a; read b; [ $a = $b ] && echo 'PBKDF2 hash is {HASH}'",
        "update-grub": f"(cat {root}/head; for one in {root}/etc/grub.d/*; do "
        f"sed 's|/etc/grub.d|{root}/etc/grub.d|' $one | sh; done) >{root}/boot/grub/grub.cfg",
    }
    for name, text in programs.items():
        (root / "bin" / name).write_text(f"#!/bin/sh\n{text}\n")
        (root / "bin" / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{root}/bin:{os.environ['PATH']}")
    subprocess.run(["update-grub"], check=True)
    return root


@POSIX
def test_the_menu_is_closed_and_the_first_entry_alone_starts_without_a_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = machine(tmp_path, monkeypatch)
    assert see_menu(root) == "open"
    close_menu("sen-hong-2026", root)
    menu = (root / "boot/grub/grub.cfg").read_text()
    assert see_menu(root) == "closed" and f"password_pbkdf2 kiosk {HASH}\n" in menu
    entries = [line for line in menu.splitlines() if line.lstrip().startswith("menuentry")]
    assert "--unrestricted {" in entries[0] and "simple" in entries[0]
    assert not [line for line in entries[1:] if "--unrestricted" in line], "a rescue shell asks"
    for file in (root / "boot/grub/grub.cfg", root / SCRIPT.relative_to("/")):
        assert not stat.S_IMODE(file.stat().st_mode) & 0o077, "nobody guesses at the hash"
    close_menu("sen-hong-2027", root)
    assert see_menu(root) == "closed"


@POSIX
def test_a_menu_that_would_ask_at_every_start_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = machine(tmp_path, monkeypatch, default="2")
    with pytest.raises(NotClosed):
        close_menu("sen-hong-2026", root)
    assert see_menu(root) == "open" and not (root / SCRIPT.relative_to("/")).exists()


def test_a_password_of_ones_own_without_an_entry_that_starts_alone_is_said_to_stop_the_kiosk() -> None:
    assert state_of(HEAD + 'set superusers="root"\n' + DEBIANS) == "asks"
    assert state_of(HEAD + 'set superusers=""\n' + DEBIANS) == "open"


def test_a_machine_without_grub_is_told_nothing_and_the_others_what_to_type(tmp_path: Path) -> None:
    assert see_menu(tmp_path) == ""
    states = {menu: check_boot(menu).state for menu in ("open", "asks", "closed")}
    assert states == {"open": "mend", "asks": "mend", "closed": "ok"}
    assert "install --boot-password" in check_boot("open").do_vi


def test_a_password_can_be_typed_on_the_keys_that_grub_knows() -> None:
    assert is_usable("sen-hong-2026")
    assert not is_usable("sen") and not is_usable("mật khẩu dài") and not is_usable("abcdefgh\n")


@pytest.mark.skipif(shutil.which("grub-script-check") is None, reason="GRUB is not here")
def test_grub_can_read_what_is_written(tmp_path: Path) -> None:
    script = tmp_path / "menu"
    script.write_text(script_text(HASH).replace("/etc/grub.d/10_linux", f"printf '%s' {_quoted(DEBIANS)}"))
    menu = subprocess.run(["sh", str(script)], capture_output=True, text=True, check=True).stdout
    (tmp_path / "grub.cfg").write_text(menu)
    subprocess.run(["grub-script-check", str(tmp_path / "grub.cfg")], check=True)
    assert boot_menu.state_of(menu) == "closed"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
