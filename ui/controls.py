"""Furnishes a QML engine with everything our controls need. Called once, before the first screen loads."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtQml import QQmlEngine

from ui.icons import IconProvider
from ui.lit_word import LitWord
from ui.page_turner import PageTurner
from ui.press_gate import PressGate
from ui.theme import ThemeValues

QML_FOLDER = Path(__file__).parent / "qml"

_TYPES_FOR_QML = (LitWord, PageTurner, PressGate, ThemeValues)  # imported, so that Kiosk.Models knows them


class ControlsMissing(Exception):
    """The folder of our QML controls is not where it was installed, or does not compile."""


def furnish(engine: QQmlEngine, look: ThemeValues, gate: PressGate) -> None:
    """Give *engine* our icons, *look* and *gate*, and the care of them: they live as long as it does.

    Raises `ControlsMissing`.
    """
    engine.addImportPath(str(QML_FOLDER))
    engine.addImageProvider("icon", IconProvider())
    furniture: tuple[tuple[str, str, QObject], ...] = (
        ("Theme", "values", look),
        ("Hands", "gate", gate),
    )
    for singleton, name, value in furniture:
        value.setParent(engine)  # otherwise bindings meet a dead look while Python shuts down
        held = engine.singletonInstance("Kiosk.Controls", singleton)
        if not isinstance(held, QObject) or not held.setProperty(name, value):
            raise ControlsMissing(f"Kiosk.Controls has no usable {singleton} in {QML_FOLDER}")
