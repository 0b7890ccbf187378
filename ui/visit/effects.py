"""What a press asks the shell to do beside showing another screen: to record an event, or one of these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from kiosk.base.events import AnswerPassedOn, PointChecked, Recordable, Role, ShiftEvent
from ui.visit.staff.people import Digits, StaffMember
from ui.visit.staff.ticket import Question


@dataclass(frozen=True, slots=True)
class StaffStays:
    """The visit is over and nothing of it is left; who assisted may help the next person without a PIN:
    *at_once*, then perhaps with the same *guide*; or if they knock within some seconds.
    """

    member: StaffMember
    at_once: bool = False
    guide: str = ""


@dataclass(frozen=True, slots=True)
class SayAgain:
    """Say this screen once more from its beginning; where it was *asked* for, also what is private."""

    asked: bool = True


@dataclass(frozen=True, slots=True)
class PauseOrGoOn:
    """Be silent; asked again, say the rest."""


@dataclass(frozen=True, slots=True)
class SayThis:
    """Say one of the kiosk's own sentences, by its key, instead of the whole screen."""

    key: str
    values: tuple[tuple[str, object], ...] = ()
    even_when_off: bool = False  # also to a resident who does not want to be read to
    read_on: bool = False  # then the screen is read on where this came in between


@dataclass(frozen=True, slots=True)
class PrintCard:
    """Send the resident's card to the printer."""


@dataclass(frozen=True, slots=True)
class PrintGuide:
    """Send a guide's sheet to the printer."""

    flow_id: str


@dataclass(frozen=True, slots=True)
class PrintLearnt:
    """Send a sheet that says what the resident has practised to the printer."""


@dataclass(frozen=True, slots=True)
class ListStaff:
    """Ask the register who may open the kiosk; the answer comes later."""


@dataclass(frozen=True, slots=True)
class CheckPin:
    """Ask the register whether that is the member's PIN; the answer comes later."""

    member_id: str
    pin: Digits = field(repr=False)


@dataclass(frozen=True, slots=True)
class AddMember:
    """Ask the register for one more; the answer comes later."""

    role: Role
    shown: str


@dataclass(frozen=True, slots=True)
class ResetPin:
    """Ask the register for another PIN; the answer comes later."""

    member_id: str


@dataclass(frozen=True, slots=True)
class SetActive:
    """Ask the register to let a member help, or no more; the answer comes later."""

    member_id: str
    active: bool


StaffEffect: TypeAlias = ListStaff | CheckPin | AddMember | ResetPin | SetActive
"""What is asked of the register of staff."""


@dataclass(frozen=True, slots=True)
class ListTickets:
    """Read the tickets of this kiosk, and say so later."""


@dataclass(frozen=True, slots=True)
class HandIn:
    """Keep a question for the response team, and say its number later."""

    question: Question


TicketEffect: TypeAlias = ListTickets | HandIn | AnswerPassedOn
"""What is asked of the keeper of tickets, who also records the event."""


@dataclass(frozen=True, slots=True)
class ExaminePoint:
    """Have the kiosk look at itself for the opening check; what it found comes later."""


@dataclass(frozen=True, slots=True)
class SayNumber:
    """Say that number, and show it nowhere: whether it can be heard is what is tried.

    `after_right`: the one before was heard right, which is said first.
    """

    number: int
    after_right: bool = False


@dataclass(frozen=True, slots=True)
class PrintTest:
    """Send a test page to the printer."""


@dataclass(frozen=True, slots=True)
class ExportToStick:
    """Copy the figures to the USB stick that is plugged in; what came of it comes later."""


@dataclass(frozen=True, slots=True)
class UseStick:
    """Copy the figures to the ward's stick, then look what it brings; what came of it comes later."""


@dataclass(frozen=True, slots=True)
class TakeFromStick:
    """Copy the content that was offered into the kiosk, or leave it."""

    agreed: bool


@dataclass(frozen=True, slots=True)
class LookAtDay:
    """Count the day so far; the figures come later."""


PointEffect: TypeAlias = (
    ExaminePoint | LookAtDay | ExportToStick | UseStick | TakeFromStick | PointChecked | ShiftEvent
)
"""What is asked of whoever looks after the point; the events among them are recorded there."""


Effect: TypeAlias = (
    Recordable
    | StaffStays
    | SayAgain
    | PauseOrGoOn
    | SayThis
    | PrintCard
    | PrintGuide
    | PrintLearnt
    | StaffEffect
    | TicketEffect
    | PointEffect
    | SayNumber
    | PrintTest
)


def to_record(effects: Iterable[Effect]) -> Iterator[Recordable]:
    """The events that go straight into the log. Those of the point and of a ticket are recorded by whoever
    carries them out: the clock is confirmed, or the ticket kept, before.
    """
    for effect in effects:
        if isinstance(effect, Recordable) and not isinstance(effect, PointEffect | TicketEffect):
            yield effect
