"""How a written Vietnamese number, date, address or foreign word is said, in order of precedence."""

from __future__ import annotations

import re

from accessibility.speech.rewriting import Rule
from accessibility.speech.spoken_dates import DOCUMENT, DOTTED, is_day
from accessibility.speech.vietnamese_letters import is_syllable, spelled, typed_syllables
from accessibility.speech.vietnamese_numbers import (
    cardinal,
    day_of_month,
    decimal,
    digit_groups,
    digits,
    month,
    ordinal,
)
from accessibility.speech.web_address import EMAIL, ENDING, WEB, read_address
from accessibility.speech.word_list import any_of, word_list

_WORDS = word_list("vi")
_SIGNS = {
    ".": "chấm", "/": "gạch chéo", "-": "gạch ngang", "_": "gạch dưới", "@": "a còng", "?": "hỏi chấm",
    "=": "bằng", "&": "và", ":": "hai chấm", "#": "dấu thăng", "+": "cộng", "%": "phần trăm",
}  # fmt: skip
_MONEY = r"(?:đồng|đ(?!\w)|₫|VNĐ|VND)"
# Emergency and service numbers; a number of things ("113 người") is told apart by what follows.
_HOTLINES = r"11[1-5]|1022|1080|1009|156|5656"
_COUNTED = r"(?!\s*(?:%|đồng|đ\b|người|nghìn|triệu|tỷ|trang|ngày|tuổi|tháng|năm|lần|hồ sơ|lượt|bước|km|mét))"


def _web(match: re.Match[str]) -> str:
    return read_address(match[0], lambda sign: _SIGNS.get(sign, ""), _address_part)


def _address_part(part: str) -> str:
    if part.isdecimal():
        return digits(part)
    listed = _WORDS.address.get(part.lower()) or _WORDS.word(part)
    return listed or " ".join(typed_syllables(part.lower()) or [spelled(part)])


def _written_groups(match: re.Match[str]) -> str:
    plus = "cộng " if match[0].startswith("+") else ""
    return plus + digit_groups(re.findall(r"\d+", match[0]))


def _date(match: re.Match[str]) -> str | None:
    if not is_day(int(match["d"]), int(match["m"])):
        return None
    day = int(match["d"])
    said_day = cardinal(day) if "mùng" in match[0] else day_of_month(day)
    said = f"{said_day} tháng {month(int(match['m']))}"
    year = match.groupdict().get("y")
    return f"ngày {said} năm {cardinal(int(year))}" if year else said


def _full_date(match: re.Match[str]) -> str | None:
    said = _date(match)
    return said and (said.removeprefix("ngày ") if match["ngay"] else said)


def _bare_date(match: re.Match[str]) -> str | None:
    always = match[0] == "24/7"  # day and night
    address = _HOUSE.search(match.string[: match.start()]) or _STREET.match(match.string, match.end())
    return None if always or address or int(match["d"]) <= int(match["m"]) else _date(match)


def _month_of_year(match: re.Match[str]) -> str | None:
    if not 1 <= int(match["m"]) <= 12:
        return None
    return ("" if match["thang"] else "tháng ") + f"{month(int(match['m']))} năm {cardinal(int(match['y']))}"


def _time(match: re.Match[str]) -> str | None:
    hour, minute = int(match["h"]), int(match["m"] or 0)
    if hour > 24 or minute > 59:
        return None
    return f"{cardinal(hour)} giờ" + (f" {cardinal(minute)}" if minute else "")


def _thousands(match: re.Match[str]) -> str:
    return cardinal(int(re.sub(r"\D", "", match[0])))


def _plain_number(match: re.Match[str]) -> str:
    number = match[0]
    return digit_groups([number]) if len(number) > 1 and number[0] == "0" else cardinal(int(number))


def _mixed(match: re.Match[str]) -> str:
    """``A4``, ``QH15``, ``H26``: letters and digits grown together."""
    said = []
    for run in re.findall(r"\d+|[^\W\d_]+", match[0]):
        if run.isdecimal():
            said.append(cardinal(int(run)) if len(run) <= 3 and run[0] != "0" else digits(run))
        else:
            said.append(_WORDS.word(run) or spelled(run))
    return " ".join(said)


def _unit(match: re.Match[str]) -> str:
    return _WORDS.units[match["unit"]] + (" một" if match["per"] else "")


def _word(match: re.Match[str]) -> str | None:
    """Whatever is left: capitals become small letters, what is no syllable is spelled if it is short."""
    word = match[0]
    if len(word) == 1:
        return None if word.lower() in _VOWELS else spelled(word)
    if is_syllable(word):
        return word.lower() if word.isupper() else None
    return spelled(word) if word.isupper() or not _VOWELS & set(word.lower()) else None


_VOWELS = frozenset("aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ")
_pattern = re.compile
_WAYS = "phố|đường|ngõ|ngách|hẻm|kiệt|phường"
_HOUSE = _pattern(rf"\b(?:số|nhà|căn|hộ|phòng|tòa|toà|tổ|lô|khu|{_WAYS})\s+\Z", re.IGNORECASE)
_STREET = _pattern(rf"\s+(?:{_WAYS}|(?!Thứ|Chủ)[A-ZĐÀ-Ỹ])")
_UNIT = any_of(_WORDS.units)

# A number to dial or type, its groups parted by blanks, dots or hyphens; the first may stand in brackets.
_DIALLED = r"(?:\+84[ \u00a0.-]?\d{1,3}|0\d{1,3}|\(0\d{1,3}\)|1[89]00)(?:[ \u00a0.-]?\d{2,4}){1,4}"
_CALLED = (
    r"gọi(?:\s+số)?|số máy|tổng đài|đường dây nóng|nhắn tin (?:tới|đến)|đầu số|điện thoại|mã(?:\s+\w+){0,2}"
)
_ALONE = r"(?!\w|[.,]\d)"  # a number that does not go on
_CALLABLE = rf"(?:{_DIALLED}|(?:{_HOTLINES}){_ALONE}{_COUNTED})"

_FOREIGN: tuple[Rule, ...] = (
    Rule(EMAIL, _web),
    Rule(WEB, _web),
    Rule(ENDING, _web),
    Rule(
        _pattern(rf"(?<![\w-])(?:{any_of(_WORDS.words)})(?!\w)", re.IGNORECASE),
        lambda m: spelled(m[0]) if _WORDS.told_by_its_letters(m) else _WORDS.word(m[0]),
    ),
    Rule(
        _pattern(rf"(?<!\w)(?:{any_of(_WORDS.shortened)})(?=\s?[A-ZĐÀ-Ỹ\d]|\s*$)"),
        lambda m: _WORDS.shortened[m[0]],
    ),
)
_TIMES: tuple[Rule, ...] = (
    Rule(DOCUMENT, " trên ", 1),
    Rule(
        _pattern(
            r"(?P<ngay>[Nn]gày\s+(?:mùng\s+)?)?"
            r"(?<!\d)(?P<date>(?P<d>\d{1,2})[/-](?P<m>\d{1,2})[/-](?P<y>\d{4}))(?!\d)"
        ),
        _full_date,
        "date",
    ),
    Rule(
        _pattern(rf"(?P<ngay>[Nn]gày\s+(?:mùng\s+)?)?(?P<date>{DOTTED})"),
        _full_date,
        "date",
    ),
    Rule(
        _pattern(
            r"(?P<thang>[Tt]háng\s+)?(?<![\d/])(?<![Qq]uý )(?P<date>(?P<m>\d{1,2})/(?P<y>\d{4}))(?![\d/])"
        ),
        _month_of_year,
        "date",
    ),
    Rule(
        _pattern(
            r"(?:[Nn]gày|[Hh]ôm|[Ll]ễ|[Dd]ịp|[Nn]ghỉ|[Ss]áng|[Cc]hiều|[Tt]ối|[Tt]ừ|đến|[Tt]rước|[Ss]au|[Mm]ùng)\s+"
            rf"(?P<date>(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}}))(?![\d/]|\s+(?:{_WAYS}))"
        ),
        _date,
        "date",
    ),
    # Standing alone it may be a share of something (3/4); but no share is more than the whole. Nor is it
    # a day in an address: "Số 12/4", "12/4 phố Huế", "15/4 Lý Thường Kiệt".
    Rule(
        _pattern(
            r"(?<![\w./,-])"
            r"(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\w/]|[.,]\d)"
        ),
        _bare_date,
    ),
    Rule(_pattern(r"(?<![\d.,:])(?P<h>\d{1,2})\s?[hg:](?P<m>\d{2})(?![\d:])"), _time),
    Rule(_pattern(r"(?<![\d.,:])(?P<h>\d{1,2})[hg](?P<m>)(?!\w)"), _time),
    # “5 ngày 1 tháng” counts days and months; no day is meant.
    Rule(
        _pattern(
            r"(?<!\d[ \u00a0])\b[Nn]gày\s+(0?[1-9]|10)"
            r"(?=\s+(?:(?:hằng|hàng|mỗi)\s+tháng\b|tháng\s+(?:0?[1-9]|1[0-2])(?![\d.,]\d|\d)))"
        ),
        lambda m: day_of_month(int(m[1])),
        1,
    ),
    Rule(_pattern(r"\b[Tt]háng\s+(\d{1,2})(?![\d/.,])"), lambda m: month(int(m[1])), 1),
    Rule(_pattern(r"\b[Tt]hứ\s+([1-9])(?![\d/.,])"), lambda m: ordinal(int(m[1])), 1),
    # “Thứ 2 – Thứ 6” is all the days between.
    Rule(
        _pattern(
            r"\b(thứ|tháng|ngày)\s+(?:\d[\d/.]*|hai|ba|tư|năm|sáu|bảy)\s?([-–—])(?=\s?(?:\1\s|chủ\s+nhật\b))",
            re.IGNORECASE,
        ),
        " đến ",
        2,
    ),
)
_DIALS: tuple[Rule, ...] = (
    # Numbers to call one after another: 113 – 114 – 115, 1900 1009 / 1022. But 111–115 is all of them.
    Rule(
        _pattern(rf"(?<![\w.,/]){_CALLABLE}(\s[-–—]\s|\s?/\s?)(?={_CALLABLE})"),
        lambda m: " hoặc " if "/" in m[1] else ", ",
        1,
    ),
    Rule(_pattern(rf"(?<![\w.,])\d{{1,3}}(?:[ \u00a0]\d{{3}})+(?=\s?{_MONEY})"), _thousands),
    Rule(_pattern(rf"(?<![\w.,/]){_DIALLED}(?![\w/])"), _written_groups),
    Rule(_pattern(rf"(?<![\w.,])(?:{_HOTLINES}){_ALONE}{_COUNTED}"), _written_groups),
    Rule(
        _pattern(rf"\b(?:{_CALLED})\s+(\d{{3,}}){_ALONE}{_COUNTED}", re.IGNORECASE),
        lambda m: digit_groups([m[1]]),
        1,
    ),
    Rule(_pattern(rf"(?<![\w.,])\d{{6,}}{_ALONE}(?!\s*{_MONEY})"), _written_groups),
)
_AMOUNTS: tuple[Rule, ...] = (
    Rule(_pattern(rf"(?<=\d)\s?(?P<unit>{_UNIT})(?:(?P<per>\s?/\s?(?=[^\W\d]))|(?!\w))"), _unit),
    Rule(_pattern(r"(?:(?<=đồng)|(?<=nghìn)|(?<=triệu)|(?<=tỷ))\s?/\s?(?=[^\W\d])"), " một "),
    Rule(_pattern(r"(?<![\w.,])\d{1,3}(?:\.\d{3})+(?![\d.])"), _thousands),
    Rule(_pattern(r"(?<![\w.,])(\d+),(\d+)(?![\d,])"), lambda m: decimal(m[1], m[2])),
    Rule(_pattern(r"(?<=[\dh])\s?[-–—]\s?(?=\d)"), " đến "),
    Rule(_pattern(r"(?<=\d)/(?=(?!19|20)\d{4}(?![\d/]))"), " hoặc "),
    Rule(_pattern(r"(?<=\d)/(?=\w)"), " trên "),
    Rule(_pattern(r"(?<=\d)\.(?=\d)"), " chấm "),
    Rule(_pattern(r"(?<![^\W_])(?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])[^\W_]+"), _mixed),
    Rule(_pattern(r"\d+"), _plain_number),
)
_LEFT_OVER: tuple[Rule, ...] = (
    Rule(_pattern(r"(?:(?<=dấu thăng)|(?<=a còng)|(?<=dấu sao))\s*\([#@*]\)"), ""),
    Rule(_pattern(r"\s[-–—]\s"), ", "),
    Rule(_pattern(r"(?<=\w)\s?/\s?(?=hoặc\b)"), " "),
    Rule(_pattern(r"(?<=[^\W\d])\s?/\s?(?=[^\W\d])"), " hoặc "),
    Rule(_pattern(r"(?<![^\W\d_])[^\W\d_]+(?![^\W\d_])"), _word),
)
RULES = _FOREIGN + _TIMES + _DIALS + _AMOUNTS + _LEFT_OVER
