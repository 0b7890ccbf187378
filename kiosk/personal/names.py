"""Whether somebody's name stands in a short display name, or in what a place is called.

A text without a single mark is compared without marks, one with marks as it is: “Tổ” is no “Tô”.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from kiosk.personal import known_words as known
from kiosk.personal.streets import STREET_NAMES

_TOKEN = re.compile(r"[^\W\d_]+|\d[\w/]*|[,;:()\[\]|/–—“”\"]|(?<=\s)[-.](?=\s)")
_FULL_NAME_WORDS = 3
_LONGEST_SYLLABLE = 7  # nghiêng


class _Text(NamedTuple):
    """`words` as they stand, without hyphens; `folded` as they are compared; `bare`: no mark in the text."""

    words: tuple[str, ...]
    folded: tuple[str, ...]
    bare: bool

    def before(self, at: int) -> str:
        return self.folded[at - 1] if at else ""

    def pair(self, at: int) -> str:
        return " ".join(self.folded[at : at + 2])


def is_full_name(text: str) -> bool:
    """Whether a display name is a whole one: a family name with what follows it, a title before it or not.

    Three words after the title or the role are one whatever they are: no list holds every family name.
    """
    words, folded, bare = _read(text)
    own = [word for word, shown in zip(folded, words, strict=True) if shown.isalpha()]
    while len(own) > 1 and own[0] in _as(known.TITLES, bare):
        del own[0]
    called_hoa = own[:1] == ["hoa"]  # a flower's name follows, or it is a given name: Hoa Nguyễn
    own = _without_role(own, bare)
    if len(own) >= _FULL_NAME_WORDS or any(_is_run_together(word) for word in own):
        return True
    if called_hoa:
        own = ["hoa", *own]
    only = _as(known.FAMILY_NAMES, bare)
    at_the_end = own[-1:] != ["lê"] and own[-1:] != ["le"]  # Lan Nguyễn; but Hoa Lê is a flower
    return len(own) > 1 and not only.isdisjoint(own if at_the_end else own[:-1])


def _without_role(own: list[str], bare: bool) -> list[str]:
    for role in known.ROLES:
        words = [_without_marks(word) if bare else word for word in role.split()]
        if own[: len(words)] == words and len(own) > len(words):
            return own[len(words) :]
    return [] if " ".join(own) in _as(frozenset(known.ROLES), bare) else own


def names_a_person(text: str) -> bool:
    """Whether what a place is called, or its address, names a living person as far as words can tell.

    A title before a name, and a whole name, in small letters too; but not what streets, schools and halls are
    called (*Nhà văn hoá Trần Hưng Đạo*, *54 Trần Hưng Đạo*, *21 phố Bà Triệu*). *Nguyễn Du* alone may be
    either and passes.
    """
    read = _read(text)
    return any(
        _is_somebodys(read, at)
        or ((_is_called(read, at) or _is_whole(read, at)) and not _is_of_a_place(read, at))
        for at in range(len(read.words))
    )


def may_name_a_person(text: str) -> bool:
    """As `names_a_person`, where no place is meant: any two words with a family name are a name as well."""
    read = _read(text)
    families = _as(known.FAMILY_NAMES, read.bare)
    if read.bare:
        families -= known.OTHER_WORDS_WITHOUT_MARKS
    return names_a_person(text) or any(
        _capital(read, at) and _capital(read, at + 1) and not families.isdisjoint(read.folded[at : at + 2])
        for at in range(len(read.words))
    )


def _read(text: str) -> _Text:
    words = tuple(
        part for word in _TOKEN.findall(unicodedata.normalize("NFKC", text)) for part in _parts(word)
    )
    bare = all(_without_marks(word) == word.casefold() for word in words)
    return _Text(words, tuple(word.casefold() for word in words), bare)


def _parts(word: str) -> list[str]:
    """NguyễnThịBưởi is three words; VNeID is told apart as well, which does no harm."""
    starts = [at for at in range(1, len(word)) if word[at - 1].islower() and word[at].isupper()]
    return [word[begin:end] for begin, end in zip([0, *starts], [*starts, len(word)], strict=True)]


def _is_run_together(word: str) -> bool:
    """nguyenthibuoi: longer than a syllable can be, and a family name at its beginning."""
    plain = _without_marks(word)
    families = _as(known.FAMILY_NAMES, bare=True)
    return len(plain) > _LONGEST_SYLLABLE and any(plain.startswith(one) for one in families if len(one) > 2)


def _is_somebodys(text: _Text, at: int) -> bool:
    """At, or to be asked for: “nhà Nguyễn Bưởi”, also where a street bears the name."""
    at_a_house = text.pair(at - 2) not in _as(known.BUILDINGS, text.bare) if at > 1 else True
    if text.before(at) not in _as(known.SOMEBODY, text.bare) or not (at_a_house and _capital(text, at)):
        return False
    family = text.folded[at] in _as(known.FAMILY_NAMES, text.bare)
    follows = text.folded[at + 1 : at + 2]
    return (family and _capital(text, at + 1) and follows[0] in _given(text)) or (
        _is_whole(text, at) or _bears_a_street(text, at)
    )


def _is_called(text: _Text, at: int) -> bool:
    """A title, and a name after it: “bà Hạnh”, “bà hạnh”; not “bác sĩ”, “anh em”, nor “Vân Anh Spa”'s end."""
    if text.pair(at) in _as(known.PEOPLE, text.bare) and not text.bare:
        return _capital(text, at + 2) and text.folded[at + 2] in known.GIVEN_NAMES
    if at + 1 >= len(text.words) or text.pair(at) in _as(known.NO_TITLES, text.bare):
        return False
    before, follows = text.before(at), text.folded[at + 1]
    if text.bare and text.folded[at] != "ong":  # “co” and “ba” are many words
        return (
            text.folded[at] in _as(known.TITLES, True)
            and follows in _given(text)
            and text.pair(at) not in known.NO_TITLES_WITHOUT_MARKS
            and (before in _as(known.SOMEBODY, True) or _is_house_number(text, at - 1))
        )
    if text.folded[at] not in _as(known.TITLES, text.bare):
        return False
    if text.folded[at] == "anh" and (
        before == "tiếng" or (at and _capital(text, at - 1) and before not in known.AT_SOMEBODYS)
    ):
        return False
    return _capital(text, at + 1) or follows in _given(text)


def _is_whole(text: _Text, at: int) -> bool:
    """A family name, a middle one and another; with *Thị* whatever is before it."""
    folded, (bare,) = text.folded[at : at + _FULL_NAME_WORDS], (text.bare,)
    if len(folded) < _FULL_NAME_WORDS or not all(word.isalpha() for word in folded):
        return False
    first, middle, last = folded
    usual = first in _as(known.FAMILY_NAMES, bare)
    if middle in _as(known.MIDDLE_NAMES, bare) and usual and not bare:
        return True  # in small letters as well
    if {middle, last} <= _given(text) and first in _families_before_given_names(text, at):
        return True
    if not all(_capital(text, one) for one in range(at, at + _FULL_NAME_WORDS)):
        return False
    if middle == "thị":
        return first not in known.NOT_BEFORE_THI and last not in known.NOT_AFTER_THI
    if middle == "a" or middle in _as(known.MIDDLE_NAMES, bare):
        return first in _as(known.ALL_FAMILY_NAMES, bare) and first != "do"
    return usual and not (bare and first in known.OTHER_WORDS_WITHOUT_MARKS)


def _families_before_given_names(text: _Text, at: int) -> frozenset[str]:
    """Fewer where small letters, or none with marks, let a family name be many another word."""
    if text.bare:
        return _as(known.FAMILY_NAMES_IN_SMALL_LETTERS, True) - known.NO_FAMILY_NAMES_WITHOUT_MARKS
    capital = all(_capital(text, one) for one in range(at, at + _FULL_NAME_WORDS))
    return known.ALL_FAMILY_NAMES if capital else known.FAMILY_NAMES_IN_SMALL_LETTERS


def _is_of_a_place(text: _Text, at: int) -> bool:
    """After “phố”, “trường”, “nhà văn hoá”, or one of the names that streets bear."""
    before = text.pair(at - 2) if at > 1 else ""
    if before in _as(known.PLACE_PAIRS, text.bare):
        return True
    if text.before(at) in _as(known.PLACE_WORDS, text.bare) and before not in _as(
        known.NO_PLACE_PAIRS, text.bare
    ):
        return True
    return _bears_a_street(text, at)


def _bears_a_street(text: _Text, at: int) -> bool:
    names = (" ".join(text.folded[at : at + words]) for words in (2, 3, 4))
    return bool(_as(STREET_NAMES, text.bare).intersection(names))


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


def _given(text: _Text) -> frozenset[str]:
    return _as(known.GIVEN_NAMES, text.bare)


@cache
def _as(words: frozenset[str], bare: bool) -> frozenset[str]:
    return frozenset(_without_marks(word) for word in words) if bare else words


def _without_marks(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.casefold().replace("đ", "d"))
    return "".join(one for one in letters if not unicodedata.combining(one))
