"""Tells systemd of this process that it is ready, and that it still works (sd_notify(3)).

`WATCHDOG_PID` is not looked at: it names cage, which systemd has started, while the kiosk is its child. The
unit says `NotifyAccess=all` for that.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, MutableMapping
from contextlib import suppress

NAMES = ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID")


class Notifier:
    """Silent where no service manager listens: on a desktop, on Windows, in the checks."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self.address = environment.get("NOTIFY_SOCKET", "") if sys.platform != "win32" else ""
        self.watchdog_s = _seconds(environment.get("WATCHDOG_USEC", "")) if self.address else 0.0
        """How long systemd waits for a sign of life. 0: it does not."""

    @property
    def is_heard(self) -> bool:
        """Whether somebody keeps this process running: systemd, or a session's script."""
        return self.address != ""

    def tell(self, *lines: str) -> None:
        """Never waits and never fails: who does not listen is not told."""
        if not self.address:
            return
        import socket  # the first frame waits for no import

        to = "\0" + self.address[1:] if self.address.startswith("@") else self.address
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.setblocking(False)
            line.sendto("\n".join(lines).encode(), to)


def taken_from(environment: MutableMapping[str, str] = os.environ) -> Notifier:
    """The notifier of this process alone: what it starts is not handed the socket.

    Debian 13's dbus-daemon, which Qt starts where a desktop has none, says `READY=1` to what it inherits.
    """
    notifier = Notifier(environment)
    for name in NAMES:
        environment.pop(name, None)
    return notifier


def _seconds(microseconds: str) -> float:
    try:
        return max(int(microseconds), 0) / 1_000_000
    except ValueError:
        return 0.0
