"""The few rules English and French need: short words, numbers to dial, dates, money, addresses."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from accessibility.speech.rewriting import Rule
from accessibility.speech.utterance import SpokenLanguage
from accessibility.speech.word_list import any_of, word_list
from accessibility.speech.written_forms import (
    DIALLED,
    DOCUMENT,
    DOTTED,
    EMAIL,
    ENDING,
    WEB,
    is_day,
    read_address,
    to_be_typed,
)

_SHORT = r"(?:11[1-5]|1022|1080|1009|156|5656)(?!\w|[.,]\d)"  # to call in need
_COUNTED = (
    "people|persons?|residents?|days?|weeks?|months?|years?|hours?|minutes?|seconds?|times|pages?|steps?|guides?|"
    "visits?|calls?|points?|teams?|kiosks?|files?|letters?|characters?|digits?|metres?|dong|"
    "personnes?|résidents?|jours?|semaines?|mois|ans?|années?|heures?|secondes?|fois|étapes?|visites?|appels?|"
    "équipes?|bornes?|fichiers?|lettres?|caractères?|chiffres?|mètres?|km|m"
)
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?"
    r"|dimanches?)"
)
_HOTLINE = rf"{_SHORT}(?!\s*(?:%|(?:{_COUNTED})\b))"  # not of a number of things: 113 people


@dataclass(frozen=True, slots=True)
class LightWords:
    """What the signs are called in one language; of a date the day or the year may be missing."""

    dot: str
    slash: str
    at: str
    plus: str
    of: str
    to: str
    per: str
    thousands: str
    hyphen: str
    asked: str  # a pattern of what asks to type an address
    in_one_word: str
    quoted: tuple[Rule, ...]
    date: Callable[[int | None, int, int | None], str]
    time: Callable[[int, int], str]


def light_rules(language: SpokenLanguage, say: LightWords) -> tuple[Rule, ...]:
    """Rules for `rewrite`; plain numbers and words are left to the voice."""
    listed = word_list(language)
    signs = {".": say.dot, "/": say.slash, "@": say.at, "-": "-", "_": " ", "?": " ", "=": " "}

    keys = signs | {"-": say.hyphen}

    def part(text: str) -> str:
        reading = listed.address.get(text.lower()) or listed.word(text)
        return reading or _letter_by_letter(text)

    def address(match: re.Match[str]) -> str:
        return read_address(match[0], lambda sign: signs.get(sign, ""), part)

    def typed_address(match: re.Match[str]) -> str:
        """Every key of it: who types by ear types what was said."""
        spelled = read_address(
            match["address"],
            lambda sign: f"{keys.get(sign, '')},",
            lambda text: ", ".join(text.upper()) + ",",
        )
        return f", {say.in_one_word}: {spelled}"

    def date(match: re.Match[str]) -> str | None:
        day, month, year = int(match[1]), int(match[2]), int(match[3])
        return say.date(day, month, year) if is_day(day, month) else None

    def month_of_year(match: re.Match[str]) -> str | None:
        month = int(match[1])
        return say.date(None, month, int(match[2])) if 1 <= month <= 12 else None

    def bare_date(match: re.Match[str]) -> str | None:
        day, month = int(match[1]), int(match[2])
        return say.date(day, month, None) if day > month and is_day(day, month) else None

    def time(match: re.Match[str]) -> str | None:
        hour, minute = int(match["h"]), int(match["m"] or 0)
        return say.time(hour, minute) if hour < 24 and minute < 60 else None

    def amount(match: re.Match[str]) -> str:
        return re.sub(r"\D", say.thousands, match[0])

    return (
        Rule(EMAIL, address),
        Rule(to_be_typed(say.asked), typed_address, "address"),
        Rule(WEB, address),
        Rule(ENDING, address),
        Rule(
            re.compile(rf"(?<!\w)(?:{any_of(listed.words)})(?!\w)", re.IGNORECASE),
            lambda m: _letter_by_letter(m[0]) if listed.is_spelled_out(m) else listed.word(m[0]),
        ),
        Rule(DOCUMENT, f" {say.of} ", 1),
        Rule(re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)"), date),
        Rule(re.compile(DOTTED), date),
        Rule(re.compile(r"(?<![\w/])(\d{1,2})/((?:19|20)\d{2})(?![\w/])"), month_of_year),
        # No share of something is more than the whole: 30/4 is a day. But not in an address: 12/4 phố Huế.
        Rule(
            re.compile(
                r"(?!24/7)(?<![\w./,-])(?<!n° )(?<!No )(?<!số )(\d{1,2})/(\d{1,2})"
                r"(?![\w/]|[.,]\d|\s+(?:phố|đường|ngõ|[A-ZĐÀ-Ỹ]))"
            ),
            bare_date,
        ),
        Rule(
            re.compile(r"(?<![\d:.,])(?P<h>\d{1,2})\s?(?:(?:h\s?|:)(?P<m>\d{2})(?!\d)|h(?!\w))"),
            time,
        ),
        Rule(
            re.compile(rf"(?<![\w.,/])(?:{DIALLED}|{_SHORT})(\s[–—-]\s|\s?/\s?)(?={DIALLED}|{_SHORT})"),
            ", ",
            1,
        ),
        Rule(
            re.compile(rf"(?<![\w.,/]){DIALLED}(?![\w/])"),
            lambda m: (f"{say.plus} " if m[0][0] == "+" else "") + _one_by_one(m[0]),
        ),
        Rule(re.compile(rf"(?<![\w.,]){_HOTLINE}"), lambda m: _one_by_one(m[0])),
        # What such a number begins with, named alone: “Calls to 1900 cost money.”
        Rule(
            re.compile(r"\b(?:calls to|appels? au|numéros?) (1[89]00)(?!\w|[.,]\d| \d)", re.IGNORECASE),
            lambda m: _one_by_one(m[1]),
            1,
        ),
        Rule(re.compile(r"(?<![\w.,])\d{1,3}(?:[., \u00a0]\d{3})+(?![\d.,]\d)"), amount),
        Rule(re.compile(r"(?<![\w.,])\d{7,}(?!\w)"), lambda m: _one_by_one(m[0])),
        # A code that came by message; a sum has its thousands apart.
        Rule(
            re.compile(r"(?<![\w.,])(\d{3})(\d{3})(?!\w|[.,]\d|\s?(?:đ|₫|VND|VNĐ|dongs?)(?!\w))"),
            lambda m: _one_by_one(f"{m[1]} {m[2]}"),
        ),
        Rule(re.compile(r"(?<=\d)\s?(?:đ|₫|VND|VNĐ)(?!\w)"), " dong"),
        Rule(re.compile(r"(?<=\d)\s?/\s?(?=\d)"), f" {say.of} "),
        Rule(re.compile(r"(?<=[\dh])\s?[–—-]\s?(?=\d)"), f" {say.to} "),
        Rule(re.compile(rf"\b{_WEEKDAY}\s?([–—-])(?=\s?{_WEEKDAY}\b)", re.IGNORECASE), f" {say.to} ", 1),
        Rule(re.compile(r"\d[\d.,]*\s?[^\W\d_]+(\s?/\s?)(?=[^\W\d_])"), f" {say.per} ", 1),
        Rule(re.compile(r"(?<=\w)\s?/\s?(?=\w)"), ", "),
        Rule(re.compile(r"(?<=\d)\.(?=\d)"), " point "),
        Rule(re.compile(r"\bn°\s?(?=\d)", re.IGNORECASE), "numéro "),
        *say.quoted,
        Rule(re.compile(r"(?<!\w)['’]|['’](?!\w)"), " "),
    )


def _one_by_one(text: str) -> str:
    return ", ".join(" ".join(group) for group in re.findall(r"\d+", text))


def _letter_by_letter(text: str) -> str:
    return " ".join(text.upper()) if len(text) > 1 else text
