"""Which keys give a set text by Telex, one after the other. What stands is how far somebody is, never a text.

No key can be taken but one that leads on to the given words: so nothing of one's own can be typed here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias
from unicodedata import normalize

_SHAPES = {"\u0302": "", "\u0306": "w", "\u031b": "w"}  # the hat is the letter once more
_TONES = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_VOWELS = frozenset("aeiouy")
MOST_LETTERS = 40

KeyDid: TypeAlias = Literal["letter", "space", "shape", "tone"]


class Letter(NamedTuple):
    """One letter of the text: the key that types it, and those that give its hat or hook and its tone."""

    key: str
    shape: str
    tone: str
    word: int  # of the text; -1 for what stands between words
    last_vowel: bool  # of its word: from here on the tone can be given


@dataclass(frozen=True, slots=True)
class Typed:
    """How far: so many letters, which of them have their shape, and whether the last word has its tone."""

    letters: int = 0
    shaped: frozenset[int] = frozenset()
    toned: bool = False


NOTHING_YET = Typed()


class Deed(NamedTuple):
    """What a key has just done, to be shown: the letter as it stands now, or the word with its tone."""

    key: str
    did: KeyDid
    before: str
    result: str


@lru_cache(maxsize=64)
def letters_of(text: str) -> tuple[Letter, ...]:
    """*text* by its letters."""
    letters: list[Letter] = []
    word, inside = -1, False
    for char in normalize("NFC", text):
        if char.isalpha():
            word, inside = word + (not inside), True
        else:
            inside = False
        parts = normalize("NFD", char.lower())
        base, marks = parts[0], parts[1:]
        shape = next((_SHAPES[mark] or base for mark in marks if mark in _SHAPES), "")
        if base == "đ":
            base = shape = "d"
        tone = next((_TONES[mark] for mark in marks if mark in _TONES), "")
        letters.append(Letter(base, shape, tone, word if inside else -1, last_vowel=False))
    vowels = {one.word: at for at, one in enumerate(letters) if one.word >= 0 and one.key in _VOWELS}
    return tuple(one._replace(last_vowel=vowels.get(one.word) == at) for at, one in enumerate(letters))


def taken(text: str, typed: Typed, key: str) -> Typed | None:
    """After *key*; None where it leads nowhere, and is not taken."""
    letters, at = letters_of(text), typed.letters
    bare = _unshaped(letters, typed)
    if shaped := [one for one in bare if letters[one].shape == key]:
        both = [one for one in shaped if key == "w" and one >= shaped[-1] - 1]  # uow is ươ
        return replace(typed, shaped=typed.shaped | set(both or shaped[-1:]))
    if key == _tone_due(letters, typed):
        return replace(typed, toned=True)
    if at == len(letters) or letters[at].key != key:
        return None
    if at and letters[at].word != letters[at - 1].word:
        if bare or _tone_left(letters, typed):
            return None
        return Typed(at + 1)
    return replace(typed, letters=at + 1)


def one_less(text: str, typed: Typed) -> Typed:
    """Without the last letter; a word that one comes back to stands whole."""
    letters, left = letters_of(text), max(0, typed.letters - 1)
    if left == 0:
        return Typed()
    if letters[left].word != letters[left - 1].word:
        before = Typed(left, toned=True)
        return replace(before, shaped=frozenset(one for one in _word(letters, before) if letters[one].shape))
    less = replace(typed, letters=left, shaped=frozenset(one for one in typed.shaped if one < left))
    whole = any(letters[one].last_vowel for one in _word(letters, less))
    return replace(less, toned=typed.toned and whole)


def next_key(text: str, typed: Typed) -> str:
    """As it is taught: a shape behind its letter, the tone at the end of the word; empty: it is done."""
    letters = letters_of(text)
    if bare := _unshaped(letters, typed):
        return letters[bare[-1]].shape
    at = typed.letters
    ends = at == len(letters) or letters[at].word != letters[at - 1].word
    if at and ends and (tone := _tone_due(letters, typed)):
        return tone
    return "" if at == len(letters) else letters[at].key


def shown(text: str, typed: Typed) -> str:
    """What stands in the field. Capitals come by themselves, as in the fields for names on a phone."""
    return "".join(_drawn(text, typed, at) for at in range(typed.letters))


def deed(text: str, typed: Typed, key: str) -> Deed | None:
    """What *key* does now; None where it is not taken."""
    further = taken(text, typed, key)
    if further is None:
        return None
    if further.letters > typed.letters:
        return Deed(key, "space" if key == " " else "letter", "", _drawn(text, further, typed.letters))
    if further.toned != typed.toned:
        return Deed(key, "tone", "", _last_word(text, further))
    at = max(further.shaped - typed.shaped)
    bare = replace(further, shaped=typed.shaped)
    return Deed(key, "shape", _drawn(text, bare, at).lower(), _drawn(text, further, at).lower())


def all_keys(text: str) -> tuple[str, ...]:
    """The keys as they are taught, from the first to the last."""
    typed, keys = Typed(), list[str]()
    while key := next_key(text, typed):
        further = taken(text, typed, key)
        assert further is not None
        keys, typed = [*keys, key], further
    return tuple(keys)


def _unshaped(letters: tuple[Letter, ...], typed: Typed) -> list[int]:
    """Of the letters of the word that is being typed, those whose shape is still to come."""
    return [one for one in _word(letters, typed) if letters[one].shape and one not in typed.shaped]


def _tone_left(letters: tuple[Letter, ...], typed: Typed) -> str:
    """The key of the tone of that word that is still to come; empty: it has none, or has it."""
    if typed.toned or not typed.letters:
        return ""
    word = letters[typed.letters - 1].word
    return next((one.tone for one in letters if one.word == word >= 0 and one.tone), "")


def _tone_due(letters: tuple[Letter, ...], typed: Typed) -> str:
    """The same, once every vowel of the word stands."""
    whole = any(letters[one].last_vowel for one in _word(letters, typed))
    return _tone_left(letters, typed) if whole else ""


def _word(letters: tuple[Letter, ...], typed: Typed) -> range:
    """The letters that stand of the word that is being typed."""
    start = typed.letters
    while start and letters[start - 1].word == letters[typed.letters - 1].word >= 0:
        start -= 1
    return range(start, typed.letters)


def _drawn(text: str, typed: Typed, at: int) -> str:
    """One letter as it stands; whole where its word is over."""
    letters = letters_of(text)
    whole = normalize("NFC", text)[at]
    if at not in _word(letters, typed):
        return whole
    parts = normalize("NFD", whole)
    if letters[at].shape and at not in typed.shaped:
        parts = "".join(one for one in parts if one not in _SHAPES).replace("đ", "d").replace("Đ", "D")
    if not typed.toned:
        parts = "".join(one for one in parts if one not in _TONES)
    return normalize("NFC", parts)


def _last_word(text: str, typed: Typed) -> str:
    return "".join(_drawn(text, typed, at) for at in _word(letters_of(text), typed))
