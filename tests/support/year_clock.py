"""A clock that is put forward by hand, for days that pass in seconds; and may be wrong for a while."""

from __future__ import annotations

from datetime import datetime

from kiosk.base.hours.clock import AHEAD_S, RELEASED_S, SET_BACK_S, Moment, SystemClock, WallTime


class YearClock:
    """Fits `kiosk.base.hours.clock.Clock`: the real one, and so many seconds more. `wrong_s`: by so much the
    calendar is wrong; *boot*: which boot of the machine it is, 32 hex digits.
    """

    def __init__(self, begins: datetime, boot: str) -> None:
        self._real, self._boot = SystemClock(), boot
        self._more_s, self.wrong_s = 0.0, 0.0
        self._begins_s = begins.timestamp() - self._real.now().wall_s

    def now(self) -> Moment:
        real = self._real.now()
        wall_s = real.wall_s + self._begins_s + self._more_s + self.wrong_s
        believed = wall_s >= RELEASED_S and -SET_BACK_S <= self.wrong_s <= AHEAD_S
        return Moment(wall_s, real.up_s + self._more_s, self._boot, believed)

    def wall(self) -> WallTime:
        return self.now().wall

    def remember(self, wall_s: float) -> None:
        """What a log says of the time is not asked here."""

    def confirm(self) -> None:
        pass

    @property
    def up_s(self) -> float:
        return self.now().up_s

    def later(self, seconds: float) -> None:
        self._more_s += seconds

    def until(self, moment: datetime) -> None:
        """That moment, were the calendar right; the past stays past."""
        self.later(max(moment.timestamp() - (self.now().wall_s - self.wrong_s), 0.0))
