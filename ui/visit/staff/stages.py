"""The stages of staff. They lie over the resident's, which are kept beneath and come back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from accessibility.preferences import Preferences
from flows.practice.rehearse.play import Play
from kiosk.base.events import CheckAnswer, CheckPart, DoorOutcome, OpeningVerdict, Role
from ui.visit.staff.people import Digits, StaffMember
from ui.visit.stage import AsksResident, AsksStaff, SignedIn, SigningIn, StaffStage, Stage

if TYPE_CHECKING:
    from ui.visit.actions.action import Action

PIN_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Wish:
    """What was touched on a team's first screen, where the PIN comes first; and in which look."""

    action: Action
    preferences: Preferences


@dataclass(frozen=True, slots=True)
class WhoOpens(SigningIn):
    """Who wants the controls? None: the list is being read. `wish`: what the resident came for meanwhile."""

    members: tuple[StaffMember, ...] | None = None
    trouble: bool = False  # the list could not be read
    wish: Wish | None = None


PadNotice: TypeAlias = Literal["", "checking", "wrong", "locked-out", "not-allowed", "trouble", "scanned"]
"""What the pad says of what was typed; empty: nothing yet. Scanned: that was no hand."""


@dataclass(frozen=True, slots=True)
class PinPad(SigningIn):
    """Six digits, shown as so many dots. `number` goes with the notice: tries left, or minutes to wait.

    `then`: what is done once they were right, where who has the controls is asked again; None: the menu.
    """

    member: StaffMember
    typed: Digits = field(default=(), repr=False)
    notice: PadNotice = ""
    number: int = 0
    then: Action | None = None
    wish: Wish | None = None


@dataclass(frozen=True, slots=True)
class StaffMenu(SignedIn):
    """What this member may do here."""


@dataclass(frozen=True, slots=True)
class StaffOut(SigningIn):
    """The controls were taken away from a member who may no longer open the kiosk."""

    shown: str


Outcome: TypeAlias = Literal["", "trouble", "refused"]
"""What became of the last thing asked of the register; empty: it was done, or nothing was asked."""


@dataclass(frozen=True, slots=True)
class People(SignedIn):
    """Everybody who may, or once might, help here. None: the list is being read."""

    members: tuple[StaffMember, ...] | None = None
    outcome: Outcome = ""


@dataclass(frozen=True, slots=True)
class OnePerson(SignedIn):
    """What can be done about one member."""

    member: StaffMember
    outcome: Outcome = ""


@dataclass(frozen=True, slots=True)
class Sure(SignedIn):
    """Asked before what cannot be undone by who comes next: the member's PIN or right is gone."""

    member: StaffMember
    deed: Literal["reset-pin", "disable"]


@dataclass(frozen=True, slots=True)
class NewRole(SignedIn):
    """Somebody is added: with which role? *members* are all there are."""

    members: tuple[StaffMember, ...]


@dataclass(frozen=True, slots=True)
class NewName(SignedIn):
    """Somebody is added: by which of the names offered?"""

    role: Role
    offered: tuple[str, ...]
    outcome: Outcome = ""


@dataclass(frozen=True, slots=True)
class NewPin(SignedIn):
    """A PIN, shown this once."""

    member: StaffMember
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AssistNotice(AsksResident):
    """Told before staff assist: what is counted. Asked: whether the resident wishes to tell their group.

    `guide`: the one that follows; empty: it is picked. `wish`: what was touched on the first screen, and
    follows. `short`: whoever assists has had it said whole before, in this shift.
    """

    guide: str = ""
    short: bool = False
    wish: Action | None = None


@dataclass(frozen=True, slots=True)
class AskGroup(AsksResident):
    """The resident says, by their own word, which group they belong to; or nothing."""


@dataclass(frozen=True, slots=True)
class AskComfort(AsksResident):
    """Language, letters and voice in one touch; over the list of guides."""


@dataclass(frozen=True, slots=True)
class PickGuide(AsksResident):
    """Every guide there is, whatever lies beneath. `of`: empty for the tiles by which residents find one;
    "all" for the list, "topics" to choose one, or a topic.
    """

    of: str = ""


@dataclass(frozen=True, slots=True)
class AskObstacle(AsksStaff):
    """What stopped it."""


AssistStage: TypeAlias = AssistNotice | AskGroup | AskComfort | PickGuide
PeopleStage: TypeAlias = People | OnePerson | Sure | NewRole | NewName | NewPin


@dataclass(frozen=True, slots=True)
class Route(SignedIn):
    """Which residential group is the team in now?"""


@dataclass(frozen=True, slots=True)
class Door(SignedIn):
    """What came of this door? `area` is the number of the residential group; 0 where none is named.

    `marked`: what came of the one before. It is written down, and can be taken back.
    """

    area: int
    marked: DoorOutcome | None = None


DoorStage: TypeAlias = Route | Door
DOOR_STAGES = (Route, Door)


@dataclass(frozen=True, slots=True)
class Training(SignedIn):
    """The guides for volunteers. `at`: what one has gone into from their list, the topmost last."""

    at: tuple[Stage, ...] = ()
    finished: str = ""  # the guide of which the end was just reached


@dataclass(frozen=True, slots=True)
class RehearsingHelp(SignedIn):
    """Helping a drawn resident is rehearsed; None: one is chosen. What was done is here alone."""

    play: Play | None = None


@dataclass(frozen=True, slots=True)
class OpeningCheck(SignedIn):
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
class OpeningResult(SignedIn):
    """Every answer of the opening check, and what follows from them."""

    answers: tuple[tuple[CheckPart, CheckAnswer], ...]
    verdict: OpeningVerdict


@dataclass(frozen=True, slots=True)
class Today(SignedIn):
    """The day so far on one page; `more`: the rest of it; `how`: what exactly each figure counts."""

    how: bool = False
    more: bool = False


@dataclass(frozen=True, slots=True)
class Closing(SignedIn):
    """The day, before the point is closed; `closed`: it is."""

    closed: bool = False


@dataclass(frozen=True, slots=True)
class StickInUse(SignedIn):
    """The ward's USB stick at work, and what came of it."""


@dataclass(frozen=True, slots=True)
class NewContent(SignedIn):
    """Which content is in force, and what is new in it."""


@dataclass(frozen=True, slots=True)
class GuidesDue(SignedIn):
    """Which guides are to be reviewed soon, and which facts in them end."""


@dataclass(frozen=True, slots=True)
class StaffComfort(StaffStage):
    """The comfort panel over a screen of staff, which is kept beneath: `Visit.beneath`."""

    languages: bool = False  # it asks in which language the kiosk should speak

    may_be_covered = False


PEOPLE_STAGES = (People, OnePerson, Sure, NewRole, NewName, NewPin)
