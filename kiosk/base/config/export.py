"""Where the night's figures go. Enrolment is not config: `kiosk keys`."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.base.config.option import Option


@dataclass(frozen=True, slots=True)
class ExportConfig:
    url: str = Option(
        "url",
        "địa chỉ máy nhận của phường (./script/run ward serve); trống: không gửi qua mạng",
        "address of the ward's receiver (./script/run ward serve); empty: nothing is sent by network",
    ).by_default("")
    ca_file: str = Option(
        "file",
        "tệp chứng chỉ của máy nhận, nếu phường tự cấp",
        "file with the receiver's certificate, where the ward made it itself",
    ).by_default("")
    folder: str = Option(
        "folder",
        "thư mục để chép số liệu vào (ổ mạng)",
        "folder the figures are copied to (a network drive)",
    ).by_default("")
    hour: int = Option(
        "whole", "giờ gửi mỗi tối", "the hour of each evening's export", "h", 0, 23
    ).by_default(19)
    keep_days: int = Option(
        "whole",
        "giữ lại trên máy sau khi phường xác nhận",
        "kept on the kiosk after the ward's acknowledgement",
        "d",
        1,
        3650,
    ).by_default(90)
