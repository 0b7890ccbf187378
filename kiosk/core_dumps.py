"""A process that crashes must not write its memory, with a visit in it, to the disk."""

from __future__ import annotations

import importlib
import sys


def forbid_core_dumps() -> None:
    """Also for the processes this one starts. On Windows nothing is dumped unless somebody sets it up."""
    if sys.platform != "win32":
        resource = importlib.import_module("resource")
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
