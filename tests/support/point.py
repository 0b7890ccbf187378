"""What looks after a point, in the hand of a test: fits `ui.visit.ports.PointPort`, and answers at once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from support.stage import Stage

from kiosk.base.events import KioskEvent
from kiosk.log.sessions.duty import Duty
from kiosk.point.tour.staff_day import POINT
from ui.visit.effects import PointEffect
from ui.visit.staff.point import OnDuty


@dataclass
class HandPoint:
    """Keeps every effect; the state of the point follows the same rules as in the log."""

    stage: Stage
    done: list[PointEffect] = field(default_factory=list)
    duty: Duty = field(default_factory=Duty)

    def carry_out(self, effect: PointEffect) -> None:
        self.done.append(effect)
        if not isinstance(effect, KioskEvent):
            return
        self.duty = self.duty.after(effect, 0)
        now = replace(
            POINT,
            state=self.duty.point,
            on_duty=tuple(OnDuty(one, one) for one in self.duty.on_duty),
            answers=self.duty.check.answers if self.duty.check else None,
        )
        self.stage.conductor.surround(now)


def with_office(stage: Stage) -> HandPoint:
    """The point of *stage*, open."""
    point = HandPoint(stage)
    stage.point_port.open(point)
    return point
