"""The events the log may hold. Made from catalogue.toml by `python -m kiosk.sessions.generate`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Literal, TypeAlias

from kiosk.sessions.rules import EPOCH_OR_NONE, HASH, ID, ID_OR_NONE, Count, OneOf, Rule

Language: TypeAlias = Literal["vi", "en", "fr"]
Mode: TypeAlias = Literal["self", "assisted"]
Actor: TypeAlias = Literal["resident", "with-help", "volunteer"]
WalkOutcome: TypeAlias = Literal["completed", "stopped", "referred", "handed-over"]
SessionOutcome: TypeAlias = Literal["goodbye", "next-person", "idle", "crash"]
Explanation: TypeAlias = Literal["simpler", "example", "stuck-list"]
Face: TypeAlias = Literal["good", "fair", "poor"]
Result: TypeAlias = Literal["done", "partly", "not-done"]
Obstacle: TypeAlias = Literal[
    "no-own-sim",
    "forgotten-password",
    "no-nfc",
    "no-papers",
    "service-down",
    "no-smartphone",
    "details-differ",
    "no-time",
    "other",
]
Answer: TypeAlias = Literal["yes", "no"]
StopReason: TypeAlias = Literal["asked", "failed"]
EpochCause: TypeAlias = Literal["created", "corrupt", "marker", "renamed"]
TroubleCause: TypeAlias = Literal["disk-full", "io-error", "read-only", "cannot-open", "corrupt", "busy"]
Direction: TypeAlias = Literal["forward", "backward"]
CheckAnswer: TypeAlias = Literal["works", "fails", "absent"]
OpeningVerdict: TypeAlias = Literal["open", "refused", "overruled"]
FurtherHelp: TypeAlias = Literal["place", "phone", "nobody"]
DoorOutcome: TypeAlias = Literal["guided", "nobody-home", "declined", "come-back"]
Role: TypeAlias = Literal["volunteer", "officer", "responder", "administrator"]
Problem: TypeAlias = Literal[
    "no-own-sim",
    "forgotten-password",
    "no-nfc",
    "no-papers",
    "service-down",
    "details-differ",
    "guide-differs",
    "suspected-scam",
    "kiosk-fault",
    "other",
]
Urgency: TypeAlias = Literal["now", "this-week", "whenever"]
TicketAnswer: TypeAlias = Literal[
    "try-again",
    "guide-mended",
    "bring-papers",
    "come-to-ward",
    "go-to-police",
    "team-comes",
    "not-online",
]


class EventKind(StrEnum):
    KIOSK_STARTED = "kiosk.started"
    KIOSK_STOPPED = "kiosk.stopped"
    EPOCH_BEGUN = "epoch.begun"
    STORAGE_TROUBLED = "storage.troubled"
    CLOCK_CHANGED = "clock.changed"
    POINT_CHECKED = "point.checked"
    POINT_CLOSED = "point.closed"
    SHIFT_STARTED = "shift.started"
    SHIFT_ENDED = "shift.ended"
    TRAINING_FINISHED = "training.finished"
    DOOR_VISITED = "door.visited"
    DOOR_UNDONE = "door.undone"
    SESSION_STARTED = "session.started"
    SESSION_RESUMED = "session.resumed"
    SESSION_ENDED = "session.ended"
    LANGUAGE_CHANGED = "language.changed"
    WALK_STARTED = "walk.started"
    WALK_REOPENED = "walk.reopened"
    WALK_ENDED = "walk.ended"
    EDGE_TAKEN = "edge.taken"
    WENT_BACK = "went.back"
    STEP_EXPLAINED = "step.explained"
    HELP_CALLED = "help.called"
    HELP_TAKEN = "help.taken"
    HELP_ESCALATED = "help.escalated"
    HELP_ENDED = "help.ended"
    ASSIST_STARTED = "assist.started"
    ASSIST_ENDED = "assist.ended"
    RESULT_GIVEN = "result.given"
    OBSTACLE_GIVEN = "obstacle.given"
    FILING_GIVEN = "filing.given"
    SATISFACTION_GIVEN = "satisfaction.given"
    IDLE_NOTICED = "idle.noticed"
    TICKET_RAISED = "ticket.raised"
    TICKET_TOLD = "ticket.told"


@dataclass(frozen=True, slots=True)
class KioskStarted:
    """The kiosk's program began to run."""

    kind: ClassVar[EventKind] = EventKind.KIOSK_STARTED
    version: str
    place: str


@dataclass(frozen=True, slots=True)
class KioskStopped:
    """The kiosk's program ended: it was asked to, or it failed."""

    kind: ClassVar[EventKind] = EventKind.KIOSK_STOPPED
    reason: StopReason


@dataclass(frozen=True, slots=True)
class EpochBegun:
    """A new series of numbers began; always number 1 of its epoch. `before` is the epoch it follows."""

    kind: ClassVar[EventKind] = EventKind.EPOCH_BEGUN
    cause: EpochCause
    before: str | None


@dataclass(frozen=True, slots=True)
class StorageTroubled:
    """Storage was in trouble and works again; `held` events had waited in memory."""

    kind: ClassVar[EventKind] = EventKind.STORAGE_TROUBLED
    cause: TroubleCause
    held: int


@dataclass(frozen=True, slots=True)
class ClockChanged:
    """The wall clock moved by more than a minute against the monotonic one."""

    kind: ClassVar[EventKind] = EventKind.CLOCK_CHANGED
    direction: Direction


@dataclass(frozen=True, slots=True)
class PointChecked:
    """The opening check was made; an officer may overrule what it refused."""

    kind: ClassVar[EventKind] = EventKind.POINT_CHECKED
    staff: str
    verdict: OpeningVerdict
    touch: CheckAnswer
    sound: CheckAnswer
    headphones: CheckAnswer
    keypad: CheckAnswer
    printer: CheckAnswer
    reader: CheckAnswer
    clock: CheckAnswer
    network: CheckAnswer
    disk: CheckAnswer
    guides: CheckAnswer


@dataclass(frozen=True, slots=True)
class PointClosed:
    """The point was closed for the day; shifts still open end with it."""

    kind: ClassVar[EventKind] = EventKind.POINT_CLOSED
    staff: str


@dataclass(frozen=True, slots=True)
class ShiftStarted:
    """Somebody began a shift here."""

    kind: ClassVar[EventKind] = EventKind.SHIFT_STARTED
    staff: str


@dataclass(frozen=True, slots=True)
class ShiftEnded:
    """Somebody ended their shift."""

    kind: ClassVar[EventKind] = EventKind.SHIFT_ENDED
    staff: str


@dataclass(frozen=True, slots=True)
class TrainingFinished:
    """Somebody of that role came to the end of a guide for volunteers. Who it was is not kept."""

    kind: ClassVar[EventKind] = EventKind.TRAINING_FINISHED
    flow: str
    role: Role


@dataclass(frozen=True, slots=True)
class DoorVisited:
    """A team stood at one door of that residential group. Which house it was is not kept."""

    kind: ClassVar[EventKind] = EventKind.DOOR_VISITED
    outcome: DoorOutcome
    area: str | None


@dataclass(frozen=True, slots=True)
class DoorUndone:
    """The last door was marked by mistake: one such mark less."""

    kind: ClassVar[EventKind] = EventKind.DOOR_UNDONE
    outcome: DoorOutcome
    area: str | None


@dataclass(frozen=True, slots=True)
class SessionStarted:
    """A visit began: the first touch."""

    kind: ClassVar[EventKind] = EventKind.SESSION_STARTED
    place: str
    mode: Mode
    language: Language


@dataclass(frozen=True, slots=True)
class SessionResumed:
    """The same visit goes on after a crash."""

    kind: ClassVar[EventKind] = EventKind.SESSION_RESUMED


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """The visit ended. After a crash it is written later, at the moment of the visit's true last event."""

    kind: ClassVar[EventKind] = EventKind.SESSION_ENDED
    outcome: SessionOutcome


@dataclass(frozen=True, slots=True)
class LanguageChanged:
    """The resident chose another language. No other setting is ever written."""

    kind: ClassVar[EventKind] = EventKind.LANGUAGE_CHANGED
    language: Language


@dataclass(frozen=True, slots=True)
class WalkStarted:
    """A guide was begun; `flow_hash` names its edition."""

    kind: ClassVar[EventKind] = EventKind.WALK_STARTED
    flow: str
    flow_hash: str
    topic: str
    step: str


@dataclass(frozen=True, slots=True)
class WalkReopened:
    """Back from another guide: the walk that was left as referred goes on at `step`."""

    kind: ClassVar[EventKind] = EventKind.WALK_REOPENED
    flow: str
    step: str | None


@dataclass(frozen=True, slots=True)
class WalkEnded:
    """The open walk ended; where that was out of sight it is written with what begins next."""

    kind: ClassVar[EventKind] = EventKind.WALK_ENDED
    outcome: WalkOutcome


@dataclass(frozen=True, slots=True)
class EdgeTaken:
    """An edge was taken; without `to_step` the walk stays. Of a private answer `edge` is absent."""

    kind: ClassVar[EventKind] = EventKind.EDGE_TAKEN
    edge: str | None
    to_step: str | None
    by: Actor


@dataclass(frozen=True, slots=True)
class WentBack:
    """Back: the last edge of the walk was removed."""

    kind: ClassVar[EventKind] = EventKind.WENT_BACK
    to_step: str


@dataclass(frozen=True, slots=True)
class StepExplained:
    """“Tôi chưa hiểu”: the step was explained."""

    kind: ClassVar[EventKind] = EventKind.STEP_EXPLAINED
    step: str
    how: Explanation


@dataclass(frozen=True, slots=True)
class HelpCalled:
    """The resident called a person."""

    kind: ClassVar[EventKind] = EventKind.HELP_CALLED


@dataclass(frozen=True, slots=True)
class HelpTaken:
    """Somebody came: the call is over. `staff` where they came by their PIN."""

    kind: ClassVar[EventKind] = EventKind.HELP_TAKEN
    staff: str | None


@dataclass(frozen=True, slots=True)
class HelpEscalated:
    """Nobody had come in time: another place's number was shown, the ward's, or none; the call goes on."""

    kind: ClassVar[EventKind] = EventKind.HELP_ESCALATED
    to: FurtherHelp


@dataclass(frozen=True, slots=True)
class HelpEnded:
    """The call is over and nobody has said that they came: the resident went on alone, or the visit ended."""

    kind: ClassVar[EventKind] = EventKind.HELP_ENDED


@dataclass(frozen=True, slots=True)
class AssistStarted:
    """A member of staff, of whom only the id is kept, assists from here on. Another one takes over."""

    kind: ClassVar[EventKind] = EventKind.ASSIST_STARTED
    staff: str


@dataclass(frozen=True, slots=True)
class AssistEnded:
    """The member of staff has left the controls; the resident goes on alone, or the visit ends."""

    kind: ClassVar[EventKind] = EventKind.ASSIST_ENDED


@dataclass(frozen=True, slots=True)
class ResultGiven:
    """Staff say what came of an assisted visit; said again, the last one holds."""

    kind: ClassVar[EventKind] = EventKind.RESULT_GIVEN
    result: Result


@dataclass(frozen=True, slots=True)
class ObstacleGiven:
    """Staff say what stopped an assisted visit; said again, the last one holds."""

    kind: ClassVar[EventKind] = EventKind.OBSTACLE_GIVEN
    obstacle: Obstacle


@dataclass(frozen=True, slots=True)
class FilingGiven:
    """Staff say whether a file was submitted online in an assisted visit; said again, the last one holds."""

    kind: ClassVar[EventKind] = EventKind.FILING_GIVEN
    submitted: Answer


@dataclass(frozen=True, slots=True)
class SatisfactionGiven:
    """One of the three faces was touched."""

    kind: ClassVar[EventKind] = EventKind.SATISFACTION_GIVEN
    face: Face


@dataclass(frozen=True, slots=True)
class IdleNoticed:
    """Nobody touched the kiosk for a while; it asked."""

    kind: ClassVar[EventKind] = EventKind.IDLE_NOTICED


@dataclass(frozen=True, slots=True)
class TicketRaised:
    """A question for the response team. Names nobody; its place in the order tells the visit."""

    kind: ClassVar[EventKind] = EventKind.TICKET_RAISED
    ticket: str
    problem: Problem
    urgency: Urgency
    flow: str | None
    step: str | None
    staff: str


@dataclass(frozen=True, slots=True)
class TicketTold:
    """The ward's answer to a ticket was passed on to whom it concerns."""

    kind: ClassVar[EventKind] = EventKind.TICKET_TOLD
    ticket: str
    answer: TicketAnswer
    staff: str


Happening: TypeAlias = (
    KioskStarted
    | KioskStopped
    | EpochBegun
    | StorageTroubled
    | ClockChanged
    | PointChecked
    | PointClosed
    | ShiftStarted
    | ShiftEnded
    | TrainingFinished
    | DoorVisited
    | DoorUndone
    | SessionStarted
    | SessionResumed
    | SessionEnded
    | LanguageChanged
    | WalkStarted
    | WalkReopened
    | WalkEnded
    | EdgeTaken
    | WentBack
    | StepExplained
    | HelpCalled
    | HelpTaken
    | HelpEscalated
    | HelpEnded
    | AssistStarted
    | AssistEnded
    | ResultGiven
    | ObstacleGiven
    | FilingGiven
    | SatisfactionGiven
    | IdleNoticed
    | TicketRaised
    | TicketTold
)

KINDS: Mapping[str, type[Happening]] = {
    "kiosk.started": KioskStarted,
    "kiosk.stopped": KioskStopped,
    "epoch.begun": EpochBegun,
    "storage.troubled": StorageTroubled,
    "clock.changed": ClockChanged,
    "point.checked": PointChecked,
    "point.closed": PointClosed,
    "shift.started": ShiftStarted,
    "shift.ended": ShiftEnded,
    "training.finished": TrainingFinished,
    "door.visited": DoorVisited,
    "door.undone": DoorUndone,
    "session.started": SessionStarted,
    "session.resumed": SessionResumed,
    "session.ended": SessionEnded,
    "language.changed": LanguageChanged,
    "walk.started": WalkStarted,
    "walk.reopened": WalkReopened,
    "walk.ended": WalkEnded,
    "edge.taken": EdgeTaken,
    "went.back": WentBack,
    "step.explained": StepExplained,
    "help.called": HelpCalled,
    "help.taken": HelpTaken,
    "help.escalated": HelpEscalated,
    "help.ended": HelpEnded,
    "assist.started": AssistStarted,
    "assist.ended": AssistEnded,
    "result.given": ResultGiven,
    "obstacle.given": ObstacleGiven,
    "filing.given": FilingGiven,
    "satisfaction.given": SatisfactionGiven,
    "idle.noticed": IdleNoticed,
    "ticket.raised": TicketRaised,
    "ticket.told": TicketTold,
}

ABOUT_KIOSK: frozenset[str] = frozenset(
    {
        "kiosk.started",
        "kiosk.stopped",
        "epoch.begun",
        "storage.troubled",
        "clock.changed",
        "point.checked",
        "point.closed",
        "shift.started",
        "shift.ended",
        "training.finished",
        "door.visited",
        "door.undone",
        "ticket.raised",
        "ticket.told",
    }
)

ONE_LANGUAGE = OneOf(("vi", "en", "fr"))
ONE_MODE = OneOf(("self", "assisted"))
ONE_ACTOR = OneOf(("resident", "with-help", "volunteer"))
ONE_WALK_OUTCOME = OneOf(("completed", "stopped", "referred", "handed-over"))
ONE_SESSION_OUTCOME = OneOf(("goodbye", "next-person", "idle", "crash"))
ONE_EXPLANATION = OneOf(("simpler", "example", "stuck-list"))
ONE_FACE = OneOf(("good", "fair", "poor"))
ONE_RESULT = OneOf(("done", "partly", "not-done"))
ONE_OBSTACLE = OneOf(
    (
        "no-own-sim",
        "forgotten-password",
        "no-nfc",
        "no-papers",
        "service-down",
        "no-smartphone",
        "details-differ",
        "no-time",
        "other",
    )
)
ONE_ANSWER = OneOf(("yes", "no"))
ONE_STOP_REASON = OneOf(("asked", "failed"))
ONE_EPOCH_CAUSE = OneOf(("created", "corrupt", "marker", "renamed"))
ONE_TROUBLE_CAUSE = OneOf(("disk-full", "io-error", "read-only", "cannot-open", "corrupt", "busy"))
ONE_DIRECTION = OneOf(("forward", "backward"))
ONE_CHECK_ANSWER = OneOf(("works", "fails", "absent"))
ONE_OPENING_VERDICT = OneOf(("open", "refused", "overruled"))
ONE_FURTHER_HELP = OneOf(("place", "phone", "nobody"))
ONE_DOOR_OUTCOME = OneOf(("guided", "nobody-home", "declined", "come-back"))
ONE_ROLE = OneOf(("volunteer", "officer", "responder", "administrator"))
ONE_PROBLEM = OneOf(
    (
        "no-own-sim",
        "forgotten-password",
        "no-nfc",
        "no-papers",
        "service-down",
        "details-differ",
        "guide-differs",
        "suspected-scam",
        "kiosk-fault",
        "other",
    )
)
ONE_URGENCY = OneOf(("now", "this-week", "whenever"))
ONE_TICKET_ANSWER = OneOf(
    ("try-again", "guide-mended", "bring-papers", "come-to-ward", "go-to-police", "team-comes", "not-online")
)

RULES: Mapping[str, Mapping[str, Rule]] = {
    "kiosk.started": {"version": ID, "place": ID},
    "kiosk.stopped": {"reason": ONE_STOP_REASON},
    "epoch.begun": {"cause": ONE_EPOCH_CAUSE, "before": EPOCH_OR_NONE},
    "storage.troubled": {"cause": ONE_TROUBLE_CAUSE, "held": Count()},
    "clock.changed": {"direction": ONE_DIRECTION},
    "point.checked": {
        "staff": ID,
        "verdict": ONE_OPENING_VERDICT,
        "touch": ONE_CHECK_ANSWER,
        "sound": ONE_CHECK_ANSWER,
        "headphones": ONE_CHECK_ANSWER,
        "keypad": ONE_CHECK_ANSWER,
        "printer": ONE_CHECK_ANSWER,
        "reader": ONE_CHECK_ANSWER,
        "clock": ONE_CHECK_ANSWER,
        "network": ONE_CHECK_ANSWER,
        "disk": ONE_CHECK_ANSWER,
        "guides": ONE_CHECK_ANSWER,
    },
    "point.closed": {"staff": ID},
    "shift.started": {"staff": ID},
    "shift.ended": {"staff": ID},
    "training.finished": {"flow": ID, "role": ONE_ROLE},
    "door.visited": {"outcome": ONE_DOOR_OUTCOME, "area": ID_OR_NONE},
    "door.undone": {"outcome": ONE_DOOR_OUTCOME, "area": ID_OR_NONE},
    "session.started": {"place": ID, "mode": ONE_MODE, "language": ONE_LANGUAGE},
    "session.resumed": {},
    "session.ended": {"outcome": ONE_SESSION_OUTCOME},
    "language.changed": {"language": ONE_LANGUAGE},
    "walk.started": {"flow": ID, "flow_hash": HASH, "topic": ID, "step": ID},
    "walk.reopened": {"flow": ID, "step": ID_OR_NONE},
    "walk.ended": {"outcome": ONE_WALK_OUTCOME},
    "edge.taken": {"edge": ID_OR_NONE, "to_step": ID_OR_NONE, "by": ONE_ACTOR},
    "went.back": {"to_step": ID},
    "step.explained": {"step": ID, "how": ONE_EXPLANATION},
    "help.called": {},
    "help.taken": {"staff": ID_OR_NONE},
    "help.escalated": {"to": ONE_FURTHER_HELP},
    "help.ended": {},
    "assist.started": {"staff": ID},
    "assist.ended": {},
    "result.given": {"result": ONE_RESULT},
    "obstacle.given": {"obstacle": ONE_OBSTACLE},
    "filing.given": {"submitted": ONE_ANSWER},
    "satisfaction.given": {"face": ONE_FACE},
    "idle.noticed": {},
    "ticket.raised": {
        "ticket": ID,
        "problem": ONE_PROBLEM,
        "urgency": ONE_URGENCY,
        "flow": ID_OR_NONE,
        "step": ID_OR_NONE,
        "staff": ID,
    },
    "ticket.told": {"ticket": ID, "answer": ONE_TICKET_ANSWER, "staff": ID},
}
