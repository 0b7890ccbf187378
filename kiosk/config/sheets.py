"""Guides on paper at this point. For all guides at once: `kiosk flows sheets`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kiosk.config.option import Option, option


@dataclass(frozen=True, slots=True)
class SheetsConfig:
    printer: str = option(
        "",
        Option(
            "text",
            "tên máy in tờ hướng dẫn mang về (lệnh lpstat -p cho biết); trống: không in, không có nút in",
            "name of the printer for guides to take home (lpstat -p lists them); empty: none, and no button",
            form="printer",
        ),
    )
    paper: Literal["A4", "A5"] = option(
        "A4", Option("text", "khổ giấy của máy in đó", "that printer's paper", choices=("A4", "A5"))
    )
