"""Draws a QML snippet with our controls, for tests and for looking at. Not part of the product."""

from __future__ import annotations

from dataclasses import dataclass

import PySide6.QtQuick  # noqa: F401 (root objects are only whole once this is imported)
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow

from accessibility.colours import colours_for
from accessibility.preferences import ThemeName
from accessibility.sizes import Panel, sizes_for
from accessibility.speech.utterance import Holding
from accessibility.touch import SteadyHands
from accessibility.trying import Touch
from ui.window.controls import furnish
from ui.window.input.hand_watch import HandWatch
from ui.window.input.press_gate import PressGate
from ui.window.theme import ThemeValues

PORTRAIT = Panel(1080, 1920, 21.5)
LOW = Panel(1366, 768, 15.6)
WIDE = Panel(1920, 1080, 21.5)

_WINDOW = """
import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
Window {{ width: {width}; height: {height}; visible: true; color: Theme.paper
{body}
}}
"""


class Attended:
    """Fits `ui.window.input.hand_watch.Attendant` and keeps what it was told."""

    def __init__(self) -> None:
        self.touches: list[Touch] = []
        self.heard: list[str] = []
        self.place = "gallery"
        self.screens = 0

    def felt(self, touch: Touch) -> None:
        self.touches.append(touch)

    def quiet(self) -> None:
        self.heard.append("quiet")

    def holding(self, how: Holding) -> None:
        self.heard.append(how)

    def let_go_early(self) -> None:
        self.heard.append("let go early")

    def met_another(self) -> None:
        self.heard.append("met another")


class WontLoad(AssertionError):
    """The snippet does not compile; the message is Qt's."""


@dataclass
class Gallery:
    """One window over one engine. Keep it alive while the window is used; call `close` at the end."""

    engine: QQmlEngine
    component: QQmlComponent
    window: QQuickWindow
    theme: ThemeValues
    gate: PressGate
    attended: Attended
    hand: HandWatch

    def wear(self, panel: Panel, text_size: int, theme: ThemeName) -> None:
        self.theme.apply(sizes_for(panel, text_size), colours_for(theme))

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        self.engine.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def open_gallery(body: str, panel: Panel = PORTRAIT, gate: PressGate | None = None) -> Gallery:
    """A window of the panel's size around *body*, in the default look; without *gate* every press counts."""
    engine, theme = QQmlEngine(), ThemeValues()
    gate = gate or PressGate(hands=SteadyHands(0.0))
    furnish(engine, theme, gate)
    theme.apply(sizes_for(panel, 1), colours_for("light"))
    component = QQmlComponent(engine)
    source = _WINDOW.format(width=panel.width_px, height=panel.height_px, body=body)
    component.setData(source.encode(), QUrl("gallery.qml"))
    window = component.create()
    if not isinstance(window, QQuickWindow):
        raise WontLoad("\n".join(error.toString() for error in component.errors()))
    attended = Attended()
    hand = HandWatch(window, gate, panel.px_per_mm, attended)
    window.installEventFilter(hand)
    return Gallery(engine, component, window, theme, gate, attended, hand)
