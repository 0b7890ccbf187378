"""Numbers of one or two digits: hours, days, counts. Another language may write them in words, no others.

`flows.checking.numbers` compares the longer ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from flows.checking.mentions import plain
from flows.checking.numbers import longer_numbers_out_of
from flows.guide.flow import Flow
from flows.guide.problems import Finding, Place
from flows.guide.texts import resident_texts
from flows.guide.words import Language

_SMALL = re.compile(r"(?<![\w.,])0?(\d{1,2})(?![0-9])(?!g\b)")
_UNIT = re.compile(
    r"(?<![\w.,])(\d{1,2})(?:(?: ?[–-] ?| đến | tới | to | à )(\d{1,2}))? (?:chữ )?([^\W\d_]+)"
)
_HOURS = frozenset({"giờ", "h", "heures", "o"})

_IN_ORDER: Mapping[Language, str] = {
    "vi": "một hai ba bốn năm sáu bảy tám chín mười",
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf vingt",
}
_MONTHS: Mapping[Language, str] = {
    "vi": "",
    "en": "january february march april may june july august september october november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
_MORE: Mapping[Language, Mapping[str, int]] = {
    "vi": {"tư": 4, "lăm": 5, "đôi": 2, "cả hai": 2},
    "en": {"twice": 2, "both": 2, "pair": 2, "second": 2, "third": 3, "dozen": 12, "thirty": 30, "forty": 40,
           "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "noon": 12},
    "fr": {"deuxième": 2, "second": 2, "troisième": 3, "trente": 30, "quarante": 40, "cinquante": 50,
           "soixante": 60, "midi": 12, "quinzaine": 15, "huitaine": 8, "dizaine": 10, "douzaine": 12},
}  # fmt: skip
_WORDS: Mapping[Language, Mapping[str, int]] = {
    language: {
        **{word: place for place, word in enumerate(_IN_ORDER[language].split(), start=1)},
        **{word: place for place, word in enumerate(_MONTHS[language].split(), start=1)},
        **_MORE[language],
    }
    for language in _IN_ORDER
}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_TENS = re.compile(
    r"\b(?:(hai|ba|bốn|năm|sáu|bảy|tám|chín) mươi|mười)(?: (một|mốt|hai|ba|bốn|tư|lăm|sáu|bảy|tám|chín))?\b"
)
_BELOW = re.compile(r"\b(?:dưới|chưa đủ|under|below|moins)\b")  # “under 14” is “6 to 13”
_AFTERNOON = re.compile(r"\d ?p\.?m\b|\b(?:afternoon|evening|night|after-midi|soir)\b")


def small_numbers_are_the_same(flow: Flow) -> Iterator[Finding]:
    """Each that stands in digits in one stands in the other, in digits or words, or nothing in its stead."""
    for path, words in resident_texts(flow):
        vi = _bare(words.vi)
        for language in flow.languages if any(words.has(one) for one in ("en", "fr")) else ():
            if language == "vi" or not words.has(language):
                continue
            other = _bare(words.in_(language))
            ours, theirs = _numbers_said(vi, "vi"), _numbers_said(other, language)
            instead = (_digits(vi) - theirs and theirs - ours) or (_digits(other) - ours and ours - theirs)
            if instead:
                fields = {"own": _list(_digits(other)), "other": "vi.toml", "others": _list(_digits(vi))}
                yield Finding("numbers-differ", Place(f"{language}.toml", path), fields)


def simpler_words_count_the_same(flow: Flow) -> Iterator[Finding]:
    """As many minutes, digits or days in `simpler` as in `say`, where both count the same thing."""
    for step in flow.steps.values():
        for language in flow.languages if step.simpler else ():
            assert step.simpler is not None
            if not (step.say.has(language) and step.simpler.has(language)):
                continue
            said, simpler = (_counted(words.in_(language)) for words in (step.say, step.simpler))
            for thing in said.keys() & simpler.keys():
                if said[thing].isdisjoint(simpler[thing]):
                    fields = {"thing": thing, "own": _list(simpler[thing]), "others": _list(said[thing])}
                    place = Place(f"{language}.toml", ("step", step.id, "simpler"))
                    yield Finding("numbers-differ-simpler", place, fields)


def _bare(text: str) -> str:
    return longer_numbers_out_of(plain(text))


def _digits(bare: str) -> frozenset[int]:
    return frozenset(int(number) for number in _SMALL.findall(bare)) - {0, 1}


def _numbers_said(bare: str, language: Language) -> frozenset[int]:
    said = set(_digits(bare))
    number_of = _WORDS[language]
    for word in _WORD.findall(bare):
        said |= {number_of[part] for part in (word, *word.split("-")) if part in number_of}
    if language == "vi":
        for tens, ones in _TENS.findall(bare):
            said.add(10 * (number_of[tens] if tens else 1) + number_of.get(ones.replace("mốt", "một"), 0))
    if _AFTERNOON.search(bare):
        said |= {number + 12 for number in said}
    if "chiều" in bare or "tối" in bare:
        said |= {number + 12 for number in said} | {number - 12 for number in said}
    if _BELOW.search(bare):
        said |= {number - 1 for number in said} | {number + 1 for number in said}
    return frozenset(said) - {0, 1}


def _counted(text: str) -> dict[str, set[int]]:
    counted_things: dict[str, set[int]] = {}
    for *numbers, thing in _UNIT.findall(_bare(text)):
        counted = {int(number) % (12 if thing in _HOURS else 100) for number in numbers if number}
        counted_things.setdefault(thing, set()).update(counted)
    return counted_things


def _list(numbers: frozenset[int] | set[int]) -> str:
    return ", ".join(map(str, sorted(numbers))) or "–"
