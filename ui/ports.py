"""What the screens need of the outside world. `kiosk/app.py` hands in objects that fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from accessibility.speech.utterance import Cue, SpeechEvent, Utterance
from ui.visit.staff.answers import ListAnswer, PeopleAnswer, PinAnswer
from ui.visit.staff.people import Digits, Role
from ui.visit.staff.stages import DoorOutcome
from ui.visit.staff.ticket import Numbered, Question, TicketAnswer, TicketsListed, TicketsTrouble
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


class Voice(Protocol):
    """Says one thing at a time: a newer utterance silences the older one at once."""

    def speak(self, utterance: Utterance) -> int:
        """Start saying it; returns the utterance's id, which later events carry."""

    def silence(self) -> None: ...

    def cue(self, kind: Cue, volume: float) -> None:
        """Sound at once the short tone of one item on, of going round, or of a call; it silences nothing."""

    def forget(self) -> None:
        """Somebody has gone: keep nothing of what was said to them."""

    def listen(self, listener: Callable[[SpeechEvent], None]) -> None:
        """Call *listener* for every event, on the screen's thread."""


class VisitLog(Protocol):
    """Keeps what happened in a visit, without anything that names a person. Never blocks, never raises."""

    def session_started(self, language: str, mode: Mode = "self") -> None: ...
    def preference_changed(self, name: str, value: str) -> None: ...
    def walk_started(self, flow_id: str, flow_hash: str, topic: str, first_step: str) -> None: ...
    def walk_reopened(self, flow_id: str, untold: tuple[str, ...] | None = None) -> None:
        """The last walk of *flow_id*, ended as referred, goes on with all the edges it had. *untold*: the one
        with these edges, of which nothing may be written that tells where it was left for another guide.
        """

    def edge_taken(
        self, edge_id: str, to_step: str | None, by: Actor = "resident", told: bool = True
    ) -> None:
        """*by* is what staff marked; a step at which a person was called counts as done with help anyway.

        Without *to_step* it leads out of the guide, and the walk stays. Not *told*: the edge is an answer of
        which nothing may be written; then, without *to_step*, the walk has gone on out of sight.
        """

    def went_back(self, to_step: str | None) -> None:
        """One edge less; *to_step* is where the walk is seen now, None where it was out of sight already."""

    def explained(self, step_id: str, how: Explanation) -> None: ...
    def walk_ended(self, outcome: WalkOutcome) -> None: ...
    def help_called(self) -> None: ...
    def help_taken(self, staff: str | None) -> None:
        """Somebody has come, *staff* where their controls are open; nothing ends the call after that."""

    def help_escalated(self, to: FurtherHelp) -> None:
        """Nobody has come in time, and another number is shown; the call goes on."""

    def help_ended(self) -> None:
        """Nobody came, and nobody is waited for any more."""

    def satisfaction_given(self, face: Face) -> None: ...
    def idle_noticed(self) -> None: ...
    def assist_started(self, staff_id: str) -> None:
        """This member of staff assists; whoever assisted before has left."""

    def assist_ended(self) -> None: ...
    def group_said(self, group: Group) -> None:
        """Held in memory until the visit ends; then it is added to the month's figures and forgotten."""

    def result_given(self, result: Result) -> None: ...
    def obstacle_given(self, obstacle: Obstacle) -> None: ...
    def filing_given(self, submitted: Answer) -> None: ...
    def session_resumed(self) -> None: ...
    def session_ended(self, outcome: SessionOutcome, use: Use = NO_USE) -> None:
        """*use* is added to the month's figures and forgotten."""

    def alone(self) -> int | None:
        """How many tenths of the steps of this visit the resident has done alone; None before the first."""


class PointLog(Protocol):
    """Keeps what staff did with the point, by their ids alone. Never blocks, never raises."""

    def point_checked(
        self, staff: str, verdict: OpeningVerdict, answers: Mapping[CheckPart, CheckAnswer]
    ) -> None:
        """*answers* to every part of the opening check."""

    def point_closed(self, staff: str) -> None: ...
    def shift_started(self, staff: str) -> None: ...
    def shift_ended(self, staff: str) -> None: ...
    def door_visited(self, outcome: DoorOutcome, area: int) -> None:
        """A team stood at one door of the residential group of that number; 0 where no route is named."""

    def door_undone(self, outcome: DoorOutcome, area: int) -> None:
        """That door was marked by mistake."""

    def training_finished(self, flow_id: str, role: Role) -> None:
        """Somebody of *role* has finished a guide for volunteers; who it was is kept nowhere."""


class KioskLog(VisitLog, PointLog, Protocol):
    """Both in one: what keeps the log of a kiosk."""


class StaffDesk(Protocol):
    """Knows who of the staff may open this kiosk. Never blocks; answers later, on the screen's thread."""

    def list(self, told: Callable[[ListAnswer], None]) -> None:
        """Everybody who was ever added."""

    def check(self, member_id: str, pin: Digits, told: Callable[[PinAnswer], None]) -> None:
        """Whether *pin* is that of an active member. The try counts, also if nobody waits for the answer."""

    def add(self, role: Role, shown: str, told: Callable[[PeopleAnswer], None]) -> None:
        """One more member, with a PIN of their own."""

    def reset_pin(self, member_id: str, told: Callable[[PeopleAnswer], None]) -> None:
        """Another PIN; a wait after wrong ones is over."""

    def set_active(self, member_id: str, active: bool, told: Callable[[PeopleAnswer], None]) -> None:
        """Whether the member may help here from now on."""


class TicketDesk(Protocol):
    """Keeps questions for the response team. Never blocks; answers later, on the screen's thread."""

    def hand_in(self, question: Question, told: Callable[[Numbered | TicketsTrouble], None]) -> None:
        """Told a number once the question is kept so that no power cut loses it."""

    def list(self, told: Callable[[TicketsListed | TicketsTrouble], None]) -> None: ...
    def pass_on(self, number: str, answer: TicketAnswer, staff: str) -> None:
        """The answer has reached whom it concerns."""


class Lamp(Protocol):
    """Shows beyond this screen that somebody waits for a person. Never blocks, never raises."""

    def call_began(self) -> None: ...
    def nobody_came(self) -> None:
        """The call that began has waited too long."""

    def call_over(self) -> None: ...


class NoLamp:
    """There is none here."""

    def call_began(self) -> None: ...
    def nobody_came(self) -> None: ...
    def call_over(self) -> None: ...
