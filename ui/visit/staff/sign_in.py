"""Staff come to the controls: who, then six digits. Until the PIN was right, all of it belongs to nobody."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import assert_never

from accessibility.preferences import Preferences
from ui.visit import calling
from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.actions.staff import PickMember, StaffDo, TypeDigit
from ui.visit.effects import CheckPin, ListStaff, SayThis
from ui.visit.staff import controls
from ui.visit.staff.answers import (
    Answer,
    Listed,
    LockedOut,
    NotAllowed,
    Opened,
    RegisterTrouble,
    WrongPin,
)
from ui.visit.staff.people import StaffMember
from ui.visit.staff.stages import PIN_DIGITS, PadNotice, PinPad, StaffOut, WhoOpens, Wish
from ui.visit.stage import StaffStage
from ui.visit.stages import Attract
from ui.visit.turns import Turn
from ui.visit.visit import Visit
from ui.words import Lasting


def knock(visit: Visit, wish: Action | None = None) -> Turn:
    """Ask who wants the controls. Not while it is open whose visit this is: that has its own minute.

    *wish*: what somebody has touched on a team's first screen; it is done once the PIN was right.
    """
    if visit.undecided or isinstance(visit.stage, StaffStage):
        return Turn(visit)
    adjusted = isinstance(visit.stage, Attract) and visit.stage.adjusted
    wished = Wish(wish or Do.KNOCK, visit.preferences) if wish is not None or adjusted else None
    return Turn(visit.show(WhoOpens(wish=wished)), (ListStaff(),))


def ask_again(visit: Visit, then: Action) -> Turn:
    """Who has the controls types the PIN once more before *then* is done: another may stand there now."""
    if visit.staff is None:
        return Turn(controls.lock(visit))
    return Turn(visit.show(PinPad(visit.staff.member, then=then)))


def on_press(visit: Visit, action: Action) -> Turn:
    """One press at the door."""
    if action in (Do.BACK, Do.DONE, Do.LOCK):
        return Turn(_leave(visit, action))
    match visit.stage:
        case WhoOpens(members=members, wish=wish) if members and isinstance(action, PickMember):
            member = next((one for one in members if one.id == action.which), None)
            return Turn(visit if member is None else visit.show(PinPad(member, wish=wish)))
        case PinPad() as pad if pad.notice not in ("checking", "locked-out"):
            return _type(visit, pad, action)
        case _:
            return Turn(visit)


def answered(visit: Visit, answer: Answer, first: Preferences) -> Turn:
    """The register has answered; nobody may be waiting for it any more. *first*: the kiosk's own look."""
    match visit.stage, answer:
        case WhoOpens() as stage, Listed(members=members):
            return _list(visit, stage, members)
        case WhoOpens(), RegisterTrouble():
            return Turn(visit.swap(WhoOpens((), trouble=True)), (SayThis("door.trouble"),))
        case PinPad(notice="checking") as pad, (
            Opened() | WrongPin() | LockedOut() | NotAllowed() | RegisterTrouble()
        ):
            return _judge(visit, pad, answer, first)
        case _:
            return Turn(visit)


def scanned(visit: Visit) -> Turn:
    """A scanner has read some code at the pad: nothing of it is a PIN, nor what it may have typed before."""
    match visit.stage:
        case PinPad(notice="checking"):
            return Turn(visit)
        case PinPad() as pad:
            return _refuse(visit, pad, "scanned")
        case _:
            return Turn(visit)


def _leave(visit: Visit, action: Action) -> Visit:
    """Back leads from the pad to the names, if there is a choice; all else to what lay beneath."""
    if isinstance(visit.stage, PinPad) and action is not Do.LOCK:
        names = isinstance(visit.close().stage, WhoOpens)
        if visit.stage.then or (names and action is Do.BACK):
            return visit.close()
    return controls.lock(visit) if visit.staff is None else controls.leave_door(visit)


def _list(visit: Visit, stage: WhoOpens, members: tuple[StaffMember, ...]) -> Turn:
    able = tuple(one for one in members if one.active)
    if len(able) == 1:
        return Turn(visit.swap(PinPad(able[0], wish=stage.wish)))
    return Turn(visit.swap(replace(stage, members=able)))


def _type(visit: Visit, pad: PinPad, action: Action) -> Turn:
    match action:
        case TypeDigit(digit):
            typed = (*pad.typed, digit)
        case StaffDo.ERASE:
            typed = pad.typed[:-1]
        case _:
            return Turn(visit)
    if len(typed) == PIN_DIGITS:
        checking = replace(pad, typed=typed, notice="checking", number=0)
        return Turn(visit.swap(checking), (CheckPin(pad.member.id, typed),))
    said = SayThis("door.typed", (("count", len(typed)), ("of", PIN_DIGITS)))
    return Turn(visit.swap(replace(pad, typed=typed)), (said,))


def _judge(
    visit: Visit,
    pad: PinPad,
    answer: Opened | WrongPin | LockedOut | NotAllowed | RegisterTrouble,
    first: Preferences,
) -> Turn:
    match answer:
        case Opened(member=member):
            # whoever waited for a person has one now; who had the controls has called themselves
            called = visit.staff is not None and visit.staff.member.id == member.id
            came = Turn(visit) if called else calling.taken(visit, member.id)
            resident = pad.wish.preferences if pad.wish else first
            return Turn(controls.take(came.visit, member, first, resident), came.effects)
        case WrongPin(tries_left=left):
            return _refuse(visit, pad, "wrong", left)
        case LockedOut(wait_s=wait_s):
            return _refuse(visit, pad, "locked-out", max(1, ceil(wait_s / 60)))
        case NotAllowed():
            return _refuse(visit, pad, "not-allowed")
        case RegisterTrouble():
            return _refuse(visit, pad, "trouble")
        case never:
            assert_never(never)


def _refuse(visit: Visit, pad: PinPad, notice: PadNotice, number: int = 0) -> Turn:
    refused = replace(pad, typed=(), notice=notice, number=number)
    if notice == "locked-out":  # another page, which is said whole
        return Turn(visit.swap(refused))
    return Turn(visit.swap(refused), (SayThis(pad_sentence(refused), tuple(pad_values(refused).items())),))


def pad_sentence(pad: PinPad) -> str:
    """Which sentence the pad shows, and says when it changes."""
    return "door.again" if pad.then and not pad.notice else f"door.{NOTICE_WORDS[pad.notice]}"


def pad_values(pad: PinPad) -> dict[str, object]:
    """What fills it."""
    wait = Lasting.of_minutes(pad.number)
    return {"number": pad.number, "wait": wait, "name": pad.member.shown}


NOTICE_WORDS: dict[PadNotice, str] = {
    "": "how", "checking": "checking", "wrong": "wrong", "locked-out": "locked_out",
    "not-allowed": "not_allowed", "trouble": "trouble", "scanned": "scanned",
}  # fmt: skip
"""Keys of ``[door]``."""


def put_out(visit: Visit) -> Turn:
    """Who has the controls may no longer open the kiosk: they lock at once, and the screen says why."""
    if visit.staff is None:
        return Turn(visit)
    return Turn(controls.lock(visit).show(StaffOut(visit.staff.member.shown)))
