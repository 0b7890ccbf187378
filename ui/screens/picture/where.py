"""Where on the phone the marked thing stands, for who does not see the picture. Pure.

Read from the layout, and only what holds on every phone: neighbours that a picture leaves unnamed may be
more or fewer there. A side is told only in a bar of which each tab is known, of lists and grids nothing.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from ui.screens.picture.props import DrawnElement, PhoneProps

Where: TypeAlias = Literal[
    "", "bar", "bar-left", "bar-middle", "bar-right", "address", "top", "under-name", "under-boxes", "below",
]  # fmt: skip

_TOLD = re.compile(
    r"\b(?:dưới|góc|cuối|giữa|phía trên|ở trên|trên cùng|bên phải|bên trái|địa chỉ)\b", re.IGNORECASE
)
_TYPED_IN = ("field", "boxes", "search")


def where_it_is(picture: PhoneProps) -> Where:
    """The place of the marked element; empty where the layout does not tell one that is true."""
    marked = next((one for one in picture.elements if one.highlight), None)
    if marked is None or picture.frame == "board" or picture.pointer_kind != "hand":
        return ""  # nothing is touched there
    match marked.area:
        case "bottom":
            return _in_the_bar(picture.in_area("bottom"), marked)
        case "address":
            return "address"
        case "grid":
            return "below" if marked.shape == "hang-up" else ""
        case "body":
            return _in_the_body(picture, marked)
        case _:
            return ""


def tells_where(sentence: str) -> bool:
    """Whether the Vietnamese *sentence* of a step has the place in its own words."""
    return _TOLD.search(sentence) is not None


def _in_the_bar(tabs: tuple[DrawnElement, ...], marked: DrawnElement) -> Where:
    if len(tabs) < 2 or not all(tab.label and tab.sourced for tab in tabs):
        return "bar"
    at = tabs.index(marked)
    if at == 0:
        return "bar-left"
    if at == len(tabs) - 1:
        return "bar-right"
    return "bar-middle" if 2 * at == len(tabs) - 1 else "bar"


def _in_the_body(picture: PhoneProps, marked: DrawnElement) -> Where:
    body = picture.in_area("body")
    at = body.index(marked)
    before, after = body[:at], body[at + 1 :]
    boxes_above = any(one.shape in _TYPED_IN for one in before)
    boxes_below = any(one.shape in _TYPED_IN for one in after)
    match picture.scene, marked.shape:
        case "message", "field" | "key" | "button":  # where one writes, and the keys beneath it
            return "below" if before and not boxes_below and (boxes_above or marked.shape != "button") else ""
        case "camera", "key":
            return "" if after else "below"
        case "store-search", "search":
            return "top" if picture.device == "android" and not before else ""
        case "store-page", "button":
            return "under-name" if picture.in_area("top") else ""
        case scene, "button" if boxes_above and not boxes_below and (marked.label or scene == "code-entry"):
            return "under-boxes"
        case "form", "button" if marked.label and not boxes_above:
            alone = not any(one.shape == "button" for one in before)
            return "below" if picture.frame != "browser" and alone and len(before) > 1 and not after else ""
        case _:
            return ""
