"""Where each element of a picture stands and how it is drawn. Pure: no sizes, no Qt."""

from __future__ import annotations

import re
from typing import assert_never

from flows.guide.steps import Device, Element, Picture, Scene
from flows.guide.unparted import unparted
from ui.screens.picture.props import Area, DrawnElement, Frame, PhoneProps, PointerKind, PointerSide, Shape
from ui.screens.picture.shapes import area_of, shape_of
from ui.screens.picture.signs import sign_of, sign_of_key, sign_of_number, sign_of_page

_ADDRESS = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
_SHORT_LABEL = 10  # characters that stand on one line of half a desk
_FILLER = DrawnElement(-1, "icon", "blank", "grid", "", False, False)


def arrange(picture: Picture) -> PhoneProps:
    """The picture with every element in its area, and the arrow's side chosen. Labels stay as given."""
    drawn = _place_all(picture)
    columns = _columns(picture.scene, drawn)
    drawn = _away_from_the_middle(drawn, columns)
    return PhoneProps(
        device=picture.device,
        frame=frame_of(picture.device),
        scene=picture.scene,
        title=picture.title or "",
        title_sign=sign_of(picture.title or ""),
        columns=columns,
        elements=drawn,
        pointer_kind=pointer_kind(picture),
        pointer_side=_pointer_side(drawn, columns),
    )


def breakable(label: str) -> str:
    """The label, its numbers kept with their units; an address may break at invisible places (U+200B)."""
    return label.replace(".", ".\u200b") if _ADDRESS.fullmatch(label) else unparted(label)


def frame_of(device: Device) -> Frame:
    """The silhouette for a device."""
    match device:
        case "android" | "iphone":
            return device
        case "any-phone":
            return "phone"
        case "web":
            return "browser"
        case "none":
            return "board"
        case _:
            assert_never(device)


def highlighted(picture: Picture) -> Element | None:
    """The element where the resident must act."""
    return next((element for element in picture.elements if element.highlight), None)


def pointer_kind(picture: Picture) -> PointerKind:
    """A hand where the resident touches, an eye where they only look; a number to call has a handset, a place
    on a paper a pen.
    """
    element = highlighted(picture)
    if element and (picture.scene, element.role) == ("call", "digits"):
        return "handset"
    if element and (picture.device, picture.scene, element.role) == ("none", "paper", "field"):
        return "pen"
    if element is None or element.role in ("text", "photo"):
        return "eye"
    if element.role == "digits":
        return "hand" if picture.scene == "code-entry" else "eye"
    off_the_phone = picture.device == "none" and picture.scene in ("counter", "paper")
    return "eye" if off_the_phone and element.role == "item" else "hand"


def _place_all(picture: Picture) -> tuple[DrawnElement, ...]:
    """Every element drawn once; on a web page the first label that is an address goes to the address bar."""
    placed: list[DrawnElement] = []
    address_taken = picture.device != "web"
    for index, element in enumerate(picture.elements):
        label = element.label or ""
        is_address = not address_taken and _ADDRESS.fullmatch(label) is not None
        address_taken = address_taken or is_address
        area = "address" if is_address else _area_of(picture, element)
        shape = "text" if is_address else shape_of(picture.scene, element.role, bool(label))
        placed.append(
            DrawnElement(
                index, element.role, shape, area, label, element.highlight, element.sourced,
                _sign(picture, shape, element),
            )
        )  # fmt: skip
    return tuple(placed)


def _sign(picture: Picture, shape: Shape, element: Element) -> str:
    label = element.label or ""
    match shape:
        case "key" | "row" | "slider":
            return sign_of_key(element.sign) if element.sign else ""
        case "app" | "tile" if element.sign and not label:
            return f"signs/{element.sign}"
        case "app" | "result" | "toggle" | "tile":
            return sign_of(label)
        case "big-icon":
            return sign_of_page(picture)
        case "number":
            return sign_of_number(label)
        case _:
            return ""


def _area_of(picture: Picture, element: Element) -> Area:
    if (picture.device, element.role) == ("web", "close") and not element.label:
        return "corner"
    return area_of(picture.scene, element.role, bool(element.label))


def _columns(scene: Scene, drawn: tuple[DrawnElement, ...]) -> int:
    labels = [element.label for element in drawn if element.area == "grid"]
    if scene == "counter" and max(map(len, labels), default=0) > _SHORT_LABEL:
        return 1
    return min(3 if scene == "home-screen" else 2, max(1, len(labels)))


def _away_from_the_middle(drawn: tuple[DrawnElement, ...], columns: int) -> tuple[DrawnElement, ...]:
    """An arrow to a middle column would cross a neighbour's label: blank fillers push it to the edge."""
    grid = [element for element in drawn if element.area == "grid"]
    place = next((n for n, element in enumerate(grid) if element.highlight), None)
    if place is None or columns < 3 or place % columns in (0, columns - 1):
        return drawn
    fillers = (_FILLER,) * (columns - 1 - place % columns)
    first = drawn.index(grid[0])
    return drawn[:first] + fillers + drawn[first:]


def _pointer_side(drawn: tuple[DrawnElement, ...], columns: int) -> PointerSide:
    chosen = next((element for element in drawn if element.highlight), None)
    if chosen is None:
        return "right"
    row = [element for element in drawn if element.area == chosen.area]
    place = row.index(chosen)
    if chosen.area == "bottom" and len(row) > 1:
        return "left" if place == 0 else "right" if place == len(row) - 1 else "above"
    if chosen.shape == "big-icon":
        return "left"
    if chosen.area == "grid" and columns > 1:
        return "left" if place % columns == 0 else "right"
    return "right"
