"""The elements of one area, as a QML Repeater reads them."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ui.picture.arrange import breakable
from ui.picture.props import DrawnElement

_ROOT = QModelIndex()


class ElementModel(QAbstractListModel):
    """The elements of one area, in reading order."""

    _ROLES: ClassVar[dict[int, QByteArray]] = {
        int(Qt.ItemDataRole.UserRole) + n: QByteArray(name)
        for n, name in enumerate((b"order", b"shape", b"label", b"highlight", b"sign", b"pale"))
    }

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._elements: tuple[DrawnElement, ...] = ()

    def replace_all(self, elements: tuple[DrawnElement, ...]) -> None:
        if elements == self._elements:
            return
        self.beginResetModel()
        self._elements = elements
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._elements)

    def roleNames(self) -> dict[int, QByteArray]:
        return dict(self._ROLES)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        if not index.isValid() or role not in self._ROLES:
            return None
        element = self._elements[index.row()]
        match self._ROLES[role].data():
            case b"order":
                return element.index
            case b"shape":
                return element.shape
            case b"label":
                return breakable(element.label)
            case b"pale":
                return element.pale
            case b"sign":
                return element.sign
            case _:
                return element.highlight
