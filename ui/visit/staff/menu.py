"""The menu of staff: one tuple of entries. A new one adds its own once its screen is whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kiosk.base.events import Role
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import ShowScreen
from ui.visit.actions.common import Do
from ui.visit.actions.staff import MenuEntry
from ui.visit.press_context import PressContext
from ui.visit.staff import (
    assist,
    controls,
    doors,
    duty,
    helping,
    opening,
    sign_in,
    stick_use,
    tickets,
    training,
)
from ui.visit.staff.point import PointNow
from ui.visit.staff.stages import GuidesDue, NewContent
from ui.visit.turns import Turn
from ui.visit.visit import Visit

ABOVE: tuple[Role, ...] = ("officer", "responder", "administrator")
EVERYBODY: tuple[Role, ...] = ("volunteer", "officer", "responder", "administrator")


def always(_visit: Visit, _point: PointNow) -> bool:
    """Whatever is going on."""
    return True


class MenuTile(NamedTuple):
    """One tile. `picture` is one of a step's, on a `ground`; `words` is a key of the kiosk's words; `when`
    tells whether it makes sense now.
    """

    action: MenuEntry | ShowScreen
    picture: str
    ground: str
    words: str
    roles: tuple[Role, ...] = EVERYBODY
    door_to_door: bool = False  # only where the kiosk goes with a team
    when: Callable[[Visit, PointNow], bool] = always


ENTRIES: tuple[MenuTile, ...] = (
    MenuTile(MenuEntry.DOORS, "knocks", "sky", "menu.doors", door_to_door=True),
    MenuTile(MenuEntry.ASSIST, "with-helper", "leaf", "menu.assist", when=assist.may_begin),
    MenuTile(MenuEntry.TICKETS, "letter-for-you", "lilac", "menu.tickets"),
    MenuTile(MenuEntry.TODAY, "day-and-clock", "sun", "point.entry_today"),
    MenuTile(MenuEntry.SHIFT_START, "greets", "leaf", "point.entry_shift", when=duty.may_start),
    MenuTile(MenuEntry.SHIFT_END, "goodbye", "sand", "point.entry_shift_end", when=duty.may_end),
    MenuTile(MenuEntry.OPENING, "kiosk-checks", "sky", "point.entry_open", when=opening.may_begin),
    MenuTile(MenuEntry.OPENING_RESULT, "reads-notice", "sky", "point.entry_result", when=opening.has_result),
    MenuTile(MenuEntry.STICK, "stick", "sand", "usb.entry", when=stick_use.may_use),
    MenuTile(MenuEntry.CLOSING, "locks-kiosk", "pink", "point.entry_close", when=duty.may_close),
    MenuTile(MenuEntry.TRAINING, "learns", "sun", "menu.training"),
    MenuTile(MenuEntry.HELPING, "says-to-helper", "pink", "menu.helping", when=helping.between_residents),
    MenuTile(ShowScreen(NewContent()), "message-comes", "lilac", "content.entry"),
    MenuTile(ShowScreen(GuidesDue()), "another-day", "sand", "due.entry", ABOVE),
    MenuTile(MenuEntry.PEOPLE, "authorises", "lilac", "menu.people", ("administrator",)),
    MenuTile(MenuEntry.SWITCH, "two-volunteers", "sky", "menu.switch"),
)
"""In the order in which they are shown; to lock is the menu's main action and stands below them."""


def entries_for(visit: Visit, point: PointNow, *, door_to_door: bool = False) -> tuple[MenuTile, ...]:
    """What the member who has the controls sees; *door_to_door*: the kiosk goes with a team."""
    if visit.staff is None:
        return ()
    role = "volunteer" if visit.assisted_by else visit.staff.role  # beside a resident, no more is needed
    seen = (entry for entry in ENTRIES if role in entry.roles and entry.when(visit, point))
    return tuple(entry for entry in seen if door_to_door or not entry.door_to_door)


def on_press(visit: Visit, action: Action, context: PressContext) -> Turn:
    """One press on the menu; an entry that is not seen does nothing."""
    if visit.staff is None:
        return Turn(controls.lock(visit))
    if action in (Do.LOCK, Do.BACK):
        return Turn(controls.lock(visit))
    seen = {entry.action for entry in entries_for(visit, context.point, door_to_door=context.door_to_door)}
    if not isinstance(action, MenuEntry) or action not in seen:
        return Turn(visit)
    match action:
        case MenuEntry.DOORS:
            return doors.enter(visit, context.route, context.area)
        case MenuEntry.ASSIST:
            return assist.enter(visit)
        case MenuEntry.PEOPLE | MenuEntry.STICK:
            return sign_in.ask_again(visit, action)
        case MenuEntry.TRAINING:
            return training.enter(visit, context.left_off)
        case MenuEntry.HELPING:
            return helping.enter(visit)
        case MenuEntry.TICKETS:
            return tickets.open_(visit)
        case MenuEntry.TODAY:
            return duty.show_today(visit)
        case MenuEntry.SHIFT_START | MenuEntry.SHIFT_END:
            return duty.press_shift(visit, action)
        case MenuEntry.OPENING:
            return opening.begin(visit)
        case MenuEntry.OPENING_RESULT:
            return opening.show_result(visit, context.point)
        case MenuEntry.CLOSING:
            return duty.show_closing(visit)
        case MenuEntry.SWITCH:
            return sign_in.knock(controls.lock(visit))
