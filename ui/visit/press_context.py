"""What a press may need to know beside the visit, and the parts of the surroundings it has whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from accessibility.preferences import Preferences
from accessibility.trying import Trial
from flows.guide.flow import Flow
from flows.guide.needs import Needs, shipped_needs
from flows.practice.exercise.script import Exercise
from flows.practice.rehearse.script import Rehearsal
from kiosk.base.events import FurtherHelp
from ui.visit.staff.bookmarks import Place
from ui.visit.staff.opening import Devices
from ui.visit.staff.people import StaffMember
from ui.visit.staff.point import PointNow

if TYPE_CHECKING:
    from flows.search import Asking
    from flows.shelf.due import Due


@dataclass(frozen=True, slots=True)
class Guides:
    """What the reader of guides has read."""

    flows: Mapping[str, Flow] = field(default_factory=dict)
    training: Mapping[str, Flow] = field(default_factory=dict)  # the guides for volunteers
    rehearsals: Mapping[str, Rehearsal] = field(default_factory=dict)  # scams to rehearse, in their order
    helping: Mapping[str, Rehearsal] = field(default_factory=dict)  # what volunteers rehearse
    exercises: Mapping[str, Exercise] = field(default_factory=dict)  # small ones: typing, and codes
    read: bool = True  # False for the first moments of the program
    due: tuple[Due, ...] = ()  # what of them residents should know ends soon
    asking: Asking | None = None  # what answers a question in one's own words; prepared once they are read

    @property
    def lessons(self) -> Mapping[str, Flow]:
        """The guides for volunteers, and the residents' to which they lead."""
        return {**self.flows, **self.training}

    def of_topic(self, topic: str) -> tuple[Flow, ...]:
        """The residents' guides of *topic*, as the guides themselves say; those that do not, last."""
        listed = [flow for flow in self.flows.values() if flow.topic == topic and flow.audience == "resident"]
        return tuple(sorted(listed, key=lambda flow: (flow.order is None, flow.order or 0, flow.id)))


@dataclass(frozen=True, slots=True)
class PanelLimits:
    """What the panel has room for."""

    largest_text_size: int = 5
    largest_low_reach: int = 5  # the same in the lower part of the panel
    upright: bool = True  # only an upright panel has a low-reach layout

    def largest(self, now: Preferences) -> int:
        """The largest text size of the part of the panel in use."""
        lowered = now.low_reach and self.upright  # a lying panel has no low part
        return self.largest_low_reach if lowered else self.largest_text_size


@dataclass(frozen=True, slots=True)
class PressContext:
    """What a press may need to know beside the visit itself."""

    guides: Guides = field(default_factory=Guides)
    panel: PanelLimits = field(default_factory=PanelLimits)
    first: Preferences = field(default_factory=Preferences)  # what every new resident meets: the ward's own
    further_help: FurtherHelp = "nobody"  # whose number there is for a call that nobody answers
    door_to_door: bool = False  # the kiosk goes with a team
    route: tuple[int, ...] = ()  # the residential groups of its way
    area: int | None = None  # the one of its last door today
    left_off: Place = ()  # where who has the controls was in the guides for volunteers
    point: PointNow = field(default_factory=PointNow)
    devices: Devices = field(default_factory=Devices)  # what the opening check tries here
    no_sound: bool = False  # nothing can be heard here
    week: int | None = None  # counted since 1970; None while the clock is not to be trusted
    draw: int = 0  # any number from a hat
    may_go_on: StaffMember | None = None  # who has just helped somebody: if they knock within some seconds
    had_whole_notice: frozenset[str] = frozenset()  # who has had the whole notice said in their shift
    needs: Needs = field(default_factory=shipped_needs)  # those that lead somewhere here
    touches: Trial = ()  # how this screen was touched
