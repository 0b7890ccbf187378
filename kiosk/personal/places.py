"""What a ward, a city and a place may be called at all: a short name, with no account of a network. Pure."""

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


def is_a_ward(text: str) -> bool:
    """*Phường Cửa Nam*, *xã Đông Anh*: what it is comes first."""
    return bool(_WARD.fullmatch(" ".join(unicodedata.normalize("NFC", text).split())))


def is_a_city(text: str) -> bool:
    """*thành phố Hà Nội*, *tỉnh Bắc Ninh*."""
    return bool(_CITY.fullmatch(" ".join(unicodedata.normalize("NFC", text).split())))
