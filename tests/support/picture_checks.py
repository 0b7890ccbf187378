"""What must hold of every drawn picture: whole labels, one ring in sight, an arrow that ends on it."""

from __future__ import annotations

import math

from PySide6.QtQuick import QQuickItem
from support.sketchbook import Sketchbook, overlapping, shown_text, within
from support.window import scene_rect

from accessibility.geometry import Rect
from flows.guide.steps import Picture

LEGIBLE_PX = 20  # 3.5 mm cap height on the 21.5 inch portrait panel; the sentence says it all larger


def words_rect(label: QQuickItem) -> Rect:
    """Where the ink is, not the room the label was given."""
    whole = scene_rect(label)
    width = label.property("contentWidth")
    centred = label.parentItem().property("centred")
    return Rect(whole.x + (whole.width - width) / 2 if centred else whole.x, whole.y, width, whole.height)


def wrong_with(book: Sketchbook, picture: Picture) -> list[str]:
    """What a person would find wrong with the picture now drawn; empty when nothing is."""
    return wrong_labels(book, picture) + wrong_pointer(book, picture) + unread_places(book, picture)


def wrong_labels(book: Sketchbook, picture: Picture) -> list[str]:
    known = {element.label for element in picture.elements if element.label} | {picture.title}
    found = []
    for label in book.labels():
        text = shown_text(label)
        if text not in known:
            found.append(f"{text!r} was never given")
        if label.property("truncated") or label.property("contentWidth") > label.width() + 0.5:
            found.append(f"{text!r} is cut")
        if label.property("contentHeight") > label.height() + 0.5:
            found.append(f"{text!r} is taller than its place")
        if not within(scene_rect(label), book.box):
            found.append(f"{text!r} leaves the box")
        if label.property("font").pixelSize() < LEGIBLE_PX:
            found.append(f"{text!r} is {label.property('font').pixelSize()} px")
    found += [f"labels overlap: {pair}" for pair in overlapping([scene_rect(one) for one in book.labels()])]
    return found


def wrong_pointer(book: Sketchbook, picture: Picture) -> list[str]:
    ring = book.ring()
    if not any(element.highlight for element in picture.elements):
        return ["a ring around nothing"] if ring is not None else []
    if ring is None:
        return ["no ring"]
    arrow, found = book.arrow(), []
    if not within(ring, book.box):
        found.append(f"the ring {ring} leaves the box {book.box}")
    if not within(book.badge(), book.box) or overlapping([ring, book.badge()]):
        found.append("the badge is out of the box or on the ring")
    if distance_to_edge(arrow.tip, ring) > 1:
        found.append(f"the tip {arrow.tip} is not on the ring {ring}")
    for label in book.labels():
        words = words_rect(label)
        if overlapping([words, book.badge()]):
            found.append(f"the badge covers {shown_text(label)!r}")
        if any(touches(point, words, arrow.half_width / 2) for point in arrow.points):
            found.append(f"the arrow crosses {shown_text(label)!r}")
    return found


def distance_to_edge(point: tuple[float, float], ring: Rect) -> float:
    x, y = point
    on_side = min(abs(x - ring.x), abs(x - ring.right)) if ring.y - 1 <= y <= ring.bottom + 1 else math.inf
    on_top = min(abs(y - ring.y), abs(y - ring.bottom)) if ring.x - 1 <= x <= ring.right + 1 else math.inf
    return min(on_side, on_top)


def touches(point: tuple[float, float], rect: Rect, slack: float) -> bool:
    x, y = point
    return rect.x - slack < x < rect.right + slack and rect.y - slack < y < rect.bottom + slack


def unread_places(book: Sketchbook, picture: Picture) -> list[str]:
    """The words of the place to act are there in any box."""
    wanted = [one.label for one in picture.elements if one.label and one.highlight]
    shown = {shown_text(one) for one in book.labels()}
    return [f"{label!r} cannot be read" for label in wanted if label not in shown]
