"""Whether somebody's name stands in a short display name, or in what a place is called.

A text without a single mark is compared without marks, one with marks as it is: “Tổ” is no “Tô”.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from kiosk.personal import known_words as known

_TOKEN = re.compile(r"[^\W\d_]+|\d[\w/]*|[,;:()\[\]|/–—“”\"]|(?<=\s)[-.](?=\s)")
_FULL_NAME_WORDS = 3


class _Text(NamedTuple):
    """`words` as they stand, without hyphens; `folded` as they are compared; `bare`: no mark in the text."""

    words: tuple[str, ...]
    folded: tuple[str, ...]
    bare: bool


def is_full_name(text: str) -> bool:
    """Whether a display name is a whole one: a family name with what follows it, a title before it or not."""
    words, folded, bare = _read(text)
    own = [word for word, shown in zip(folded, words, strict=True) if shown.isalpha()]
    while own and own[0] in _as(known.TITLES, bare):
        del own[0]
    family, only = _as(known.ALL_FAMILY_NAMES, bare), _as(known.FAMILY_NAMES, bare)
    if len(own) >= _FULL_NAME_WORDS and (own[0] in family or set(own[1:-1]) & _as(known.MIDDLE_NAMES, bare)):
        return True
    at_the_end = own[-1:] != ["lê"] and own[-1:] != ["le"]  # Lan Nguyễn; but Hoa Lê is a flower
    return len(own) > 1 and not only.isdisjoint(own if at_the_end else own[:-1])


def names_a_person(text: str) -> bool:
    """Whether what a place is called, or its address, names a living person as far as words can tell.

    A title before a name, and a whole name; but not what streets, schools and halls are called (*Nhà văn hoá
    Trần Hưng Đạo*, *54 Trần Hưng Đạo*, *21 phố Bà Triệu*). *Nguyễn Du* alone may be either and passes.
    """
    read = _read(text)
    return any(
        (_is_called(read, at) or (_is_whole(read, at) and not _is_house_number(read, at - 1)))
        and not _is_of_a_place(read, at)
        for at in range(len(read.words))
    )


def _read(text: str) -> _Text:
    words = tuple(_TOKEN.findall(unicodedata.normalize("NFKC", text)))
    bare = all(_without_marks(word) == word.casefold() for word in words)
    return _Text(words, tuple(word.casefold() for word in words), bare)


def _is_called(text: _Text, at: int) -> bool:
    """A title, and a name after it: “bà Hạnh”; not “bác sĩ”, “anh em”, nor the end of “Vân Anh Spa”."""
    titles = frozenset(("ong",)) if text.bare else known.TITLES  # “co” and “ba” are many words
    if text.folded[at] not in titles or not _capital(text, at + 1):
        return False
    if (
        text.folded[at] == "anh"
        and at
        and _capital(text, at - 1)
        and text.folded[at - 1] not in known.AT_SOMEBODYS
    ):
        return False
    return " ".join(text.folded[at : at + 2]) not in known.NO_TITLES


def _is_whole(text: _Text, at: int) -> bool:
    """A family name, a middle one and another; with *Thị* whatever is before it."""
    folded, (bare,) = text.folded[at : at + _FULL_NAME_WORDS], (text.bare,)
    if len(folded) < _FULL_NAME_WORDS or not all(word.isalpha() for word in folded):
        return False
    first, middle, last = folded
    usual = first in _as(known.FAMILY_NAMES, bare)
    if middle in _as(known.MIDDLE_NAMES, bare) and usual and not bare:
        return True  # in small letters as well
    if not all(_capital(text, one) for one in range(at, at + _FULL_NAME_WORDS)):
        return False
    if middle == "thị":
        return first not in known.NOT_BEFORE_THI and last not in known.NOT_AFTER_THI
    if middle in _as(known.MIDDLE_NAMES, bare):
        return first in _as(known.ALL_FAMILY_NAMES, bare) and first != "do"
    return usual and not (bare and first in known.OTHER_WORDS_WITHOUT_MARKS)


def _is_of_a_place(text: _Text, at: int) -> bool:
    """After “phố”, “trường”, “nhà văn hoá”, or one of the names that streets bear."""
    before = text.folded[at - 1] if at else ""
    if before in _as(known.PLACE_WORDS, text.bare):
        return True
    names = (" ".join(text.folded[at : at + words]) for words in (2, 3, 4))
    return bool(_as(known.STREET_NAMES, text.bare).intersection(names))


def _is_house_number(text: _Text, at: int) -> bool:
    """“54” at the beginning, after a comma or after “số”; the 5 of “tổ 5” is none."""
    if at < 0 or not text.words[at][0].isdigit():
        return False
    return (
        at == 0
        or not text.words[at - 1][0].isalnum()
        or text.folded[at - 1] in _as(known.HOUSE_WORDS, text.bare)
    )


def _capital(text: _Text, at: int) -> bool:
    return at < len(text.words) and text.words[at][0].isupper()


@cache
def _as(words: frozenset[str], bare: bool) -> frozenset[str]:
    return frozenset(_without_marks(word) for word in words) if bare else words


def _without_marks(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.casefold().replace("đ", "d"))
    return "".join(one for one in letters if not unicodedata.combining(one))
