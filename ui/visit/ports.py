"""What the screens need of the outside world. `kiosk/app.py` hands in objects that fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from accessibility.speech.utterance import Cue, SpeechEvent, Utterance
from kiosk.base.events import AnswerPassedOn, Recordable, Role
from ui.visit.effects import PointEffect
from ui.visit.staff.answers import ListAnswer, PeopleAnswer, PinAnswer
from ui.visit.staff.people import Digits
from ui.visit.staff.ticket import Numbered, Question, TicketsListed, TicketsTrouble


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


class KioskLog(Protocol):
    """Keeps what happened, without anything that names a person. Never blocks, never raises."""

    def record(self, event: Recordable) -> None:
        """Write *event* down, in the order in which it is called; what is private is held in memory alone.

        The recorder knows what a press does not: the place, when it was, and that a step at which a person
        was called was done with help, whatever staff marked.
        """

    def alone(self) -> int | None:
        """How many tenths of the steps of this visit the resident has done alone; None before the first."""


class StaffPort(Protocol):
    """Knows who of the staff may open this kiosk. Never blocks; answers later, on the screen's thread."""

    def list(self, on_answer: Callable[[ListAnswer], None]) -> None:
        """Everybody who was ever added."""

    def check(self, member_id: str, pin: Digits, on_answer: Callable[[PinAnswer], None]) -> None:
        """Whether *pin* is that of an active member. The try counts, also if nobody waits for the answer."""

    def add(self, role: Role, shown: str, on_answer: Callable[[PeopleAnswer], None]) -> None:
        """One more member, with a PIN of their own."""

    def reset_pin(self, member_id: str, on_answer: Callable[[PeopleAnswer], None]) -> None:
        """Another PIN; a wait after wrong ones is over."""

    def set_active(self, member_id: str, active: bool, on_answer: Callable[[PeopleAnswer], None]) -> None:
        """Whether the member may help here from now on."""


class TicketPort(Protocol):
    """Keeps questions for the response team. Never blocks; answers later, on the screen's thread."""

    def hand_in(self, question: Question, on_answer: Callable[[Numbered | TicketsTrouble], None]) -> None:
        """Told a number once the question is kept so that no power cut loses it."""

    def list(self, on_answer: Callable[[TicketsListed | TicketsTrouble], None]) -> None: ...
    def pass_on(self, event: AnswerPassedOn) -> None:
        """The answer has reached whom it concerns."""


class PointPort(Protocol):
    """Writes down what staff do with the point, examines and counts it; what it finds comes back in the
    surroundings.
    """

    def carry_out(self, effect: PointEffect) -> None:
        """Never blocks, never raises."""


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
