"""What a guide is made of: steps, their edges and their pictures. Frozen, compared by value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from flows.guide.words import Words

Confidence: TypeAlias = Literal["A", "B", "C", "U"]
"""A official or recent explicit · B usable, single or older · C may have changed · U unsourced."""

SafetyMark: TypeAlias = Literal["otp", "password", "money", "link", "id-card"]
Device: TypeAlias = Literal["android", "iphone", "any-phone", "web", "none"]
Scene: TypeAlias = Literal[
    "home-screen", "store-search", "store-page", "app-login", "app-home", "app-menu", "form", "code-entry",
    "camera", "list", "settings", "call", "message", "counter", "paper", "qr", "done",
]  # fmt: skip
ElementRole: TypeAlias = Literal[
    "button", "field", "icon", "tab", "item", "text", "digits", "photo", "hang-up", "close", "slider",
]  # fmt: skip
WAYS_OUT: tuple[ElementRole, ...] = ("hang-up", "close")
KeySign: TypeAlias = Literal[
    "microphone", "camera", "video-camera", "loudspeaker", "globe", "erase", "send", "plus", "tick-box",
    "gear", "letter-i", "switch-off", "switch-on", "messages", "bank", "qr", "sun", "bell", "bin", "ticked",
]  # fmt: skip
"""What is drawn on a key, the same on every phone; `tick-box` stands before a line that is ticked, `ticked`
before one that has been, `letter-i` and a switch at the end of theirs; `messages`, `bank`, `camera` and `qr`
are kinds of applications.
"""


# --- where an edge leads ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ToStep:
    """Another step of the same guide."""

    step_id: str


@dataclass(frozen=True, slots=True)
class ToFlow:
    """Ends this walk as *referred* and opens another guide."""

    flow_id: str


@dataclass(frozen=True, slots=True)
class ToPerson:
    """Calls the volunteer at this point."""


@dataclass(frozen=True, slots=True)
class ToHotline:
    """Shows a telephone number to call; *number* holds digits only, leading zeros kept."""

    number: str


Target: TypeAlias = ToStep | ToFlow | ToPerson | ToHotline


# --- guards: only over declared choices ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ChoiceIs:
    """True when the resident chose *one of* `choice_ids` at step `step_id` (the last time there)."""

    step_id: str
    choice_ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Not:
    guard: Guard


@dataclass(frozen=True, slots=True)
class AllOf:
    guards: tuple[Guard, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    guards: tuple[Guard, ...]


Guard: TypeAlias = ChoiceIs | Not | AllOf | AnyOf


# --- edges --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Edge:
    """One way out of a step.

    `id` is ``next``, ``choice.<choice id>`` or ``stuck.<stuck id>``; it is what a walk and the log keep.
    A guide may declare several edges ``next`` whose guards are disjoint and exhaustive.
    """

    id: str
    target: Target
    label: Words | None = None  # what the resident reads on the button (choices, stuck)
    advice: Words | None = None  # what the kiosk says before it follows a stuck edge
    guard: Guard | None = None
    picture: str = ""  # of a choice or what may go wrong: the drawing beside its label
    offices: tuple[str, ...] = ()  # of `flows.guide.ward.OFFICES`: where the advice sends somebody


# --- the picture of a step ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Element:
    """One thing on the drawn screen; `label` is ``None`` where the real label could not be sourced."""

    role: ElementRole
    label: str | None
    highlight: bool
    sourced: bool
    sign: KeySign | None = None
    """What is drawn on a key or a line that has a known sign and no known name."""
    typed: str = ""
    """What is typed there when it is practised: words of the guide's own, or the practice number."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A screen (or a counter, a paper) drawn from data: never a copied logo or a pretended page."""

    device: Device
    scene: Scene
    title: str | None
    elements: tuple[Element, ...]


SlideWay: TypeAlias = Literal["right", "left", "up", "down"]


@dataclass(frozen=True, slots=True)
class Slide:
    """How a step at which a finger slides is practised: on which drawn screen, and which way.

    Its one marked `slider` is slid; where none is marked, the screen itself.
    """

    way: SlideWay
    screen: Picture


# --- what holds until a day ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Dated:
    """A text of a step that ends: `until` is its last day, `after` stands from the day after on.

    `path`: ``("say",)``, ``("simpler",)``, ``("example",)`` or ``("stuck", id)``; ``()`` is the step itself,
    which then leads to a person. `after` is None where the text only goes.
    """

    path: tuple[str, ...]
    until: date
    after: Words | None = None


# --- steps --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class StepBase:
    """What every step has. `edges` keeps the order in which the resident meets them."""

    id: str
    say: Words
    simpler: Words | None = None
    title: Words | None = None  # a few words for its tile, where the search opens the guide here
    signs: tuple[str, ...] = ()  # by which it does so, in Vietnamese (`flows.search.signs`)
    example: Words | None = None
    calling: Words | None = None  # what is said to whoever answers one of its `hotlines`
    picture: Picture | None = None
    drawing: str = ""  # of resources/pictures/steps, where there is no drawn screen
    slide: Slide | None = None  # how it is practised where a finger slides, beside the arrow of `drawing`
    photo: str = ""  # of the real screen, where a ward has laid one beside; the drawn picture stands else
    edges: tuple[Edge, ...] = ()
    safety: frozenset[SafetyMark] = frozenset()
    private: bool = False  # spoken only in headphones or after an explicit choice; its answers are untold too
    untold: bool = (
        False  # spoken as any other, but nothing may be logged of what is answered (`flows.guide.logged`)
    )
    not_alone: bool = False  # who is here must not be left alone: the button that calls a person is lit
    long: bool = (
        False  # may take minutes without a touch: something is typed, downloaded, awaited or talked over
    )
    offices: tuple[str, ...] = ()  # of `flows.guide.ward.OFFICES`: where the step sends somebody
    hotlines: tuple[str, ...] = ()  # of `Flow.hotlines`: one of them is to be called here
    sources: tuple[str, ...] = ()  # keys of `Flow.sources`
    confidence: Confidence = "U"
    dated: tuple[Dated, ...] = ()  # what of it ends on a day, as it was written


@dataclass(frozen=True, slots=True, kw_only=True)
class Say(StepBase):
    """Information only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoStep(StepBase):
    """The resident acts, on their own phone or in the real world."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose(StepBase):
    """The resident picks one of two to four options."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(StepBase):
    """A question about what happened: yes, no, not sure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Show(StepBase):
    """A QR code or a number, large; `qr_id` names one of `Flow.qr` where it is a code."""

    qr_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Practise(StepBase):
    """The resident does on the drawn phone what they will do on their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(StepBase):
    """A person, a police desk or a hotline takes over; the walk may end here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class End(StepBase):
    """The guide is finished."""


Step: TypeAlias = Say | DoStep | Choose | Check | Show | Practise | HandOver | End


def points_at(step: Step) -> bool:
    """Whether its picture can be drawn again with nothing but the place to act."""
    if step.picture is None or isinstance(step, Choose | Check | Show):
        return False
    return {element.highlight for element in step.picture.elements} == {True, False}
