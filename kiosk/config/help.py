"""What happens here when a resident calls a person."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.config.option import Option, option


@dataclass(frozen=True, slots=True)
class HelpConfig:
    further_after_s: int = option(
        180,
        Option(
            "whole",
            "chưa ai đến thì mời bác gọi nơi khác sau",
            "when nobody has come, show another number after",
            "s",
            30,
            3600,
        ),
    )
    further_place: str = option(
        "",
        Option(
            "text",
            "nơi có người đến thay, ví dụ điểm bên cạnh; trống: số hỗ trợ của phường",
            "whose staff are asked then, such as the next point's; empty: the ward's help phone",
            form="place",
        ),
    )
    further_phone: str = option(
        "",
        Option(
            "phone",
            "số điện thoại của nơi ấy; trống: số hỗ trợ của phường (place.help_phone)",
            "that place's telephone; empty: the ward's help phone (place.help_phone)",
            "",
            3,
            11,
        ),
    )
    lamp_on: str = option(
        "",
        Option(
            "text",
            "lệnh bật đèn khi có người gọi; trống: không có đèn (máy không có tiếng thì mời bác vẫy tay)",
            "command that lights a lamp while somebody waits; "
            "empty: there is none (and without sound people are asked to wave)",
        ),
    )
    lamp_off: str = option("", Option("text", "lệnh tắt đèn ấy", "command that puts that lamp out"))
    nobody_came: str = option(
        "",
        Option(
            "text",
            "lệnh chạy một lần khi chưa ai đến, ví dụ để báo nơi khác",
            "command run once when nobody has come, for instance to tell another place",
        ),
    )
