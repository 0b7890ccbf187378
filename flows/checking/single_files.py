"""What an exercise and a rehearsal must both keep: nobody's number, words that can be said, a last day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from flows.checking.numbers import is_somebodys_own, is_spelt_out, numbers_in
from flows.checking.wording import MOST_SYLLABLES, SAYABLE, SENTENCE_END, UNSAYABLE, Speakable, syllables
from flows.guide.problems import Finding, Place, rules
from flows.guide.script import Script
from flows.guide.words import Words

CODE = "385214"
"""The only code that stands in a drawn message. Six figures that differ: six zeros teach nobody to read and
to keep them, and each zero is said “không”, which is “not”.
"""

Path = tuple[str, ...]
Texts = Iterable[tuple[Path, Words]]
"""Everything somebody reads or hears of one, with where it stands."""


def number_words(
    file: str, script: Script, texts: Texts, code: str, own: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """A number that is read may be dialled: only those of the list of services stand there, the code, and
    what the script itself has one type (*own*). *code* is that of the rule.
    """
    allowed = {*listed_numbers(), *own, CODE}
    for path, words in texts:
        for language in script.languages:
            text = words.in_(language)
            wrong = sorted(one for one in numbers_in(text) if one not in allowed)
            if wrong or is_somebodys_own(text) or is_spelt_out(text):
                number = wrong[0] if wrong else "…"
                yield Finding(code, Place(file, (*path, language)), {"number": number[:4]})


def listed_numbers() -> Iterable[str]:
    """The official services."""
    numbers: Iterable[str] = rules()["hotline-unknown"]["numbers"]
    return numbers


def unsayable_words(file: str, texts: Texts) -> Iterator[Finding]:
    """What no voice can say."""
    for path, words in texts:
        strange = UNSAYABLE.search(words.vi)
        if strange or (words.vi and not SAYABLE.search(words.vi)):
            part = strange[0] if strange else words.vi
            yield Finding("letters-unsayable", Place(file, (*path, "vi")), {"part": part})


def expired(file: str, script: Script, today: date) -> Iterator[Finding]:
    """Its last day is over."""
    if script.valid_until < today:
        yield Finding("expired", Place(file, ("valid_until",)), {"valid_until": script.valid_until})


def author_hints(file: str, script: Script, texts: Texts, speakable: Speakable) -> Iterator[Finding]:
    """What is shown besides to whoever writes it: never an error."""
    for path, words in texts:
        for sentence in SENTENCE_END.split(words.vi):
            if (count := syllables(sentence)) > MOST_SYLLABLES:
                fields = {"syllables": count, "limit": MOST_SYLLABLES}
                yield Finding("sentence-long", Place(file, (*path, "vi")), fields)
        for language in script.languages:
            for vi, en in speakable(words.in_(language), language):
                yield Finding("not-speakable", Place(file, (*path, language)), {"vi": vi, "en": en})
