"""One control, and a list of controls."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.screens.page import Control
from ui.window.rows_model import RowsModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

NOTHING = Control(None, "")


@QmlElement
class ControlView(QObject):
    """One control that may be absent: `present` is false then."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._control = NOTHING

    def show(self, control: Control | None) -> None:
        control = control or NOTHING
        if control != self._control:
            self._control = control
            self.changed.emit()

    def _present(self) -> bool:
        return self._control != NOTHING

    present = Property(bool, _present, notify=changed)
    action = Property(str, attrgetter("_control.slot"), notify=changed)
    label = Property(str, attrgetter("_control.label"), notify=changed)
    icon = Property(str, attrgetter("_control.icon"), notify=changed)
    kind = Property(str, attrgetter("_control.kind"), notify=changed)
    name = Property(str, attrgetter("_control.name"), notify=changed)
    described = Property(str, attrgetter("_control.described"), notify=changed)
    urgent = Property(bool, attrgetter("_control.urgent"), notify=changed)


@QmlElement
class ControlRows(RowsModel):
    """Controls in reading order. A change of words alone keeps the delegates, so that focus stays put."""

    ROLES = (
        "action", "label", "icon", "detail", "name", "number", "described", "turned", "also", "picture",
        "ground", "urgent", "undoes",
    )  # fmt: skip
    countChanged = Signal()
    rowsChanged = Signal()

    def show(self, rows: tuple[Control, ...]) -> None:
        if rows == self._rows:
            return
        if len(rows) == len(self._rows):
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self._replace(rows)
            self.countChanged.emit()
        self.rowsChanged.emit()

    def _value(self, row: Control, role: str) -> object:
        match role:
            case "action":
                return row.slot
            case "also":
                return "\n".join(row.also)
            case _:
                return getattr(row, role)

    def _count(self) -> int:
        return len(self._rows)

    def _pictured(self) -> bool:
        return any(row.picture for row in self._rows)

    def _numbered(self) -> bool:
        return any(row.number for row in self._rows)

    def _labels(self) -> str:
        return "\n".join(row.label for row in self._rows)

    count = Property(int, _count, notify=countChanged)
    labels = Property(str, _labels, notify=rowsChanged)
    pictured = Property(bool, _pictured, notify=rowsChanged)
    numbered = Property(bool, _numbered, notify=rowsChanged)
