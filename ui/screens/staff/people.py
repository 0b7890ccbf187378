"""Who may help here, as an administrator sees and changes it."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from ui.screens.aside import HotlineProps
from ui.screens.helpers import AGAIN_ONLY, WITHOUT_CALL, bar
from ui.screens.page import Control, Line, Page, Teller
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.actions.staff import PickName, PickPerson, PickRole, StaffDo
from ui.visit.staff.people import StaffMember
from ui.visit.staff.register import ROLES
from ui.visit.staff.stages import NewName, NewPin, NewRole, OnePerson, Outcome, People, PeopleStage, Sure
from ui.visit.visit import Visit


def derive_people(visit: Visit, stage: PeopleStage, around: Surroundings) -> Page:
    """One of the screens about people."""
    tell = around.tell(visit.preferences.language)
    match stage:
        case People():
            return _list(tell, stage)
        case OnePerson():
            return _one(tell, stage, visit)
        case Sure():
            return _sure(tell, stage)
        case NewRole():
            roles = (Control(PickRole(role), tell(f"role.{role}"), "person") for role in ROLES)
            return _asking(tell, "people.role", tell("people.which_role"), tuple(roles))
        case NewName():
            return _name(tell, stage)
        case NewPin():
            return _pin(tell, stage)
        case never:
            assert_never(never)


def described(tell: Teller, member: StaffMember) -> str:
    """``Bạn Mai · Tình nguyện viên``."""
    return f"{member.shown} · {tell(f'role.{member.role}')}"


def _list(tell: Teller, stage: People) -> Page:
    members = stage.members or ()
    waiting = tell("door.wait") if stage.members is None else ""
    rows = (
        Control(
            PickPerson(one.id),
            described(tell, one) if one.active else f"{described(tell, one)} · {tell('people.off')}",
            "person" if one.active else "lock",
        )
        for one in members
    )
    page = _asking(
        tell, "people", tell("people.heading"), tuple(rows), _outcome_words(tell, stage.told) or waiting
    )
    add = Control(StaffDo.ADD_MEMBER, tell("people.add"), "plus", kind="plain")
    return replace(page, primary=add if stage.members is not None and not stage.told else None)


def _one(tell: Teller, stage: OnePerson, visit: Visit) -> Page:
    member = stage.member
    myself = visit.staff is not None and visit.staff.member.id == member.id
    deeds: tuple[Control, ...] = (Control(StaffDo.ENABLE, tell("people.enable"), "check"),)
    if member.active:
        deeds = (Control(StaffDo.RESET_PIN, tell("people.reset"), "key"),)
        deeds += () if myself else (Control(StaffDo.DISABLE, tell("people.disable"), "lock"),)
    off = "" if member.active else tell("people.is_off")
    return _asking(
        tell, "people.one", described(tell, member), deeds, _outcome_words(tell, stage.told) or off
    )


def _sure(tell: Teller, stage: Sure) -> Page:
    key = stage.deed.replace("-", "_")
    return _asking(
        tell,
        f"people.sure.{stage.deed}",
        tell(f"people.sure_{key}", name=stage.member.shown),
        (
            Control(StaffDo.YES, tell(f"people.yes_{key}"), "check"),
            Control(Do.BACK, tell("people.no"), "cross"),
        ),
        tell(f"people.then_{key}"),
        helpers=False,
    )


def _name(tell: Teller, stage: NewName) -> Page:
    names = (Control(PickName(at), name, "person") for at, name in enumerate(stage.offered))
    told = _outcome_words(tell, stage.told) or tell("people.why_flowers")
    return _asking(tell, "people.name", tell("people.which_name"), tuple(names), told)


def _pin(tell: Teller, stage: NewPin) -> HotlineProps:
    number = f"{stage.pin[:3]}\u00a0{stage.pin[3:]}"
    return HotlineProps(
        template="hotline",
        place="people.pin",
        language=tell.language,
        heading=tell("people.pin", name=stage.member.shown),
        sentence=tell("people.once"),
        icon="key",
        primary=Control(Do.DONE, tell("people.handed_over"), "check"),
        bar=bar(tell, AGAIN_ONLY),
        private=True,
        never_aloud=True,  # whoever hears it in the room could use it
        number=number,
        spoken_extra=(Line("number", number),),
    )


def _outcome_words(tell: Teller, told: Outcome) -> str:
    return tell(f"people.{told}") if told else ""


def _asking(
    tell: Teller,
    place: str,
    heading: str,
    choices: tuple[Control, ...],
    sentence: str = "",
    *,
    helpers: bool = True,
) -> Page:
    return Page(
        template="choice",
        place=place,
        language=tell.language,
        heading=heading,
        sentence=sentence,
        icon="key",
        choices=choices,
        bar=bar(tell, WITHOUT_CALL if helpers else AGAIN_ONLY),
    )
