"""Where somebody was in the guides for volunteers when the controls locked: kept for their shift. Pure.

In memory alone, by the id of who learns. Nothing of it is written down, and the next day knows nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from flows.guide.flow import Flow
from kiosk.base.events import PointClosed, ShiftEnded, ShiftEvent, ShiftStarted
from ui.visit.effects import Effect
from ui.visit.staff.stages import Training
from ui.visit.stage import StaffStage, Stage
from ui.visit.stages import Advice, Stepping, StuckList
from ui.visit.visit import Visit

Place = tuple[Stage, ...]
"""As `Training.at`."""


@dataclass(frozen=True, slots=True)
class Bookmarks:
    """Those of one day."""

    day: date | None = None
    places: Mapping[str, Place] = field(default_factory=dict)  # by the id of the member

    def of(self, visit: Visit, day: date | None, lessons: Mapping[str, Flow]) -> Place:
        """Where the member who has the controls goes on; empty: at the list."""
        if visit.staff is None or day != self.day:
            return ()
        place = self.places.get(visit.staff.member.id, ())
        return place if all(_is_as_it_was(stage, lessons) for stage in place) else ()

    def after(self, before: Visit, visit: Visit, effects: Iterable[Effect], day: date | None) -> Bookmarks:
        """Once *before* has become *visit*: locked keeps the place, gone out of it forgets it."""
        places = dict(self.places) if day == self.day else {}
        if before.staff is not None and isinstance(before.beneath, Training):
            locked = visit.staff is None or not isinstance(visit.stage, StaffStage)  # or shut by itself
            places[before.staff.member.id] = before.beneath.at if locked else ()
        for effect in effects:
            if isinstance(effect, ShiftEvent):
                _forget_shift(places, effect)
        return Bookmarks(day, {staff: place for staff, place in places.items() if place})


def _forget_shift(places: dict[str, Place], event: ShiftEvent) -> None:
    match event:
        case ShiftEnded(staff):
            places.pop(staff, None)
        case PointClosed():
            places.clear()
        case ShiftStarted():
            pass  # what was kept of an earlier shift went with it


def _is_as_it_was(stage: Stage, lessons: Mapping[str, Flow]) -> bool:
    """Whether the guide can still be shown there: it may have been read anew."""
    match stage:
        case Stepping(flow_id, walk) | StuckList(flow_id, walk) | Advice(flow_id, walk):
            return flow_id in lessons and lessons[flow_id].content_hash == walk.flow_hash
        case _:
            return getattr(stage, "flow_id", "") in lessons or not hasattr(stage, "flow_id")
