"""`python -m kiosk.machine.supervision.session_watch COMMAND…`: on a laptop nothing else ends a kiosk that
is frozen.

The kiosk tells it what it tells systemd on a machine of its own (`kiosk.machine.supervision.sd_notify`).
Where the
signs of life stop, everything that COMMAND has started is killed, and the session's script opens it again.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

READY_WITHIN_S, SIGN_WITHIN_S, ENDS_WITHIN_S = 90.0, 15.0, 10.0
HUNG = 124
_SIGNS = {b"READY=1", b"WATCHDOG=1"}


def watch(command: Sequence[str], ready_s: float = READY_WITHIN_S, sign_s: float = SIGN_WITHIN_S) -> int:
    """The exit code of *command*; `HUNG` where it was killed because no sign came."""
    with (
        tempfile.TemporaryDirectory(prefix="kiosk-bdhvs-") as folder,
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line,
    ):
        line.bind(place := str(Path(folder) / "notify"))
        line.settimeout(0.5)
        watchdog = {"NOTIFY_SOCKET": place, "WATCHDOG_USEC": str(int(sign_s * 1_000_000))}
        process = subprocess.Popen(command, env=os.environ | watchdog, start_new_session=True)
        try:
            return _code(process, line, ready_s, sign_s)
        finally:
            _end_all_of(process)


def _code(process: subprocess.Popen[bytes], line: socket.socket, ready_s: float, sign_s: float) -> int:
    until = time.monotonic() + ready_s
    while process.poll() is None:
        try:
            if _SIGNS & set(line.recv(4096).split(b"\n")):
                until = time.monotonic() + sign_s
        except TimeoutError:
            pass
        if time.monotonic() > until:
            sys.stderr.write("kiosk: no sign of life, it is opened again\n")
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return HUNG
    return process.returncode


def _end_all_of(process: subprocess.Popen[bytes]) -> None:
    """Asked first, so that the kiosk writes its last event; what is left after that is killed."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
        until = time.monotonic() + ENDS_WITHIN_S
        while time.monotonic() < until:
            process.poll()
            os.killpg(process.pid, 0)  # fails when nobody is left
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def main(command: Sequence[str]) -> int:
    signal.signal(
        signal.SIGTERM, lambda *_: sys.exit(0)
    )  # the session ends: so does the kiosk, in good order
    return watch(command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
