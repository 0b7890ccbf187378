"""The register's answers, to whichever screen of staff waits for them."""

from __future__ import annotations

from dataclasses import replace

from ui.visit.actions.action import Action
from ui.visit.actions.staff import MenuEntry
from ui.visit.press_context import PressContext
from ui.visit.staff import assist, controls, doors, duty, register, sign_in, stick_use
from ui.visit.staff.answers import Answer, Opened
from ui.visit.staff.people import StaffMember
from ui.visit.staff.stages import PEOPLE_STAGES, PinPad, StaffMenu
from ui.visit.turns import Turn
from ui.visit.visit import Visit


def answered(visit: Visit, answer: Answer, context: PressContext) -> Turn:
    """Nobody may be waiting any more: then nothing changes. A team that is on its way goes on at its door."""
    if isinstance(visit.stage, PEOPLE_STAGES):
        return register.answered(visit, answer)
    match visit.stage, answer:
        case PinPad(notice="checking", then=then), Opened(member=member) if then:
            return _proved(visit, then, member)
    turn = sign_in.answered(visit, answer, context.first)
    came = turn.visit
    wish = visit.stage.wish if isinstance(visit.stage, PinPad) else None
    fresh = context.point.ward_stick.plugged and context.point.ward_stick.state == "idle"
    if isinstance(came.stage, StaffMenu) and not came.is_logged and fresh:
        used = stick_use.begin(came)  # for this the stick was plugged in
        return Turn(used.visit, (*turn.effects, *used.effects))
    leads_on = wish is not None and assist.is_wish(wish.action) and assist.may_begin(came, context.point)
    if isinstance(came.stage, StaffMenu) and not came.is_logged and wish and leads_on:
        return Turn(assist.enter(came, wish.action).visit, turn.effects)
    if (
        not isinstance(came.stage, StaffMenu)
        or came.is_logged
        or not context.door_to_door
        or context.area is None
    ):
        return turn
    return Turn(doors.enter(came, context.route, context.area).visit, turn.effects)


def _proved(visit: Visit, then: Action, member: StaffMember) -> Turn:
    """Who has the controls has typed the PIN again: now *then* is done."""
    if visit.staff is None or visit.staff.member.id != member.id:
        return Turn(controls.lock(visit))
    sure = replace(visit.close(), staff=replace(visit.staff, member=member, proved=True, without_pin=False))
    if then is MenuEntry.PEOPLE:
        return register.enter(sure)
    if isinstance(sure.stage, PEOPLE_STAGES):
        return register.on_press(sure, then)
    if then is MenuEntry.STICK:
        return stick_use.begin(register.used_up(sure))
    return duty.proved(register.used_up(sure), then)
