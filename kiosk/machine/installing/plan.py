"""What an installed kiosk consists of on its machine, file by file: the templates in `files/`, filled."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from kiosk.base.files.paths import endings_file
from kiosk.base.hours.opening import HANOI
from kiosk.machine.installing import places

CAGE = "/usr/bin/cage"
_MOUNT = "/usr/bin/systemd-mount --no-block --no-ask-password --collect --automount=no --fsck=no"
_START = ("/bin/sh", str(places.START_SCRIPT))
_OWN_ENDINGS = '"${XDG_DATA_HOME:-$HOME/.local/share}/kiosk-bdhvs/endings"'
_SAFE = "nodev,nosuid,noexec,noatime"
_TEMPLATES = {
    places.UNITS / places.SERVICE: places.SERVICE,
    places.UNITS / places.STOPPED: places.STOPPED,
    places.UNITS / places.AGAIN: places.AGAIN,
    places.UNITS / places.EXPORT_SERVICE: places.EXPORT_SERVICE,
    places.UNITS / places.EXPORT_TIMER: places.EXPORT_TIMER,
    places.GETTY: "getty.conf",
    places.LOGIND: "logind.conf",
    places.MANAGER: "system.conf",
    places.SYSRQ: "sysctl.conf",
    places.STICKS: "sticks.rules",
    places.AGAIN_SCRIPT: "again.sh",
    places.COUNT_SCRIPT: "count.sh",
    places.START_SCRIPT: "start.sh",
    places.TEXT: "stopped.txt",
}
_SESSION_TEMPLATES = {
    places.SESSION: "session.sh",
    places.COUNT_SCRIPT: "count.sh",
    places.SESSION_ENTRY: "session.desktop",
    places.GETTY: "getty.conf",
    places.LOGIND: "logind-desktop.conf",
    places.MANAGER: "system.conf",
    places.SYSRQ: "sysctl.conf",
}


def files_of(python: str, export_hour: int, data: Path = places.DATA) -> dict[Path, str]:
    """Of a machine without a desktop. *python* is the interpreter of the environment it was installed with;
    which program it runs is decided at each start (`files/start.sh`).
    """
    return _written(_TEMPLATES, python, _START, data, export_hour)


def session_files_of(python: str, data: Path | None = None) -> dict[Path, str]:
    """Of a machine with a desktop: whoever logs in chooses the kiosk or the desktop.

    Without *data* each has a log of their own. It runs what it was installed with: a pack changes no program
    that several people start.
    """
    return _written(_SESSION_TEMPLATES, python, (python, "-m", "kiosk"), data, 0)


def _written(
    templates: Mapping[Path, str], python: str, kiosk: Sequence[str], data: Path | None, export_hour: int
) -> dict[Path, str]:
    """*kiosk*: what starts it, before the name of the command."""
    where = (*(() if data is None else ("--data", str(data))), "--config", str(places.CONFIG))
    filled = {
        "USER": places.USER,
        "HOME": str(places.HOME),
        "PYTHON": shlex.quote(python),
        "PROGRAMS": str(places.PROGRAMS),
        "HOLDS": str(places.HOLDS_AFTER_S // places.STEP_S),
        "VISITS": str(places.HOLDS_AFTER_VISITS),
        "LOOKS": str(places.LOOKS_EVERY_S // places.STEP_S),
        "STEP": str(places.STEP_S),
        "CAGE": CAGE,
        "RUN": command((*kiosk, "run", *where)),
        "WATCH": command((python, "-m", "kiosk.machine.supervision.session_watch")),
        "EXPORT": command((*kiosk, "export", *where)),
        "PAGE": command((python, "-m", "kiosk.machine.supervision.stopped_page", str(places.AGAIN_AFTER_S))),
        "TEXT": str(places.TEXT),
        "COUNT": str(places.COUNT_SCRIPT),
        "ENDINGS": _OWN_ENDINGS if data is None else shlex.quote(str(endings_file(data))),
        "AGAIN": str(places.AGAIN_SCRIPT),
        "SECONDS": str(places.AGAIN_AFTER_S),
        "HOUR": utc_hour(export_hour),
        "MOUNT": _MOUNT,
        "SAFE": _SAFE,
        "MEDIA": str(places.MEDIA),
        "SESSION": str(places.SESSION),
    }
    return {file: _filled(template, filled) for file, template in templates.items()}


def utc_hour(hour: int) -> str:
    """Of an *hour* in Hà Nội."""
    ahead = HANOI.utcoffset(None)
    return f"{(hour - int(ahead.total_seconds()) // 3600) % 24:02d}"


def command(words: Sequence[str]) -> str:
    """As systemd reads it."""
    return " ".join(_quoted(word) for word in words)


def _filled(template: str, values: dict[str, str]) -> str:
    text = (files("kiosk.machine.installing") / "files" / template).read_text(encoding="utf-8")
    return re.sub(r"@([A-Z]+)@", lambda one: values[one[1]], text)


def _quoted(part: str) -> str:
    """In double quotes, with systemd's own escapes for quotes, `%` and `$`."""
    escaped = part.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"' if escaped != part or " " in part else part
