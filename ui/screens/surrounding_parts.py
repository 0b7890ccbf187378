"""The parts of the surroundings: each is written by one module, as `test_one_writer_for_each_part` holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from accessibility.card import Card
from flows.guide.needs import Needs, shipped_needs
from flows.guide.ward import NO_WARD, Ward
from kiosk.base.events import FurtherHelp, Language
from ui.screens.attract import PointSign
from ui.visit.press_context import Guides as Guides
from ui.visit.press_context import PanelLimits as PanelLimits
from ui.visit.staff.doors import Doors
from ui.visit.staff.point import PointNow
from ui.visit.staff.ward_stick import Brought

if TYPE_CHECKING:
    pass

StaffTrouble: TypeAlias = Literal[
    "font", "guides", "no-guides", "config", "words", "clock", "damaged-log", "export", "content",
    "program",
]  # fmt: skip


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
class Setup:
    """What the ward configured; nothing writes it after the start."""

    further: Further = field(default_factory=Further)
    lamp: bool = False  # a lamp burns while somebody is called
    needs: Needs = field(default_factory=shipped_needs)  # what people come for, as the ward wrote it
    ward: Ward = NO_WARD  # its offices, as the ward's file has them
    photos: frozenset[str] = frozenset()  # the photographs of real screens the ward has laid beside
    route: tuple[int, ...] = ()  # the residential groups of a team, in the order of its way
    prints_guides: bool = False  # the ward has named a printer for sheets to take home
    export_hour: int | None = None  # of each day's export; None: nothing leaves over the network


@dataclass(frozen=True, slots=True)
class ClockReading:
    """What the clock says."""

    time: str = ""  # "09:41"; empty while the clock is not to be trusted
    doubted_time: str = ""  # then what it shows all the same: only the opening check asks about it
    week: int | None = None  # counted since 1970; None while the clock is not to be trusted


@dataclass(frozen=True, slots=True)
class Health:
    """What of the kiosk does not work, but for the sound."""

    storage_trouble: bool = False
    staff_troubles: tuple[StaffTrouble, ...] = ()  # shown on the attract screen; residents go on


@dataclass(frozen=True, slots=True)
class ContentNow:
    """The ward's content in force: the number of its pack (0: what comes with the program) and its day.

    `new`, `changed`, `gone`: lessons beside the content before, as ``guides/vneid-muc-2``. `coming`: a pack
    is being tried, or waits until nobody is here. `trouble`: why the last one is not in force. `sentences`:
    how many of the screens it changes; `passed_over`: those of the pack that this program has no place for.
    """

    pack: int = 0
    made: date | None = None
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    others: bool = False  # tiles, pictures or the like are others too
    sentences: int = 0
    passed_over: int = 0
    coming: Literal["", "tried", "waits"] = ""
    trouble: Brought = ""


@dataclass(frozen=True, slots=True)
class ProgramNow:
    """The version of the program that runs; empty where the ward sends none here. The rest as of content."""

    version: str = ""
    coming: Literal["", "tried", "waits"] = ""
    trouble: Brought = ""


@dataclass(frozen=True, slots=True)
class Sound:
    """What can be heard, and by whom."""

    no_sound: bool = False
    headphones: bool = False  # what is said comes out of headphones: one person hears it


@dataclass(frozen=True, slots=True)
class Timing:
    """How long somebody has waited, and has left."""

    waited_minutes: int = 0
    bell_bright: bool = True  # the frame round the screen while a person is waited for
    seconds_left: int = 60
    goodbye_in: Language | None = None  # somebody has just gone: for two seconds they are waved to


@dataclass(frozen=True, slots=True)
class Pointer:
    """What keys and switches do, and the line that repeats what is said."""

    hint: str = ""  # what a key does, or how to go on by keys: seen as well as heard
    scanning: bool = False  # one switch: the speed of the scan can be set


@dataclass(frozen=True, slots=True)
class Cards:
    """What is set up here for residents' cards."""

    known_to_ward: bool = True  # the ward has enrolled this kiosk: without that nothing leaves it at all
    seal: Callable[[Card], str] | None = None  # makes the code of a card; None: none are made here
    prints: bool = False  # a printer for cards is set up
    camera: bool = False  # a camera that reads cards is set up


@dataclass(frozen=True, slots=True)
class TeamDay:
    """Where a team has been today, and how many visits have begun."""

    doors: Doors = field(default_factory=dict)
    visits: int = 0
    area: int | None = None  # the residential group it was last in; None: it has not said

    @property
    def area_now(self) -> int | None:
        """Where the team goes on: the group of its last door today."""
        return self.area if any(self.doors.values()) else None


@dataclass(frozen=True, slots=True)
class Progress:
    """What the log says of the visit, where its card is made."""

    alone: int | None = None  # tenths of the steps so far that were done alone


Part: TypeAlias = (
    Setup
    | Guides
    | PointSign
    | PanelLimits
    | ClockReading
    | Health
    | Sound
    | Timing
    | Pointer
    | Cards
    | TeamDay
    | PointNow
    | Progress
    | ContentNow
    | ProgramNow
)
