"""Who is on duty, and whether the point is open: folded from the kiosk's own events of one day. Pure.

A shift that nobody ended ends with its day: the next morning begins with nobody on duty.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from kiosk.base import events as v
from kiosk.log.sessions.events import Event

PointState: TypeAlias = Literal["unchecked", "open", "refused", "closed"]
"""`refused`: speech or touch failed and no officer has said that the point may open all the same; also once
the shifts are over.
"""


@dataclass(frozen=True, slots=True)
class Shift:
    """Of one member of staff, by id; quarters of an hour, UTC. `until_s` is None while it goes on."""

    staff: str
    from_s: int
    until_s: int | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """A day so far. `check` is the last opening check, whatever came of it."""

    point: PointState = "unchecked"
    shifts: tuple[Shift, ...] = ()
    check: v.PointChecked | None = None

    @property
    def on_duty(self) -> tuple[str, ...]:
        """Ids, in the order in which their shifts began."""
        return tuple(shift.staff for shift in self.shifts if shift.until_s is None)

    def after(self, what: v.AnyEvent, wall_s: int) -> Duty:
        """The day once *what* has happened. What cannot be (ending a shift nobody began) changes nothing."""
        if isinstance(what, v.PointChecked):
            return replace(self, point="refused" if what.verdict == "refused" else "open", check=what)
        return self._after_shift(what, wall_s) if isinstance(what, v.ShiftEvent) else self

    def _after_shift(self, what: v.ShiftEvent, wall_s: int) -> Duty:
        match what:
            case v.PointClosed():
                over = replace(self, shifts=self._ended(wall_s, self.on_duty))
                return over if self.point == "refused" else replace(over, point="closed")
            case v.ShiftStarted(staff):
                begun = (*self.shifts, Shift(staff, wall_s))
                return self if staff in self.on_duty else replace(self, shifts=begun)
            case v.ShiftEnded(staff):
                return replace(self, shifts=self._ended(wall_s, (staff,)))

    def _ended(self, wall_s: int, staff: tuple[str, ...]) -> tuple[Shift, ...]:
        """A clock that was set back in between never makes a shift end before it began."""
        return tuple(
            replace(shift, until_s=max(wall_s, shift.from_s))
            if shift.until_s is None and shift.staff in staff
            else shift
            for shift in self.shifts
        )


def duty_of(events: Iterable[Event]) -> Duty:
    """The day of *events*, in the order of the log; those of visits are passed over."""
    duty = Duty()
    for event in events:
        duty = duty.after(event.what, event.wall_s)
    return duty
