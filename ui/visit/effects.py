"""What a press asks the shell to do beside showing another screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from ui.visit.staff.people import Digits, Role, StaffMember
from ui.visit.staff.stages import DoorOutcome
from ui.visit.staff.ticket import Question, TicketAnswer
from ui.visit.terms import (
    NO_USE,
    Actor,
    Answer,
    CheckAnswer,
    CheckPart,
    Explanation,
    Face,
    FurtherHelp,
    Group,
    Mode,
    Obstacle,
    OpeningVerdict,
    Result,
    SessionOutcome,
    Use,
    WalkOutcome,
)


@dataclass(frozen=True, slots=True)
class SessionStarted:
    language: str
    mode: Mode = "self"


@dataclass(frozen=True, slots=True)
class SessionResumed:
    pass


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """`use` goes to the figures of the month, and no line of the log knows it."""

    outcome: SessionOutcome
    use: Use = field(default=NO_USE, repr=False)


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    language: str


@dataclass(frozen=True, slots=True)
class WalkStarted:
    flow_id: str
    flow_hash: str
    topic: str
    first_step: str


@dataclass(frozen=True, slots=True)
class WalkReopened:
    """Back from another guide: the walk that was left as *referred* goes on where it was; or, of which it was
    not told that it was left for another, the one of those edges.
    """

    flow_id: str
    untold: tuple[str, ...] | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class EdgeTaken:
    """Without `to_step` the edge leads out of the guide. Not *told*, it was an answer of which nothing may be
    written; then, without `to_step`, the walk went on where it may not be seen (`flows.told`).
    """

    edge_id: str
    to_step: str | None
    by: Actor = "resident"
    told: bool = True


@dataclass(frozen=True, slots=True)
class WentBack:
    """To the step at which the walk may be said to stand now; None where it was out of sight already."""

    to_step: str | None


@dataclass(frozen=True, slots=True)
class ExplanationGiven:
    step_id: str
    how: Explanation


@dataclass(frozen=True, slots=True)
class WalkEnded:
    outcome: WalkOutcome


@dataclass(frozen=True, slots=True)
class HelpCalled:
    pass


@dataclass(frozen=True, slots=True)
class HelpTaken:
    """Somebody came; `staff` where they have opened the controls."""

    staff: str | None = None


@dataclass(frozen=True, slots=True)
class HelpEscalated:
    to: FurtherHelp


@dataclass(frozen=True, slots=True)
class HelpEnded:
    """Nobody came, and nobody is waited for any more."""


@dataclass(frozen=True, slots=True)
class AssistStarted:
    staff_id: str


@dataclass(frozen=True, slots=True)
class AssistEnded:
    pass


@dataclass(frozen=True, slots=True)
class GroupSaid:
    """Never part of the visit: it goes to the figures of the month, and nothing here remembers it."""

    group: Group = field(repr=False)


@dataclass(frozen=True, slots=True)
class ResultGiven:
    result: Result


@dataclass(frozen=True, slots=True)
class ObstacleGiven:
    obstacle: Obstacle


@dataclass(frozen=True, slots=True)
class FilingGiven:
    submitted: Answer


@dataclass(frozen=True, slots=True)
class StaffStays:
    """The visit is over and nothing of it is left; who assisted may help the next person without a PIN:
    *at_once*, or if they knock within some seconds.
    """

    member: StaffMember
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class SatisfactionGiven:
    face: Face


@dataclass(frozen=True, slots=True)
class IdleNoticed:
    pass


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
class TrainingFinished:
    """Somebody of that role has come to the end of a guide for volunteers."""

    flow_id: str
    role: Role


@dataclass(frozen=True, slots=True)
class ListTickets:
    """Read the tickets of this kiosk, and say so later."""


@dataclass(frozen=True, slots=True)
class HandIn:
    """Keep a question for the response team, and say its number later."""

    question: Question


@dataclass(frozen=True, slots=True)
class PassOn:
    """Write down that the answer to a ticket was passed on."""

    number: str
    answer: TicketAnswer
    staff: str


TicketEffect: TypeAlias = ListTickets | HandIn | PassOn
"""What is asked of the keeper of tickets."""


@dataclass(frozen=True, slots=True)
class DoorVisited:
    """What came of one door, in the residential group of that number."""

    outcome: DoorOutcome
    area: int


@dataclass(frozen=True, slots=True)
class DoorUndone:
    """That was a mistake."""

    outcome: DoorOutcome
    area: int


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
class PointChecked:
    """The opening check was made, or overruled, by that member of staff."""

    staff: str
    verdict: OpeningVerdict
    answers: Mapping[CheckPart, CheckAnswer]


@dataclass(frozen=True, slots=True)
class PointClosed:
    staff: str


@dataclass(frozen=True, slots=True)
class ShiftStarted:
    staff: str


@dataclass(frozen=True, slots=True)
class ShiftEnded:
    staff: str


@dataclass(frozen=True, slots=True)
class ExportToStick:
    """Copy the figures to the USB stick that is plugged in; what came of it comes later."""


@dataclass(frozen=True, slots=True)
class LookAtDay:
    """Count the day so far; the figures come later."""


Effect: TypeAlias = (
    SessionStarted
    | SessionResumed
    | SessionEnded
    | LanguageChosen
    | WalkStarted
    | WalkReopened
    | EdgeTaken
    | WentBack
    | ExplanationGiven
    | WalkEnded
    | HelpCalled
    | HelpTaken
    | HelpEscalated
    | HelpEnded
    | AssistStarted
    | AssistEnded
    | GroupSaid
    | ResultGiven
    | ObstacleGiven
    | FilingGiven
    | StaffStays
    | SatisfactionGiven
    | IdleNoticed
    | SayAgain
    | PauseOrGoOn
    | SayThis
    | PrintCard
    | StaffEffect
    | TrainingFinished
    | TicketEffect
    | DoorVisited
    | DoorUndone
    | ExaminePoint
    | SayNumber
    | PrintTest
    | PointChecked
    | PointClosed
    | ShiftStarted
    | ShiftEnded
    | LookAtDay
    | ExportToStick
)
