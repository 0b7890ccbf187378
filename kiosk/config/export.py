"""Where the night's figures go. Enrolment is not config: `kiosk keys`."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.config.option import Option, option


@dataclass(frozen=True, slots=True)
class ExportConfig:
    url: str = option(
        "",
        Option(
            "url",
            "địa chỉ máy nhận của phường (./script/run ward serve); trống: không gửi qua mạng",
            "address of the ward's receiver (./script/run ward serve); empty: nothing is sent by network",
        ),
    )
    ca_file: str = option(
        "",
        Option(
            "file",
            "tệp chứng chỉ của máy nhận, nếu phường tự cấp",
            "file with the receiver's certificate, where the ward made it itself",
        ),
    )
    folder: str = option(
        "",
        Option(
            "folder",
            "thư mục để chép số liệu vào (ổ mạng)",
            "folder the figures are copied to (a network drive)",
        ),
    )
    hour: int = option(
        19, Option("whole", "giờ gửi mỗi tối", "the hour of each evening's export", "h", 0, 23)
    )
    keep_days: int = option(
        90,
        Option(
            "whole",
            "giữ lại trên máy sau khi phường xác nhận",
            "kept on the kiosk after the ward's acknowledgement",
            "d",
            1,
            3650,
        ),
    )
