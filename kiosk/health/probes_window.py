"""Looks at the screen, the touch panels and the fonts."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from kiosk.display.no_display import ask_display
from kiosk.health.display import SeenScreen, SeenWindowSystem

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
INPUTS = Path("/sys/class/input")
# linux/input-event-codes.h: a panel that reports where fingers are has ABS_MT_POSITION_X, and
# INPUT_PROP_DIRECT when what is touched is what is seen (a touch pad has not).
ABS_MT_POSITION_X = 0x35
INPUT_PROP_DIRECT = 0x01
TIMEOUT_S = 30


def see_window_system(environment: Mapping[str, str], fonts: Path = FONTS) -> SeenWindowSystem:
    """What Qt sees, asked in a process of its own; without one that answers the fonts alone are looked at."""
    command = [sys.executable, "-m", "ui.screen_probe", str(fonts)]
    extra = {} if ask_display(environment).state == "there" else {"QT_QPA_PLATFORM": "offscreen"}
    try:
        done = subprocess.run(
            command,
            env={**environment, **extra},
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=TIMEOUT_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return SeenWindowSystem(failure=f"no answer within {TIMEOUT_S} s")
    lines = done.stdout.strip().splitlines()
    if done.returncode != 0 or not lines:
        return SeenWindowSystem(failure=_why(done.stderr))
    return read_answer(lines[-1])


def read_answer(line: str) -> SeenWindowSystem:
    """The probe's line of JSON."""
    answer = json.loads(line)
    return SeenWindowSystem(
        screens=tuple(
            SeenScreen(one["name"], tuple(one["px"]), tuple(one["mm"])) for one in answer["screens"]
        ),
        touch_devices=tuple(answer["touch_devices"]),
        missing_letters=answer["missing_letters"],
        font_families=tuple(answer["font_families"]),
        font_trouble=tuple(answer["font_trouble"]),
    )


def _why(printed: str) -> str:
    """The line that names the cause: Qt puts advice about plugins after it."""
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    for line in lines:
        if "cannot open shared object" in line or "xcb-cursor0" in line or "could not connect" in line:
            return line
    return lines[-1] if lines else "Qt ended without a word"


def see_touch_panels(inputs: Path = INPUTS) -> tuple[str, ...] | None:
    """The names of the touch panels Linux knows; None on other systems."""
    if not inputs.is_dir():
        return None
    devices = sorted(inputs.glob("event*/device"))
    return tuple(
        _read(device / "name") or device.parent.name for device in devices if _is_touch_panel(device)
    )


def _is_touch_panel(device: Path) -> bool:
    fingers = _has_bit(device / "capabilities" / "abs", ABS_MT_POSITION_X)
    return fingers and _has_bit(device / "properties", INPUT_PROP_DIRECT)


def _has_bit(file: Path, bit: int) -> bool:
    """Whether *bit* is set in a sysfs bitmap: hexadecimal words of 64 bits, the highest first."""
    words = _read(file).split()[::-1]
    word, place = divmod(bit, 64)
    return word < len(words) and bool(int(words[word], 16) >> place & 1)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
