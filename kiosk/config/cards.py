"""How residents' cards are read and printed here. Enrolment is not config: `kiosk keys`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.config.option import Option, option

Paper: TypeAlias = Literal["A4", "A5", "A6", "80mm"]


@dataclass(frozen=True, slots=True)
class CardsConfig:
    scanner: bool = option(
        True,
        Option(
            "yes-no",
            "máy quét mã cắm USB, gõ như bàn phím",
            "a USB code scanner that types like a keyboard may be plugged in",
        ),
    )
    camera: str = option(
        "",
        Option(
            "text",
            "máy ảnh đọc thẻ: số thứ tự (0) hoặc tên thiết bị; trống: không dùng",
            "camera that reads cards: its number (0) or device; empty: none",
            form="camera",
        ),
    )
    printer: str = option(
        "",
        Option(
            "text",
            "tên máy in thẻ (lệnh lpstat -p cho biết); trống: không in",
            "name of the printer for cards (lpstat -p lists them); empty: none",
            form="printer",
        ),
    )
    paper: Paper = option(  # noqa: RUF009
        "A6",
        Option("text", "khổ giấy của máy in đó", "that printer's paper", choices=("A4", "A5", "A6", "80mm")),
    )
