"""How long a thread was ready to run while the machine was busy with others: not the program's doing."""

from __future__ import annotations

from pathlib import Path

_OWN = Path("/proc/thread-self/schedstat")  # nanoseconds run, nanoseconds waited for a CPU, turns


def waited_for_cpu_ms() -> float:
    """Of the calling thread since it began; 0 where the system does not tell (only Linux does)."""
    try:
        return int(_OWN.read_text().split()[1]) / 1e6
    except OSError:
        return 0.0
