"""What a ward, a city and a place may be called: first what it is, so that it is nobody's name. Pure."""

from __future__ import annotations

import re
import unicodedata

from accessibility.letters import is_latin

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
