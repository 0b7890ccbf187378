"""The pictures beside the sentences of a guide, as they stand on the screen, in a file each."""

from __future__ import annotations

from pathlib import Path
from typing import Self

import PySide6.QtQuick  # noqa: F401 (root objects are only whole once this is imported)
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEvent, QIODevice, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow

from accessibility.colours import colours_for
from accessibility.preferences import ThemeName
from accessibility.sizes import Panel, sizes_for
from flows.guide.flow import Flow
from flows.guide.steps import Check, Choose, Step
from flows.guide.words import Language
from resources import path
from ui.screens.picture.derive import derive_picture
from ui.screens.picture.props import PhoneProps
from ui.window.controls import furnish
from ui.window.fonts import load_fonts
from ui.window.glyphs import GlyphProvider
from ui.window.images.drawings import recoloured
from ui.window.input.press_gate import PressGate
from ui.window.phone_view import PhoneView
from ui.window.theme import ThemeValues
from ui.window.window import ScreensMissing

WIDTH_PX, HEIGHT_PX = 560, 640
_PANEL = Panel(1080, 1920, 21.5)
_SOURCE = f"""
import QtQuick
import Kiosk.Models
import Kiosk.Phone
Window {{
    id: root
    width: {WIDTH_PX}; height: {HEIGHT_PX}; visible: true; color: "white"
    required property PhoneView view
    StepPicture {{ anchors.fill: parent; view: root.view; color: "white"; radius: 0 }}
}}
"""


class StepPictures:
    """Needs a running QGuiApplication; a context that closes its window. Keeps what it has drawn."""

    def __init__(self, language: Language = "vi", theme: ThemeName = "light") -> None:
        self._language, self._theme = language, theme
        self._drawn = dict[PhoneProps, tuple[str, bytes]]()
        self._engine = QQmlEngine()
        values = ThemeValues()
        furnish(self._engine, values, PressGate())
        self._engine.addImageProvider("glyph", GlyphProvider())
        load_fonts()
        values.apply(sizes_for(_PANEL, 1), colours_for(theme))
        self._view = PhoneView()
        self._component = QQmlComponent(self._engine)
        self._component.setData(_SOURCE.encode(), QUrl("step-pictures.qml"))
        window = self._component.createWithInitialProperties({"view": self._view})
        if not isinstance(window, QQuickWindow):
            raise ScreensMissing("\n".join(error.toString() for error in self._component.errors()))
        self._window = window

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._window.close()
        self._window.deleteLater()
        self._engine.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def of(self, step: Step, flow: Flow) -> tuple[str, bytes] | None:
        """A name that ends in ``.svg`` or ``.png``, the same for the same picture, and what is in the file.

        None for a question, which asks without a picture unless its guide gives it one.
        """
        if isinstance(step, Choose | Check) and step.picture is None and not step.drawing:
            return None
        props = derive_picture(step, flow, self._language)
        if props not in self._drawn:
            self._drawn[props] = self._draw(props)
        return self._drawn[props]

    def _draw(self, props: PhoneProps) -> tuple[str, bytes]:
        if props.drawing:
            svg = path("pictures", f"{props.drawing}.svg").read_text("utf-8")
            return f"{Path(props.drawing).name}.svg", recoloured(svg, self._theme).encode()
        self._view.show(props)
        QCoreApplication.processEvents()
        self._window.grabWindow()  # twice: a scene is laid out around what the first drawing found
        image = self._window.grabWindow()
        written = QByteArray()
        buffer = QBuffer(written)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stubs know no buffer
        return f"screen-{len(self._drawn)}.png", bytes(written.data())
