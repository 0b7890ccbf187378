"""Measures a whole window in one walk through its items: fast enough for every text of every guide.

Knows the same as `support.window.Screen` of texts and controls, without asking the accessibility tree for
each item. Pictures of phones are left out: their labels are drawings, and `test_phone_pictures` sees to them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtQml import QQmlProperty
from PySide6.QtQuick import QQuickItem, QQuickWindow

from accessibility.audit import audit
from accessibility.geometry import Rect
from accessibility.seen import Finding, SeenControl, SeenText
from ui.input.drawn_class import class_name


@dataclass(frozen=True, slots=True)
class Around:
    """What an item inherits from those it lies in."""

    x: float = 0.0
    y: float = 0.0
    clip: Rect | None = None
    viewport: Rect | None = None
    control: Rect | None = None
    said: str | None = None  # the spoken name of the control these words belong to


@dataclass
class Measured:
    """One look at one window."""

    window: Rect
    controls: list[SeenControl] = field(default_factory=list)
    texts: list[SeenText] = field(default_factory=list)
    unsaid: list[Finding] = field(default_factory=list)  # words on a control that its spoken name leaves out
    bodies: list[QQuickItem] = field(default_factory=list)  # bodies that are turned page by page

    def findings(self, px_per_mm: float) -> list[Finding]:
        """Everything wrong on this look, an empty list on every screen."""
        return [
            *audit(self.controls, self.texts, self.window, px_per_mm),
            *self.unsaid,
            *cut_lines(self.texts),
        ]


def measure(window: QQuickWindow) -> Measured:
    """Lay out and look; again where a body is paged, because it is paged around what the layout found."""
    # No event loop runs between two looks: what the screens have put away would pile up (0.2 MB a screen).
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    _lay_out(window)
    seen = _look_at(window)
    if seen.bodies:
        _lay_out(window)
        seen = _look_at(window)
    return seen


def _lay_out(window: QQuickWindow) -> None:
    """As for a frame, with nothing to paint: painting is most of a frame's time."""
    content = window.contentItem()
    content.setOpacity(0)
    window.grabWindow()
    content.setOpacity(1)


def _look_at(window: QQuickWindow) -> Measured:
    seen = Measured(Rect(0, 0, window.width(), window.height()))
    _walk(window.contentItem(), Around(), seen)
    return seen


def _walk(item: QQuickItem, around: Around, seen: Measured) -> None:
    if not item.isVisible() or item.opacity() == 0:
        return
    kind = _kind_of(item)
    if kind == "picture" or item.objectName() == "lit-echo":
        return
    rect = Rect(around.x + item.x(), around.y + item.y(), item.width(), item.height())
    if kind == "text":
        _note_text(item, rect, around, seen)
        return
    here = Around(rect.x, rect.y, around.clip, around.viewport, around.control, around.said)
    if kind == "control" and QQmlProperty(item, "chosen").isValid():
        here = _note_control(item, rect, here, seen)
    elif kind == "paged" and item.property("overflows"):
        seen.bodies.append(item)
    if item.clip():
        here = replace(here, viewport=rect) if item.objectName() == "viewport" else replace(here, clip=rect)
    for child in item.childItems():
        _walk(child, here, seen)


_KINDS: dict[str, str] = {}


def _kind_of(item: QQuickItem) -> str:
    """What items of this class are to a look; asked of the first of each class only."""
    name = class_name(item)
    if name not in _KINDS:
        known = {
            "picture": name in ("StepPicture", "Icon"),
            "text": item.inherits("QQuickText"),
            "control": QQmlProperty(item, "chosen").isValid(),
            "paged": QQmlProperty(item, "pageCount").isValid(),
        }
        _KINDS[name] = next((kind for kind, holds in known.items() if holds), "")
    return _KINDS[name]


def _note_control(item: QQuickItem, rect: Rect, here: Around, seen: Measured) -> Around:
    name = item.property("spokenName")
    primary = item.property("kind") == "primary"
    seen.controls.append(SeenControl("Button", name, rect, is_primary=primary, viewport=here.viewport))
    return replace(here, control=rect, said=f"{name} {item.property('spokenDetail')}")


def _note_text(item: QQuickItem, rect: Rect, around: Around, seen: Measured) -> None:
    text = item.property("text")
    if not text:
        return
    if around.said is not None and not _says(around.said, text):
        seen.unsaid.append(Finding("label-not-in-name", text, f"the control says {around.said!r}"))
    seen.texts.append(
        SeenText(
            text=text,
            rect=rect,
            content_width=item.property("contentWidth"),
            content_height=item.property("contentHeight"),
            font_px=float(item.property("font").pixelSize()),
            line_px=float(item.property("lineHeight")),
            line_count=item.property("lineCount"),
            truncated=bool(item.property("truncated")),
            clipped_by=around.clip,
            control=around.control,
            viewport=around.viewport,
        )
    )


def _says(name: str, label: str) -> bool:
    """WCAG 2.5.3: who speaks a label must be able to name the control by it. A language's code is a sign."""
    return label in name or label in ("VI", "EN", "FR")


def cut_lines(texts: Iterable[SeenText]) -> list[Finding]:
    """A line of text is on the page or not on it, never half."""
    found = []
    for text in texts:
        if text.viewport is None or text.line_count == 0:
            continue
        each = text.rect.height / text.line_count
        edges = [text.rect.y + line * each for line in range(text.line_count + 1)]
        for top, bottom in pairwise(edges):
            inside = min(bottom, text.viewport.bottom) - max(top, text.viewport.y)
            if 1 < inside < each - 1:
                found.append(Finding("cut-line", text.text, f"{inside:.0f} of {each:.0f} px show"))
    return found
