"""How residents' cards are read and printed here. Enrolment is not config: `kiosk keys`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.base.config.option import Option

Paper: TypeAlias = Literal["A4", "A5", "A6", "80mm"]


@dataclass(frozen=True, slots=True)
class CardsConfig:
    scanner: bool = Option(
        "yes-no",
        "máy quét mã cắm USB, gõ như bàn phím",
        "a USB code scanner that types like a keyboard may be plugged in",
    ).by_default(True)
    camera: str = Option(
        "text",
        "máy ảnh đọc thẻ: số thứ tự (0) hoặc tên thiết bị; trống: không dùng",
        "camera that reads cards: its number (0) or device; empty: none",
        form="camera",
    ).by_default("")
    printer: str = Option(
        "text",
        "tên máy in thẻ (lệnh lpstat -p cho biết); trống: không in",
        "name of the printer for cards (lpstat -p lists them); empty: none",
        form="printer",
    ).by_default("")
    paper: Paper = Option(  # noqa: RUF009
        "text", "khổ giấy của máy in đó", "that printer's paper", choices=("A4", "A5", "A6", "80mm")
    ).by_default("A6")
