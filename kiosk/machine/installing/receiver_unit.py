"""The systemd unit of the ward's receiver. Pure text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kiosk.machine.installing.plan import command as command_line

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


def ward_service_text(python: str, serve: Sequence[str], config: Path | None, data_folder: Path) -> str:
    """The unit of the ward's receiver; *serve* are the options of `kiosk ward serve`."""
    return _WARD_UNIT.format(command=_command(python, ("ward", "serve", *serve), config, data_folder))


def _command(python: str, what: Sequence[str], config: Path | None, data_folder: Path) -> str:
    command = [python, "-m", "kiosk", *what, "--data", str(data_folder)]
    if config is not None:
        command += ["--config", str(config)]
    return command_line(command)
