"""Numbers: the same in every language, the same as those shown, and none of them somebody's own.

A number is compared by its digits: `650.000`, `650,000`, `650 000` and `650 nghìn` are one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import cast
from unicodedata import normalize

from flows.guide.flow import Flow
from flows.guide.problems import Finding, Place, rules
from flows.guide.steps import Step, ToHotline
from flows.guide.texts import Path, all_in_one, every_text, resident_texts, step_texts

_ZEROS = {
    "nghìn": 3, "ngàn": 3, "thousand": 3, "mille": 3, "triệu": 6, "million": 6, "millions": 6,
    "tỷ": 9, "billion": 9, "milliard": 9, "milliards": 9,
}  # fmt: skip
_SCALE = rf"\s(?P<scale>{'|'.join(_ZEROS)})\b"
_NUMBER = re.compile(
    r"(?<![0-9])(?P<number>"
    r"(?!(?:[0-9]{1,2}[.-]){1,2}[0-9]{4}(?![.-]?[0-9]))"  # neither 08.05.2026 nor 05-2026, but
    r"(?:0[0-9]*|1[89]00)(?:[ .\u00a0\u202f-][0-9]{2,4})+"  # a telephone number in groups
    r"|[1-9][0-9]{0,2}(?:[., \u00a0\u202f][0-9]{3})+"  # an amount in thousands
    rf"|[0-9]+[.,][0-9]{{1,2}}(?={_SCALE.replace('?P<scale>', '?:')})"  # 1,5 triệu
    rf"|[0-9]+)(?![0-9])(?:{_SCALE})?"
)
_LEAST_DIGITS = 3  # fewer are hours, days and counts, which another language may write in words
_TELEPHONE = re.compile(r"0[0-9]{2,}|11[0-9]|156|1[89]00[0-9]+")
_LINE = re.compile(r"0[0-9]{6,}|1[89]00[0-9]{4,}")

_OWN = re.compile(
    r"(?<![0-9])(?!(?:[0-9]{1,2}[.-]){2}[0-9]{4}(?![0-9]))(?:"  # 08.05.2026 is a day
    r"(?:\+?84|0)[ .\u00a0\u202f-]?[35789](?:[ .\u00a0\u202f-]?[0-9]){8}"  # a mobile telephone
    r"|0[0-9]{2}(?:[ .\u00a0\u202f-]?[0-9]){9}"  # an identity card: twelve digits, those of a province first
    r"|(?!0[26]|1[89]00)[0-9]{9,}"  # an old identity card, a bank account; not an office's line
    r")(?![0-9])"
)

_DIGITS = (
    "không một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín mười mươi",
    "zero oh nought one two three four five six seven eight nine ten double triple",
    "zéro un une deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt"
    " vingts trente quarante cinquante soixante et",
)
_SPELT = frozenset(" ".join(_DIGITS).split())
"""Digits in words; French reads a number by twos."""
_LEAST_SPELT = 8
_WORDS = re.compile(r"\w+")

DENIED = "mất|dễ|khó|phải|có|được|báo|cần|nên|còn|bị|đúng|cho|thấy"
"""Words that “không” before them turns round."""
_ZERO_DENIES = re.compile(
    r"(?<![0-9.,])(?:1[89]00|0|(?:1[89]00|0)[0-9]*(?:[ .\u00a0][0-9]{2,4})*?0)[ \u00a0]"
    rf"(?P<denied>{DENIED})\b"
)
"""Said digit by digit, `1900 mất tiền cước` ends in *không mất tiền cước*: it costs nothing."""

_STAYS_CHECKED = timedelta(days=366)
_LONG = re.compile(r"[0-9](?:[ .\u00a0\u202f-]?[0-9]){8}")
"""Nine digits: fewer are never somebody's. Begins with a set of letters, with which a search is quick."""


def numbers_in(text: str) -> frozenset[str]:
    """The digits of every number of three or more of them: telephone numbers, amounts, years."""
    numbers = {_digits(match) for match in _NUMBER.finditer(text)}
    return frozenset(digits for digits in numbers if len(digits) >= _LEAST_DIGITS)


def longer_numbers_out_of(text: str) -> str:
    """*text* without the numbers of three or more digits."""
    return _NUMBER.sub(lambda match: match[0] if len(_digits(match)) < _LEAST_DIGITS else "…", text)


def _digits(match: re.Match[str]) -> str:
    if scale := match["scale"]:
        whole, _, part = match["number"].replace(",", ".").partition(".")
        zeros = _ZEROS[scale]
        return whole + (part.ljust(zeros, "0") if len(part) < _LEAST_DIGITS else part + "0" * zeros)
    return re.sub(r"[^0-9]", "", match["number"])


def numbers_are_the_same_in_every_language(flow: Flow) -> Iterator[Finding]:
    """Of two languages the translation is named, of three the one that stands alone."""
    for path, words in resident_texts(flow):
        said = {one: numbers_in(words.in_(one)) for one in flow.languages if words.has(one)}
        if len(set(said.values())) < 2:
            continue
        counts = Counter(said.values())
        usual = max(said, key=lambda one: counts[said[one]])  # the first of as many: Vietnamese
        for language, numbers in said.items():
            if numbers != said[usual]:
                fields = {"own": _list(numbers), "other": f"{usual}.toml", "others": _list(said[usual])}
                yield Finding("numbers-differ", Place(f"{language}.toml", path), fields)


def steps_say_the_number_they_show(flow: Flow) -> Iterator[Finding]:
    """Whoever hears 113 and is shown 114 calls the wrong one, or none."""
    for step in flow.steps.values():
        called = {edge.id: edge.target.number for edge in step.edges if isinstance(edge.target, ToHotline)}
        shown = {*called.values(), *_drawn(step)}
        for path, words in step_texts(step) if shown else ():
            edge = called.get(".".join(path[2:4]))
            meant = shown if edge is None else {edge}
            for language in flow.languages:
                wrong = telephones_in(words.in_(language)) - meant if words.has(language) else frozenset()
                if wrong:
                    fields = {"own": _list(wrong), "shown": _list(meant)}
                    yield Finding("number-not-shown", Place(f"{language}.toml", path), fields)


def telephone_numbers_are_listed(flow: Flow) -> Iterator[Finding]:
    """One slip of a digit, and a resident who is in trouble reaches a stranger: each stands in one list."""
    hotlines = rules()["hotline-unknown"]["numbers"]
    for path, number in _called(flow):
        file = "vi.toml" if path[-1] in ("say", "simpler", "example") else "flow.toml"
        if checked := _public().get(number):
            if flow.checked_on - checked > _STAYS_CHECKED:
                yield Finding(
                    "public-line-old", Place(file, path), {"number": number, "day": f"{checked:%d/%m/%Y}"}
                )
        # Of somebody's own it is reported already.
        elif number not in hotlines and not _OWN.fullmatch(number):
            yield Finding("hotline-unknown", Place(file, path), {"number": number})


def _called(flow: Flow) -> Iterator[tuple[Path, str]]:
    """What the ways call and the pictures show; of what is said, numbers too long to count anything."""
    for step in flow.steps.values():
        home = ("step", step.id)
        for edge in step.edges:
            if isinstance(edge.target, ToHotline):
                yield (*home, *edge.id.split(".", 1)), edge.target.number
        for place, label in _shown(step):
            yield from (((*home, *place), number) for number in sorted(telephones_in(label)))
        for path, words in step_texts(step):
            if path[-1] in ("say", "simpler", "example"):
                yield from (
                    (path, number) for number in sorted(numbers_in(words.vi)) if _LINE.fullmatch(number)
                )


def denied_by_a_zero(text: str) -> str | None:
    """The word of a Vietnamese *text* that the zero said before it would deny, None if there is none."""
    match = _ZERO_DENIES.search(text)
    return match["denied"] if match else None


def no_zero_denies_what_follows(flow: Flow) -> Iterator[Finding]:
    """The voice says zero as *không*: a comma or another word parts it from what it would turn round."""
    for path, words in resident_texts(flow):
        if denied := denied_by_a_zero(words.vi):
            yield Finding("zero-denies", Place("vi.toml", path), {"part": denied})


def no_number_is_somebodys_own(flow: Flow) -> Iterator[Finding]:
    """Whoever answers a mobile tomorrow is nobody the ward knows; an identity number is nobody's to read.

    Searched as one text first: every start of the kiosk waits for it.
    """
    if not _LONG.search(all_in_one(flow)):
        return
    for place, text, _ in every_text(flow):
        own = (match[0] for match in _OWN.finditer(text) if re.sub(r"[^0-9]", "", match[0]) not in _public())
        if part := next(own, ""):
            yield Finding("number-of-somebody", place, {"part": part[:4]})


def _public() -> Mapping[str, date]:
    """Lines for everybody that have the form of a mobile, by their digits: when each was last looked up."""
    return cast("Mapping[str, date]", rules()["number-of-somebody"]["public"])


def is_somebodys_own(text: str) -> bool:
    """Whether a number of *text* looks like somebody's mobile, identity card or account."""
    return _OWN.search(text) is not None


def is_spelt_out(text: str) -> bool:
    """Whether eight digits or more are read one after the other, in words or singly: a number for the ear."""
    run = 0
    for word in _WORDS.findall(normalize("NFC", text).casefold()):
        run = run + 1 if word in _SPELT or (word.isdigit() and len(word) <= 2) else 0
        if run >= _LEAST_SPELT:
            return True
    return False


def telephones_in(text: str) -> frozenset[str]:
    """The numbers of *text* that are called: those of the police, of services and with an area code."""
    return frozenset(number for number in numbers_in(text) if _TELEPHONE.fullmatch(number))


def _drawn(step: Step) -> frozenset[str]:
    return frozenset().union(*(telephones_in(label) for _, label in _shown(step)))


def _shown(step: Step) -> Iterator[tuple[Path, str]]:
    """The digits on the picture of *step*, each with its place below the step."""
    for place, one in enumerate(step.picture.elements if step.picture else ()):
        if one.role == "digits" and one.label:
            yield ("picture", "elements", str(place)), one.label


def _list(numbers: frozenset[str] | set[str]) -> str:
    return ", ".join(sorted(numbers)) or "–"
