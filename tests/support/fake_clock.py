"""A clock that tests set by hand. Fits `kiosk.base.hours.clock.Clock`; the same test holds it and the real
one.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

from kiosk.base.hours.clock import Moment, WallTime

START_S = datetime(2026, 11, 25, 1, 37, 12, tzinfo=UTC).timestamp()  # 08:37:12 in Hà Nội


class FakeClock:
    """Stands still until `pass_s`."""

    def __init__(self, wall_s: float = START_S, up_s: float = 1000.0) -> None:
        self.wall_s, self.up_s, self.clock_ok = wall_s, up_s, True
        self.boot = uuid.uuid4().hex
        self.remembered_s = 0.0

    def now(self) -> Moment:
        return Moment(self.wall_s, self.up_s, self.boot, self.clock_ok)

    def wall(self) -> WallTime:
        return WallTime(self.wall_s, self.clock_ok)

    def remember(self, wall_s: float) -> None:
        self.remembered_s = max(self.remembered_s, wall_s)

    def confirm(self) -> None:
        self.remembered_s = 0.0

    def pass_s(self, seconds: float) -> None:
        self.wall_s += seconds
        self.up_s += seconds

    def reboot(self, off_for_s: float = 30.0) -> None:
        """Power gone and back."""
        self.wall_s += off_for_s
        self.up_s = 15.0
        self.boot = uuid.uuid4().hex
