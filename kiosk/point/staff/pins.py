"""Six random digits, and how they are kept: Argon2id with a secret that is not in the register.

A stolen register gives away six digits in days; without the secret, which lies in a file of its own, in none.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kiosk.base.files.durable import keep_once
from kiosk.base.messages.system_errors import Reason, Unusable

DIGITS = 6
PEPPER_BYTES = 32
_SALT_BYTES, _KEY_BYTES = 16, 32
_ITERATIONS, _LANES, _MEMORY_KIB = 3, 1, 64 * 1024  # some 0.2 s on a kiosk; RFC 9106's second choice


class PepperUnusable(Unusable):
    """The secret beside the register is lost or cannot be used, or none can be made."""


def new_pin() -> str:
    """Six digits from the system's randomness; none that everybody tries first."""
    while True:
        pin = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
        if not is_guessed_first(pin):
            return pin


def is_guessed_first(pin: str) -> bool:
    """One digit six times, or six in a row up or down."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return steps in ({0}, {1}, {9})


def kept(pin: str, pepper: bytes) -> str:
    """What *pin* is later checked against (PHC string). Takes tenths of a second."""
    argon2 = Argon2id(
        salt=os.urandom(_SALT_BYTES),
        length=_KEY_BYTES,
        iterations=_ITERATIONS,
        lanes=_LANES,
        memory_cost=_MEMORY_KIB,
        secret=pepper,
    )
    return argon2.derive_phc_encoded(pin.encode())


def fits(pin: str | Sequence[int], kept_pin: str, pepper: bytes) -> bool:
    """Whether *pin*, as text or as the digits that were typed, is the one kept. False also for what was
    damaged. Takes tenths of a second. See `kiosk.point.staff.apart` for digits of which nothing may be left.
    """
    typed = bytearray(pin.encode()) if isinstance(pin, str) else bytearray(ord("0") + digit for digit in pin)
    try:
        Argon2id.verify_phc_encoded(typed, kept_pin, pepper)  # type: ignore[arg-type]  # any buffer will do
    except (InvalidKey, ValueError):
        return False
    finally:
        typed[:] = bytes(len(typed))
    return True


def make_pepper(file: Path) -> bytes:
    """The secret kept in *file*, made now if there is none. Raises `PepperUnusable`."""
    try:
        with contextlib.suppress(FileExistsError):
            if not file.exists():
                keep_once(file, os.urandom(PEPPER_BYTES))
    except OSError as failure:
        raise PepperUnusable.to_write(file, failure) from failure
    return read_pepper(file)


def read_pepper(file: Path) -> bytes:
    """The secret kept in *file*. Raises `PepperUnusable`, also where there is none: then no PIN fits."""
    try:
        pepper = file.read_bytes()
    except FileNotFoundError as failure:
        raise PepperUnusable(
            f"mất {file}; chép lại từ bản sao, hoặc cấp mã mới cho mọi người",
            f"{file} is lost; put a copy back, or reset every PIN",
        ) from failure
    except OSError as failure:
        raise PepperUnusable.to_read(file, failure) from failure
    if len(pepper) != PEPPER_BYTES:
        then = Reason("; cất tệp ấy đi và cấp mã mới cho mọi người", "; take it away and reset every PIN")
        raise PepperUnusable.damaged(file, then)
    return pepper
