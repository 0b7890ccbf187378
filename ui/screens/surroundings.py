"""What a screen shows beside the visit itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, TypeAlias

from accessibility.card import Card
from accessibility.preferences import Preferences
from accessibility.sizes import Panel, largest_text_size
from flows.flow import Flow
from flows.needs import Needs, shipped_needs
from flows.words import Language
from kiosk.events import FurtherHelp
from ui.screens.attract import PointSign
from ui.screens.page import Teller
from ui.visit.staff.doors import Doors
from ui.visit.staff.point import PointNow
from ui.words import UiWords

StaffTrouble: TypeAlias = Literal[
    "font", "guides", "no-guides", "config", "words", "clock", "damaged-log", "export"
]


class Further(NamedTuple):
    """Who is asked when nobody comes: after how many seconds, the staff of which place (empty: the ward's own
    number) and their number (empty: none is known).
    """

    after_s: float = 180
    place: str = ""
    phone: str = ""

    @property
    def to(self) -> FurtherHelp:
        if not self.phone:
            return "nobody"
        return "place" if self.place else "phone"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything `derive` may look at beside the visit."""

    words: UiWords
    flows: Mapping[str, Flow]
    sign: PointSign
    needs: Needs = field(default_factory=shipped_needs)  # as the ward wrote them
    training: Mapping[str, Flow] = field(default_factory=dict)  # the guides for volunteers
    opened: Mapping[str, int] = field(
        default_factory=dict
    )  # how often here of late; those often opened alone
    doors: Doors = field(default_factory=dict)  # those a team stood at today
    route: tuple[int, ...] = ()  # the residential groups of a team, in the order of its way
    area: int | None = None  # the one it was last in; None: not told yet
    guides_read: bool = True  # False for the first moments of the program
    time: str = ""  # "09:41"; empty while the clock is not to be trusted
    doubted_time: str = ""  # then what it shows all the same: only the opening check asks about it
    largest_text_size: int = 5
    largest_low_reach: int = 5  # the same in the lower part of the panel
    no_sound: bool = False
    lamp: bool = False  # a lamp burns while somebody is called
    headphones: bool = False  # what is said comes out of headphones: one person hears it
    storage_trouble: bool = False
    staff_troubles: tuple[StaffTrouble, ...] = ()  # told on the attract screen; residents go on
    further: Further = field(default_factory=Further)
    known_to_ward: bool = True  # the ward has enrolled this kiosk: without that nothing leaves it at all
    export_hour: int | None = None  # of each day's export; None: nothing leaves over the network
    waited_minutes: int = 0
    bell_bright: bool = True  # the frame round the screen while a person is waited for
    seconds_left: int = 60
    hint: str = ""  # what a key does, or how to go on by keys: seen as well as heard
    scanning: bool = False  # one switch: the speed of the scan can be set
    upright: bool = True  # only an upright panel has a low-reach layout
    seal: Callable[[Card], str] | None = None  # makes the code of a card; None: none are made here
    alone: int | None = None  # of the visit's steps so far, where its card is made: tenths done alone
    prints: bool = False  # a printer for cards is set up
    camera: bool = False  # a camera that reads cards is set up
    point: PointNow = field(default_factory=PointNow)
    samples: tuple[int, ...] = field(default=(1, 3, 5))

    def on(self, panel: Panel) -> Surroundings:
        """The same on another *panel*."""
        return replace(
            self,
            largest_text_size=largest_text_size(panel),
            largest_low_reach=largest_text_size(panel.lowered()),
            upright=not panel.is_landscape,
        )

    @property
    def door_to_door(self) -> bool:
        """Whether this kiosk goes with a team."""
        return self.sign.kind == "team"

    @property
    def area_now(self) -> int | None:
        """Where the team goes on: the group of its last door today."""
        return self.area if any(self.doors.values()) else None

    @property
    def lessons(self) -> Mapping[str, Flow]:
        """The guides for volunteers, and the residents' to which they lead."""
        return {**self.flows, **self.training}

    @property
    def offered(self) -> Needs:
        """What people come for, as far as a guide here leads to it."""
        return self.needs.offered(self.flows)

    def largest(self, now: Preferences) -> int:
        """The largest text size of the part of the panel in use."""
        lowered = now.low_reach and self.upright  # a lying panel has no low part
        return self.largest_low_reach if lowered else self.largest_text_size

    def without_a_visit(self) -> Surroundings:
        """The same, but for what the last resident waited for, was told and had set."""
        return replace(
            self, waited_minutes=0, bell_bright=True, seconds_left=60, hint="", scanning=False, alone=None
        )

    def tell(self, language: Language) -> Teller:
        return Teller(self.words, language)

    @property
    def call_unheard(self) -> bool:
        """Whether a call rings nowhere and lights nothing but this screen."""
        return self.no_sound and not self.lamp

    @property
    def troubles(self) -> tuple[str, ...]:
        """What does not work here, as keys of ``[trouble]``."""
        found = (("storage", self.storage_trouble), ("sound", self.no_sound))
        return (*self.staff_troubles, *(trouble for trouble, is_there in found if is_there))

    def of_topic(self, topic: str) -> tuple[Flow, ...]:
        """The residents' guides of *topic*, as the guides themselves say; those that do not, last."""
        found = [flow for flow in self.flows.values() if flow.topic == topic and flow.audience == "resident"]
        return tuple(sorted(found, key=lambda flow: (flow.order is None, flow.order or 0, flow.id)))
