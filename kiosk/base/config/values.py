"""One written value against its declaration: the value as the kiosk uses it, or a refusal in plain words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import NamedTuple, assert_never

from accessibility.keys import is_key_name
from kiosk.base.config.forms import FORMS
from kiosk.base.config.option import Option
from kiosk.base.config.problems import ProblemCode
from kiosk.base.config.screen_size import is_size
from kiosk.base.hours.opening import MOST_RANGES, WEEKDAYS, OpenRange, read_range
from kiosk.base.personal import leads_to_a_person, quotable

# 113, 1022, 39421234; 0… of ten or eleven digits; 1800… and 1900…. Nine digits are an old identity card.
_PHONE = re.compile(r"[0-9]{3,8}|0[0-9]{9,10}|1[89]00[0-9]{4,6}")
_URL = r"https?://[A-Za-z0-9.\[\]:-]+(?:/[A-Za-z0-9._~/-]*)?"


class ValueRefused(NamedTuple):
    """Why the value cannot be used. `inner` names the part of a table value that is meant; `others` are
    further parts of the same value.
    """

    code: ProblemCode
    vi: str
    en: str
    inner: str = ""
    others: tuple[ValueRefused, ...] = ()


def read_value(option: Option, written: object) -> object:
    """The value to use, or a `ValueRefused`."""
    match option.kind:
        case "text" | "folder" | "file" | "url" | "size" | "phone":
            return _text(option, written)
        case "whole" | "number":
            return _number(option, written)
        case "yes-no":
            if isinstance(written, bool):
                return written
            return ValueRefused(
                "wrong-type", "phải là true (có) hoặc false (không).", "must be true or false."
            )
        case "hours":
            return _hours(written)
        case "keys":
            return _keys(written)
        case "numbers":
            return _numbers(option, written)
        case "day":
            if type(written) is date:  # no hour of one
                return written
            return ValueRefused(
                "wrong-type",
                "phải là ngày viết như 2026-12-03, không có ngoặc kép.",
                "must be a day such as 2026-12-03, without quotes.",
            )
        case _:
            assert_never(option.kind)


def _text(option: Option, written: object) -> object:
    if not isinstance(written, str):
        return ValueRefused(
            "wrong-type", 'phải là chữ trong dấu ngoặc kép "…".', 'must be text in double quotes "…".'
        )
    if option.choices and written not in option.choices:
        listed = ", ".join(option.choices)
        return ValueRefused("not-a-choice", f"chỉ có thể là: {listed}.", f"must be one of: {listed}.")
    if option.kind == "size" and written and not is_size(written):
        return ValueRefused("wrong-type", 'phải viết như "1080x1920".', 'must look like "1080x1920".')
    if option.kind == "phone":
        return _phone(option, written)
    if option.kind == "url":  # an address in a ward's own network may look like an identity number
        if not written or re.fullmatch(_URL, written):
            return written
        return ValueRefused(
            "wrong-type",
            'phải là địa chỉ như "https://may-chu:8443".',
            'must be an address such as "https://server:8443".',
        )
    if leads_to_a_person(written):
        return ValueRefused(
            "personal-data",
            "trông giống số điện thoại, số căn cước, số thẻ hoặc thư điện tử của một người; "
            "không được ghi ở đây.",
            "looks like a person's telephone, identity or insurance number, or e-mail; "
            "it must not be written here.",
        )
    if option.form and written and not FORMS[option.form].fits(written):
        return ValueRefused("wrong-type", FORMS[option.form].vi, FORMS[option.form].en)
    return written


def _keys(written: object) -> object:
    if not isinstance(written, str):
        return ValueRefused(
            "wrong-type", 'phải là tên phím trong ngoặc kép "…".', 'must be keys in quotes "…".'
        )
    for place, name in enumerate(written.split(), start=1):
        if not is_key_name(name):
            return _no_key(name, place)
    return written


def _no_key(name: str, place: int) -> ValueRefused:
    vi, en = f"không có phím nào tên {name}.", f"there is no key called {name}."
    if quotable(name) != name:  # it may be what somebody is called
        vi, en = f"tên thứ {place} không phải là tên phím.", f"name {place} of these is not a key's."
    such = "Up Return Space F1 1."
    return ValueRefused("not-a-choice", f"{vi} Ví dụ: {such}", f"{en} For example: {such}")


def _phone(option: Option, written: str) -> object:
    digits = re.sub(r"[ .()-]", "", written)
    low, high = int(option.low or 0), int(option.high or 0)
    if not written or (_PHONE.fullmatch(digits) and low <= len(digits) <= high):
        return written
    return ValueRefused(
        "wrong-type",
        f"phải là số điện thoại của phường, {low} đến {high} chữ số, hoặc để trống.",
        f"must be the ward's telephone number, {low} to {high} digits, or empty.",
    )


def _number(option: Option, written: object) -> object:
    # In Python True is a whole number; in a config it is a slip.
    if isinstance(written, str):
        return ValueRefused(
            "wrong-type", "phải là một con số, không có ngoặc kép.", "must be a number, without quotes."
        )
    if isinstance(written, bool) or not isinstance(written, int | float):
        return ValueRefused("wrong-type", "phải là một con số.", "must be a number.")
    if option.kind == "whole" and not isinstance(written, int):
        return ValueRefused("wrong-type", "phải là số nguyên.", "must be a whole number.")
    if option.zero and written == 0:
        return 0 if option.kind == "whole" else 0.0
    low, high = option.low, option.high
    if (low is not None and not written >= low) or (high is not None and not written <= high):
        between = f"{low:g}–{high:g} {option.unit}".strip()
        return ValueRefused("out-of-range", f"phải trong khoảng {between}.", f"must be within {between}.")
    return written if option.kind == "whole" else float(written)


def _numbers(option: Option, written: object) -> object:
    if not isinstance(written, list) or any(
        isinstance(one, bool) or not isinstance(one, int) for one in written
    ):
        return ValueRefused(
            "wrong-type",
            "phải là danh sách số nguyên như [5, 6, 12].",
            "must be a list of whole numbers such as [5, 6, 12].",
        )
    if len(set(written)) < len(written):
        return ValueRefused("contradiction", "có số ghi hai lần.", "holds a number twice.")
    low, high = int(option.low or 0), int(option.high or 0)
    if not all(low <= one <= high for one in written):
        return ValueRefused(
            "out-of-range", f"mỗi số phải trong khoảng {low}–{high}.", f"each must be within {low}–{high}."
        )
    return tuple(written)


def _hours(written: object) -> object:
    if not isinstance(written, Mapping):
        return ValueRefused("wrong-type", "phải là một mục […hours].", "must be a section […hours].")
    hours, refused = dict[str, tuple[OpenRange, ...]](), list[ValueRefused]()
    for day, ranges in written.items():
        match _day(day, ranges):
            case ValueRefused() as refusal:
                refused.append(refusal)
            case opens:
                hours[day] = opens
    if not refused:
        return hours
    # Half of a week would call the other days closed.
    first = refused[0]
    vi, en = (
        "Chưa sửa thì ki-ốt không cho biết giờ nào.",
        "Until it is mended the kiosk tells no hours at all.",
    )
    return first._replace(vi=f"{first.vi} {vi}", en=f"{first.en} {en}", others=tuple(refused[1:]))


def _day(day: str, ranges: object) -> tuple[OpenRange, ...] | ValueRefused:
    if day not in WEEKDAYS:
        listed, quoted = ", ".join(WEEKDAYS), quotable(day)
        vi, en = f"ngày “{quoted}” không có; hãy dùng {listed}.", f"no day “{quoted}”; use {listed}."
        return ValueRefused("unknown-option", vi, en, day)
    try:
        if not isinstance(ranges, list):
            raise TypeError(day)
        opens = tuple(sorted((read_range(range_) for range_ in ranges), key=lambda one: one.opens))
    except (TypeError, ValueError):
        return ValueRefused(
            "wrong-type",
            f'giờ của “{day}” phải viết như ["08:00-11:30", "13:30-17:00"].',
            f'the hours of “{day}” must look like ["08:00-11:30", "13:30-17:00"].',
            day,
        )
    if len(opens) > MOST_RANGES:
        return ValueRefused(
            "out-of-range",
            f"giờ của “{day}” chỉ được ghi tối đa {MOST_RANGES} khoảng.",
            f"the hours of “{day}” may be at most {MOST_RANGES} ranges.",
            day,
        )
    if any(before.closes > after.opens for before, after in pairwise(opens)):
        return ValueRefused(
            "contradiction",
            f"các giờ của “{day}” chồng lên nhau.",
            f"the hours of “{day}” overlap.",
            day,
        )
    return opens
