"""The elements of one area, as a QML Repeater reads them."""

from __future__ import annotations

from ui.screens.picture.arrange import breakable
from ui.screens.picture.props import DrawnElement
from ui.window.rows_model import RowsModel


class ElementModel(RowsModel):
    """The elements of one area, in reading order."""

    ROLES = ("order", "shape", "label", "highlight", "sign", "pale")

    def replace_all(self, elements: tuple[DrawnElement, ...]) -> None:
        if elements != self._rows:
            self._replace(elements)

    def _value(self, row: DrawnElement, role: str) -> object:
        match role:
            case "order":
                return row.index
            case "label":
                return breakable(row.label)
            case _:
                return getattr(row, role)
