"""A list of values as a QML Repeater reads it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex

_FIRST_ROLE = 0x0101  # Qt.ItemDataRole.UserRole + 1; the Qt namespace takes longer than a frame to import


class RowsModel(QAbstractListModel):
    """`ROLES` are the fields of a row that QML reads, by their names there."""

    ROLES: ClassVar[tuple[str, ...]]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Any] = ()

    def _replace(self, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _value(self, row: Any, role: str) -> object:
        return getattr(row, role)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        number = role - _FIRST_ROLE
        if not index.isValid() or not 0 <= number < len(self.ROLES):
            return None
        return self._value(self._rows[index.row()], self.ROLES[number])

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST_ROLE + number: QByteArray(role.encode()) for number, role in enumerate(self.ROLES)}
