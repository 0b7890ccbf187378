"""One control, and a list of controls."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Signal,
)
from PySide6.QtQml import QmlElement

from ui.screens.page import Control

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

NOTHING = Control(None, "")
_ROLES = (
    "action",
    "label",
    "icon",
    "detail",
    "name",
    "number",
    "described",
    "turned",
    "also",
    "picture",
    "ground",
    "urgent",
)
_FIRST_ROLE = 0x0101  # Qt.ItemDataRole.UserRole + 1; the Qt namespace takes longer than a frame to import


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


@QmlElement
class ControlRows(QAbstractListModel):
    """Controls in reading order. A change of words alone keeps the delegates, so that focus stays put."""

    countChanged = Signal()
    rowsChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Control, ...] = ()

    def show(self, rows: tuple[Control, ...]) -> None:
        if rows == self._rows:
            return
        if len(rows) == len(self._rows):
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            self.rowsChanged.emit()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        self.countChanged.emit()
        self.rowsChanged.emit()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        row = self._rows[index.row()]
        match _ROLES[role - _FIRST_ROLE] if 0 <= role - _FIRST_ROLE < len(_ROLES) else "":
            case "action":
                return row.slot
            case "label":
                return row.label
            case "icon":
                return row.icon
            case "detail":
                return row.detail
            case "name":
                return row.name
            case "number":
                return row.number
            case "described":
                return row.described
            case "turned":
                return row.turned
            case "picture":
                return row.picture
            case "ground":
                return row.ground
            case "urgent":
                return row.urgent
            case "also":
                return "\n".join(row.also)
            case _:
                return None

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST_ROLE + number: QByteArray(role.encode()) for number, role in enumerate(_ROLES)}

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
