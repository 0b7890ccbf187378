"""What a press may need to know beside the visit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from accessibility.preferences import Preferences
from accessibility.trying import Trial
from flows.exercise.script import Exercise
from flows.flow import Flow
from flows.needs import Needs, shipped_needs
from flows.rehearse.script import Rehearsal
from kiosk.events import FurtherHelp
from ui.visit.staff.bookmarks import Place
from ui.visit.staff.opening import Devices
from ui.visit.staff.people import StaffMember
from ui.visit.staff.point import PointNow

if TYPE_CHECKING:
    from flows.search import Asking


@dataclass(frozen=True, slots=True)
class PressContext:
    """What a press may need to know beside the visit itself."""

    flows: Mapping[str, Flow]
    largest_text_size: int = 5
    largest_low_reach: int = 5
    first: Preferences = field(
        default_factory=Preferences
    )  # the ward's own settings, which every new resident meets
    upright: bool = True  # the panel
    further_help: FurtherHelp = "nobody"  # whose number there is for a call that nobody answers
    door_to_door: bool = False  # the kiosk goes with a team
    route: tuple[int, ...] = ()  # the residential groups of its way
    area: int | None = None  # the one of its last door today
    training: Mapping[str, Flow] = field(default_factory=dict)  # the guides for volunteers
    rehearsals: Mapping[str, Rehearsal] = field(default_factory=dict)  # the scams that can be rehearsed
    helping: Mapping[str, Rehearsal] = field(default_factory=dict)  # what volunteers rehearse
    exercises: Mapping[str, Exercise] = field(default_factory=dict)  # the small ones: typing, and codes
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
    asking: Asking | None = None  # what answers a question; None until it was prepared

    @property
    def lessons(self) -> Mapping[str, Flow]:
        """The guides for volunteers, and the residents' to which they lead."""
        return {**self.flows, **self.training}

    def largest(self, now: Preferences) -> int:
        """The largest text size of the part of the panel in use."""
        lowered = now.low_reach and self.upright  # a lying panel has no low part
        return self.largest_low_reach if lowered else self.largest_text_size
