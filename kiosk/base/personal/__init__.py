"""What may lead to one person is refused wherever somebody writes something for us. Pure.

Each field has a form that nothing else fits into: what staff are called is a title and one given name, and a
place says first what it is, so that it is nobody's name. Numbers are refused everywhere. What is refused is
never shown, kept or drawn, not even in the words that refuse it.
"""

from __future__ import annotations

import re
import unicodedata

from accessibility.letters import is_latin

_WORD_OF_OURS = re.compile(r"(?!(?:\D*\d){5})[A-Za-z]?[a-z0-9_.-]{0,39}")


def quotable(written: str) -> str:
    """*written* as a refusal may quote it: a misspelt word of ours, such as `numbre`; all else is "…"."""
    return written if _WORD_OF_OURS.fullmatch(written) else "…"


# Nine digits or more, in groups or not: 0912 345 678, (024) 3942-1234, +84 912.345.678, 001099012345. House
# numbers (283/45/12/10), hours and lists (101, 102, 103) have other signs between, hotlines fewer digits.
_LONG_NUMBER = re.compile(r"\d(?:[\s.()\u2010-\u2015-]{0,3}\d){8,}")
_PASSPORT = re.compile(r"(?<![^\W_])[A-Z]\d{7}(?![^\W_])")
# Not who a command logs in as on a machine of the house (pi@lamp.local, pi@192.168.1.5).
_E_MAIL = re.compile(r"[^\s@]\s*@\s*(?:[\w-]+\.)+(?!(?:local|lan|home|internal)\b)[^\W\d_]{2,}\b(?!\.\w)")


def leads_to_a_person(text: str) -> bool:
    """Whether *text* holds such a number or address, whatever widths or unseen signs it is written with."""
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) != "Cf"
    )
    return any(one.search(plain) for one in (_LONG_NUMBER, _PASSPORT, _E_MAIL))


TITLES = ("Bạn", "Anh", "Chị", "Em", "Cô", "Chú", "Cậu", "Dì", "Bác", "Ông", "Bà", "Thầy")
_LONGEST_SYLLABLE = 7  # nghiêng: what is longer is several run together


def staff_label(text: str) -> str | None:
    """*text* as it is shown: “Bạn Sen” also of “bạn sen”. None unless it is a title and one word."""
    words = unicodedata.normalize("NFC", text).split()
    if len(words) != len(("title", "name")):
        return None
    title, name = (word.capitalize() for word in words)
    as_written = words[1] in (name, name.lower(), name.upper())  # no capital within, as SenTrần has
    letters = len(name) <= _LONGEST_SYLLABLE and all(map(is_latin, name))
    return f"{title} {name}" if title in TITLES and as_written and letters else None


_FAMILY = (
    "nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đào|đinh|trịnh|mai|tạ|cao|lương|hà|"
    "chu|vương|lưu|tô|phùng|tăng"
)
"""More than nine of ten people have one of these."""
_WRITTEN = "|".join(f"{one.upper()}|{one.capitalize()}" for one in _FAMILY.split("|"))
_NAME = re.compile(rf"(?<![^\W_])(?:{_WRITTEN})((?: [^\W\d_]{{1,7}}){{1,4}})(?![^\W_])")
_STREET = re.compile(r"(?:phố|đường|đại lộ|ngõ|phường|số \d+\w*|\d+) $", re.IGNORECASE)


def names_a_person(text: str) -> bool:
    """Whether *text* holds a family name with one or more given names; a street called after one is none."""
    plain = unicodedata.normalize("NFC", " ".join(text.split()))
    return any(
        all(word[0].isupper() for word in match[1].split()) and not _STREET.search(plain[: match.start()])
        for match in _NAME.finditer(plain)
    )


LONGEST_NAME = 50
LONGEST_ADDRESS = 90
"""So much of both the attract screen holds whole, on every panel, in every size and language."""
_SIGNS = r"[^\W_]|[ ,.;:/()\-‐-―“”\"'’&+_]"  # neither @ nor #, no end of a line
_PLACE = re.compile(rf"(?:{_SIGNS})*")
_ELSEWHERE = re.compile(r"zalo|facebook|\bfb\b|viber|telegram|tiktok|https?:|\bwww\.", re.IGNORECASE)
_WORDS = r"(?: (?:[-–] )?[^\W_][^\W\d_'’.-]*| \d{1,2}){1,5}"  # Văn Miếu - Quốc Tử Giám
_WARD = re.compile(rf"(?:phường|p\.|xã|đặc khu|thị trấn|ward|commune|special zone){_WORDS}", re.IGNORECASE)
_CITY = re.compile(
    rf"(?:thành phố|tp\.?|tỉnh|city|province){_WORDS}|[^\W\d_]+ (?:city|province)", re.IGNORECASE
)

# With their marks: “Tổ” is no “Tô”, “Đường” no “Dương”. “Điểm ở …” fits every place.
_KIND = (
    "bình dân học vụ số|điểm|tổ|trụ sở|ubnd|uỷ ban|ủy ban|nhà văn hoá|nhà văn hóa|nhà sinh hoạt|nhà họp|"
    "trung tâm|bộ phận|phường|trường|thư viện|chợ|khu|toà nhà|tòa nhà|chung cư|hội trường|phòng|sảnh|tầng|"
    "công an|bưu điện|trạm|bệnh viện|công viên|vườn hoa|câu lạc bộ|đình|chùa"
)
_WAY = "số|phố|đường|đại lộ|ngõ|ngách|hẻm|ngã|góc|lô|cạnh|đối diện"
_HOUSE = r"\d{1,4}[a-zđ]?(?:/\d{1,4}[a-zđ]?)*,? [^\W\d_]"  # 54 Trần Hưng Đạo, 283/45B ngõ 12
_PLACE_FIRST = re.compile(rf"(?:{_KIND})\b", re.IGNORECASE)
_WAY_FIRST = re.compile(rf"(?:{_KIND}|{_WAY})\b|{_HOUSE}", re.IGNORECASE)
_TITLED = re.compile(r"\b(?:ông|bà|anh|chị|cô|chú|bác|cụ|dì|cậu|thầy) ([^\W\d_])")  # bà Hạnh; not Bà Triệu


def is_called_so(text: str, most: int) -> bool:
    """Whether a place may be called *text*, or be found there: *most* letters, figures and what parts them.

    Those that the voice can say: neither ½ nor ², nor another script.
    """
    plain = unicodedata.normalize("NFC", text)
    return (
        len(plain) <= most
        and bool(_PLACE.fullmatch(plain))
        and not _ELSEWHERE.search(plain)
        and unicodedata.is_normalized("NFKC", plain.replace("\u2011", "-"))
        and all(is_latin(one) for one in plain if one.isalpha())
    )


def is_place_name(text: str) -> bool:
    """*Nhà văn hoá tổ 5*, *Điểm ở chợ*: what it is comes first, and nobody with a title is named."""
    return is_called_so(text, LONGEST_NAME) and _begins(text, _PLACE_FIRST)


def is_address(text: str) -> bool:
    """*Số 54 Trần Hưng Đạo*, *21 phố Bà Triệu*, *Tầng 1, trụ sở phường*: nobody with a title is named."""
    return is_called_so(text, LONGEST_ADDRESS) and _begins(text, _WAY_FIRST)


def _begins(text: str, first: re.Pattern[str]) -> bool:
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    titled = any(one[1].isupper() for one in _TITLED.finditer(plain))
    return first.match(plain) is not None and not titled


def is_a_ward(text: str) -> bool:
    """*Phường Cửa Nam*, *xã Đông Anh*: what it is comes first."""
    return bool(_WARD.fullmatch(" ".join(unicodedata.normalize("NFC", text).split())))


def is_a_city(text: str) -> bool:
    """*thành phố Hà Nội*, *tỉnh Bắc Ninh*."""
    return bool(_CITY.fullmatch(" ".join(unicodedata.normalize("NFC", text).split())))
