"""The way into the three languages: what is said for a written text, and whether all of it can be said."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import assert_never

from accessibility.letters import is_latin
from accessibility.speech.english_and_french import spoken_english, spoken_french
from accessibility.speech.pieces import pieces
from accessibility.speech.rewriting import Spoken
from accessibility.speech.utterance import SpokenLanguage
from accessibility.speech.vietnamese_rules import spoken_vietnamese, unreadable_vietnamese


def spoken(text: str, language: SpokenLanguage) -> Spoken:
    """Speakable text with spans into *text*. May be empty: a text of emoji alone says nothing."""
    match language:
        case "vi":
            return spoken_vietnamese(text)
        case "en":
            return spoken_english(text)
        case "fr":
            return spoken_french(text)
        case _:
            assert_never(language)


# Signs that are read as something, or are a pause, or rightly silent; of any other nobody would hear.
_SIGNS = frozenset(".,;:!?…()“”«»‘’'\"-–—/&%+=#*@°₫•·→›>|[]_\u2011")
_LANGUAGES: dict[str, SpokenLanguage] = {"vi": "vi", "en": "en", "fr": "fr"}


_NOTHING = ("không có gì để đọc", "there is nothing to say")


def speakable(text: str, language: str) -> list[tuple[str, str]]:
    """What the voice would read wrong in *text*, said in Vietnamese and in English; empty when fine."""
    voice = _LANGUAGES.get(language)
    if voice is None:
        return [(f"không có giọng đọc tiếng “{language}”", f"there is no voice for “{language}”")]
    if not text.strip():
        return [_NOTHING]
    problems = [
        (f"không đọc được dấu “{sign}”: viết bằng chữ", f"“{sign}” has no voice: write it in words")
        for sign in _voiceless(text, voice)
    ]
    said_anything = False
    for piece in pieces(text, voice):
        said = spoken(piece.text, piece.language)
        said_anything = said_anything or bool(said.text.strip(" .,;:!?"))
        if piece.language == "vi":
            problems += [_no_syllable(word) for word in unreadable_vietnamese(said, piece.text)]
            problems += [_guessed(piece.text[start:end]) for start, end in said.guesses]
    return problems if said_anything else [*problems, _NOTHING]


def _no_syllable(word: str) -> tuple[str, str]:
    return (
        f"“{word}” không phải tiếng Việt: viết lại, hoặc thêm cách đọc vào speech/words/vi.toml",
        f"“{word}” is no Vietnamese syllable: reword it, or add it to speech/words/vi.toml",
    )


def _guessed(written: str) -> tuple[str, str]:
    if "/" in written:
        return (
            "“/” sau một số lượng: máy đọc là “hoặc”. Viết chữ “một” hoặc chữ “hoặc”",
            "“/” behind an amount is said as “or”: write “per” or “or” in words",
        )
    return (
        f"“{written}” sẽ đọc từng chữ cái: viết đầy đủ, hoặc thêm cách đọc vào speech/words/vi.toml",
        f"“{written}” is said letter by letter: write it in full, or add it to speech/words/vi.toml",
    )


# Said by Vietnamese rules, but only where a number or a metre follows or stands before.
_SIGNS_OF_AMOUNTS = re.compile(r"m[²³]|[≥≤<±−]\s?(?=\d)|(?<=\d)\s?×\s?(?=\d)")


def _voiceless(text: str, language: SpokenLanguage) -> Iterator[str]:
    composed = unicodedata.normalize("NFC", text)
    said = _SIGNS_OF_AMOUNTS.sub("", composed) if language == "vi" else composed.replace("m²", "")
    for sign in dict.fromkeys(said):
        if not (is_latin(sign) or sign in "0123456789" or sign.isspace() or sign in _SIGNS):
            yield sign
