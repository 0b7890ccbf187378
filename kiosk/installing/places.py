"""Where an installed kiosk has its things. Nothing here is written by anybody but `kiosk install`."""

from __future__ import annotations

from pathlib import Path

from kiosk.files.paths import INSTALLED

USER = "kiosk-bdhvs"
HOME = INSTALLED
DATA = HOME / "data"
CONFIG = Path("/etc/xdg/kiosk-bdhvs/kiosk.toml")
MEDIA = Path("/media/kiosk-bdhvs")
PROGRAM = Path("/opt/kiosk-bdhvs")

UNITS = Path("/etc/systemd/system")
SERVICE = "kiosk-bdhvs.service"
STOPPED = "kiosk-bdhvs-stopped.service"
AGAIN = "kiosk-bdhvs-again.service"
AGAIN_SCRIPT = Path("/etc/xdg/kiosk-bdhvs/again")
EXPORT_SERVICE, EXPORT_TIMER = "kiosk-bdhvs-export.service", "kiosk-bdhvs-export.timer"
STICKS = Path("/etc/udev/rules.d/90-kiosk-bdhvs-sticks.rules")
SYSRQ = Path("/etc/sysctl.d/90-kiosk-bdhvs.conf")
LOGIND = Path("/etc/systemd/logind.conf.d/90-kiosk-bdhvs.conf")
MANAGER = Path("/etc/systemd/system.conf.d/90-kiosk-bdhvs.conf")
GETTY = UNITS / "getty@.service.d" / "90-kiosk-bdhvs.conf"
TEXT = Path("/etc/xdg/kiosk-bdhvs/stopped.txt")
CTRL_ALT_DEL = UNITS / "ctrl-alt-del.target"
"""Masked: a link to nothing."""

MAINTENANCE = "kiosk.maintenance"
"""On the kernel's command line: no kiosk, and a login prompt, for this one start."""
AGAIN_AFTER_S = 300

SESSION = Path("/usr/local/bin/kiosk-bdhvs-session")
SESSION_ENTRY = Path("/usr/share/wayland-sessions/kiosk-bdhvs.desktop")
"""What a login screen offers beside the desktop."""
