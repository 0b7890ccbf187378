"""The systemd unit that runs the kiosk on the screen of a machine without a desktop. Pure text."""

from __future__ import annotations

from pathlib import Path

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


def service_text(python: str, config: Path | None, data_folder: Path) -> str:
    """The unit; *python* is the interpreter of the environment the kiosk is installed in."""
    command = [python, "-m", "kiosk", "run", "--data", str(data_folder)]
    if config is not None:
        command += ["--config", str(config)]
    return _UNIT.format(command=" ".join(_quoted(part) for part in command))


def _quoted(part: str) -> str:
    """As systemd reads it: in double quotes, with its own escapes for quotes, `%` and `$`."""
    escaped = part.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"' if escaped != part or " " in part else part
