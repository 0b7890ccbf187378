"""What stands on the real window, in the order in which it is read: told from the drawn items alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cmp_to_key
from itertools import groupby

from PySide6.QtQuick import QQuickItem
from support.window import PRESSABLE, Role, Screen, ancestors, scene_rect, spoken_name, spoken_role

from accessibility.geometry import Rect
from ui.window.input.drawn_class import class_name

REGIONS = ("TopStrip", "ScrollArea", "HelpBar")


@dataclass(frozen=True, slots=True)
class Drawn:
    """One thing a pointer can stand on. `slot` is its name in the program, `name` what it is called; `shown`
    is where it is seen, which a picture beside its answers is not where it is described.
    """

    slot: str
    name: str
    rect: Rect
    region: Rect
    pressable: bool
    item: QQuickItem
    shown: Rect


def in_reading_order(screen: Screen) -> list[Drawn]:
    """Region by region from the top left; in each line by line, in each line from the left."""
    screen.lay_out()
    found = sorted(_drawn(screen), key=cmp_to_key(_in_order))
    return [
        one
        for _, group in groupby(found, key=lambda one: one.region)
        for line in _lines(sorted(group, key=lambda one: one.rect.y))
        for one in sorted(line, key=lambda one: one.rect.x)
    ]


def drawn_as(screen: Screen, slot: str) -> Drawn | None:
    """What has that name in the program, where it stands now."""
    screen.lay_out()
    return next(_drawn(screen, slot), None)


def _in_order(one: Drawn, other: Drawn) -> int:
    apart = _before(one.region, other.region)
    return (apart > 0) - (apart < 0)


def _before(one: Rect, other: Rect) -> float:
    """What stands beside something is read from the left, what stands above or beneath from the top."""
    if not (one.height and other.height):
        return one.y - other.y
    beside = min(one.bottom, other.bottom) - max(one.y, other.y) > min(one.height, other.height) / 2
    return one.x - other.x if beside else one.y - other.y


def _lines(found: list[Drawn]) -> Iterator[list[Drawn]]:
    """Things whose middles lie within each other's height stand in one line."""
    line: list[Drawn] = []
    for one in found:
        if line and one.rect.y + one.rect.height / 2 > line[0].rect.bottom:
            yield line
            line = []
        line.append(one)
    if line:
        yield line


def _drawn(screen: Screen, only: str = "") -> Iterator[Drawn]:
    for item in screen.items():
        slot = item.property("slot") if class_name(item) == "Spot" else ""
        if not slot or item.parentItem() is None or only not in ("", slot):
            continue
        holder = item.property("holder")  # a picture beside its answers is met before them
        name = spoken_name(holder) or str(holder.property("text") or "")
        regions = [scene_rect(one) for one in ancestors(holder) if _is_read_by_itself(one)]
        # What stands in none is a line of its own beneath the strip, over all the rest.
        region = regions[0] if regions else Rect(0, 1, 0, 0)
        if not name:  # a place for a picture this screen has not
            continue
        shown, pressable = scene_rect(item.parentItem()), spoken_role(holder) in PRESSABLE
        yield Drawn(str(slot), name, scene_rect(holder), region, pressable, holder, shown)


def _is_read_by_itself(item: QQuickItem) -> bool:
    return class_name(item) in REGIONS or item.objectName() == "column"


def texts_outside_pictures(screen: Screen) -> list[str]:
    """Every drawn text, but not those of a drawn phone, of a figure or a bar: these are told as a whole."""
    return [
        str(item.property("text"))
        for item in screen.text_items()
        if not any(_told_as_a_whole(above) for above in ancestors(item))
    ]


def _told_as_a_whole(item: QQuickItem) -> bool:
    """A picture, the title, which may stand in short, or a thing of a list that has a name of its own."""
    role = spoken_role(item)
    return (
        role == Role.Graphic
        or item.objectName() == "title"
        or (role == Role.ListItem and bool(spoken_name(item)))
    )
