"""The register's answers, to whichever screen of staff waits for them."""

from __future__ import annotations

from typing import Protocol

from accessibility.preferences import Preferences
from ui.visit.staff import door, doors, people_desk
from ui.visit.staff.answers import Answer
from ui.visit.staff.doors import Way
from ui.visit.staff.stages import PEOPLE_STAGES, StaffMenu
from ui.visit.stages import Visit
from ui.visit.turns import Turn


class Possible(Protocol):
    """What follows at this kiosk; see `ui.visit.turn.Known`."""

    @property
    def first(self) -> Preferences: ...
    @property
    def door_to_door(self) -> bool: ...
    @property
    def route(self) -> Way: ...
    @property
    def area(self) -> int | None: ...


def answered(visit: Visit, answer: Answer, known: Possible) -> Turn:
    """Nobody may be waiting any more: then nothing changes. A team that is on its way goes on at its door."""
    if isinstance(visit.stage, PEOPLE_STAGES):
        return people_desk.answered(visit, answer)
    turn = door.answered(visit, answer, known.first)
    came = turn.visit
    if (
        not isinstance(came.stage, StaffMenu)
        or came.is_logged
        or not known.door_to_door
        or known.area is None
    ):
        return turn
    return Turn(doors.enter(came, known.route, known.area).visit, turn.effects)
