"""Numbers as a northern speaker says them."""

from __future__ import annotations

import re
from collections.abc import Iterable

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu", "tỷ")
_LONGEST = 12  # beyond the billions a number is a code and is read digit by digit

_GOES_ON = re.compile(r"\s+[“‘\"']?(?!(?:ạ|nhé|nhỉ|hoặc|hay|và)\b)[^\W\d_]")


def cardinal(number: int) -> str:
    """``1005`` → "một nghìn không trăm linh năm". Longer than 12 digits: digit by digit."""
    if number == 0:
        return DIGITS[0]
    if number >= 10**_LONGEST:
        return digits(str(number))
    groups: list[int] = []
    while number:
        number, group = divmod(number, 1000)
        groups.append(group)
    words: list[str] = []
    for place in reversed(range(len(groups))):
        if groups[place]:
            words.append(_hundreds(groups[place], after_more=bool(words)))
            if _SCALES[place]:
                words.append(_SCALES[place])
    return " ".join(words)


def digits(text: str) -> str:
    """``0912`` → "không chín một hai"; anything that is not a digit is passed over."""
    return " ".join(DIGITS[int(letter)] for letter in text if letter.isdecimal())


def digit_groups(groups: Iterable[str]) -> str:
    """Digits with a short pause between the groups, so that they can be written down."""
    return ", ".join(digits(chunk) for group in groups for chunk in _chunks(group))


def apart(match: re.Match[str], said: str, group: int = 0) -> str:
    """*said* with a short pause before a word that follows: “… sáu, tám khóa” is heard as one, and a zero
    last is heard as “not”.
    """
    return f"{said}," if _GOES_ON.match(match.string, match.end(group)) else said


def ordinal(number: int) -> str:
    """What follows "thứ" and "tháng tư": first and fourth have words of their own."""
    return {1: "nhất", 4: "tư"}.get(number, cardinal(number))


def month(number: int) -> str:
    """April is "tháng tư"."""
    return "tư" if number == 4 else cardinal(number)


def day_of_month(number: int) -> str:
    """The first ten days are "mùng"."""
    return f"mùng {cardinal(number)}" if number <= 10 else cardinal(number)


def decimal(whole: str, fraction: str) -> str:
    """``2``, ``5`` → "hai phẩy năm"."""
    said = digits(fraction) if fraction.startswith("0") or len(fraction) > 2 else cardinal(int(fraction))
    return f"{cardinal(int(whole))} phẩy {said}"


def _hundreds(number: int, *, after_more: bool) -> str:
    hundreds, rest = divmod(number, 100)
    words: list[str] = []
    if hundreds or after_more:
        words.append(f"{DIGITS[hundreds]} trăm")
    if rest:
        words.append(_tens(rest, after_hundreds=bool(words)))
    return " ".join(words)


def _tens(number: int, *, after_hundreds: bool) -> str:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return f"linh {DIGITS[unit]}" if after_hundreds else DIGITS[unit]
    said = "mười" if tens == 1 else f"{DIGITS[tens]} mươi"
    match unit:
        case 0:
            return said
        case 1 if tens > 1:
            return f"{said} mốt"
        case 4 if tens > 1:
            return f"{said} tư"
        case 5:
            return f"{said} lăm"
        case _:
            return f"{said} {DIGITS[unit]}"


def _chunks(group: str) -> list[str]:
    """Long runs in fours and threes: 8 → 4 4, 10 → 4 3 3, 12 → 3 3 3 3."""
    if len(group) <= 5:
        return [group]
    first = 3 if len(group) % 3 == 0 else 4
    return [group[:first], *_chunks(group[first:])]
