"""A kiosk that lives a plan in a process of its own: started and heard from outside, measured from within."""

from __future__ import annotations

import ctypes
import json
import os
import re
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kiosk.base.files.paths import database_file

TESTS = Path(__file__).parents[1]
STAMP = re.compile(r"^\S+ \S+ (?=WARNING|ERROR|CRITICAL)")


@contextmanager
def lived(module: str, plan: dict[str, Any], file: Path) -> Iterator[Iterator[dict[str, Any]]]:
    """What `python -m MODULE` says of its life, row by row; *plan* is written to *file* for it.

    Raises `subprocess.CalledProcessError` where it does not end with 0 (killed: less than 0).
    """
    file.write_text(json.dumps(plan), "utf-8")
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "PULSE_SERVER": "unix:/nonexistent/socket",
        "XDG_RUNTIME_DIR": str(file.parent),
        "PYTHONPATH": os.pathsep.join((str(TESTS.parent), str(TESTS))),
    }
    words = [sys.executable, "-m", module, str(file)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        yield map(json.loads, process.stdout)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, words)


def say(what: dict[str, Any]) -> None:
    """One row, to whoever started this process."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def told(row: dict[str, Any]) -> str:
    """A row in one line, for people."""
    shown = (
        f"{name} {value:.1f}" if isinstance(value, float) else f"{name} {value}"
        for name, value in row.items()
    )
    return "  " + ", ".join(shown)


class Malloc(ctypes.Structure):
    """What glibc's `mallinfo2` tells, ten numbers of bytes and pieces; these two are needed."""

    _fields_ = (
        ("_before", ctypes.c_size_t * 4),
        ("mapped", ctypes.c_size_t),
        ("_between", ctypes.c_size_t * 2),
        ("in_use", ctypes.c_size_t),
        ("_after", ctypes.c_size_t * 2),
    )


def in_use_mb() -> float:
    """What was asked of glibc and not given back: without the gaps between it, which `rss_mb` counts too, and
    without Python's small objects and QML's heap. Raises `AttributeError` where there is no glibc 2.33.
    """
    tell = ctypes.CDLL(None).mallinfo2
    tell.restype = Malloc
    found = tell()
    return float(found.in_use + found.mapped) / 2**20


def held(data: Path) -> dict[str, Any]:
    """What this process holds now, and its data folder (kB)."""
    status = Path("/proc/self/status").read_text("ascii")
    rss = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    log = database_file(data)
    return {
        "rss_mb": int(rss.split()[1]) / 1024,
        "in_use_mb": in_use_mb(),
        "files": sum(1 for _ in Path("/proc/self/fd").iterdir()),
        "threads": threading.active_count(),
        "log_kb": log.stat().st_size // 1024,
        "data_kb": sum(one.stat().st_size for one in log.parent.rglob("*") if one.is_file()) // 1024,
    }


def warned_of(logbook: Path) -> Counter[str]:
    """What the logbook in that folder warns of, without the time."""
    lines = Counter[str]()
    for file in sorted(logbook.glob("*.log*")):
        for line in file.read_text("utf-8", "replace").splitlines():
            if STAMP.match(line):
                lines[STAMP.sub("", line)] += 1
    return lines
