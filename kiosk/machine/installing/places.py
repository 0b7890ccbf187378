"""Where an installed kiosk has its things. Only `kiosk install` writes any of them."""

from __future__ import annotations

from pathlib import Path

from kiosk.base.files.paths import INSTALLED

USER = "kiosk-bdhvs"
HOME = INSTALLED
DATA = HOME / "data"
CONFIG = Path("/etc/xdg/kiosk-bdhvs/kiosk.toml")
MEDIA = Path("/media/kiosk-bdhvs")
PROGRAM = Path("/opt/kiosk-bdhvs")
"""What this machine was installed with: root's, and what is gone back to last."""
PROGRAMS = HOME / "programs"
"""Programs that came as packs, each in a folder of its own: the kiosk's user's."""

UNITS = Path("/etc/systemd/system")
SERVICE = "kiosk-bdhvs.service"
STOPPED = "kiosk-bdhvs-stopped.service"
AGAIN = "kiosk-bdhvs-again.service"
AGAIN_SCRIPT = Path("/etc/xdg/kiosk-bdhvs/again")
COUNT_SCRIPT = Path("/etc/xdg/kiosk-bdhvs/count")
START_SCRIPT = Path("/etc/xdg/kiosk-bdhvs/start")
"""Starts the program that is in force, and goes back from one that does not hold."""
EXPORT_SERVICE, EXPORT_TIMER = "kiosk-bdhvs-export.service", "kiosk-bdhvs-export.timer"
STICKS = Path("/etc/udev/rules.d/90-kiosk-bdhvs-sticks.rules")
SYSRQ = Path("/etc/sysctl.d/90-kiosk-bdhvs.conf")
LOGIND = Path("/etc/systemd/logind.conf.d/90-kiosk-bdhvs.conf")
MANAGER = Path("/etc/systemd/system.conf.d/90-kiosk-bdhvs.conf")
GETTY = UNITS / "getty@.service.d" / "90-kiosk-bdhvs.conf"
TEXT = Path("/etc/xdg/kiosk-bdhvs/stopped.txt")
CTRL_ALT_DEL = UNITS / "ctrl-alt-del.target"
"""Masked: a link to nothing."""

AGAIN_AFTER_S = 300
HOLDS_AFTER_S = 690
"""How long a new program is on trial: ten minutes longer than systemd waits for it to be ready."""
HOLDS_AFTER_VISITS = 3
"""How many visits must also have ended with it."""
LOOKS_EVERY_S = 60
STEP_S = 5

SESSION = Path("/usr/local/bin/kiosk-bdhvs-session")
SESSION_ENTRY = Path("/usr/share/wayland-sessions/kiosk-bdhvs.desktop")
"""What a login screen offers beside the desktop."""
