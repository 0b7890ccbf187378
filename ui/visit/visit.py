"""The visit: all that is remembered of one person, as a value. The topmost of its stages is what is shown."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from accessibility.card import Card
from accessibility.preferences import Preferences
from accessibility.presets import Preset
from flows.practice.exercise.doing import Doing
from flows.practice.practice import Practice
from kiosk.base.events import Actor, Language, Way
from ui.visit.staff.people import Assist, AtControls
from ui.visit.staff.stages import StaffComfort
from ui.visit.stage import AsksResident, SigningIn, StaffStage, Stage
from ui.visit.stages import Attract, Resume


@dataclass(frozen=True, slots=True)
class OpenWalk:
    """The walk the log has open: at most one in a visit."""

    flow_id: str


@dataclass(frozen=True, slots=True)
class Visit:
    """Everything the kiosk remembers of the person in front of it."""

    stages: tuple[Stage, ...] = (Attract(),)
    preferences: Preferences = field(default_factory=Preferences)
    open_walk: OpenWalk | None = None
    finished: tuple[str, ...] = ()  # ids of the guides finished in this visit
    practised: tuple[Practice, ...] = ()  # the last pass over each guide that was practised, in order
    rehearsed: frozenset[str] = field(default=frozenset(), repr=False)  # scams and codes, each told once
    changes_seen: tuple[str, ...] = ()  # of which guides it was told that something has changed
    exercised: tuple[Doing, ...] = ()  # the last pass of each small exercise that was done, in order
    left: str = ""  # the guide last left in the middle
    brought: Card | None = None  # the card that was held up
    staff: AtControls | None = None  # who of the staff has the controls
    assist: Assist | None = None  # who of the staff assists this visit, while they have the controls
    preset_from: tuple[tuple[Preset, Preferences], ...] = ()  # what was set when each was last turned on
    language_before: Language | None = None  # the one that was left some seconds ago
    hand_tried: bool = False  # the circle was offered already, or asked for
    voice_by_touch: bool = False  # exploring by touch has turned the voice on, which goes with it
    ways: frozenset[Way] = frozenset()  # in which something has been done on the resident's screens

    @property
    def stage(self) -> Stage:
        return self.stages[-1]

    @property
    def beneath(self) -> Stage:
        """What the screen shows, or what lies beneath the comfort panel of staff."""
        return self.stages[-2] if isinstance(self.stage, StaffComfort) else self.stage

    @property
    def mode(self) -> Mode:
        """Whose the kiosk is now."""
        if isinstance(self.beneath, SigningIn):
            return Mode.SIGNING_IN
        if self.speaks_to_staff:
            return Mode.STAFF
        if self.undecided:
            return Mode.OFFERED
        if not self.is_logged:
            return Mode.NOBODY
        return Mode.ASSISTED if self.assisted_by else Mode.RESIDENT

    @property
    def speaks_to_staff(self) -> bool:
        """Whether the screen speaks to staff, and not to the resident."""
        return isinstance(self.beneath, StaffStage) and not isinstance(self.beneath, AsksResident)

    @property
    def undecided(self) -> bool:
        """Whether it is still open if the visit before the crash goes on: until then nothing is logged."""
        return isinstance(self.stages[0], Resume)

    @property
    def is_over_invitation(self) -> bool:
        """Whether the invitation is shown, or what is read or asked over it: nobody's visit has begun."""
        return isinstance(self.stages[0], Attract)

    @property
    def is_logged(self) -> bool:
        """Whether somebody's visit has begun, so that what happens is written down as theirs."""
        return not (self.is_over_invitation or self.undecided)

    @property
    def assisted_by(self) -> str:
        """The id of who assists now; empty while nobody does."""
        if self.staff is None or self.assist is None or self.staff.member.id != self.assist.staff_id:
            return ""
        return self.assist.staff_id

    @property
    def actor(self) -> Actor:
        """Who acts at the step shown."""
        return self.assist.by if self.assist is not None and self.assisted_by else "resident"

    @property
    def residents_own(self) -> Preferences:
        """The resident's settings, also while staff see the kiosk in its own look."""
        set_aside = self.staff.aside if self.staff is not None else None
        return self.preferences if set_aside is None else set_aside

    def done_by(self, way: Way) -> Visit:
        """Something is done in that *way*: the resident's, unless nobody's visit has begun or staff do it."""
        if way in self.ways or not self.is_logged or isinstance(self.stage, StaffStage):
            return self
        return replace(self, ways=self.ways | {way})

    def show(self, stage: Stage) -> Visit:
        """Put *stage* on top; Back returns to what is shown now."""
        return replace(self, stages=(*self.stages, stage))

    def swap(self, stage: Stage) -> Visit:
        """Show *stage* in place of the one shown now."""
        return replace(self, stages=(*self.stages[:-1], stage))

    def close(self) -> Visit:
        """Take the topmost stage away; the lowest one stays."""
        return replace(self, stages=self.stages[:-1] or self.stages)

    def restart_at(self, *stages: Stage) -> Visit:
        """Forget the way that led here."""
        return replace(self, stages=stages)


class Mode(Enum):
    """`Visit.mode` says which it is."""

    NOBODY = "nobody"  # the invitation, or what is read or asked over it: no visit has begun
    OFFERED = "offered"  # a visit before a crash, of which it is still open whether it goes on
    RESIDENT = "resident"
    ASSISTED = "assisted"  # a resident's screens, while staff assist
    SIGNING_IN = "signing in"  # somebody knocked; it may be anybody
    STAFF = "staff"  # the screen speaks to staff, who have the controls
