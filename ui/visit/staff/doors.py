"""From door to door: one touch a door. Which house it was is asked nowhere and kept nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from kiosk.base.events import (
    DoorEvent,
    DoorOutcome,
    DoorUndone,
    DoorVisited,
    area_id,
    area_number,
    doors_more,
)
from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.actions.staff import MarkDoor, MenuEntry, PickArea, StaffDo
from ui.visit.press_context import PressContext
from ui.visit.staff import assist, controls
from ui.visit.staff.stages import Door, DoorStage, Route
from ui.visit.stages import Attract
from ui.visit.turns import Turn
from ui.visit.visit import Visit

Doors: TypeAlias = Mapping[tuple[int, DoorOutcome], int]
"""(residential group, what came of it) → doors today."""


Way: TypeAlias = tuple[int, ...]
"""The numbers of the residential groups, in the order in which the team goes."""


def enter(visit: Visit, route: Way, area: int | None) -> Turn:
    """Of a way of one group nobody is asked which; of others not while they go on in *area*, the last one."""
    if len(route) < 2:
        return Turn(visit.show(Door(route[0] if route else 0)))
    asked = visit.show(Route())
    return Turn(asked.show(Door(area)) if area in route else asked)


def on_press(visit: Visit, stage: DoorStage, action: Action, context: PressContext) -> Turn:
    """One press at a door, or before one."""
    match stage, action:
        case _, Do.BACK:
            left = visit.close()  # who went on from the last visit has no menu beneath
            return Turn(controls.lock(left) if isinstance(left.stage, Attract) else left)
        case Route(), PickArea(area) if area in context.route:
            return Turn(visit.show(Door(area)))
        case Door(), MenuEntry.ASSIST if assist.may_begin(visit, context.point):
            return assist.at_a_door(visit, context)
        case Door(area=area), MarkDoor(outcome):
            return Turn(visit.swap(Door(area, outcome)), (DoorVisited(outcome, area_id(area)),))
        case Door(area=area, marked=outcome), StaffDo.UNDO_DOOR if outcome is not None:
            return Turn(visit.swap(Door(area)), (DoorUndone(outcome, area_id(area)),))
        case _:
            return Turn(visit)


def counted(doors: Doors, event: DoorEvent) -> Doors:
    """*doors* and one more, or one less."""
    key = (area_number(event.area), event.outcome)
    return {**doors, key: max(0, doors.get(key, 0) + doors_more(event))}
