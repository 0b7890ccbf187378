"""Telephone, identity, social and health insurance numbers, e-mail addresses, however they are grouped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

# Not who a command logs in as on a machine of the house (pi@lamp.local, pi@192.168.1.5).
_E_MAIL = re.compile(r"[^\s@]\s*@\s*(?:[\w-]+\.)+(?!(?:local|lan|home|internal)\b)[^\W\d_]{2,}\b(?!\.\w)")
_PASSPORT = re.compile(r"(?<![^\W_])[A-Z]\d{7}(?![^\W_])")
_DIGITS = re.compile(r"\d+")
# Between two numbers and not within one: a letter; a comma with a blank (101, 102); and where both sides are
# shorter than three digits, what parts house numbers, hours and dates (12/34, 08:00, 02/11/2026).
_PARTS = re.compile(r"[^\W_]|[,;]\s")
_PARTS_SHORT = re.compile(r"[/\\,;:]")
_SHORT = 2
_ONE_RUN = 9
"""Nine digits in a row are no house number: an old identity card, an account, a serial number of somebody."""

# Of several groups: 0912…, 024…, a citizen's 12 digits; +84 and 0084, also as +84 (0)912…
_GROUPED = re.compile(r"0\d{9,11}|(?:00)?840?\d{9,10}")
_OLD_CARD = re.compile(r"\d{9}")
_HEALTH_CARD = re.compile(r"\d{13}")
_LETTERS_OF_A_HEALTH_CARD = re.compile(r"(?<![^\W\d_])[A-Za-z]{2}[\W_]*$")

# Parted by what parts the members of a list as well (0912, 345, 678; 09/12/34/56/78): one number where it
# begins as one and its groups are no list, of equal groups growing by little (Số 02, 04, 06, 08, 10).
_LISTED = re.compile(r"0\d{8,11}|(?:00)?840?\d{9,10}")
_BETWEEN_LISTED = re.compile(r"[\W_]*[,;|][\W_]*|[ .\u2010-\u2015-]+")
_BETWEEN_PAIRS = re.compile(r"\s*([/\\])\s*")
_STEPS_OF_A_LIST = range(1, 21)
_PAIRS = 5  # 09/12/34/56/78

_WORDS = {
    word: str(digit)
    for digit, words in enumerate(
        (("không", "khong", "linh"), ("một", "mot", "mốt"), ("hai",), ("ba",), ("bốn", "bon", "tư"),
         ("năm", "nam", "lăm"), ("sáu", "sau"), ("bảy", "bẩy", "bay"), ("tám", "tam"), ("chín", "chin"))
    )
    for word in words
}  # fmt: skip
_SPELT = re.compile(rf"(?:\b(?:{'|'.join(_WORDS)})\b[\s,.;-]*){{3,}}", re.IGNORECASE)
_LETTER_FOR_NOUGHT = re.compile(r"(?<![^\W\d_])[oO](?=[\W_]*\d)")


def leads_to_a_person(text: str) -> bool:
    """Whether something in *text* looks like a telephone, identity or insurance number, or an e-mail address.

    The hotlines of three to eight digits (113, 1022, 1900 1234) lead to an office and pass.
    """
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) != "Cf"
    )
    if _E_MAIL.search(plain) or _PASSPORT.search(plain):
        return True
    return any(_holds_a_number(one) for one in dict.fromkeys((plain, _in_digits(plain))))


def _in_digits(text: str) -> str:
    """Numbers said in words, from three words on, and the letter O before digits, as digits."""

    def digits(found: re.Match[str]) -> str:
        return " ".join(_WORDS[word.casefold()] for word in re.findall(r"[^\W\d_]+", found[0])) + " "

    return _LETTER_FOR_NOUGHT.sub("0", _SPELT.sub(digits, text))


def _holds_a_number(text: str) -> bool:
    return any(_is_somebodys(text, one) for one in _chains(text)) or any(
        _is_a_listed_number(text, one) for one in _listed(text)
    )


def _is_somebodys(text: str, groups: list[re.Match[str]]) -> bool:
    """Whether some neighbours among *groups*, groups of digits in *text*, are one such number."""
    for at, end in combinations(range(len(groups) + 1), 2):
        run = [one[0] for one in groups[at:end]]
        digits, before = "".join(run), text[: groups[at].start()]
        if (
            len(run[0]) >= _ONE_RUN
            or _GROUPED.fullmatch(digits)
            or (_OLD_CARD.fullmatch(digits) and min(map(len, run)) > _SHORT)
            or (_HEALTH_CARD.fullmatch(digits) and _LETTERS_OF_A_HEALTH_CARD.search(before))
        ):
            return True
    return False


def _is_a_listed_number(text: str, groups: list[re.Match[str]]) -> bool:
    for at, end in combinations(range(len(groups) + 1), 2):
        run = [one[0] for one in groups[at:end]]
        digits, before = "".join(run), text[: groups[at].start()]
        if not _is_list(run) and (
            _LISTED.fullmatch(digits)
            or (_HEALTH_CARD.fullmatch(digits) and _LETTERS_OF_A_HEALTH_CARD.search(before))
        ):
            return True
    return False


def _is_list(run: list[str]) -> bool:
    same = len({len(one) for one in run}) == 1
    return same and all(int(after) - int(before) in _STEPS_OF_A_LIST for before, after in pairwise(run))


def _chains(text: str) -> Iterator[list[re.Match[str]]]:
    """The groups of digits that may be one number, in the order in which they stand."""
    yield from _chained(text, _parts)


def _listed(text: str) -> Iterator[list[re.Match[str]]]:
    yield from _chained(text, lambda between, *_: _BETWEEN_LISTED.fullmatch(between) is None)
    for chain in _chained(text, lambda between, *_: _BETWEEN_PAIRS.fullmatch(between) is None):
        if len(chain) >= _PAIRS and all(len(one[0]) == _SHORT for one in chain):
            yield chain


def _chained(text: str, parts: Callable[[str, str, str], bool]) -> Iterator[list[re.Match[str]]]:
    chain: list[re.Match[str]] = []
    for group in _DIGITS.finditer(text):
        if chain and parts(text[chain[-1].end() : group.start()], chain[-1][0], group[0]):
            yield chain
            chain = []
        chain.append(group)
    if chain:
        yield chain


def _parts(between: str, before: str, after: str) -> bool:
    if _PARTS.search(between):
        return True
    return max(len(before), len(after)) <= _SHORT and _PARTS_SHORT.search(between) is not None
