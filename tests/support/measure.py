"""Measures a whole window in one walk through its items: fast enough for every text of every guide.

Knows the same as `support.window.Screen` of texts and controls, without asking the accessibility tree for
each item. Pictures of phones are left out: their labels are drawings, and `test_phone_pictures` sees to them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar, cast

from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QCoreApplication, QEvent, QMetaObject, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine, QQmlListReference, qmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from support.audit import audit
from support.seen_on_screen import Finding, SeenControl, SeenText
from support.window import lay_out

from accessibility.geometry import Rect
from flows.guide.unparted import NO_BREAK

LOOKER = Path(__file__).with_name("Looker.qml")


@dataclass(frozen=True, slots=True)
class Around:
    """What an item inherits from those it lies in."""

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
    return _measured(window, lay_out)[0]


def painted(window: QQuickWindow) -> tuple[Measured, QImage]:
    """The same, and the picture of it."""
    return _measured(window, QQuickWindow.grabWindow)


T = TypeVar("T")


def _measured(window: QQuickWindow, draw: Callable[[QQuickWindow], T]) -> tuple[Measured, T]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    looker = _looker_of(window)
    drawn = draw(window)
    entries = _entries(looker, window, whole=True)
    if not entries:
        drawn = draw(window)
        entries = _entries(looker, window, whole=False)
    paged = QQmlListReference(looker, "bodies")  # type: ignore[call-overload]  # PySide takes no bytes
    bodies = [cast(QQuickItem, paged.at(at)) for at in range(paged.count())]
    seen = Measured(Rect(0, 0, window.width(), window.height()), bodies=bodies)
    _note(json.loads(entries), seen)
    return seen, drawn


def _engine_of(window: QQuickWindow) -> QQmlEngine:
    engine = qmlEngine(window)
    assert engine is not None
    return engine


def _looker_of(window: QQuickWindow) -> QObject:
    """The one of this window's engine; it lives as long as the window."""
    found = window.findChild(QObject, LOOKER.stem, Qt.FindChildOption.FindDirectChildrenOnly)
    if found is None:
        component = QQmlComponent(_engine_of(window), str(LOOKER))
        found = component.create()
        assert found is not None, component.errorString()
        found.setParent(window)
        found.setObjectName(LOOKER.stem)
    return found


def _entries(looker: QObject, window: QQuickWindow, *, whole: bool) -> str:
    """What the window shows, as `Looker.qml` writes it; nothing where *whole* and a body is paged."""
    arguments = (Q_ARG(QQuickItem, window.contentItem()), Q_ARG(bool, whole))
    return str(QMetaObject.invokeMethod(looker, "look", Q_RETURN_ARG(str), *arguments))


def _note(entries: list[Any], seen: Measured) -> None:
    arounds: list[Around] = []
    for kind, within, x, y, width, height, *more in entries:
        rect, around = Rect(x, y, width, height), arounds[within] if within >= 0 else Around()
        match kind:
            case "text":
                _note_text(rect, around, seen, *more)
            case "control":
                around = _note_control(rect, around, seen, *more)
            case "frame":
                frame = "viewport" if more == ["viewport"] else "clip"
                around = replace(around, **{frame: rect})
            case _:
                raise AssertionError(kind)
        arounds.append(around)


def _note_control(
    rect: Rect, around: Around, seen: Measured, name: str, detail: str, primary: bool
) -> Around:
    seen.controls.append(SeenControl("Button", name, rect, is_primary=primary, viewport=around.viewport))
    return replace(around, control=rect, said=f"{name} {detail}")


def _note_text(rect: Rect, around: Around, seen: Measured, text: str, *letters: Any) -> None:
    """*letters*: width and height they need, size, height and number of lines, whether they are cut."""
    if around.said is not None and not _says(around.said, text):
        seen.unsaid.append(Finding("label-not-in-name", text, f"the control says {around.said!r}"))
    width, height, font_px, line_px, lines, cut = letters
    fit = SeenText(text, rect, width, height, font_px, line_px, lines, cut)
    seen.texts.append(replace(fit, clipped_by=around.clip, control=around.control, viewport=around.viewport))


def _says(name: str, label: str) -> bool:
    """WCAG 2.5.3: who speaks a label must be able to name the control by it, wherever its line may break.
    A language's code is a sign.
    """
    return label.replace(NO_BREAK, " ") in name.replace(NO_BREAK, " ") or label in ("VI", "EN", "FR")


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
