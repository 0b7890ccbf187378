"""Contrast as it was painted: texts, signs and outlines of one screen, from the pixels of its picture."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtQuick import QQuickItem
from support.audit import sampled_contrast
from support.measure import Measured
from support.window import Screen, colours_of, pixels, scene_rect, viewport_of

from accessibility.colours import contrast
from accessibility.geometry import Rect
from accessibility.preferences import ThemeName
from ui.window.input.drawn_class import class_name

TEXT_GOAL: dict[ThemeName, float] = {"light": 10, "high-light": 20, "high-dark": 20}
OTHER_TEXT_GOAL = 7.0
SIGN_GOAL = 4.5  # icons, the outlines of what can be touched, the ring
OUTSIDE_PX, INSIDE_PX = 3, 9  # where an outline is looked for: from the ground before it to beyond its line


def faint(look: Measured, screen: Screen, theme: ThemeName) -> list[str]:
    """Everything painted with less contrast than it must have."""
    painted, items = pixels(screen.grab()), list(screen.items())
    return [
        *_faint_texts(look, painted, TEXT_GOAL.get(theme, OTHER_TEXT_GOAL)),
        *_faint_signs(screen, items, painted),
        *_faint_outlines(screen, items, painted),
    ]


def _faint_texts(look: Measured, painted: np.ndarray, goal: float) -> Iterator[str]:
    for text in look.texts:
        shown = text.rect if text.viewport is None else text.rect.shared(text.viewport)
        if shown is not None and shown.height > text.font_px / 2:
            drawn = sampled_contrast(colours_of(painted, shown))
            if drawn < goal:
                yield f"pale: {text.text!r}: {drawn:.1f}:1, needs {goal}"


def _faint_signs(screen: Screen, items: list[QQuickItem], painted: np.ndarray) -> Iterator[str]:
    for item, rect in _of_kind(screen, items, "Icon"):
        drawn = sampled_contrast(colours_of(painted, rect))
        if drawn < SIGN_GOAL:
            yield f"pale sign: {item.property('name')!r} at {rect}: {drawn:.1f}:1, needs {SIGN_GOAL}"


def _faint_outlines(screen: Screen, items: list[QQuickItem], painted: np.ndarray) -> Iterator[str]:
    """The left edge of each control and notice at half its height, against what lies before it."""
    outlined = [(str(item.property("spokenName")), rect) for item, rect in _touchable(screen, items)]
    outlined += [(str(item.property("text")), rect) for item, rect in _of_kind(screen, items, "Notice")]
    for about, rect in outlined:
        drawn = edge_contrast(painted, rect)
        if drawn < SIGN_GOAL:
            yield f"pale outline: {about!r}: {drawn:.1f}:1, needs {SIGN_GOAL}"


def edge_contrast(painted: np.ndarray, rect: Rect) -> float:
    """How far the line around *rect* stands out from the ground before it."""
    row, left = round(rect.y + rect.height / 2), round(rect.x)
    ground = _colour(painted[row, left - OUTSIDE_PX])
    return max(contrast(ground, _colour(one)) for one in painted[row, left : left + INSIDE_PX])


def _colour(pixel: np.uint32) -> str:
    return f"#{int(pixel):06x}"


def _touchable(screen: Screen, items: list[QQuickItem]) -> Iterator[tuple[QQuickItem, Rect]]:
    """Controls with an edge of their own; where a touch anywhere counts, nobody has to find one, and what is
    practised on a drawn phone has the edges it has on a phone.
    """
    for item in items:
        drawn_beneath = item.property("everywhere") or class_name(item) == "PhonePlace"
        if item.property("spokenDetail") is not None and not drawn_beneath:
            rect = scene_rect(item)
            if _whole(screen, item, rect):
                yield item, rect


def _of_kind(screen: Screen, items: list[QQuickItem], kind: str) -> Iterator[tuple[QQuickItem, Rect]]:
    for item in items:
        if class_name(item) == kind:
            rect = scene_rect(item)
            if _whole(screen, item, rect):
                yield item, rect


def _whole(screen: Screen, item: QQuickItem, rect: Rect) -> bool:
    """Whether all of it is on the page shown."""
    frame = viewport_of(item) or screen.rect
    return rect.width > 0 and rect.height > 0 and frame.holds(rect)
