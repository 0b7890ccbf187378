"""Telephone, identity, social and health insurance numbers, e-mail addresses, however they are grouped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import combinations

# Not who a command logs in as on a machine of the house (pi@lamp.local, pi@192.168.1.5).
_E_MAIL = re.compile(r"[^\s@]\s*@\s*(?:[\w-]+\.)+(?!(?:local|lan|home|internal)\b)[^\W\d_]{2,}\b(?!\.\w)")
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


def leads_to_a_person(text: str) -> bool:
    """Whether something in *text* looks like a telephone, identity or insurance number, or an e-mail address.

    The hotlines of three to eight digits (113, 1022, 1900 1234) lead to an office and pass.
    """
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) != "Cf"
    )
    return _E_MAIL.search(plain) is not None or any(_is_somebodys(plain, one) for one in _chains(plain))


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


def _chains(text: str) -> Iterator[list[re.Match[str]]]:
    """The groups of digits that may be one number, in the order in which they stand."""
    chain: list[re.Match[str]] = []
    for group in _DIGITS.finditer(text):
        if chain and _parts(text[chain[-1].end() : group.start()], chain[-1][0], group[0]):
            yield chain
            chain = []
        chain.append(group)
    if chain:
        yield chain


def _parts(between: str, before: str, after: str) -> bool:
    if _PARTS.search(between):
        return True
    return max(len(before), len(after)) <= _SHORT and _PARTS_SHORT.search(between) is not None
