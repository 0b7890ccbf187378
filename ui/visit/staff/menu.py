"""The menu of staff: one tuple of entries. A slice adds its own once its screen is whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kiosk.events import Role
from ui.visit.staff import assist, controls, door, doors, duty, opening, people_desk, tickets, training
from ui.visit.staff.bookmarks import Place
from ui.visit.staff.doors import Way
from ui.visit.staff.point import PointNow
from ui.visit.stages import Visit
from ui.visit.turns import Turn

EVERYBODY: tuple[Role, ...] = ("volunteer", "officer", "responder", "administrator")


def always(_visit: Visit, _point: PointNow) -> bool:
    """Whatever is going on."""
    return True


class Entry(NamedTuple):
    """One tile. `words` is a key of the kiosk's words; `when` tells whether it makes sense now."""

    action: str
    icon: str
    words: str
    roles: tuple[Role, ...] = EVERYBODY
    door_to_door: bool = False  # only where the kiosk goes with a team
    when: Callable[[Visit, PointNow], bool] = always


ENTRIES: tuple[Entry, ...] = (
    Entry("doors", "home", "menu.doors", door_to_door=True),
    Entry("assist", "heart", "menu.assist", when=assist.may_begin),
    Entry("tickets", "message", "menu.tickets"),
    Entry("today", "calendar", "point.entry_today"),
    Entry("shift-start", "clock", "point.entry_shift", when=duty.may_start),
    Entry("shift-end", "clock", "point.entry_shift_end", when=duty.may_end),
    Entry("opening", "shield-check", "point.entry_open", when=opening.may_begin),
    Entry("opening-result", "shield-check", "point.entry_result", when=opening.has_result),
    Entry("closing", "close", "point.entry_close", when=duty.may_close),
    Entry("training", "book", "menu.training"),
    Entry("people", "key", "menu.people", ("administrator",)),
    Entry("switch", "next-person", "menu.switch"),
)
"""In the order in which they are shown; to lock is the menu's main action and stands below them."""


def entries_for(visit: Visit, point: PointNow, *, door_to_door: bool = False) -> tuple[Entry, ...]:
    """What the member who has the controls sees; *door_to_door*: the kiosk goes with a team."""
    if visit.staff is None:
        return ()
    role = "volunteer" if visit.assisted_by else visit.staff.role  # beside a resident, no more is needed
    seen = (entry for entry in ENTRIES if role in entry.roles and entry.when(visit, point))
    return tuple(entry for entry in seen if door_to_door or not entry.door_to_door)


def press(
    visit: Visit,
    action: str,
    point: PointNow,
    out: tuple[Way, int | None] | None = None,
    left_off: Place = (),
) -> Turn:
    """One press on the menu; an entry that is not seen does nothing. *out* of a team: as in `doors.enter`.

    *left_off*: where the member was in the guides for volunteers.
    """
    if visit.staff is None:
        return Turn(controls.lock(visit))
    if action in ("lock", "back"):
        return Turn(controls.lock(visit))
    if action not in {entry.action for entry in entries_for(visit, point, door_to_door=out is not None)}:
        return Turn(visit)
    match action:
        case "doors" if out is not None:
            return doors.enter(visit, *out)
        case "assist":
            return assist.enter(visit)
        case people_desk.ENTRY:
            return door.ask_again(visit, action)
        case "training":
            return training.enter(visit, left_off)
        case "tickets":
            return tickets.open_(visit)
        case "today":
            return duty.show_today(visit)
        case "shift-start" | "shift-end":
            return duty.press_shift(visit, action)
        case "opening":
            return opening.begin(visit)
        case "opening-result":
            return opening.show_result(visit, point)
        case "closing":
            return duty.show_closing(visit)
        case "switch":
            return door.knock(controls.lock(visit))
        case _:
            return Turn(visit)
