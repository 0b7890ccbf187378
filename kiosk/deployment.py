"""The systemd units of a machine without a desktop: the screen, and the night's export. Pure text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kiosk.opening import HANOI

# cage -d: without it Qt draws a title bar with a close button, and a resident closes the kiosk.
# Restart with no limit: a kiosk stands alone at a point; a person with a keyboard may be a day away.
_UNIT = """[Unit]
Description=Ki-ot Binh dan hoc vu so
After=graphical-session-pre.target sound.target
StartLimitIntervalSec=0

[Service]
Environment=QT_QPA_PLATFORM=wayland QT_QUICK_BACKEND=software LC_ALL=C.UTF-8
ExecStart=/usr/bin/env cage -d -- {command}
Restart=always
RestartSec=2

[Install]
WantedBy=default.target
"""

# A second trigger beside the running kiosk's own look: for a kiosk whose screen has failed. Persistent: a
# night on which the machine was off is made up for at its next start. Whoever comes second finds it done.
_EXPORT_UNIT = """[Unit]
Description=Ki-ot Binh dan hoc vu so: gui so lieu
After=network-online.target

[Service]
Type=oneshot
Environment=LC_ALL=C.UTF-8
ExecStart={command}
"""
_EXPORT_TIMER = """[Unit]
Description=Ki-ot Binh dan hoc vu so: gui so lieu moi toi

[Timer]
OnCalendar=*-*-* {hour:02d}:20:00 UTC
Persistent=true
RandomizedDelaySec=20min

[Install]
WantedBy=timers.target
"""

_WARD_UNIT = """[Unit]
Description=So nhan so lieu cua phuong
After=network-online.target
StartLimitIntervalSec=0

[Service]
Environment=LC_ALL=C.UTF-8
ExecStart={command}
Restart=always
RestartSec=5

[Install]
WantedBy=default.target
"""


def service_text(python: str, config: Path | None, data_folder: Path) -> str:
    """The unit; *python* is the interpreter of the environment the kiosk is installed in."""
    return _UNIT.format(command=_command(python, ("run",), config, data_folder))


def export_service_text(python: str, config: Path | None, data_folder: Path) -> str:
    """The unit that exports once."""
    return _EXPORT_UNIT.format(command=_command(python, ("export",), config, data_folder))


def export_timer_text(hour: int) -> str:
    """The timer that starts it in the evening, after *hour* in Hà Nội.

    Written in UTC: without tzdata, which a bare Debian lacks, systemd refuses a timer with a city in it.
    """
    ahead = HANOI.utcoffset(None)
    return _EXPORT_TIMER.format(hour=(hour - int(ahead.total_seconds()) // 3600) % 24)


def ward_service_text(python: str, serve: Sequence[str], config: Path | None, data_folder: Path) -> str:
    """The unit of the ward's receiver; *serve* are the options of `kiosk ward serve`."""
    return _WARD_UNIT.format(command=_command(python, ("ward", "serve", *serve), config, data_folder))


def _command(python: str, what: Sequence[str], config: Path | None, data_folder: Path) -> str:
    command = [python, "-m", "kiosk", *what, "--data", str(data_folder)]
    if config is not None:
        command += ["--config", str(config)]
    return " ".join(_quoted(part) for part in command)


def _quoted(part: str) -> str:
    """As systemd reads it: in double quotes, with its own escapes for quotes, `%` and `$`."""
    escaped = part.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"' if escaped != part or " " in part else part
