"""The frozen description of one picture, ready to be laid out by `ui/qml/Kiosk/Phone`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from flows.guide.steps import Device, ElementRole, Scene, SlideWay

Frame: TypeAlias = Literal["android", "iphone", "phone", "browser", "board"]
"""What stands around the screen: a silhouette of our own, a browser page, or nothing (a desk, a paper)."""

Area: TypeAlias = Literal["address", "corner", "top", "grid", "body", "bottom"]
"""Where in its scene an element stands; `grid` is laid out in `PhoneProps.columns`.

`address` and `corner` belong to the browser, not to the page: nothing there can be the page's own.
"""

Shape: TypeAlias = Literal[
    "app", "big-icon", "blank", "boxes", "bubble", "button", "card", "close", "code-bubble", "dial",
    "field", "hang-up", "id-card", "key", "number", "person", "photo", "qr", "result", "row",
    "search", "shots", "sign", "slider", "tab", "text", "tick", "tile", "toggle", "viewfinder",
]  # fmt: skip

PointerKind: TypeAlias = Literal["hand", "eye", "mouth", "handset", "pen"]
"""Touch here, look here, speak here, call this number, write here with a pen."""

Closer: TypeAlias = Literal["", "wide", "narrow"]
"""Whether the place to act is enlarged: as broad as the screen, or one of several beside each other."""

PointerSide: TypeAlias = Literal["right", "left", "above"]
"""From where the arrow comes without crossing a neighbour; `above` only for the middle tabs."""


@dataclass(frozen=True, slots=True)
class DrawnElement:
    """One element in its place. `index` is its place in `Picture.elements`, −1 for a decorative filler."""

    index: int
    role: ElementRole
    shape: Shape
    area: Area
    label: str  # empty: drawn as a grey bar
    highlight: bool
    sourced: bool
    sign: str = ""  # "signs/vneid": the picture by which it is known; "icons/microphone": what its key shows
    pale: bool = False  # not here, for who practises and has looked elsewhere


@dataclass(frozen=True, slots=True)
class PhoneProps:
    """Everything `StepPicture.qml` needs; `drawing` is set instead of a scene where no screen is drawn."""

    device: Device = "none"
    frame: Frame = "board"
    scene: Scene | None = None
    title: str = ""
    title_sign: str = ""  # of the application whose screen it is
    columns: int = 1
    elements: tuple[DrawnElement, ...] = ()
    pointer_kind: PointerKind = "hand"
    pointer_side: PointerSide = "right"
    closer: Closer = ""
    slide: SlideWay | Literal[""] = ""  # which way the marked slider, or the screen, is slid; practised only
    arrowed: bool = False  # an arrow shows that way
    way_back: bool = True  # an arrow back stands before the title; not where touching it would do nothing
    tall: int = 0  # how high the enlarged place is at most, in units of which a phone is 100 wide
    photo: str = ""  # "photos/vneid-mo-dau": the real screen, over the drawn one
    drawing: str = ""  # "steps/with-helper": a picture of people and things
    description: str = ""

    def in_area(self, area: Area) -> tuple[DrawnElement, ...]:
        """The elements of *area*, in reading order."""
        return tuple(element for element in self.elements if element.area == area)
