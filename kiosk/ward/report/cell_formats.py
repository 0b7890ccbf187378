"""How the cells of the spreadsheet are written: heads, words, numbers and times."""

from __future__ import annotations

import re
from typing import Any

from kiosk.log.figures.catalogue import Unit
from kiosk.ward.report.model import Number, Report
from kiosk.ward.report.words import ABOUT, sayer

FONT = "Arial"
"""Or one of its measures is everywhere: what fits here fits there."""
_HOUR_MS = 3_600_000


class CellFormats:
    """Of one workbook."""

    def __init__(self, book: Any, report: Report) -> None:
        say = sayer(report.language)
        top = {"valign": "top"}
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.bold = book.add_format({"bold": True})
        head = {"bold": True, "bg_color": "#F1EEE6", "text_wrap": True, **top}
        self.head = book.add_format(head)
        self.head_beside = book.add_format({**head, "align": "left", "indent": 1})
        self.head_right = book.add_format({**head, "align": "right"})
        self.text = book.add_format({"text_wrap": True, **top})
        self.beside = book.add_format({"text_wrap": True, "align": "left", "indent": 1, **top})
        self.right = book.add_format({"align": "right", **top})
        self._of_unit: dict[Unit, Any] = {
            "count": book.add_format({"num_format": "#,##0", **top}),
            "ms": book.add_format(
                {"num_format": _as_time(say("unit.minutes", minutes="[m]", seconds="ss")), **top}
            ),
            "share": book.add_format({"num_format": "0.0%", **top}),
        }
        self._about = book.add_format({"num_format": f'"{ABOUT}"#,##0', **top})
        self._hours = book.add_format(
            {"num_format": _as_time(say("unit.hours", hours="[h]", minutes="mm")), **top}
        )

    def of_head(self, column: int, *, beside: bool) -> Any:
        """*beside*: words stand beneath it."""
        return (self.head_beside if beside else self.head_right) if column else self.head

    def of(self, number: Number) -> Any:
        """As the other formats of the report write it."""
        if number.about:
            return self._about
        long = number.unit == "ms" and (number.value or 0) >= _HOUR_MS
        return self._hours if long else self._of_unit[number.unit]


def _as_time(text: str) -> str:
    """Excel's own signs as they are, words in quotes."""
    return "".join(
        piece if sign else f'"{piece}"'
        for sign, piece in ((at % 2, one) for at, one in enumerate(re.split(r"(\[[hm]\]|mm|ss)", text)))
        if piece
    )
