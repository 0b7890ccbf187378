"""Who may help here, as an administrator sees and changes it."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from ui.screens.aside import HotlineProps
from ui.screens.helpers import AGAIN_ONLY, WITHOUT_CALL, bar
from ui.screens.page import Control, Line, Page, Translator
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.actions.staff import PickName, PickPerson, PickRole, StaffDo
from ui.visit.staff.people import StaffMember
from ui.visit.staff.register import ROLES
from ui.visit.staff.stages import NewName, NewPin, NewRole, OnePerson, Outcome, People, PeopleStage, Sure
from ui.visit.visit import Visit


def derive_people(visit: Visit, stage: PeopleStage, around: Surroundings) -> Page:
    """One of the screens about people."""
    tr = around.tr(visit.preferences.language)
    match stage:
        case People():
            return _list(tr, stage)
        case OnePerson():
            return _one(tr, stage, visit)
        case Sure():
            return _sure(tr, stage)
        case NewRole():
            roles = (Control(PickRole(role), tr(f"role.{role}"), "person") for role in ROLES)
            return _asking(
                tr, "people.role", tr("people.which_role"), tuple(roles), drawing="steps/two-volunteers"
            )
        case NewName():
            return _name(tr, stage)
        case NewPin():
            return _pin(tr, stage)
        case never:
            assert_never(never)


def described(tr: Translator, member: StaffMember) -> str:
    """``Bạn Mai · Tình nguyện viên``."""
    return f"{member.shown} · {tr(f'role.{member.role}')}"


def _list(tr: Translator, stage: People) -> Page:
    members = stage.members or ()
    waiting = tr("door.wait") if stage.members is None else ""
    rows = (
        Control(
            PickPerson(one.id),
            described(tr, one) if one.active else f"{described(tr, one)} · {tr('people.off')}",
            "person" if one.active else "lock",
        )
        for one in members
    )
    page = _asking(
        tr, "people", tr("people.heading"), tuple(rows), _outcome_words(tr, stage.outcome) or waiting
    )
    add = Control(StaffDo.ADD_MEMBER, tr("people.add"), "plus", kind="plain")
    return replace(page, primary=add if stage.members is not None and not stage.outcome else None)


def _one(tr: Translator, stage: OnePerson, visit: Visit) -> Page:
    member = stage.member
    myself = visit.staff is not None and visit.staff.member.id == member.id
    deeds: tuple[Control, ...] = (Control(StaffDo.ENABLE, tr("people.enable"), "check"),)
    if member.active:
        deeds = (Control(StaffDo.RESET_PIN, tr("people.reset"), "key"),)
        deeds += () if myself else (Control(StaffDo.DISABLE, tr("people.disable"), "lock"),)
    off = "" if member.active else tr("people.is_off")
    said = _outcome_words(tr, stage.outcome) or off
    drawing = "steps/hands-over" if member.active else "steps/may-not-enter"
    return _asking(tr, "people.one", described(tr, member), deeds, said, drawing=drawing)


def _sure(tr: Translator, stage: Sure) -> Page:
    key = stage.deed.replace("-", "_")
    return _asking(
        tr,
        f"people.sure.{stage.deed}",
        tr(f"people.sure_{key}", name=stage.member.shown),
        (
            Control(StaffDo.YES, tr(f"people.yes_{key}"), "check"),
            Control(Do.BACK, tr("people.no"), "cross"),
        ),
        tr(f"people.then_{key}"),
        helpers=False,
        drawing="steps/may-not-enter" if stage.deed == "disable" else "steps/hands-over",
    )


def _name(tr: Translator, stage: NewName) -> Page:
    names = (Control(PickName(at), name, "person") for at, name in enumerate(stage.offered))
    outcome = _outcome_words(tr, stage.outcome) or tr("people.why_flowers")
    return _asking(tr, "people.name", tr("people.which_name"), tuple(names), outcome, drawing="scenes/lotus")


def _pin(tr: Translator, stage: NewPin) -> HotlineProps:
    number = f"{stage.pin[:3]}\u00a0{stage.pin[3:]}"
    return HotlineProps(
        place="people.pin",
        language=tr.language,
        heading=tr("people.pin", name=stage.member.shown),
        sentence=tr("people.once"),
        icon="key",
        drawing="steps/hands-over",
        primary=Control(Do.DONE, tr("people.handed_over"), "check"),
        bar=bar(tr, AGAIN_ONLY),
        private=True,
        never_aloud=True,  # whoever hears it in the room could use it
        number=number,
        spoken_extra=(Line("number", number),),
    )


def _outcome_words(tr: Translator, outcome: Outcome) -> str:
    return tr(f"people.{outcome}") if outcome else ""


def _asking(
    tr: Translator,
    place: str,
    heading: str,
    choices: tuple[Control, ...],
    sentence: str = "",
    *,
    helpers: bool = True,
    drawing: str = "steps/authorises",
) -> Page:
    return Page(
        template="choice",
        place=place,
        language=tr.language,
        heading=heading,
        sentence=sentence,
        icon="key",
        drawing=drawing,
        choices=choices,
        bar=bar(tr, WITHOUT_CALL if helpers else AGAIN_ONLY),
    )
