"""What a machine needs of a release: its kind, its Python, and what was installed on it beside the lock."""

from __future__ import annotations

import platform
import sys
from dataclasses import dataclass
from importlib.util import find_spec

EXTRAS = {"piper": ("onnxruntime",), "camera": ("cv2", "zxingcpp")}
"""The extras of ``pyproject.toml`` that a kiosk may have, by the modules that show it."""


@dataclass(frozen=True, slots=True)
class Machine:
    """`kind`: system and processor, as ``linux-x86_64``. `python`: as ``3.13``. `extras`: see `EXTRAS`."""

    kind: str
    python: str
    extras: tuple[str, ...] = ()


def this_machine() -> Machine:
    return Machine(
        f"{sys.platform}-{platform.machine().lower()}",
        f"{sys.version_info[0]}.{sys.version_info[1]}",
        tuple(name for name, modules in EXTRAS.items() if all(find_spec(module) for module in modules)),
    )


def lock_of(extra: str) -> str:
    """Where a pack has the lock of that extra."""
    return f"program/requirements-{extra}.lock"
