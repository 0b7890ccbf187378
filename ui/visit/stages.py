"""The stages of a visit: what a screen of each kind has to remember."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from accessibility.card import CardFault
from accessibility.touch import SteadyHands
from accessibility.trying import Trial
from flows.guide.walk import Walk
from flows.guide.words import Words
from flows.practice.exercise.doing import Doing
from flows.practice.exercise.script import ExerciseGroup
from flows.practice.own_phone import OwnPhone
from flows.practice.practice import Practice
from flows.practice.rehearse.play import Play
from kiosk.base.events import Answer, Face, Language, Result
from ui.visit.stage import Stage

if TYPE_CHECKING:
    from flows.search import Answer as Found


@dataclass(frozen=True, slots=True)
class Attract(Stage):
    """Nobody is here: the kiosk invites. `adjusted`: a team's, in a language or voice just set."""

    adjusted: bool = False
    may_finish = False
    may_be_covered = False


@dataclass(frozen=True, slots=True)
class Privacy(Stage):
    """What the kiosk keeps, and what not; over the invitation too, where nobody is counted for reading it."""

    lies_over = True
    without_a_visit = True


@dataclass(frozen=True, slots=True)
class ThisPlace(Stage):
    """What the first screen says, read aloud; over the invitation too, where nobody is counted for it."""

    lies_over = True
    without_a_visit = True


@dataclass(frozen=True, slots=True)
class WardOffices(Stage):
    """Where offices of the ward are, by their ids: those that a step sends to. Empty: all of them."""

    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resume(Stage):
    """After a crash: does the resident want to go on with this walk?"""

    may_finish = False

    flow_id: str
    flow_hash: str
    edges: tuple[str, ...]
    language: Language


@dataclass(frozen=True, slots=True)
class Circle(Stage):
    """A circle to touch, so that the kiosk sees how this hand does it; with the touches of those before.

    It lies over where one goes on.
    """

    trials: tuple[Trial, ...] = ()
    asked: bool = False  # the resident wished it: then also that nothing had to be fitted is told
    before: SteadyHands | None = None  # how it was before the first try; None: as it is


@dataclass(frozen=True, slots=True)
class Fitted(Stage):
    """The screen has been fitted to the hand that touched; `before` is how it was, to go back to."""

    before: SteadyHands
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Home(Stage):
    """What people come for: the tiles of the first screen, once somebody is here."""


@dataclass(frozen=True, slots=True)
class NeedGuides(Stage):
    """The guides that one of the needs leads to."""

    need_id: str


@dataclass(frozen=True, slots=True)
class Topics(Stage):
    """The topics: from here every guide is reached."""


@dataclass(frozen=True, slots=True)
class Topic(Stage):
    """The guides of one topic."""

    topic: str


Finished: TypeAlias = Literal["no", "word", "all"]
"""Of a question: its last word, as a space or a pause follows; all of it, as nothing was typed for longer."""


@dataclass(frozen=True, slots=True)
class Ask(Stage):
    """What somebody wants to ask is typed, and answered meanwhile. Nothing of it is in a `repr`.

    `answer`: None while nothing is typed.
    """

    typed: str = field(default="", repr=False)
    answer: Found | None = field(default=None, repr=False)
    marks: bool = False  # the keys for marks and digits are shown
    finished: Finished = "no"
    warned_of: str = ""  # the guide of which it was said that it is urgent
    warned_at: str = field(default="", repr=False)  # and its step of which it was said
    counted: bool = False  # that nothing was found

    @property
    def offered(self) -> Found | None:
        """The answer as it is shown: what looks like danger is only perhaps until it was said, or may be."""
        if self.answer is None or self.answer.kind != "danger":
            return self.answer
        sure = self.leads or self.warned_of == self.answer.guides[0].id
        return self.answer if sure else self.answer.unsure

    @property
    def leads(self) -> bool:
        """Whether danger may lead now: at the end of a word where it is certain, and else of the question."""
        if self.answer is None or self.answer.kind != "danger":
            return False
        return self.finished == "all" or (self.finished == "word" and self.answer.certain)


@dataclass(frozen=True, slots=True)
class NumbersToCall(Stage):
    """The official numbers, where nothing was found."""


@dataclass(frozen=True, slots=True)
class HaveReady(Stage):
    """What must be at hand, before the first step of a guide that somebody would have to leave without it."""

    flow_id: str


@dataclass(frozen=True, slots=True)
class Overview(Stage):
    """All that a guide is about, needs and warns of: for who asks."""

    flow_id: str
    begun: bool = False  # asked for at one of its steps, which lies beneath


Explained: TypeAlias = Literal["no", "simpler", "example", "picture", "own-phone"]
"""How a step is shown: in its own words, in simpler ones, by an example, by another picture of it, or, to who
touched the drawn phone, that it is done on one's own.
"""


@dataclass(frozen=True, slots=True)
class GuideChanged(Stage):
    """What has changed since somebody learnt the guide that lies beneath; told once."""

    flow_id: str
    change_id: str


@dataclass(frozen=True, slots=True)
class Stepping(Stage):
    """Inside a guide. Which step is shown follows from the walk."""

    flow_id: str
    walk: Walk
    explained: Explained = "no"
    said_again: bool = False  # in its own words, for who asked for help with it
    face: Face | None = None  # at its last step the resident has said how it was


@dataclass(frozen=True, slots=True)
class StuckList(Stage):
    """What may have gone wrong at this step; chosen by touch."""

    flow_id: str
    walk: Walk


@dataclass(frozen=True, slots=True)
class Advice(Stage):
    """What to do about one thing that went wrong, before the walk follows that edge."""

    flow_id: str
    walk: Walk
    edge_id: str


@dataclass(frozen=True, slots=True)
class Practising(Stage):
    """A guide is practised on the drawn phone; its own walk, if there was one, is over or lies beneath."""

    practice: Practice
    typing: Doing | None = None  # the place was touched, and takes words: the drawn keys are open


@dataclass(frozen=True, slots=True)
class OnOwnPhone(Stage):
    """A guide is done on one's own phone; at the end one says whether alone."""

    doing: OwnPhone
    said_again: bool = False  # the sentence of the step shown, for who asked for help with it


@dataclass(frozen=True, slots=True)
class ScamsToRehearse(Stage):
    """The scams that can be rehearsed."""


@dataclass(frozen=True, slots=True)
class Rehearsing(Stage):
    """A scam is rehearsed on the drawn phone. What was answered is here alone, and goes with the screen."""

    play: Play


@dataclass(frozen=True, slots=True)
class SmallExercises(Stage):
    """The small exercises of one kind."""

    group: ExerciseGroup


@dataclass(frozen=True, slots=True)
class Exercising(Stage):
    """A small exercise; over a pass of practice it stands between that one and the next."""

    doing: Doing


@dataclass(frozen=True, slots=True)
class ShowQr(Stage):
    """One official address as a code to scan."""

    flow_id: str
    qr_id: str


@dataclass(frozen=True, slots=True)
class Hotline(Stage):
    """One telephone number, large; of a step's list with `whose` it is and what to say there."""

    number: str
    whose: str = ""
    calling: Words | None = None


ComfortGroup: TypeAlias = Literal["", "voice", "touch", "about", "language"]


@dataclass(frozen=True, slots=True)
class Comfort(Stage):
    """The comfort panel, before it the card of ready-made *presets*, or behind it a *group* of what fewer
    set; what lies beneath is kept, and looks as it was set when one comes back.
    """

    presets: bool = False
    group: ComfortGroup = ""

    may_be_covered = False
    lies_over = True
    without_a_visit = True


@dataclass(frozen=True, slots=True)
class Person(Stage):
    """A person has been called; what lies beneath is kept."""

    nobody_came: bool = False  # in time: another number is shown


@dataclass(frozen=True, slots=True)
class Goodbye(Stage):
    """The end of a visit. `face`: the resident has said how it was.

    `guide`: the one that was done last. `result` and `filed`: what staff who assist have said came of it.
    """

    finished: bool
    face: Face | None = None
    guide: str = ""
    walk: Walk | None = None  # the way somebody has gone through it, to be practised
    result: Result | None = None
    filed: Answer | None = None


@dataclass(frozen=True, slots=True)
class MyCard(Stage):
    """The resident's own card, to be photographed or printed."""


@dataclass(frozen=True, slots=True)
class ShowCard(Stage):
    """The camera looks for a card; what lies beneath is kept."""

    lies_over = True


@dataclass(frozen=True, slots=True)
class Unread(Stage):
    """Something was held up that is not taken as a card; what lies beneath is kept. Nothing of it is here."""

    lies_over = True

    why: CardFault


@dataclass(frozen=True, slots=True)
class IdleNotice(Stage):
    """Nobody has touched anything for a while; what lies beneath is kept."""

    may_finish = False
    lies_over = True


@dataclass(frozen=True, slots=True)
class Sorry(Stage):
    """We made a mistake; the resident did not."""
