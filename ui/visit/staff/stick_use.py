"""Staff use the ward's stick, and read what is new. Pure."""

from __future__ import annotations

from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.actions.staff import StaffDo
from ui.visit.effects import SayThis, TakeFromStick, UseStick
from ui.visit.press_context import PressContext
from ui.visit.staff.point import PointNow
from ui.visit.staff.stages import StickInUse
from ui.visit.turns import Turn
from ui.visit.visit import Visit


def may_use(_: Visit, point: PointNow) -> bool:
    """Only where a stick is plugged in."""
    return point.ward_stick.plugged


def begin(visit: Visit) -> Turn:
    """Who has the controls has just typed the PIN."""
    return Turn(visit.show(StickInUse()), (UseStick(),))


def on_press(visit: Visit, action: Action, context: PressContext) -> Turn:
    """One press on the stick's screen."""
    match visit.stage, action:
        case StickInUse(), StaffDo.INSTALL if context.point.ward_stick.state == "asking":
            return Turn(visit, (TakeFromStick(agreed=True), SayThis("usb.installing")))
        case StickInUse(), StaffDo.NOT_NOW if context.point.ward_stick.state == "asking":
            return Turn(visit, (TakeFromStick(agreed=False), SayThis("usb.later")))
        case StickInUse(), (Do.DONE | Do.BACK):
            return Turn(visit.close())
        case _:
            return Turn(visit)
