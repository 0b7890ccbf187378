"""Whether typed digits are the PIN that is kept: looked at in a process that takes them along.

OpenSSL frees the copy of the PIN that it is handed without wiping it; nothing in Python can reach that. Run
as ``python -m kiosk.point.staff.apart``: digits, pepper and the PIN as kept come in on standard input, and it
ends with `FITS` or `FITS_NOT`.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Sequence

from kiosk.base.system.other_program import PACKAGES
from kiosk.point.staff.pins import PEPPER_BYTES, fits

LOGGER = logging.getLogger(__name__)
COMMAND = (sys.executable, "-m", "kiosk.point.staff.apart")
FITS, FITS_NOT = 10, 11
WITHIN_S = 20.0


def fits_apart(digits: Sequence[int], kept_pin: str, pepper: bytes, command: Sequence[str] = COMMAND) -> bool:
    """Whether they are. Where no process starts they are looked at here: staff are needed just then."""
    asked = bytearray((len(digits), *digits))
    try:
        status = _ask(asked, pepper + kept_pin.encode(), command)
        if status in (FITS, FITS_NOT):
            return status == FITS
        LOGGER.warning("the process that looks at a PIN ended with %s", status)
    except (OSError, subprocess.SubprocessError) as failure:
        LOGGER.warning("no process looks at a PIN: %s", type(failure).__name__)
    finally:
        asked[:] = bytes(len(asked))
    return fits(digits, kept_pin, pepper)


def _ask(digits: bytearray, pepper_and_pin: bytes, command: Sequence[str]) -> int:
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would flash a console over the resident
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        cwd=PACKAGES,
        creationflags=hidden,
    ) as process:
        assert process.stdin is not None
        try:
            process.stdin.write(digits)
            process.stdin.write(pepper_and_pin)
            process.stdin.close()
            return process.wait(WITHIN_S)
        except (OSError, subprocess.TimeoutExpired):  # it does not listen, or hangs: `with` would wait for it
            process.kill()
            raise


def main() -> int:
    """Judge what comes in."""
    length = os.read(0, 1)[0]
    digits = [os.read(0, 1)[0] for _ in range(length)]
    pepper_and_pin = b""
    while part := os.read(0, 4096):
        pepper_and_pin += part
    pepper, kept_pin = pepper_and_pin[:PEPPER_BYTES], pepper_and_pin[PEPPER_BYTES:].decode()
    return FITS if fits(digits, kept_pin, pepper) else FITS_NOT


if __name__ == "__main__":
    os._exit(main())
