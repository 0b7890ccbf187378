"""Texts of the config that have one form, so that nothing else fits in: what fits, and what is said then."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple, TypeAlias

from kiosk.base.personal import (
    LONGEST_ADDRESS,
    LONGEST_NAME,
    is_a_city,
    is_a_ward,
    is_address,
    is_place_name,
)

Form: TypeAlias = Literal["ward", "city", "name", "address", "place", "device", "printer", "camera"]
_LONGEST_DEVICE = 120


class FormOfText(NamedTuple):
    """`vi` and `en` say what the value must be; `allowed` is its line in the table of options."""

    fits: Callable[[str], object]
    vi: str
    en: str
    allowed: str


FORMS: Mapping[Form, FormOfText] = {
    "ward": FormOfText(
        is_a_ward,
        "phải là tên phường hoặc xã, ví dụ “Phường Ba Đình”.",
        "must be the name of a ward or commune, such as “Phường Ba Đình”.",
        "Phường …, xã …, đặc khu …",
    ),
    "city": FormOfText(
        is_a_city,
        "phải là tên thành phố hoặc tỉnh, ví dụ “thành phố Hà Nội”.",
        "must be the name of a city or province, such as “thành phố Hà Nội”.",
        "thành phố …, tỉnh …",
    ),
    "name": FormOfText(
        is_place_name,
        "phải là tên của một nơi, nói trước nơi ấy là gì, ví dụ “Nhà văn hoá tổ 5”, “Điểm ở chợ”; không "
        f"quá {LONGEST_NAME} ký tự, không có tên người, @ hay tài khoản mạng.",
        "must be the name of a place that says first what it is, such as “Nhà văn hoá tổ 5” or “Điểm ở chợ”; "
        f"at most {LONGEST_NAME} characters, with no person's name, no @ and no account.",
        f"name of a place, at most {LONGEST_NAME} characters",
    ),
    "address": FormOfText(
        is_address,
        "phải là địa chỉ, bắt đầu bằng số nhà, phố, đường, ngõ, tầng …, ví dụ “Số 54 Trần Hưng Đạo”; không "
        f"quá {LONGEST_ADDRESS} ký tự, không có tên người, @ hay tài khoản mạng.",
        "must be an address that begins with a house number, phố, đường, ngõ, tầng …, such as “Số 54 Trần "
        f"Hưng Đạo”; at most {LONGEST_ADDRESS} characters, with no person's name, no @ and no account.",
        f"address of a place, at most {LONGEST_ADDRESS} characters",
    ),
    "place": FormOfText(
        is_address,
        "phải là tên hoặc địa chỉ của một nơi, nói trước nơi ấy là gì, ví dụ “Điểm số 2” hay “Số 54 Trần "
        f"Hưng Đạo”; không quá {LONGEST_ADDRESS} ký tự, không có tên người, @ hay tài khoản mạng.",
        "must be the name or address of a place that says first what it is, such as “Điểm số 2” or “Số 54 "
        f"Trần Hưng Đạo”; at most {LONGEST_ADDRESS} characters, with no person's name, no @ and no account.",
        f"name or address of a place, at most {LONGEST_ADDRESS} characters",
    ),
    "device": FormOfText(
        re.compile(rf"[!\"$-~]{{0,{_LONGEST_DEVICE}}}").fullmatch,
        "phải là một phần tên thiết bị âm thanh, không dấu, không khoảng trắng, ví dụ WH-1000XM4.",
        "must be part of a sound device's name with no accents and no blanks, such as WH-1000XM4.",
        "part of a device's name",
    ),
    "printer": FormOfText(
        re.compile(r"[!\"$-.0-~]{0,127}").fullmatch,
        "phải là tên máy in như lệnh lpstat -p ghi: không dấu, không khoảng trắng.",
        "must be a printer's name as lpstat -p lists it: no accents and no blanks.",
        "name of a printer",
    ),
    "camera": FormOfText(
        re.compile(r"\d{0,2}|(?:/|[A-Za-z]:[\\/])[\w .,:+=~()/\\-]+").fullmatch,
        "phải là số thứ tự như 0, hoặc đường dẫn của thiết bị như /dev/video0.",
        "must be a number such as 0, or a device's path such as /dev/video0.",
        "number or path",
    ),
}
