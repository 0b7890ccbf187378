"""The words that speak of a password, a code, money or a paper's number, and of a sentence that warns itself.

Matched against `plain` text: small letters, ordinary blanks. No pattern begins with `\\b`: the search then
passes over most letters at once, and every start of the kiosk waits for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from flows.guide.steps import SafetyMark
from flows.guide.words import Language

_CODE = r"mã\b(?! (?:hồ sơ|qr|phiếu|bảo hiểm|bhxh|số thuế|tra cứu|bưu))"
"""A bare “mã” that somebody asks for is a secret one; that of a file, a QR code or an insurance is none."""
_BANK_CARD = r"(?:ngân hàng|atm|tín dụng|ghi nợ|visa)"
_OF_THINGS = r"(?! (?:(?:đồng )?(?:một|mỗi|hằng) tháng|người|hộ|lượt|hồ sơ|bản|trang|tờ))"
_NUMERAL = r"(?:\d|mươi|mười|trăm|một|hai|ba|bốn|năm|sáu|bảy|tám|chín)"
_AMOUNT = (
    r"\d[\d., ]*(?:(?:đồng|đ|vnđ)\b(?! (?:chí|bào|hồ|(?:một|mỗi|hằng) tháng))|k\b)"
    rf"|{_NUMERAL} (?:nghìn|ngàn|triệu|tỷ)\b{_OF_THINGS}"
)

MENTIONS: Mapping[Language, Mapping[SafetyMark, re.Pattern[str]]] = {
    "vi": {
        "password": re.compile(
            r"mật khẩu(?! wi-?fi\b)|passcode|(?:mã|số|gõ|nhập|đọc|quên) pin\b"  # “pin” alone is a battery
            r"|mã (?:số )?(?:bí mật|bảo mật|mở khóa|khóa)\b|khóa màn hình (?:\w+ )?\d+ số|cv[vc]\b"
        ),
        "otp": re.compile(
            r"otp\b|mã xác (?:thực|nhận|minh)|mã vừa"
            r"|mã (?:gồm |có )?(?:\d+|bốn|năm|sáu|tám) (?:chữ )?số\b"
            r"|mã (?:\w+ )?(?:trong|ở|từ) tin nhắn"
            rf"|(?:đọc(?<!máy đọc)|hỏi|đòi|lộ|nhận|nhận được) {_CODE}"
        ),
        # Acts with money and amounts only: “lương hưu là tiền…” explains a word and needs no warning.
        # Nor does what a call or a seat costs (“mất tiền cước”, “trả tiền vé”), nor an allowance a month.
        "money": re.compile(
            r"(?:chuyển|nạp|gửi|đóng|nộp|rút|trả|đưa|đòi|thu|mất(?<!không mất)(?<!khỏi mất))"
            r"(?: [^\W\d]+)? tiền\b(?! (?:cước|vé))|chuyển khoản|thanh toán|đặt cọc|thẻ cào|ví điện tử"
            r"|(?:nộp|trả|đóng|đòi|thu) (?:lệ )?phí\b"
            rf"|số tài khoản|số thẻ {_BANK_CARD}|{_AMOUNT}"
        ),
        # Said to somebody only: typed on one's own phone it is no more than a name.
        "id-card": re.compile(
            r"(?:đọc|nói|báo|gửi|đưa|khai|hỏi|đòi|xin|cho)(?: [^\W\d]+){0,2} "
            r"số (?:thẻ )?(?:căn cước|cccd|cmnd|định danh)\b"
            rf"|(?:đọc|nói|báo|gửi|đưa|khai|hỏi|đòi|xin) số thẻ\b(?! {_BANK_CARD})"
        ),
        "link": re.compile(
            r"(?:chạm|bấm|mở|nhấn|ấn|nháy|theo|qua|từ|gửi|nhận|dán|vào)(?: [^\W\d]+){0,3}? "
            r"(?:(?:đường )?link\b|đường dẫn\b|liên kết (?:trong|ở|này|đó|ấy|vừa|lạ|kèm|tải|họ)\b)"
        ),
    },
    "en": {
        "password": re.compile(r"password|passcode|pin(?<=\bpin) (?:code|number)|cv[vc]\b"),
        "otp": re.compile(r"otp\b|(?:verification|confirmation|security|one-time) code"),
        "money": re.compile(
            r"(?:pay|transfer|send|lose|lost|withdraw|deposit)\w* (?:\w+ )?(?:money|fees?)\b|bank transfer"
            r"|\d[\d., ]*(?:dongs?|vnd)\b(?! (?:a|each|per) month)"
        ),
        "link": re.compile(
            r"(?:tap|open|touch|click|follow|press|use|through|via|from)\w*(?: [\w’]+){0,3}? links?\b"
        ),
    },
    "fr": {
        "password": re.compile(r"mots? de passe|passcode|code pin\b|cv[vc]\b"),
        "otp": re.compile(r"otp\b|code de (?:vérification|confirmation|sécurité)"),
        "money": re.compile(
            r"(?:payer|envoyer|virer|transférer|verser|retirer|perdre|perdu) (?:[\w’]+ ){0,2}(?:l’|d’)?"
            r"(?:argent|frais)\b|virement|\d[\d., ]*(?:dongs?|vnd)\b(?! par mois)"
        ),
        "link": re.compile(r"(?:touch|ouvr|cliqu|suiv|appuy|via|par|depuis)\w*(?: [\w’]+){0,3}? liens?\b"),
    },
}  # fmt: skip


_NOT_TO_BE_DONE = (
    r"(?:đọc|đưa|cho|chuyển|nộp|trả|thu|đòi|hỏi|nói|gửi|chạm|bấm|mở|quét|cài|làm theo)(?! (?:được|lời))"
)
_WARNS = re.compile(
    r"\b(?:đừng|chớ|khoan|lừa đảo|cúp máy|giữ (?:kín|riêng|cho riêng)"
    rf"|không (?:{_NOT_TO_BE_DONE}|ai|bao giờ))\b"
)
_BIDS = re.compile(
    r"\b(?:bác|bạn) (?:(?:tự|hãy|cứ) )*"
    r"(?:gõ|nhập|điền|khai|đặt|đọc|nói|đưa|gửi|chuyển|trả|nộp|đóng|nạp|bấm|chạm|mở|quét|cài)\b"
)


def bids(text: str) -> bool:
    """Whether a Vietnamese sentence has somebody type, give, pay or open something."""
    return _BIDS.search(plain(text)) is not None


def warns_itself(text: str) -> bool:
    """Whether a Vietnamese sentence forbids something, or calls it a swindle: it needs no second warning."""
    return _WARNS.search(plain(text)) is not None


_ORDINARY = (("\u00a0", " "), ("\u202f", " "), ("\u2011", "-"), ("'", "’"))


def plain(text: str) -> str:
    """*text* in small letters, its blanks, hyphens and apostrophes ordinary ones, and as long as it was: what
    the patterns are written for.
    """
    small = text.lower()
    small = small if len(small) == len(text) else text
    for odd, ordinary in _ORDINARY:  # far quicker than `translate` where letters are no ASCII
        small = small.replace(odd, ordinary)
    return small
