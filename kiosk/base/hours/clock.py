"""What time it is, how sure we are, and how long things take.

Durations always come from the monotonic clock; the wall clock is only ever stored floored to a quarter of
an hour. Kiosks are carried about, lose power and may start in the year 2000: `clock_ok` says whether the
wall clock may be believed.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, Protocol

QUARTER_S = 900
RELEASED_S = int(datetime(2026, 11, 1, tzinfo=UTC).timestamp())  # no kiosk runs before it was written
AHEAD_S = 180 * 86_400  # further on than anything known here, a calendar needs somebody who vouches for it
ASK_AGAIN_S = 60.0
SET_BACK_S = 120.0  # a smaller step back is time synchronisation at work
BOOT_ID_FILE = Path("/proc/sys/kernel/random/boot_id")


class WallTime(NamedTuple):
    """`wall_s`: seconds since 1970, UTC, and whether they may be believed."""

    wall_s: float
    clock_ok: bool


class Moment(NamedTuple):
    """`wall_s`: seconds since 1970, UTC. `up_s`: monotonic seconds of this boot, sleep included."""

    wall_s: float
    up_s: float
    boot: str  # 32 hex digits
    clock_ok: bool

    @property
    def wall(self) -> WallTime:
        return WallTime(self.wall_s, self.clock_ok)


class Clock(Protocol):
    def now(self) -> Moment: ...

    def wall(self) -> WallTime:
        """What a clock on the wall shows; costs less than a whole moment."""

    def remember(self, wall_s: float) -> None:
        """The log holds a believed event of this wall time: an earlier clock has been set back."""

    def confirm(self) -> None:
        """Somebody who stands here says that it shows the right time: what the log holds counts no more."""


def quarter(wall_s: float) -> int:
    """The beginning of the quarter of an hour, in seconds since 1970."""
    return int(wall_s // QUARTER_S) * QUARTER_S


class SystemClock:
    """The clock of this machine. Safe to use from every thread."""

    def __init__(self, is_kept: Callable[[], bool | None] | None = None) -> None:
        """*is_kept*: as `is_synchronised`, which is asked on a thread of its own."""
        self._boot = ""
        self._latest_wall_s = self._vouched_s = float(RELEASED_S)
        self._is_kept = is_kept or is_synchronised
        self._network_vouches, self._ask_at_s = False, 0.0
        self._asking = threading.Lock()

    def now(self) -> Moment:
        wall_s, clock_ok = self.wall()
        self._boot = self._boot or _boot_id()
        return Moment(wall_s, _up_s(), self._boot, clock_ok)

    def wall(self) -> WallTime:
        wall_s = time.time()
        return WallTime(wall_s, self._believable(wall_s))

    def remember(self, wall_s: float) -> None:
        # A calendar that was ahead once would otherwise make the right one wrong until that day comes.
        if wall_s - SET_BACK_S <= time.time() or not is_synchronised():
            self._latest_wall_s = max(self._latest_wall_s, wall_s)

    def confirm(self) -> None:
        self._latest_wall_s, self._vouched_s = float(RELEASED_S), time.time()

    def _believable(self, wall_s: float) -> bool:
        if wall_s < self._latest_wall_s - SET_BACK_S:
            return False
        latest_s = max(self._latest_wall_s, self._vouched_s)
        return wall_s <= latest_s + AHEAD_S or self._is_kept_right()

    def _is_kept_right(self) -> bool:
        """Whether the network keeps the clock, as far as is known yet: nobody waits for the answer."""
        now_s = time.monotonic()
        if now_s >= self._ask_at_s and self._asking.acquire(blocking=False):
            self._ask_at_s = now_s + ASK_AGAIN_S
            threading.Thread(target=self._ask, name="is the clock kept", daemon=True).start()
        return self._network_vouches

    def _ask(self) -> None:
        try:
            self._network_vouches = self._is_kept() is True
        finally:
            self._asking.release()


def is_synchronised() -> bool | None:
    """Whether the network keeps the system's clock right; None where nobody can say. Takes milliseconds."""
    import shutil  # asked where the log and the clock disagree, and by the doctor
    import subprocess

    asked = shutil.which("timedatectl")
    if asked is None:
        return None
    command = [asked, "show", "--property=NTPSynchronized", "--value"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=5, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return {"yes": True, "no": False}.get(answer.stdout.strip())


def _up_s() -> float:
    # CLOCK_BOOTTIME counts sleep, as Windows' monotonic clock does; CLOCK_MONOTONIC on Linux does not.
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


def _boot_id() -> str:
    """Linux names each boot. Elsewhere each process counts as a boot of its own: then the wall clock
    decides how old a crash is, which is the careful side.

    The name is hashed: systemd asks that ids of the machine are not written into files as they are.
    """
    import hashlib  # they and OpenSSL wait until the invitation is seen
    import uuid

    try:
        name = BOOT_ID_FILE.read_text("ascii").strip()
    except OSError:
        return uuid.uuid4().hex
    return hashlib.sha256(b"kiosk-boot\n" + name.encode()).hexdigest()[:32]
