"""What happens here when a resident calls a person."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.base.config.option import Option


@dataclass(frozen=True, slots=True)
class HelpConfig:
    further_after_s: int = Option(
        "whole",
        "chưa ai đến thì mời bác gọi nơi khác sau",
        "when nobody has come, show another number after",
        "s",
        30,
        3600,
    ).by_default(180)
    further_place: str = Option(
        "text",
        "nơi có người đến thay, ví dụ điểm bên cạnh; trống: số hỗ trợ của phường",
        "whose staff are asked then, such as the next point's; empty: the ward's help phone",
        form="place",
    ).by_default("")
    further_phone: str = Option(
        "phone",
        "số điện thoại của nơi ấy; trống: số hỗ trợ của phường (place.help_phone)",
        "that place's telephone; empty: the ward's help phone (place.help_phone)",
        "",
        3,
        11,
    ).by_default("")
    lamp_on: str = Option(
        "text",
        "lệnh bật đèn khi có người gọi; trống: không có đèn (máy không có tiếng thì mời bác vẫy tay)",
        "command that lights a lamp while somebody waits; "
        "empty: there is none (and without sound people are asked to wave)",
    ).by_default("")
    lamp_off: str = Option("text", "lệnh tắt đèn ấy", "command that puts that lamp out").by_default("")
    nobody_came: str = Option(
        "text",
        "lệnh chạy một lần khi chưa ai đến, ví dụ để báo nơi khác",
        "command run once when nobody has come, for instance to tell another place",
    ).by_default("")
