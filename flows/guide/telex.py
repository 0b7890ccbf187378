"""Undo Telex and VNI keys that were typed as they are: ``tieesng``, ``tie61ng`` and ``tiengse`` are *tiếng*.

No Vietnamese syllable holds a vowel twice around a consonant, ends in s, f, r, x or j, or has a digit in it:
what does, and gives a syllable once undone, was meant as keys. Other words (``wifi``) stay as they are.
Nothing of what is typed is remembered.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from flows.guide.fold import folded

TONES = "12345"
"""Sắc, huyền, hỏi, ngã, nặng, as VNI numbers them."""
_TONE_KEYS = {**dict(zip("sfrxj", TONES, strict=True)), **{one: one for one in TONES}}
_TONE_MARKS = dict(zip("\u0301\u0300\u0309\u0303\u0323", TONES, strict=True))
_HATS = {"a": "â", "e": "ê", "o": "ô"}
_HOOKS = {"a": "ă", "o": "ơ", "u": "ư"}
VOWELS = frozenset("aeiouyâêôăơư")
_SYLLABLE = re.compile(
    r"(?:ngh?|gh|gi|qu|[ckpt]h|tr|nh|[bcdghklmnprstvx])?"
    r"(?:[iy]eu|uye|uya|uyu|uoi|uou|oai|oay|oeo|uai|uay|a[iouy]?|e[ou]?|i[aeu]?|o[aeio]?|u[aeiouy]?|y[e]?)"
    r"(?:ch|nh|ng|[cmnpt])?"
)


def canonical(word: str) -> str:
    """*word* with its tone as a digit behind it, wherever it was written: *hoà* and *hòa* are ``hoa2``."""
    if word.isascii():
        return word
    parts = normalize("NFD", word)
    tones = [_TONE_MARKS[letter] for letter in parts if letter in _TONE_MARKS]
    return normalize("NFC", "".join(letter for letter in parts if letter not in _TONE_MARKS)) + "".join(
        tones[:1]
    )


def undone(word: str) -> str | None:
    """What the keys of *word* (small letters, NFC) were meant to give, as `canonical`; None for no keys."""
    if len(word) > 14 or not word.isalnum():
        return None
    letters: list[str] = []
    tone, changed = "", False
    given = canonical(word)
    if given != word and given[-1] in TONES:
        given, tone = given[:-1], given[-1]
    for at, key in enumerate(given):
        if key == "w" and letters and given[at - 2 : at] in ("aa", "oo") and letters[-1] in _HATS.values():
            letters[-1] = {"â": "ă", "ô": "ơ"}[letters[-1]]  # ``caawn`` is *căn* wherever Telex is typed
        elif key in _TONE_KEYS and not VOWELS.isdisjoint(letters):
            tone, changed = _TONE_KEYS[key], True
        elif _is_mark(letters, key):
            changed = True
        else:
            letters.append(key)
    whole = "".join(letters)
    if not changed or not _SYLLABLE.fullmatch(folded(whole)):
        return None
    return whole + tone


def _is_mark(letters: list[str], key: str) -> bool:
    """Whether *key* only marks a letter that stands there; if so it is marked."""
    if key in "d9" and letters and letters[0] == "d":
        if len(letters) > 1 and VOWELS.isdisjoint(letters):
            return False
        letters[0] = "đ"
        return True
    if key in "aeo6":
        return _marked(letters, _HATS, key if key != "6" else "eoa")
    if key in "w7":
        for place in range(len(letters) - 1):
            if letters[place] in "uư" and letters[place + 1] in "oô" and letters[:1] != ["q"]:
                letters[place : place + 2] = ["ư", "ơ"]
                return True
        if _marked(letters, _HOOKS, "oua" if key == "w" else "ou"):
            return True
        if key == "w" and VOWELS.isdisjoint(letters):
            letters.append("ư")
            return True
    return key == "8" and _marked(letters, _HOOKS, "a")


def _marked(letters: list[str], marks: dict[str, str], wanted: str) -> bool:
    for place in range(len(letters) - 1, -1, -1):
        if letters[place] in marks and letters[place] in wanted:
            letters[place] = marks[letters[place]]
            return True
    return False
