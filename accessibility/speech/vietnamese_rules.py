"""Written Vietnamese as a northern speaker says it, by rules in order of precedence."""

from __future__ import annotations

import re

from accessibility.speech.quoted import QUOTED_VI
from accessibility.speech.rewriting import Guess, Rule, Spoken, rewrite
from accessibility.speech.vietnamese_amounts import AMOUNTS, CHOICES, thousands
from accessibility.speech.vietnamese_letters import LETTER_NAMES, is_syllable, spelled, typed_syllables
from accessibility.speech.vietnamese_numbers import apart, digit_groups, digits
from accessibility.speech.vietnamese_papers import CODES, PAPERS
from accessibility.speech.vietnamese_times import TIMES
from accessibility.speech.word_list import any_of, word_list
from accessibility.speech.written_forms import DIALLED, EMAIL, ENDING, WEB, read_address, to_be_typed

_WORDS = word_list("vi")
_SIGNS = {
    ".": "chấm", "/": "gạch chéo", "-": "gạch ngang", "_": "gạch dưới", "@": "a còng", "?": "hỏi chấm",
    "=": "bằng", "&": "và", ":": "hai chấm", "#": "dấu thăng", "+": "cộng", "%": "phần trăm",
}  # fmt: skip
_MONEY = r"(?:đồng|đ(?!\w)|₫|VNĐ|VND)"
# Emergency and service numbers; a number of things ("113 người") is told apart by what follows.
_HOTLINES = r"11[1-5]|1022|1080|1009|156|5656"
_COUNTED = r"(?!\s*(?:%|đồng|đ\b|người|nghìn|triệu|tỷ|trang|ngày|tuổi|tháng|năm|lần|hồ sơ|lượt|bước|km|mét))"


_TO_BE_TYPED = to_be_typed(r"(?:mở|gõ)(?:\s+(?:trang|địa chỉ))?|so\s(?:[^\W\d_]+\s){1,4}với")


def _web(match: re.Match[str]) -> str:
    return _read(match[0])


def _read(address: str) -> str:
    return read_address(address, lambda sign: _SIGNS.get(sign, ""), _address_part)


def _web_to_be_typed(match: re.Match[str]) -> str:
    """What it is called, then every key of it: who types by ear would type the marks of what was said."""
    keys = read_address(match["address"], lambda sign: f"{_SIGNS.get(sign, '')},", _keys)
    return f"{_read(match['address'])}, viết liền, không dấu: {keys}"


def _keys(part: str) -> str:
    return " ".join(
        f"{digits(key) if key.isdecimal() else LETTER_NAMES.get(key, key)}," for key in part.lower()
    )


def _address_part(part: str) -> str:
    if part.isdecimal():
        return digits(part)
    listed = _WORDS.address.get(part.lower()) or _WORDS.word(part)
    return listed or " ".join(typed_syllables(part.lower(), _WORDS.word) or [spelled(part)])


def _written_groups(match: re.Match[str]) -> str:
    plus = "cộng " if match[0].startswith("+") else ""
    return apart(match, plus + digit_groups(re.findall(r"\d+", match[0])))


def _listed(match: re.Match[str]) -> str | None:
    if _WORDS.is_spelled_out(match):
        return spelled(match[0])
    # CA is a word as well, in a heading all in capitals: “QUỐC CA”.
    is_word = match[0] in _WORDS.abbreviations and is_syllable(match[0]) and match.string.isupper()
    return None if is_word and match[0] != match.string.strip() else _WORDS.word(match[0])


def _of_the_insurance(match: re.Match[str]) -> str | None:
    """VssID differs by two syllables from VNeID: whose it is is said with it, once a text."""
    before, after = match.string[: match.start()].casefold(), match.string[match.end() :].casefold()
    said = _WORDS.word(match[0])
    if said is None or "vssid" in before or _SAID_WHOSE.search(f"{before[-30:]}|{after[:30]}"):
        return None
    return f"{said} bảo hiểm" if after.lstrip().startswith("của ") else f"{said} của bảo hiểm"


_SAID_WHOSE = re.compile(r"bảo hiểm(?: xã hội)?[ ,]*\||\|[ ,]*(?:của |là (?:ứng dụng )?(?:của )?)?bảo hiểm")


def _of_the_store(match: re.Match[str]) -> str | None:
    """By ear “CH Play” is four foreign syllables: what it is is said with it, once a text."""
    before = match.string[: match.start()].casefold()
    said = _WORDS.word(match[0])
    if said is None or "ch play" in before or _STORE.search(before):
        return None
    return f"kho ứng dụng {said}"


_STORE = re.compile(r"(?:kho(?: ứng dụng)?|chữ|chữ cái)[ ,(]+[“«‘]?$")


def _word(match: re.Match[str]) -> str | None:
    """Whatever is left: capitals become small letters, what is no syllable is spelled if it is short."""
    word = match[0]
    if len(word) == 1:
        return None if word.lower() in _VOWELS_BY_SOUND else spelled(word)
    if is_syllable(word):
        return word.lower() if word.isupper() else None
    if word.isupper():
        return Guess(spelled(word))
    return None if _VOWELS & set(word.lower()) else Guess(spelled(word))


_VOWELS = frozenset("aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ")
_VOWELS_BY_SOUND = _VOWELS - set("ăâ")  # of a letter alone: these two have names, “á” and “ớ”
_pattern = re.compile

_CALLED = (
    r"gọi(?:\s+số)?|số máy|tổng đài|đường dây nóng|nhắn tin (?:tới|đến)|đầu số|điện thoại|mã(?:\s+\w+){0,2}"
)
_ALONE = r"(?!\w|[.,]\d)"  # a number that does not go on
_CALLABLE = rf"(?:{DIALLED}|(?:{_HOTLINES}){_ALONE}{_COUNTED})"

_FOREIGN: tuple[Rule, ...] = (
    Rule(_pattern(r"(?<!\w)P\.\s?(?=\d{3})"), "phòng "),
    Rule(EMAIL, _web),
    Rule(_TO_BE_TYPED, _web_to_be_typed, "address"),
    Rule(WEB, _web),
    Rule(ENDING, _web),
    Rule(_pattern(r"(?<![\w-])vssid(?!\w)", re.IGNORECASE), _of_the_insurance),
    Rule(_pattern(r"(?<![\w-])C[Hh]\s?Play(?!\w)"), _of_the_store),
    Rule(
        _pattern(rf"(?<![\w-])(?:{any_of(_WORDS.words)})(?!\w)", re.IGNORECASE),
        _listed,
    ),
    Rule(
        _pattern(rf"(?<!\w)(?:{any_of(_WORDS.shortened)})(?=\s?[A-ZĐÀ-Ỹ\d]|\s*$)"),
        lambda m: _WORDS.shortened[m[0]],
    ),
)
_DIALS: tuple[Rule, ...] = (
    # Numbers to call one after another: 113 – 114 – 115, 1900 1009 / 1022. But 111–115 is all of them.
    Rule(
        _pattern(rf"(?<![\w.,/]){_CALLABLE}(\s[-–—]\s|\s?/\s?)(?={_CALLABLE})"),
        lambda m: " hoặc " if "/" in m[1] else ", ",
        1,
    ),
    Rule(_pattern(rf"(?<![\w.,])\d{{1,3}}(?:[ \u00a0]\d{{3}})+(?=\s?{_MONEY})"), thousands),
    Rule(_pattern(rf"(?<![\w.,/]){DIALLED}(?![\w/])"), _written_groups),
    Rule(_pattern(rf"(?<![\w.,])(?:{_HOTLINES}){_ALONE}{_COUNTED}"), _written_groups),
    Rule(
        _pattern(rf"\b(?:{_CALLED})\s+(\d{{3,}}){_ALONE}{_COUNTED}", re.IGNORECASE),
        lambda m: apart(m, digit_groups([m[1]]), 1),
        1,
    ),
    # A secret that stands alone, in two groups: 402 958. A sum has dots in it, or what it is of behind it.
    Rule(_pattern(r"(?m)^\d{3}[ \u00a0]\d{3}(?=\.?$)"), _written_groups),
    # What such a number begins with, named alone: “Số 1900 mất tiền cước.”
    Rule(
        _pattern(rf"\bsố\s+(1[89]00){_ALONE}{_COUNTED}", re.IGNORECASE),
        lambda m: apart(m, digits(m[1]), 1),
        1,
    ),
    Rule(_pattern(rf"(?<![\w.,])\d{{6,}}{_ALONE}(?!\s*{_MONEY})"), _written_groups),
)
_LEFT_OVER: tuple[Rule, ...] = (
    *QUOTED_VI,
    Rule(_pattern(r"(?:(?<=dấu thăng)|(?<=a còng)|(?<=dấu sao))\s*\([#@*]\)"), ""),
    Rule(_pattern(r"\s[-–—]\s"), ", "),
    *CHOICES,
    Rule(_pattern(r"(?<![^\W\d_])[^\W\d_]+(?![^\W\d_])"), _word),
)
RULES = _FOREIGN + PAPERS + CODES + TIMES + _DIALS + AMOUNTS + _LEFT_OVER


SYMBOLS = {
    ".": ".", ",": ",", ";": ";", ":": ":", "!": "!", "?": "?", "…": ",",
    "(": ",", ")": ",", "[": ",", "]": ",",
    "\n": ". ", "→": ",", "➜": ",", ">": ",", "›": ",", "•": ",", "·": ",", "–": ",", "—": ",", "|": ",",
    "@": " a còng ", "#": " dấu thăng ", "*": " dấu sao ", "&": " và ", "+": " cộng ", "=": " bằng ",
    "%": " phần trăm ", "₫": " đồng ", "°": " độ ",
}  # fmt: skip


def spoken_vietnamese(text: str) -> Spoken:
    """NFC words of the Vietnamese alphabet with pauses; quotes, emoji and other signs are silent."""
    return rewrite(text, RULES, SYMBOLS)


def unreadable_vietnamese(spoken: Spoken, text: str) -> list[str]:
    """The written pieces whose spoken form is no Vietnamese syllable and would be read wrong."""
    unreadable: list[str] = []
    start = 0
    for end in range(len(spoken.text) + 1):
        if end < len(spoken.text) and spoken.text[end].isalnum():
            continue
        if start < end and not is_syllable(spoken.text[start:end]):
            span = spoken.written(start, end)
            unreadable.append(text[span.start : span.end])
        start = end + 1
    return unreadable
