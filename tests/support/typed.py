"""A phrase as people type it: without marks, with the keys of Telex or VNI, with slips in longer words."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from unicodedata import normalize

from flows.guide.fold import folded

_TELEX = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_VNI = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
_TELEX_LETTERS = {"â": "aa", "ê": "ee", "ô": "oo", "ă": "aw", "ơ": "ow", "ư": "uw", "đ": "dd"}
_VNI_LETTERS = {"â": "a6", "ê": "e6", "ô": "o6", "ă": "a8", "ơ": "o7", "ư": "u7", "đ": "d9"}
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def without_marks(phrase: str) -> str:
    return folded(phrase)


def in_telex(phrase: str) -> str:
    return _keys(phrase, _TELEX_LETTERS, _TELEX)


def in_vni(phrase: str) -> str:
    return _keys(phrase, _VNI_LETTERS, _VNI)


def _keys(phrase: str, letters: Mapping[str, str], tones: Mapping[str, str]) -> str:
    """Tone keys behind the word, as most people type them."""
    words = []
    for word in phrase.lower().split():
        parts = normalize("NFD", word)
        tone = "".join(tones[one] for one in parts if one in tones)
        bare = normalize("NFC", "".join(one for one in parts if one not in tones))
        typed = "".join(letters.get(one, one) for one in bare)
        tail = len(typed) - len(typed.rstrip(",.?!“”"))
        words.append(typed[: len(typed) - tail] + tone + typed[len(typed) - tail :])
    return " ".join(words)


def with_slips(phrase: str, seed: int = 0) -> str:
    """One edit in each word of four letters or more: a missing, doubled, swapped or neighbouring letter."""
    chance = random.Random(f"{seed} {phrase}")
    return re.sub(r"\w{4,}", lambda found: _slipped(found.group(), chance), normalize("NFC", phrase))


def _slipped(word: str, chance: random.Random) -> str:
    place = chance.randrange(len(word))
    match chance.choice(("missing", "doubled", "swapped", "neighbour")):
        case "missing":
            return word[:place] + word[place + 1 :]
        case "doubled":
            return word[: place + 1] + word[place:]
        case "swapped":
            place = min(place, len(word) - 2)
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        case _:
            return word[:place] + _beside(word[place], chance) + word[place + 1 :]


def _beside(letter: str, chance: random.Random) -> str:
    bare = folded(letter).lower()
    for row in _ROWS:
        if bare in row:
            near = row[max(0, row.index(bare) - 1)] + row[min(len(row) - 1, row.index(bare) + 1)]
            return chance.choice([one for one in near if one != bare])
    return letter


WAYS_OF_TYPING: Mapping[str, Callable[[str], str]] = {
    "as written": str,
    "without marks": without_marks,
    "Telex keys": in_telex,
    "VNI keys": in_vni,
    "slips": with_slips,
    "slips, without marks": lambda phrase: with_slips(without_marks(phrase)),
}
