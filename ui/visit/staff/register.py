"""An administrator looks after who may help here: adds somebody, resets a PIN, takes or gives back the right.

Nothing is typed: who is added here is called by one of the names offered. The PIN is asked again for each
change: once on the way in, which is good for the first of them, then before each further one.

Names an administrator can give on the screen, where nothing is typed, are flowers: none is a real one. They
stand there in Vietnamese in every language. The command line takes any title and given name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import get_args

from kiosk.base.events import Role
from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.actions.staff import PickName, PickPerson, PickRole, StaffDo
from ui.visit.effects import AddMember, ListStaff, ResetPin, SetActive
from ui.visit.staff import sign_in
from ui.visit.staff.answers import Answer, ChangeRefused, Listed, PinMade, RegisterTrouble, RightChanged
from ui.visit.staff.people import StaffMember
from ui.visit.staff.stages import PEOPLE_STAGES, NewName, NewPin, NewRole, OnePerson, Outcome, People, Sure
from ui.visit.turns import Turn
from ui.visit.visit import Visit

ROLES: tuple[Role, ...] = get_args(Role)


def enter(visit: Visit) -> Turn:
    """From the menu to the list."""
    return Turn(visit.show(People()), (ListStaff(),))


def on_press(visit: Visit, action: Action) -> Turn:
    """One press on a screen about people."""
    if isinstance(visit.stage, People) and action is Do.BACK:
        return Turn(used_up(visit.close()))
    turn = _press(visit, action)
    if not any(isinstance(effect, CHANGES) for effect in turn.effects):
        return turn
    if visit.staff is None or not visit.staff.proved:
        return sign_in.ask_again(visit, action)
    return replace(turn, visit=used_up(turn.visit))


CHANGES = (AddMember, ResetPin, SetActive)
"""What lasts: the PIN is asked again before each."""


def used_up(visit: Visit) -> Visit:
    """The PIN that was typed again has been good for one change."""
    return visit if visit.staff is None else replace(visit, staff=replace(visit.staff, proved=False))


def _press(visit: Visit, action: Action) -> Turn:
    match visit.stage, action:
        case NewPin(), (Do.DONE | Do.BACK):
            return _list_again(visit)
        case _, Do.BACK:
            return Turn(visit.close())
        case People(members=members), PickPerson(member_id):
            member = next((one for one in members or () if one.id == member_id), None)
            return Turn(visit if member is None else visit.show(OnePerson(member)))
        case People(members=members), StaffDo.ADD_MEMBER if members is not None:
            return Turn(visit.show(NewRole(members)))
        case NewRole(members=members), PickRole(role):
            return Turn(visit.show(NewName(role, free_names(members))))
        case NewName(role=role, offered=offered), PickName(at) if at in range(len(offered)):
            return Turn(visit, (AddMember(role, offered[at]),))
        case OnePerson() as stage, _:
            return _one(visit, stage, action)
        case Sure(member=member, deed="reset-pin"), StaffDo.YES:
            return Turn(visit.close(), (ResetPin(member.id),))
        case Sure(member=member, deed="disable"), StaffDo.YES:
            return Turn(visit.close(), (SetActive(member.id, False),))
        case _:
            return Turn(visit)


def _one(visit: Visit, stage: OnePerson, action: Action) -> Turn:
    """Nobody takes their own right: an administrator who is alone could not give it back."""
    myself = visit.staff is not None and visit.staff.member.id == stage.member.id
    match action:
        case StaffDo.RESET_PIN if stage.member.active:
            return Turn(visit.show(Sure(stage.member, "reset-pin")))
        case StaffDo.DISABLE if stage.member.active and not myself:
            return Turn(visit.show(Sure(stage.member, "disable")))
        case StaffDo.ENABLE if not stage.member.active:
            return Turn(visit, (SetActive(stage.member.id, True),))
        case _:
            return Turn(visit)


def answered(visit: Visit, answer: Answer) -> Turn:
    """The register has answered."""
    match visit.stage, answer:
        case People() as people, Listed(members=members):
            return Turn(visit.swap(replace(people, members=members, outcome="")))
        case ((NewName() | OnePerson()), PinMade(member=member, pin=pin)):
            return Turn(_still_in(visit, member).show(NewPin(member, pin)))
        case OnePerson(), RightChanged():
            return _list_again(visit)
        case ((People() | OnePerson() | NewName()), (RegisterTrouble() | ChangeRefused())):
            return _show(visit, "trouble" if isinstance(answer, RegisterTrouble) else "refused")
        case _:
            return Turn(visit)


def _still_in(visit: Visit, member: StaffMember) -> Visit:
    """Who reset their own PIN came in with the old one, and has been told the new one."""
    if visit.staff is None or visit.staff.member.id != member.id:
        return visit
    return replace(visit, staff=replace(visit.staff, member=member))


def _show(visit: Visit, outcome: Outcome) -> Turn:
    match visit.stage:
        case People() as people:
            return Turn(visit.swap(replace(people, members=people.members or (), outcome=outcome)))
        case (OnePerson() | NewName()) as stage:
            return Turn(visit.swap(replace(stage, outcome=outcome)))
        case _:
            return Turn(visit)


def _list_again(visit: Visit) -> Turn:
    while isinstance(visit.stage, PEOPLE_STAGES) and len(visit.stages) > 1:
        visit = visit.close()
    return enter(visit)


TITLES = ("Bạn", "Cô", "Chú", "Bác", "Chị", "Anh")
FLOWERS = (
    "Sen", "Mai", "Đào", "Cúc", "Nhài", "Hồng", "Bưởi", "Phượng", "Lan", "Huệ", "Ly", "Mộc", "Lựu", "Ban",
    "Gạo", "Trà", "Súng", "Sim", "Quỳnh", "Bàng", "Trúc", "Tùng", "Thông", "Quế",
)  # fmt: skip
OFFERED = 6


def free_names(members: Iterable[StaffMember]) -> tuple[str, ...]:
    """The first few that no active member is called by; fewer than `OFFERED` where 138 are taken."""
    taken = {one.shown.casefold() for one in members if one.active}
    names = (f"{title} {flower}" for title in TITLES for flower in FLOWERS)
    return tuple(islice((name for name in names if name.casefold() not in taken), OFFERED))
