"""Who wants the controls, and the pad for six digits. Nothing of what is typed is ever said or shown."""

from __future__ import annotations

from dataclasses import dataclass

from ui.screens.aside import MessageProps, grouped
from ui.screens.helpers import WITH_BACK, WITHOUT_CALL, Helper, bar
from ui.screens.page import Control, Line, Page, Template
from ui.screens.picture.derive import derive_scene
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.actions.staff import PickMember, StaffDo, TypeDigit
from ui.visit.staff.sign_in import pad_sentence, pad_values
from ui.visit.staff.stages import PIN_DIGITS, PinPad, StaffOut, WhoOpens
from ui.visit.visit import Visit

DIGITS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PadProps(Page):
    """`choices` are ten digits and one to erase with; `typed` of `most` are filled in."""

    template: Template = "pad"
    typed: int
    most: int = PIN_DIGITS
    filled: str = ""  # the same in words

    @property
    def script(self) -> tuple[Line, ...]:
        """The digits are not read out: everybody knows how they stand, and who listens must learn nothing."""
        lines = (Line("heading", self.heading), Line("sentence", self.sentence), Line("filled", self.filled))
        return tuple(line for line in lines if line.text)


def derive_who(visit: Visit, stage: WhoOpens, around: Surroundings) -> Page:
    """The names of who may help here; also who is new meets this screen, and is told what to do."""
    tr = around.tr(visit.preferences.language)
    members = stage.members or ()
    nobody = "door.trouble" if stage.trouble else "door.nobody" if stage.members is not None else "door.wait"
    return Page(
        template="choice",
        place="door.who",
        language=tr.language,
        heading=tr("door.who"),
        sentence="" if members else tr(nobody),
        icon="lock",
        drawing="steps/may-not-enter" if stage.members == () else "steps/two-volunteers",
        choices=tuple(
            Control(PickMember(one.id), f"{one.shown} · {tr(f'role.{one.role}')}", "person")
            for one in members
        ),
        bar=bar(tr, _helpers(visit)),
        together=True,
    )


LONGEST_MIN = 5
"""Who has to wait longer is not told how long, but who can help."""


def derive_pad(visit: Visit, stage: PinPad, around: Surroundings) -> Page:
    """What was typed is seen as so many dots."""
    tr = around.tr(visit.preferences.language)
    if stage.notice == "locked-out":
        return _kept_out(visit, stage, around)
    digits = tuple(Control(TypeDigit(digit), str(digit)) for digit in DIGITS)
    typed = len(stage.typed)
    return PadProps(
        place="door.pin",
        language=tr.language,
        heading=tr("door.pin", name=stage.member.shown),
        sentence=tr(pad_sentence(stage), **pad_values(stage)),
        icon="lock",
        choices=(*digits, Control(StaffDo.ERASE, "", "erase", spoken=tr("door.erase"))),
        bar=bar(tr, _helpers(visit)),
        typed=typed,
        filled=tr("door.typed", count=typed, of=PIN_DIGITS),
    )


def _kept_out(visit: Visit, stage: PinPad, around: Surroundings) -> MessageProps:
    """How many minutes, and whom to ask; without keys, which would all be dead. Back leads to the names."""
    tr = around.tr(visit.preferences.language)
    said = tr(pad_sentence(stage), **pad_values(stage))
    if stage.number > LONGEST_MIN:
        said = tr("door.locked_long", name=stage.member.shown)
    offices = (one for one in around.setup.ward.offices if one.id == "one-stop" and one.phone)
    number = next((one.phone for one in offices), around.sign.help_phone)
    whom = tr("door.call_ward", number=grouped(number)) if number else tr("door.ask_ward")
    return MessageProps(
        place="door.locked",
        language=tr.language,
        heading=tr("door.pin", name=stage.member.shown),
        sentence=f"{said} {whom}",
        bar=bar(tr, _helpers(visit)),
        picture=derive_scene("waits-hours" if stage.number <= LONGEST_MIN else "may-not-enter", tr.language),
    )


def derive_out(visit: Visit, stage: StaffOut, around: Surroundings) -> MessageProps:
    """The register says that this member may no longer help here."""
    tr = around.tr(visit.preferences.language)
    return MessageProps(
        place="door.out",
        language=tr.language,
        heading=tr("door.not_allowed", name=stage.shown),
        sentence=tr("door.out"),
        primary=Control(Do.DONE, tr("qr.done"), "check"),
        bar=bar(tr, _helpers(visit)),
        picture=derive_scene("may-not-enter", tr.language),
    )


def _helpers(visit: Visit) -> tuple[Helper, ...]:
    """A resident who got here by mistake can call somebody; at the invitation nobody is here."""
    return WITH_BACK if visit.is_logged else WITHOUT_CALL
