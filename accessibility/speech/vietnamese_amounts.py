"""How Vietnamese amounts are said: units, “per”, decimals, ranges, signs before a number."""

from __future__ import annotations

import re

from accessibility.speech.rewriting import Guess, Rule
from accessibility.speech.vietnamese_letters import spelled
from accessibility.speech.vietnamese_numbers import apart, cardinal, decimal, digit_groups, digits
from accessibility.speech.word_list import any_of, word_list

_WORDS = word_list("vi")
_pattern = re.compile
_UNIT = any_of(_WORDS.units)
_NUMBER = r"\d[\d.,]*"

# What an amount may be counted by: after its slash these are “một”, never “hoặc”.
_TIME = "giờ|phút|giây|ngày|đêm|tuần|tháng|quý|năm|buổi|ca"
_PER = (
    rf"{_TIME}|lần|người|hộ|khẩu|nhà|phòng|suất|lượt|bữa|chỗ|xe|con|cái|chiếc|thẻ|trang|bản|hồ sơ|trường hợp"
    "|đối tượng|học sinh|lớp|khóa|khoá|vụ|sào|số|chai|gói|hộp|vé|chuyến|tờ|bộ|vị|đầu người|cuộc gọi|tin nhắn"
)
_COUNTED_BEFORE = _pattern(rf"{_NUMBER}\s?(?:[^\W\d_]+\s+){{0,3}}[^\W\d_]+(?:\s?/\s?[^\W\d_]+)*\Z")
_DIVIDED = "viên|gói|ống|thìa|muỗng|cốc|chén|quả|lít|giờ|tháng|năm|số|diện tích|phần|ngày|tờ|liều"
_COUNTED = "tuổi|người|năm|tháng|ngày|lần|buổi|giờ"
_TIME_BEFORE = _pattern(rf"(?:^|[^\w/]|/\s?)(?:{_TIME})\Z", re.IGNORECASE)
_THING_BEFORE = _pattern(r"(?<!\w)(?:đồng|người|hộ|lần|viên|suất|lượt|bữa)\Z", re.IGNORECASE)


def _unit(match: re.Match[str]) -> str:
    said = _WORDS.units[match["unit"]]
    if match["by"]:
        return f"{said} một {_WORDS.units[match['by']]}"
    return said + (" một" if match["per"] else "")


def _slash_of_an_amount(match: re.Match[str]) -> str | None:
    before = match.string[: match.start()]
    if _COUNTED_BEFORE.search(before) or _THING_BEFORE.search(before):
        return " một "
    return ", " if _TIME_BEFORE.search(before) else None  # ngày/tháng/năm sinh


def _slash_between_words(match: re.Match[str]) -> str:
    """Mostly a choice, “Nam/Nữ”; behind an amount it may be “per” as well, which only the writer knows."""
    counted = _COUNTED_BEFORE.search(match.string[: match.start()])
    return Guess(" hoặc ") if counted else " hoặc "


def _slash_before_a_number(match: re.Match[str]) -> str:
    """``1 viên/8 giờ``; elsewhere it is part of an address or a mark."""
    return " mỗi " if _COUNTED_BEFORE.search(match.string[: match.start()]) else " trên "


def _part(match: re.Match[str]) -> str:
    return "nửa" if match[0] == "1/2" else f"{cardinal(int(match[1]))} phần {cardinal(int(match[2]))}"


def _short_sum(match: re.Match[str]) -> str:
    """``2tr5``: two and a half million, as people write it."""
    rest = "rưỡi" if match[2] == "5" else cardinal(int(match[2]))
    return f"{cardinal(int(match[1]))} triệu {rest}"


def _decimal(match: re.Match[str]) -> str:
    return decimal(match[1].replace(".", ""), match[2])


def thousands(match: re.Match[str]) -> str:
    return cardinal(int(re.sub(r"\D", "", match[0])))


def _plain_number(match: re.Match[str]) -> str:
    number = match[0]
    if len(number) == 1 or number[0] != "0":
        return cardinal(int(number))
    return apart(match, digit_groups([number])) if len(number) > 2 else digit_groups([number])


def _mixed(match: re.Match[str]) -> str:
    """``A4``, ``QH15``, ``H26``: letters grown together with digits; behind these perhaps an unknown unit."""
    said = []
    for run in re.findall(r"\d+|[^\W\d_]+", match[0]):
        if run.isdecimal():
            said.append(cardinal(int(run)) if len(run) <= 3 and run[0] != "0" else digits(run))
        else:
            said.append(_WORDS.word(run) or spelled(run))
    reading = " ".join(said)
    return Guess(reading) if match[0][0].isdecimal() and match[0].islower() else reading


AMOUNTS: tuple[Rule, ...] = (
    Rule(_pattern(rf"≥\s?{_NUMBER}\s+(?P<of>{_COUNTED})(?!\w)"), lambda m: f"{m['of']} trở lên", "of"),
    Rule(_pattern(rf"(≥\s?)(?={_NUMBER}\s+(?:{_COUNTED})(?!\w))"), "từ ", 1),
    Rule(_pattern(r"≥\s?(?=\d)"), "ít nhất "),
    Rule(_pattern(r"≤\s?(?=\d)"), "không quá "),
    Rule(_pattern(r"<\s?(?=\d)"), "dưới "),
    Rule(_pattern(r"(?:^|(?<=[\s(“]))>\s?(?=\d)"), "trên "),
    Rule(_pattern(r"±\s?(?=\d)"), "cộng trừ "),
    Rule(_pattern(r"(?<=\d)\s?−\s?(?=\d)"), " trừ "),
    Rule(_pattern(rf"(?<![\w)])(?:−\s?(?=\d)|-(?={_NUMBER}\s?°))"), "âm "),
    Rule(_pattern(r"(?<=\d)\s?[x×]\s?(?=\d)"), " nhân "),
    Rule(_pattern(r"(?<=[^\W\d_])\s[x×]\s?(?=\d)"), " nhân "),
    Rule(_pattern(r"(?<=\d)x(?=\s?/)"), " lần"),
    Rule(_pattern(rf"(?<![\w./,-])([1-9])/([1-9])(?=\s+(?:{_DIVIDED})(?!\w))"), _part),
    Rule(
        _pattern(r"(?<![\w.,])(\d)m(\d{1,2})(?!\w)"),
        lambda m: f"{cardinal(int(m[1]))} mét {cardinal(int(m[2]))}",
    ),
    Rule(_pattern(r"(?<![\w.,])(\d{1,3})tr(\d{1,3})(?!\w)"), _short_sum),
    Rule(
        _pattern(
            rf"(?<=\d)\s?(?P<unit>{_UNIT})"
            rf"(?:(?P<per>\s?/\s?)(?:(?P<by>{_UNIT})(?!\w)|(?=[^\W\d]))|(?![\w²³]))"
        ),
        _unit,
    ),
    Rule(
        _pattern(rf"(?<=[^\W\d_])\s?/\s?(?P<unit>{_UNIT})(?![\w²³])"),
        lambda m: f" một {_WORDS.units[m['unit']]}",
    ),
    Rule(_pattern(r"(?:(?<=đồng)|(?<=nghìn)|(?<=triệu)|(?<=tỷ))\s?/\s?(?=[^\W\d])"), " một "),
    Rule(
        _pattern(rf"(?<=[^\W\d_])\s?/\s?(?=(?:{_PER})(?!\w))", re.IGNORECASE),
        _slash_of_an_amount,
    ),
    Rule(_pattern(r"(?<![\w.,])(\d{1,3}(?:\.\d{3})+|\d+),(\d+)(?![\d,])"), _decimal),
    Rule(_pattern(r"(?<![\w.,])\d{1,3}(?:\.\d{3})+(?![\d.])"), thousands),
    Rule(_pattern(r"(?<=[\dh'’])\s?[-–—]\s?(?=\d)"), " đến "),
    Rule(_pattern(r"(?<=[^\W\d_])\s?/\s?(?=\d)"), _slash_before_a_number),
    Rule(_pattern(r"(?<=\d)/(?=(?!19|20)\d{4}(?![\d/]))"), " hoặc "),
    Rule(_pattern(r"(?<=\d)/(?=\w)"), " trên "),
    Rule(_pattern(r"(?<=\d)\.(?=\d)"), " chấm "),
    Rule(_pattern(r"(?<![^\W_])(?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])[^\W_]+"), _mixed),
    Rule(_pattern(r"\d+"), _plain_number),
)
CHOICES: tuple[Rule, ...] = (
    Rule(_pattern(r"(?<=\w)\s?/\s?(?=hoặc\b)"), " "),
    Rule(_pattern(r"(?<=[^\W\d])\s?/\s?(?=[^\W\d])"), _slash_between_words),
)
