"""The bars of one chart."""

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

from ui.screens.staff.day_charts import Bar, BarChart

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_ROLES = ("label", "number", "spoken", "share", "first", "second", "third", "whole")
_PARTS = ("first", "second", "third")
_FIRST_ROLE = 0x0101  # Qt.ItemDataRole.UserRole + 1


@QmlElement
class BarRows(QAbstractListModel):
    """`share` of the longest bar, 0 … 1; `first` … `third` are its parts from the axis outwards; `whole`: how
    much of all that is, in words.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chart = BarChart()

    def show(self, chart: BarChart) -> None:
        if chart == self._chart:
            return
        self.beginResetModel()
        self._chart = chart
        self.endResetModel()
        self.changed.emit()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._chart.bars)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        number = role - _FIRST_ROLE
        return _value(self._chart.bars[index.row()], _ROLES[number]) if 0 <= number < len(_ROLES) else None

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST_ROLE + number: QByteArray(role.encode()) for number, role in enumerate(_ROLES)}

    def _get_count(self) -> int:
        return len(self._chart.bars)

    count = Property(int, _get_count, notify=changed)
    title = Property(str, attrgetter("_chart.title"), notify=changed)


def _value(bar: Bar, role: str) -> object:
    if role in _PARTS:
        at = _PARTS.index(role)
        return bar.parts[at] if at < len(bar.parts) else 0.0
    return getattr(bar, role)
