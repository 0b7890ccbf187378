"""The stages of staff. They lie over the resident's, which are kept beneath and come back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from kiosk.events import CheckAnswer, CheckPart, DoorOutcome, OpeningVerdict, Role
from ui.visit.staff.people import Digits, StaffMember
from ui.visit.staff.ticket_stages import TICKET_STAGES, TicketStage

if TYPE_CHECKING:
    from ui.visit.actions.action import Action
    from ui.visit.stages import Stage

PIN_DIGITS = 6


@dataclass(frozen=True, slots=True)
class WhoOpens:
    """Who wants the controls? None: the list is being read."""

    members: tuple[StaffMember, ...] | None = None
    trouble: bool = False  # the list could not be read


Told: TypeAlias = Literal["", "checking", "wrong", "locked-out", "not-allowed", "trouble", "scanned"]
"""What the pad says of what was typed; empty: nothing yet. Scanned: that was no hand."""


@dataclass(frozen=True, slots=True)
class PinPad:
    """Six digits, shown as so many dots. `number` goes with what is told: tries left, or minutes to wait.

    `then`: what is done once they were right, where who has the controls is asked again; None: the menu.
    """

    member: StaffMember
    typed: Digits = field(default=(), repr=False)
    told: Told = ""
    number: int = 0
    then: Action | None = None


@dataclass(frozen=True, slots=True)
class StaffMenu:
    """What this member may do here."""


@dataclass(frozen=True, slots=True)
class StaffOut:
    """The controls were taken away from a member who may no longer open the kiosk."""

    shown: str


Outcome: TypeAlias = Literal["", "trouble", "refused"]
"""What became of the last thing asked of the register; empty: it was done, or nothing was asked."""


@dataclass(frozen=True, slots=True)
class People:
    """Everybody who may, or once might, help here. None: the list is being read."""

    members: tuple[StaffMember, ...] | None = None
    told: Outcome = ""


@dataclass(frozen=True, slots=True)
class OnePerson:
    """What can be done about one member."""

    member: StaffMember
    told: Outcome = ""


@dataclass(frozen=True, slots=True)
class Sure:
    """Asked before what cannot be undone by who comes next: the member's PIN or right is gone."""

    member: StaffMember
    deed: Literal["reset-pin", "disable"]


@dataclass(frozen=True, slots=True)
class NewRole:
    """Somebody is added: with which role? *members* are all there are."""

    members: tuple[StaffMember, ...]


@dataclass(frozen=True, slots=True)
class NewName:
    """Somebody is added: by which of the names offered?"""

    role: Role
    offered: tuple[str, ...]
    told: Outcome = ""


@dataclass(frozen=True, slots=True)
class NewPin:
    """A PIN, shown this once."""

    member: StaffMember
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AssistNotice:
    """Told before staff assist: what is counted. Asked: whether the resident wishes to tell their group.

    `guide`: the one that follows; empty: it is picked.
    """

    guide: str = ""


@dataclass(frozen=True, slots=True)
class AskGroup:
    """The resident says, by their own word, which group they belong to; or nothing."""


@dataclass(frozen=True, slots=True)
class AskComfort:
    """Language, letters and voice in one touch, before the first guide. `guide` as in `AssistNotice`."""

    guide: str = ""


@dataclass(frozen=True, slots=True)
class PickGuide:
    """Every guide there is, whatever lies beneath. `of`: a topic, or "topics" to choose one; empty: all."""

    of: str = ""


@dataclass(frozen=True, slots=True)
class AskResult:
    """What came of the visit, as staff see it."""


@dataclass(frozen=True, slots=True)
class AskObstacle:
    """What stopped it."""


@dataclass(frozen=True, slots=True)
class AskFiling:
    """Whether a file was submitted online."""


AssistStage: TypeAlias = AssistNotice | AskGroup | AskComfort | PickGuide
ResultStage: TypeAlias = AskResult | AskObstacle | AskFiling
PeopleStage: TypeAlias = People | OnePerson | Sure | NewRole | NewName | NewPin


@dataclass(frozen=True, slots=True)
class Route:
    """Which residential group is the team in now?"""


@dataclass(frozen=True, slots=True)
class Door:
    """What came of this door? `area` is the number of the residential group; 0 where none is named."""

    area: int


@dataclass(frozen=True, slots=True)
class DoorMarked:
    """It is written down, and can be taken back."""

    area: int
    outcome: DoorOutcome


DoorStage: TypeAlias = Route | Door | DoorMarked
DOOR_STAGES = (Route, Door, DoorMarked)


@dataclass(frozen=True, slots=True)
class Training:
    """The guides for volunteers. `at`: what one has gone into from their list, the topmost last."""

    at: tuple[Stage, ...] = ()
    finished: str = ""  # the guide of which the end was just reached


@dataclass(frozen=True, slots=True)
class OpeningCheck:
    """One question of the opening check, with the answers before it.

    `touched` circles of nine; `number` is what was last said, 0 before; `heard` so many right in a row;
    `missed` is the one that was not heard right, 0 before: it is not the next.
    """

    asks: CheckPart
    answers: tuple[tuple[CheckPart, CheckAnswer], ...] = ()
    touched: int = 0
    number: int = 0
    heard: int = 0
    missed: int = 0


@dataclass(frozen=True, slots=True)
class OpeningResult:
    """Every answer of the opening check, and what follows from them."""

    answers: tuple[tuple[CheckPart, CheckAnswer], ...]
    verdict: OpeningVerdict


@dataclass(frozen=True, slots=True)
class Today:
    """The day so far; `how`: what exactly each figure counts."""

    how: bool = False


@dataclass(frozen=True, slots=True)
class Closing:
    """The day, before the point is closed; `closed`: it is."""

    closed: bool = False


@dataclass(frozen=True, slots=True)
class StaffComfort:
    """The comfort panel over a screen of staff; that one is kept beneath."""


StaffStage: TypeAlias = (
    WhoOpens
    | PinPad
    | StaffMenu
    | StaffOut
    | PeopleStage
    | TicketStage
    | DoorStage
    | Training
    | OpeningCheck
    | OpeningResult
    | Today
    | Closing
    | AssistStage
    | ResultStage
    | StaffComfort
)
"""Every stage of staff: other slices add theirs here."""

AT_THE_DOOR = (WhoOpens, PinPad, StaffOut)
"""Stages that anybody can come to: nobody has the controls yet, or any more."""

PEOPLE_STAGES = (People, OnePerson, Sure, NewRole, NewName, NewPin)

POINT_STAGES = (OpeningCheck, OpeningResult, Today, Closing)

ASSIST_STAGES = (AssistNotice, AskGroup, AskComfort, PickGuide)
"""Shown to the resident, in the resident's own look."""

RESULT_STAGES = (AskResult, AskObstacle, AskFiling)

BEHIND_THE_DOOR = (
    StaffMenu, *PEOPLE_STAGES, *TICKET_STAGES, *DOOR_STAGES, Training, *POINT_STAGES,
    *ASSIST_STAGES, *RESULT_STAGES,
)  # fmt: skip
"""Stages that are shown only while somebody has the controls: other slices add theirs here."""

STAFF_STAGES = (*AT_THE_DOOR, *BEHIND_THE_DOOR, StaffComfort)
"""The panel belongs to whichever of the others lies beneath it: `Visit.beneath`."""
