"""Waiting for a condition instead of for the clock."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable


def until(holds: Callable[[], object], within_s: float = 20.0) -> None:
    """Return as soon as *holds()* is true; fail after *within_s*, which is only a guard against hanging."""
    ends_s = time.monotonic() + within_s
    while not holds():
        assert time.monotonic() < ends_s, "the condition never came true"
        threading.Event().wait(0.002)
