"""Shifts, the day and the closing of the point. Pure."""

from __future__ import annotations

from typing import Literal

from kiosk.base.events import PointClosed, ShiftEnded, ShiftStarted
from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.actions.staff import MenuEntry, StaffDo
from ui.visit.effects import ExportToStick, LookAtDay, SayThis
from ui.visit.staff import controls, sign_in
from ui.visit.staff.point import PointNow
from ui.visit.staff.stages import Closing, Today
from ui.visit.turns import Turn
from ui.visit.visit import Visit


def may_start(visit: Visit, point: PointNow) -> bool:
    """Whoever has the controls, and no shift open."""
    return visit.staff is not None and not point.on_duty_is(visit.staff.member.id)


def may_end(visit: Visit, point: PointNow) -> bool:
    return visit.staff is not None and point.on_duty_is(visit.staff.member.id)


def may_close(visit: Visit, point: PointNow) -> bool:
    """Also a point that nobody has checked; not twice."""
    return not visit.is_logged and point.state != "closed"


def show_today(visit: Visit) -> Turn:
    """The day, counted anew."""
    return Turn(visit.show(Today()), (LookAtDay(),))


def show_closing(visit: Visit) -> Turn:
    """The day, before it is closed."""
    return Turn(visit.show(Closing()), (LookAtDay(),))


def press_shift(visit: Visit, action: Literal[MenuEntry.SHIFT_START, MenuEntry.SHIFT_END]) -> Turn:
    """One touch begins or ends the shift of who has the controls; each ends their own."""
    if visit.staff is None:
        return Turn(visit)
    member = visit.staff.member
    if action is MenuEntry.SHIFT_START:
        return Turn(visit, (ShiftStarted(member.id), SayThis("point.shift_began", (("name", member.shown),))))
    return Turn(visit, (ShiftEnded(member.id), SayThis("point.shift_over", (("name", member.shown),))))


def on_press(visit: Visit, action: Action) -> Turn:
    """One press on the day, or on the closing of it."""
    match visit.stage, action:
        case ((Today(how=False, more=False) | Closing(closed=False)), StaffDo.SEE_MORE):
            return Turn(visit.show(Today(more=True)))
        case Today(how=False), StaffDo.HOW_COUNTED:
            return Turn(visit.show(Today(how=True)))
        case ((Today() | Closing(closed=False)), (Do.DONE | Do.BACK)):
            return Turn(visit.close())
        case ((Today() | Closing(closed=False)), StaffDo.COUNT_AGAIN):
            return Turn(visit, (LookAtDay(),))
        case Closing(closed=False), StaffDo.CLOSE_POINT if visit.staff and not visit.is_logged:
            return sign_in.ask_again(visit, action)
        case ((Today(how=False) | Closing(closed=True)), StaffDo.EXPORT_TO_STICK):
            return sign_in.ask_again(visit, action)
        case Closing(closed=True), (Do.LOCK | Do.DONE | Do.BACK):
            return Turn(controls.lock(visit))
        case _:
            return Turn(visit)


def proved(visit: Visit, action: Action) -> Turn:
    """What was pressed there is done: who has the controls has typed the PIN again."""
    match visit.stage, action:
        case Closing(closed=False), StaffDo.CLOSE_POINT if visit.staff and not visit.is_logged:
            return Turn(visit.swap(Closing(closed=True)), (PointClosed(visit.staff.member.id),))
        case ((Today(how=False) | Closing(closed=True)), StaffDo.EXPORT_TO_STICK):
            return Turn(visit, (ExportToStick(), SayThis("stick.looking")))
        case _:
            return Turn(visit)
