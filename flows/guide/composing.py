"""Show what is typed as it is meant: Telex and VNI keys become the letters they stand for, as one types."""

from __future__ import annotations

from unicodedata import normalize

from flows.guide.telex import TONES, VOWELS, undone

MARKS = dict(zip(TONES, "\u0301\u0300\u0309\u0303\u0323", strict=True))
_SHAPED = frozenset("âêôăơư")
_ONSETS = ("qu", "gi")


def composed(text: str) -> str:
    """*text*, small letters and blanks, with each word as its keys mean it; a word that is none stays."""
    return " ".join(_composed(word) for word in text.split(" "))


def toned(text: str, tone: str) -> str:
    """*text* with *tone* on its last word, as a digit of `TONES`; unchanged where no tone can stand."""
    before, blank, word = text.rpartition(" ")
    if word == "" or (meant := undone(normalize("NFC", word) + tone)) is None:
        return text
    return before + blank + _with_tone(meant)


def _composed(word: str) -> str:
    meant = undone(normalize("NFC", word)) if word else None
    return word if meant is None else _with_tone(meant)


def _with_tone(meant: str) -> str:
    """``tiêng1`` → *tiếng*, ``hoa2`` → *hòa*: on the vowel that has a shape, else as it is taught."""
    if meant[-1] not in TONES:
        return meant
    letters, mark = meant[:-1], MARKS[meant[-1]]
    start = next((len(one) for one in _ONSETS if _begins(letters, one)), 0)
    vowels = [at for at, letter in enumerate(letters) if at >= start and letter in VOWELS]
    if not vowels:
        return letters
    shaped = [at for at in vowels if letters[at] in _SHAPED]
    if shaped:
        at = shaped[-1]
    elif len(vowels) == 1 or (len(vowels) == 2 and vowels[-1] == len(letters) - 1):
        at = vowels[0]
    else:
        at = vowels[1]
    return normalize("NFC", letters[: at + 1] + mark + letters[at + 1 :])


def _begins(letters: str, onset: str) -> bool:
    """Whether *onset* is that: the i of *gì* is its vowel."""
    return letters.startswith(onset) and any(one in VOWELS for one in letters[len(onset) :])
