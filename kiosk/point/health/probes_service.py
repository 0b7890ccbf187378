"""Asks systemd, and looks at what `kiosk install` has written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from kiosk.base.files.sticks import only_read, plugged_in
from kiosk.machine.installing import places
from kiosk.machine.installing.boot_menu import see_menu
from kiosk.machine.installing.machine import installed_folder, installed_python, not_roots, user_units
from kiosk.machine.installing.plan import files_of, session_files_of
from kiosk.point.health.service import SeenService

SYSRQ = Path("/proc/sys/kernel/sysrq")
RUNTIME = Path("/run/kiosk-bdhvs")
"""`RuntimeDirectory` of the service, where cage has its socket."""
_ASKED = ("ActiveState", "Result", "NRestarts", "WatchdogUSec", "UnitFileState")
_RIGHTS = ("sudo", "admin", "wheel", "docker", "disk")


def see_service(export_hour: int, data_folder: Path, root: Path = Path("/")) -> SeenService:
    if not sys.platform.startswith("linux") or shutil.which("systemctl") is None:
        return SeenService()
    properties = read_properties(ask_systemd("show", places.SERVICE, "-p", ",".join(_ASKED)))
    if "ActiveState" not in properties:
        return SeenService()
    old = tuple(str(unit) for unit in _user_units(root))
    if (root / places.UNITS.relative_to("/") / places.SERVICE).exists():
        page = read_properties(ask_systemd("show", places.STOPPED, "-p", "ActiveState"))
        return replace(
            _see_installed(root),
            kind="machine",
            enabled=properties.get("UnitFileState") == "enabled",
            active=properties["ActiveState"],
            result=properties.get("Result", ""),
            restarts=int(properties.get("NRestarts") or 0),
            watchdog_s=seconds(properties.get("WatchdogUSec", "")),
            page=page.get("ActiveState") == "active",
            changed=changed(files_of(str(installed_python()), export_hour, data_folder), root),
            old=old,
        )
    if (root / places.SESSION_ENTRY.relative_to("/")).exists():
        session = changed_session(data_folder, root)
        return replace(_see_installed(root), kind="session", changed=session, old=old)
    return SeenService(has_systemd=True, old=old)


def _see_installed(root: Path) -> SeenService:
    """What is looked at of every machine with a kiosk, however it is installed."""
    return SeenService(
        has_systemd=True,
        consoles=_open_consoles(),
        sysrq=(_read(SYSRQ) or "0").strip(),  # a kernel built without magic keys has no such file
        may=tuple(_may_too_much()),
        sticks=tuple(str(place) for place in plugged_in()),
        only_read=tuple(str(place) for place in only_read()),
        boot=see_menu(root),
    )


def changed_session(data_folder: Path, root: Path = Path("/")) -> tuple[str, ...]:
    """As `changed`, of a laptop, whether it was installed with a data folder or without."""
    with_folder = changed(session_files_of(sys.executable, data_folder), root)
    return with_folder and changed(session_files_of(sys.executable), root)


def read_properties(text: str) -> dict[str, str]:
    """What ``systemctl show`` prints."""
    return dict(line.split("=", 1) for line in text.splitlines() if "=" in line)


def seconds(span: str) -> float:
    """A span of time as systemd prints it: ``20s``, ``1min 30s``, ``0``, ``infinity``."""
    units = {"min": 60.0, "ms": 0.001, "us": 0.000001, "s": 1.0, "h": 3600.0}
    whole = 0.0
    for part in span.split():
        unit = next((one for one in units if part.endswith(one)), "")
        number = part.removesuffix(unit)
        if not unit or not number.replace(".", "", 1).isdecimal():
            return 0.0
        whole += float(number) * units[unit]
    return whole


def changed(texts: Mapping[Path, str], root: Path = Path("/")) -> tuple[str, ...]:
    """Those of the files that are not there, or hold something else."""
    return tuple(str(file) for file, text in texts.items() if _read(root / file.relative_to("/")) != text)


def seat_environment(environment: Mapping[str, str], runtime: Path = RUNTIME) -> dict[str, str]:
    """Where nobody has a screen of their own (ssh): the running kiosk's, for root and for its user."""
    own = dict(environment)
    if own.get("DISPLAY") or own.get("WAYLAND_DISPLAY") or own.get("QT_QPA_PLATFORM") or os.name != "posix":
        return own
    try:
        socket = next((file for file in sorted(runtime.glob("wayland-?")) if file.is_socket()), None)
    except OSError:
        return own
    if socket is None:
        return own
    return own | {"WAYLAND_DISPLAY": str(socket), "QT_QPA_PLATFORM": "wayland"}


def _may_too_much() -> list[str]:
    import grp

    groups = [group.gr_name for group in grp.getgrall() if places.USER in group.gr_mem]
    rights = [f"nhóm / group {name}" for name in groups if name in _RIGHTS]
    return rights + [f"sửa được / may change {place}" for place in not_roots(installed_folder())]


def _open_consoles() -> tuple[str, ...]:
    listed = ask_systemd("list-units", "getty@*", "autovt@*", "--state=active", "--plain", "--no-legend")
    return tuple(line.split()[0] for line in listed.splitlines() if line.strip())


def _user_units(root: Path) -> tuple[Path, ...]:
    try:
        return user_units(root)
    except OSError:  # somebody's home that is closed to us
        return ()


def ask_systemd(*words: str) -> str:
    try:
        done = subprocess.run(
            ["systemctl", *words],
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
            env=os.environ | {"LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""


def _read(file: Path) -> str | None:
    try:
        return file.read_text("utf-8")
    except (OSError, ValueError):
        return None
