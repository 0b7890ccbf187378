"""The class of a drawn item is read, and nothing of it is kept: the QML engine throws classes away."""

from PySide6.QtCore import QMetaObject
from PySide6.QtQml import QQmlComponent, QQmlEngine
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from ui.window.input.drawn_class import class_name, class_names

SOURCE = b"import QtQuick\nRectangle { property bool chosen: true }"


def held_of_qml() -> list[str]:
    held = [one for one in Shiboken.getAllValidWrappers() if isinstance(one, QMetaObject)]
    return [one.className() for one in held if "_QML" in one.className()]


def test_a_class_is_named_and_let_go(qtbot: QtBot) -> None:
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(SOURCE, "")
    item = component.create()
    before = held_of_qml()
    assert class_name(item) == "QQuickRectangle"
    assert class_names(item) == ("QQuickRectangle", "QQuickRectangle", "QQuickItem", "QObject")
    assert held_of_qml() == before
    assert class_name(item) == "QQuickRectangle"  # and may be asked again
    assert QMetaObject.className(item.metaObject()).startswith("QQuickRectangle_QML")
    assert len(held_of_qml()) == len(before) + 1  # what would be left without letting go
