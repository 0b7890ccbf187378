"""Who of the staff has had the whole notice said in their shift: then one sentence of it is enough. Pure.

In memory alone, as the bookmarks: nothing of it is written down, and the next day knows nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kiosk.base.events import AssistStarted, PointClosed, ShiftEnded, ShiftEvent, ShiftStarted
from ui.visit.effects import Effect
from ui.visit.staff.stages import AssistNotice
from ui.visit.visit import Visit


@dataclass(frozen=True, slots=True)
class WholeNotices:
    """Those of one day, by the ids of who assisted."""

    day: date | None = None
    staff: frozenset[str] = frozenset()

    def of(self, day: date | None) -> frozenset[str]:
        """Who needs to have it said whole no more."""
        return self.staff if day == self.day else frozenset()

    def after(self, before: Visit, effects: Iterable[Effect], day: date | None) -> WholeNotices:
        """Once *before* was left with *effects*: a shift that begins or ends has it said whole again."""
        staff = set(self.of(day))
        for effect in effects:
            if isinstance(effect, ShiftEvent):
                staff -= _over(effect, staff)
            elif isinstance(effect, AssistStarted) and _whole(before):
                staff.add(effect.staff)
        return WholeNotices(day, frozenset(staff))


def _whole(before: Visit) -> bool:
    return isinstance(before.stage, AssistNotice) and not before.stage.short


def _over(event: ShiftEvent, staff: set[str]) -> set[str]:
    """Whose shift begins anew or is over."""
    match event:
        case ShiftStarted(member) | ShiftEnded(member):
            return {member}
        case PointClosed():
            return set(staff)
