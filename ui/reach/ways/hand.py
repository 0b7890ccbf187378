"""A pointer that keys and switches move through the items of a screen. Pure: `do` decides, others act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from accessibility.keys import Meaning
from kiosk.base.events import Way as Way
from ui.reach.ways.items import BAR_SLOT, PRIMARY_SLOT, EnterRow, Item, PageTurn, controls_of
from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.actions.settings import Setting
from ui.visit.actions.signals import Signal


@dataclass(frozen=True, slots=True)
class Hand:
    """How this person moves. `slot` is where the pointer stands; empty on a screen just entered."""

    way: Way = "touch"
    slot: str = ""
    row: int | None = None  # of keys, which was entered
    trying: bool = False  # keys say what they do, and do nothing


@dataclass(frozen=True, slots=True)
class Point:
    """The pointer has come to an item: show the ring, say it, sound the cue of moving or of going round."""

    item: Item
    wrapped: bool


@dataclass(frozen=True, slots=True)
class Press:
    """Do the action, as if its control had been touched."""

    action: Action


@dataclass(frozen=True, slots=True)
class Tell:
    """Say and show one of the kiosk's own sentences."""

    key: str


Outcome: TypeAlias = Point | Press | PageTurn | EnterRow | Tell
Done: TypeAlias = tuple[Hand, tuple[Outcome, ...]]


def do(hand: Hand, deed: Meaning, items: tuple[Item, ...], start: str = "") -> Done:
    """What *deed* does with the pointer on these items; from nowhere it begins at *start*."""
    if hand.trying:
        over = deed == "help"
        return replace(hand, trying=not over), (Tell("ways.try_over" if over else f"ways.does_{deed}"),)
    match deed:
        case "help":
            return replace(hand, trying=True), (Tell("ways.try"),)
        case "up" | "down":
            return step(replace(hand, way="keys"), items, -1 if deed == "up" else 1, start)
        case "select":
            return take(replace(hand, way="keys"), items, start)
        case "move":
            return step(replace(hand, way="switches"), controls_of(items), 1, start)
        case "take":
            return take(replace(hand, way="switches"), controls_of(items), start)
        case "switch":
            return take(replace(hand, way="one-switch"), controls_of(items), start)
        case "back" if hand.row is not None:
            return hand, (EnterRow(None),)
        case "back":
            return hand, (_press(items, f"{BAR_SLOT}{Do.BACK.slot}"),)
        case "onward":
            return hand, (_press(items, PRIMARY_SLOT),)
        case "again":
            return hand, (Press(Do.AGAIN),)
        case "pause":
            return hand, (Press(Do.PAUSE),)
        case "staff":
            return hand, (Press(Do.KNOCK),)
        case "language":
            return hand, (Press(Do.LANGUAGE),)
        case "slower" | "faster" | "quieter" | "louder" | "speech":
            return hand, (Press(_setting(deed, scans=hand.way == "one-switch")),)
        case "nothing":
            return hand, (Press(Signal.UNBOUND_KEY),)


SETTINGS: Mapping[Meaning, Setting] = {
    "slower": Setting.SLOWER,
    "faster": Setting.FASTER,
    "quieter": Setting.QUIETER,
    "louder": Setting.LOUDER,
    "speech": Setting.SPEECH,
}
OF_A_SCAN: Mapping[Meaning, Setting] = {"slower": Setting.SCAN_SLOWER, "faster": Setting.SCAN_FASTER}


def _setting(deed: Meaning, *, scans: bool) -> Setting:
    return OF_A_SCAN[deed] if scans and deed in OF_A_SCAN else SETTINGS[deed]


def step(hand: Hand, items: tuple[Item, ...], by: int, start: str = "") -> Done:
    """One item on, or back; round at the ends. From nowhere to *start* or the first, or back to the last."""
    at = next((number for number, item in enumerate(items) if item.slot == hand.slot), None)
    if at is None:
        first = find(items, start) or items[0]
        item, wrapped = first if by > 0 else items[-1], False
    else:
        item, wrapped = items[(at + by) % len(items)], not 0 <= at + by < len(items)
    return replace(hand, slot=item.slot), (Point(item, wrapped),)


def take(hand: Hand, items: tuple[Item, ...], start: str = "") -> Done:
    """Press what the pointer stands on; a text is said again; from nowhere go to *start*, or the first."""
    item = find(items, hand.slot)
    if item is None:
        return step(hand, items, 1, start)
    return hand, (_taken(item),)


def magic(hand: Hand, items: tuple[Item, ...], start: str) -> Done:
    """Press the main button, wherever the pointer stands; where there is none, go to where one goes on."""
    item = find(items, PRIMARY_SLOT) if start == PRIMARY_SLOT else None
    return step(replace(hand, slot=""), items, 1, start) if item is None else (hand, (_taken(item),))


def _taken(item: Item) -> Outcome:
    match item.action:
        case None:
            return Point(item, wrapped=False)
        case PageTurn() | EnterRow() as turn:
            return turn
        case action:
            return Press(action)


def find(items: tuple[Item, ...], slot: str) -> Item | None:
    """The item of *slot*, if this screen has one."""
    return next((item for item in items if item.slot == slot), None)


def _press(items: tuple[Item, ...], slot: str) -> Outcome:
    item = find(items, slot)
    return Tell("ways.no_way") if item is None else _taken(item)
