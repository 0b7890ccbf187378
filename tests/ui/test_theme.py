"""The look reaches QML whole, at once, and from one place."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlEngine

from accessibility.colours import Colours, colours_for
from accessibility.preferences import THEMES
from accessibility.sizes import Panel, Sizes, sizes_for
from ui.window.controls import QML_FOLDER, furnish
from ui.window.input.press_gate import PressGate
from ui.window.theme import ThemeValues

PANEL = Panel(1366, 768, 15.6)


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.title() for part in rest)


def theme_of(engine: QQmlEngine, values: ThemeValues) -> QObject:
    furnish(engine, values, PressGate())
    theme = engine.singletonInstance("Kiosk.Controls", "Theme")
    assert isinstance(theme, QObject)
    return theme


def test_every_colour_and_size_in_qml_is_the_pure_one(drawing: object) -> None:
    engine, values = QQmlEngine(), ThemeValues()
    theme = theme_of(engine, values)
    for name in THEMES:
        colours, sizes = colours_for(name), sizes_for(PANEL, 2)
        values.apply(sizes, colours)
        for role in Colours._fields:
            assert theme.property(camel(role)) == QColor(getattr(colours, role)), (name, role)
        hidden = {"px_per_mm", "cap_em"}
        for field in Sizes._fields:
            if field not in hidden:
                assert theme.property(camel(field)) == getattr(sizes, field), field
        assert theme.property("sayLine") == sizes.line_px(sizes.say_px)
    engine.deleteLater()


def test_another_look_is_one_change_and_the_same_look_is_none(drawing: object) -> None:
    values, changes = ThemeValues(), []
    values.changed.connect(lambda: changes.append(values.appearance))
    values.apply(sizes_for(PANEL, 1), colours_for("dark"))
    values.apply(sizes_for(PANEL, 1), colours_for("dark"))
    assert len(changes) == 1
    assert changes[0].colours == colours_for("dark")


def test_a_sample_of_another_size_is_as_tall_as_that_size(drawing: object) -> None:
    values = ThemeValues()
    values.apply(sizes_for(Panel(1080, 1920, 21.5), 1), colours_for("light"))
    for size in (1, 2, 3, 4, 5):
        assert values.samplePx(size) == sizes_for(Panel(1080, 1920, 21.5), size).text_px


def test_no_control_names_a_colour_or_a_font_size_of_its_own() -> None:
    files = [file for file in (QML_FOLDER / "Kiosk" / "Controls").glob("*.qml") if file.stem != "Theme"]
    assert len(files) > 15
    literal = re.compile(r'"#[0-9a-fA-F]{3,8}"|(?:pixelSize|pixels): *\d')
    for file in files:
        assert not literal.findall(file.read_text("utf-8")), file.name
