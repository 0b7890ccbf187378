"""What the pages say, ready to be filled into the templates. Frozen; every text in the page's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from flows.guide.flow import Source
from flows.guide.ward import NO_WARD
from flows.guide.ward import Ward as Offices
from flows.guide.words import Language
from ui.screens.aside import grouped
from ui.screens.picture.props import PhoneProps


@dataclass(frozen=True, slots=True)
class Way:
    """A link that leads on. `picture` is one of ours, by name; `answers` is ``step=choice`` of an answer.

    `when` is the condition as JSON, `condition` the same in words: both empty where it is always open.
    """

    href: str
    label: str
    picture: str = ""
    answers: str = ""
    when: str = ""
    condition: str = ""
    to: str = ""  # the id of the step of this page to which it leads


@dataclass(frozen=True, slots=True)
class Call:
    """An official number to touch: `digits` are dialled, `label` is read."""

    digits: str
    label: str


@dataclass(frozen=True, slots=True)
class OfficeView:
    """What is known of an office, and its number to touch, if any."""

    text: str
    call: Call | None = None


@dataclass(frozen=True, slots=True)
class StepTrouble:
    """What may go wrong at a step, what to do about it, and where that leads."""

    label: str
    advice: str
    way: Way
    offices: tuple[OfficeView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One step, as it holds from `since` to `until` (ISO days; empty: without a bound)."""

    id: str
    step: str
    number: int = 0  # by which it is found on paper
    say: str
    said: str = ""  # how a voice says it, where that differs
    clip: str = ""  # its recording, beneath the assets
    simpler: str = ""
    example: str = ""
    caption: str = ""
    span: str = ""  # “Đến hết ngày …”, for who reads without scripts
    since: str = ""
    until: str = ""
    safety: tuple[str, ...] = ()
    picture: PhoneProps
    calls: tuple[Call, ...] = ()
    offices: tuple[OfficeView, ...] = ()
    calling: str = ""  # what to say there
    page: Way | None = None  # an official page
    asks: bool = False
    doubtful: bool = False  # no source says so: it leads to a person
    private: bool = False
    ends: bool = False
    ways: tuple[Way, ...] = ()
    troubles: tuple[StepTrouble, ...] = ()


@dataclass(frozen=True, slots=True)
class Hotline:
    """Where a way leads to a number: the section that shows it."""

    id: str
    call: Call
    picture: str


@dataclass(frozen=True, slots=True)
class Tongue:
    """The same page in another language."""

    language: Language
    name: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidePage:
    """One guide in one language. `root` leads to the folder of the site, as ``../``."""

    id: str
    language: Language
    root: str
    home: str
    tongues: tuple[Tongue, ...]
    title: str
    summary: str
    picture: str
    minutes: str
    urgent: bool
    needs: tuple[str, ...]
    cautions: tuple[str, ...]
    steps: tuple[StepView, ...]
    hotlines: tuple[Hotline, ...]
    further: tuple[Way, ...]
    checked: str
    review_by: str  # ISO day
    review_words: str
    sources: tuple[Source, ...]

    @property
    def numbers(self) -> Mapping[str, int]:
        """By the id of a step its number on paper."""
        return {step.step: step.number for step in self.steps}


@dataclass(frozen=True, slots=True)
class Tile:
    """A guide on the first page. `asked` are the words it is found by, without marks; `steps` the titles of
    those at which the search may open it, by their section.
    """

    guide: str
    href: str
    title: str
    summary: str
    picture: str
    asked: str
    steps: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Topic:
    id: str
    title: str
    picture: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class NeedTile:
    """One of the kiosk's first tiles. One that is urgent and has one guide leads straight to it, and the one
    without guides to all topics: `href`. Any other opens the guides in `tiles`.
    """

    id: str
    title: str
    picture: str
    urgent: bool
    href: str = ""
    tiles: tuple[Tile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    language: Language
    root: str
    home: str
    tongues: tuple[Tongue, ...]
    urgent: tuple[Tile, ...]
    needs: tuple[NeedTile, ...]
    topics: tuple[Topic, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Ward:
    """Whose pages they are: its name, and its own help phone where it has one."""

    name: str
    phone: str = ""
    offices: Offices = NO_WARD

    @property
    def phone_digits(self) -> str:
        return "".join(sign for sign in self.phone if sign.isdigit())

    @property
    def phone_grouped(self) -> str:
        return grouped(self.phone)
