"""Furnishes a QML engine with what our controls need. Called once, before the first screen loads."""

from __future__ import annotations

import importlib
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtQml import QQmlEngine

from ui.window.images.icons import IconProvider
from ui.window.input.press_gate import PressGate
from ui.window.theme import ThemeValues

QML_FOLDER = Path(__file__).parents[1] / "qml"


class ControlsMissing(Exception):
    """The folder of our QML controls is not where it was installed, or does not compile."""


def furnish(engine: QQmlEngine, theme: ThemeValues, gate: PressGate) -> None:
    """Furnish *engine* for every control. Raises `ControlsMissing`."""
    from ui.window.images.drawings import DrawingProvider

    furnish_invitation(engine, theme, gate)
    engine.addImageProvider("drawn", DrawingProvider())
    know_reading_controls()


def know_reading_controls() -> None:
    """Make known to QML what only texts and pages need, which the invitation does without."""
    importlib.import_module("ui.window.lit_word")
    importlib.import_module("ui.window.text_ruler")
    importlib.import_module("ui.window.page_turner")


def furnish_invitation(engine: QQmlEngine, theme: ThemeValues, gate: PressGate) -> None:
    """Give *engine* our icons, *theme* and *gate*, and the care of them: they live as long as it does.

    Raises `ControlsMissing`.
    """
    engine.addImportPath(str(QML_FOLDER))
    engine.addImageProvider("icon", IconProvider())
    furniture: tuple[tuple[str, str, QObject], ...] = (
        ("Theme", "values", theme),
        ("Hands", "gate", gate),
    )
    for singleton, name, value in furniture:
        value.setParent(engine)  # otherwise bindings meet a dead theme while Python shuts down
        held = engine.singletonInstance("Kiosk.Controls", singleton)
        if not isinstance(held, QObject) or not held.setProperty(name, value):
            raise ControlsMissing(f"Kiosk.Controls has no usable {singleton} in {QML_FOLDER}")
