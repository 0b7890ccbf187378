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

MAINTENANCE = "kiosk.maintenance"
"""On the kernel's command line: no kiosk, and a login prompt, for this one start."""
AGAIN_AFTER_S = 300
HOLDS_AFTER_S, HOLDS_AFTER_VISITS, LOOKS_EVERY_S, STEP_S = 690, 3, 60, 5
"""When a new program is no longer on trial: ten minutes after systemd would have ended what is not ready, and
once so many visits have come to their end with it.
"""

SESSION = Path("/usr/local/bin/kiosk-bdhvs-session")
SESSION_ENTRY = Path("/usr/share/wayland-sessions/kiosk-bdhvs.desktop")
"""What a login screen offers beside the desktop."""
