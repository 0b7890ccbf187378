"""How what stands on Vietnamese papers is said: decrees, Roman numbers, file codes, number plates."""

from __future__ import annotations

import re

from accessibility.speech.rewriting import Rule
from accessibility.speech.vietnamese_letters import is_syllable, spelled
from accessibility.speech.vietnamese_numbers import cardinal, digit_groups
from accessibility.speech.word_list import any_of, word_list
from accessibility.speech.written_forms import DOCUMENT

_WORDS = word_list("vi")
_pattern = re.compile

# I, V, X, C, D, L and M alone are letters as well (“mục C”), VI and XI words in capitals (“VI PHẠM”): what
# stands before them tells.
_NUMBERED = (
    "mục|chương|phần|phụ lục|thế kỷ|quý|khóa|khoá|đại hội|học kỳ|kỳ|tập|hạng|loại|cấp|nhóm|vùng|khu vực|đợt"
    "|giai đoạn|lớp|bậc|mẫu|bảng|lần thứ|thứ"
)
_ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
_BETWEEN = r"\s?(?:,|-|–|và|hoặc|đến)\s?"
_QUARTER = rf"(?:[1-4]|{_ROMAN})"
_VALUES = {"I": 1, "V": 5, "X": 10}

# Capitals and digits joined by hyphens: file codes (H26.17-261128-0005), plates (30E1-567.89).
_CODE = r"(?=[\d.-]*[A-ZĐ])(?=[A-ZĐ.-]*\d)(?=[A-ZĐ\d.]+-)[A-ZĐ\d]+(?:[.-][A-ZĐ\d]+)+"
# A motorcycle's plate has its number apart: 29-B1 456.78.
_PLATE = r"\d{2}-?[A-Z]{1,2}\d?[ \u00a0](?:\d{3}\.?\d{2}|\d{4})"
_CODE_SIGNS = {".": "chấm", "-": "gạch ngang", " ": ",", "\u00a0": ","}


def roman(number: str) -> int:
    """``XIV`` → 14; *number* is a Roman number below 40 in capitals."""
    values = [_VALUES[letter] for letter in number]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _roman_after_a_word(match: re.Match[str]) -> str | None:
    return cardinal(roman(match[0])) if _AFTER_A_WORD.search(match.string[: match.start()]) else None


def _roman_alone(match: re.Match[str]) -> str | None:
    return None if is_syllable(match[0]) else cardinal(roman(match[0]))


def _quarter(match: re.Match[str]) -> str:
    number = int(match["q"]) if match["q"].isdecimal() else roman(match["q"])
    return f"{cardinal(number)} năm {cardinal(int(match['y']))}"


def _code(match: re.Match[str]) -> str:
    said = []
    for part in re.findall(r"\d+|[A-ZĐ]+|.", match[0]):
        if part.isdecimal():
            said.append(digit_groups([part]))
        else:
            said.append(_CODE_SIGNS.get(part) or spelled(part))
    return " ".join(said)


def _paper(match: re.Match[str]) -> str:
    """``TT-BKHCN``: the kind of paper and who issued it."""
    issuer = _WORDS.issuers.get(match["issuer"]) or _WORDS.word(match["issuer"]) or spelled(match["issuer"])
    return f"{_WORDS.papers[match['kind']]} {issuer}"


_AFTER_A_WORD = _pattern(rf"\b(?:{_NUMBERED})\s+(?:{_ROMAN}{_BETWEEN})*\Z", re.IGNORECASE)
_KIND = any_of(_WORDS.papers)

PAPERS: tuple[Rule, ...] = (
    Rule(_pattern(rf"(?<![^\W\d_])(?P<kind>{_KIND})-(?P<issuer>[A-ZĐ][A-Za-zĐđ]+)(?!\w)"), _paper),
    Rule(
        _pattern(rf"(?<!\w)({_KIND})(?=\s+(?:số\s+)?\d{{1,5}}\s?/\s?(?:19|20)\d{{2}})"),
        lambda m: _WORDS.papers[m[1]],
    ),
    Rule(DOCUMENT, " trên ", 1),
    Rule(_pattern(rf"\b[Qq]uý\s+(?P<on>(?P<q>{_QUARTER})\s?/\s?(?P<y>(?:19|20)\d\d))(?!\w)"), _quarter, "on"),
    Rule(_pattern(rf"(?<![\w.-]){_ROMAN}(?![\w]|-\w|\.[A-ZĐ])"), _roman_after_a_word),
    Rule(_pattern(rf"(?<![\w.-]){_ROMAN}(?<=[IVX]{{2}})(?!\w|-\w)"), _roman_alone),
)
CODES: tuple[Rule, ...] = (
    Rule(_pattern(rf"(?<![\w./-]){_PLATE}(?![\w/]|-\w)"), _code),
    Rule(_pattern(rf"(?<![\w./-]){_CODE}(?![\w/]|-\w)"), _code),
)
