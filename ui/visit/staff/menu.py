"""The menu of staff: one tuple of entries. A slice adds its own once its screen is whole."""

from __future__ import annotations

from typing import NamedTuple

from ui.visit.staff import controls, door, doors, people_desk, tickets
from ui.visit.staff.people import Role, StaffMember
from ui.visit.staff.stages import Training
from ui.visit.stages import Visit
from ui.visit.turns import Turn

EVERYBODY: tuple[Role, ...] = ("volunteer", "officer", "responder", "administrator")


class Entry(NamedTuple):
    """One tile. `words` is a key of the kiosk's words."""

    action: str
    icon: str
    words: str
    roles: tuple[Role, ...] = EVERYBODY
    door_to_door: bool = False  # only where the kiosk goes with a team


ENTRIES: tuple[Entry, ...] = (
    Entry("doors", "home", "menu.doors", door_to_door=True),
    Entry("tickets", "message", "menu.tickets"),
    Entry("training", "book", "menu.training"),
    Entry("people", "key", "menu.people", ("administrator",)),
    Entry("switch", "next-person", "menu.switch"),
)
"""In the order in which they are shown; to lock is the menu's main action and stands below them."""


def entries_for(member: StaffMember, *, door_to_door: bool) -> tuple[Entry, ...]:
    """What that member sees; *door_to_door*: the kiosk goes with a team."""
    seen = (entry for entry in ENTRIES if member.role in entry.roles)
    return tuple(entry for entry in seen if door_to_door or not entry.door_to_door)


def press(visit: Visit, action: str, *, door_to_door: bool = False, route: tuple[int, ...] = ()) -> Turn:
    """One press on the menu; an entry that is not seen does nothing. *route*: as in `doors.enter`."""
    if visit.staff is None:
        return Turn(controls.lock(visit))
    if action in ("lock", "back"):
        return Turn(controls.lock(visit))
    if action not in {entry.action for entry in entries_for(visit.staff.member, door_to_door=door_to_door)}:
        return Turn(visit)
    match action:
        case "doors":
            return doors.enter(visit, route)
        case "people":
            return people_desk.enter(visit)
        case "training":
            return Turn(visit.show(Training()))
        case "tickets":
            return tickets.open_(visit)
        case "switch":
            return door.knock(controls.lock(visit))
        case _:
            return Turn(visit)
