"""A process that crashes must not write its memory, with a visit in it, to the disk."""

from __future__ import annotations

import importlib
import sys


def forbid_core_dumps() -> None:
    """Also for the processes this one starts. On Windows nothing is dumped unless somebody sets it up.

    One byte and not none: to a program that collects cores (apport, systemd-coredump) Linux pipes one
    whatever the limit, but for a limit of one, which it takes for that program itself (fs/coredump.c).
    """
    if sys.platform != "win32":
        resource = importlib.import_module("resource")
        least = 1 if resource.getrlimit(resource.RLIMIT_CORE)[1] else 0  # who may have none can ask for none
        resource.setrlimit(resource.RLIMIT_CORE, (least, least))
