"""How Vietnamese days, dates and hours are said."""

from __future__ import annotations

import re

from accessibility.speech.rewriting import Rule
from accessibility.speech.vietnamese_numbers import cardinal, day_of_month, month, ordinal
from accessibility.speech.written_forms import DOTTED, is_day

_pattern = re.compile
_WAYS = "phố|đường|ngõ|ngách|hẻm|kiệt|phường"
_HOUSE = _pattern(rf"\b(?:số|nhà|căn|hộ|phòng|tòa|toà|tổ|lô|khu|{_WAYS})\s+\Z", re.IGNORECASE)
_STREET = _pattern(rf"\s+(?:{_WAYS}|(?!Thứ|Chủ)[A-ZĐÀ-Ỹ])")
# Opening hours shorten the days of the week: T2 is Monday, CN Sunday. Alone, T2 is any letter and number.
_DAY = r"(?:T[2-7]|CN)"
_DAYS = _pattern(rf"(?<!\w){_DAY}(?!\w)")


def _short_weekday(match: re.Match[str]) -> str | None:
    return f"thứ {ordinal(int(match[1]))}" if len(_DAYS.findall(match.string)) > 1 else None


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


TIMES: tuple[Rule, ...] = (
    Rule(_pattern(r"(?<!\w)T([2-7])(?!\w)"), _short_weekday),
    Rule(_pattern(rf"(?<!\w){_DAY}(\s?[-–—]\s?)(?={_DAY}(?!\w))"), " đến ", 1),
    # “CN Ba Đình” is a branch of a bank.
    Rule(_pattern(r"(?<![\w-])CN(?!\w)(?=\s+(?!Chủ|Thứ)[A-ZĐÀ-Ỹ][\w])"), "chi nhánh"),
    Rule(_pattern(r"(?<![\w-])CN(?!\w)"), "chủ nhật"),
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
    # After a day that is sure, so is the next: “30/4 và 1/5”.
    Rule(
        _pattern(
            r"(?<![\w./,-])(?:1[3-9]|2\d|3[01])/\d{1,2}(?:\s?,\s?|\s+và\s+|\s+hoặc\s+)"
            r"(?P<date>(?P<d>\d{1,2})/(?P<m>\d{1,2}))(?![\w/]|[.,]\d)"
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
    Rule(_pattern(r"(?<![\d.,:])(?P<h>\d{1,2})\s?[hg:](?P<m>\d{2})['’]?(?![\d:])"), _time),
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
