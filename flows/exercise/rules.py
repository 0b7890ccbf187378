"""What an exercise must keep, whoever wrote it: its text can be typed, and holds nothing of anybody's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from unicodedata import normalize

from flows.exercise.keyboard import KEYS
from flows.exercise.pack import FILE, ExercisePack
from flows.exercise.script import MICROPHONE, Exercise
from flows.exercise.telex_keys import MOST_LETTERS, all_keys
from flows.problems import Finding, Place, rules
from flows.rehearse.script import CODE
from flows.rules.numbers import is_somebodys_own, numbers_in
from flows.rules.wording import MOST_SYLLABLES, SAYABLE, SENTENCE_END, UNSAYABLE, Speakable, syllables
from flows.search.composing import composed
from flows.words import Words

FEWEST_CHOICES, MOST_CHOICES = 2, 3
Path = tuple[str, ...]
_WORDS = re.compile(r"[^\W\d_]+")


def at_loading(pack: ExercisePack, today: date) -> Iterator[Finding]:
    """What decides whether it is offered."""
    made = pack.draft
    if made is None:
        return
    match made.kind:
        case "type":
            yield from _can_be_typed(made)
        case "code" if made.expect != CODE:
            yield Finding("exercise-code", Place(FILE, ("expect",)), {"code": CODE})
        case "find" if made.expect != MICROPHONE:
            yield Finding("exercise-key", Place(FILE, ("expect",)), {"key": MICROPHONE})
        case "choose":
            yield from _right_one(made)
        case _:
            pass
    yield from _nobodys_number(made)
    yield from _can_be_read_aloud(made)
    if made.valid_until < today:
        yield Finding("expired", Place(FILE, ("valid_until",)), {"valid_until": made.valid_until})


def at_checking(made: Exercise, speakable: Speakable) -> Iterator[Finding]:
    """What whoever writes it is told besides: never an error."""
    for path, words in texts_of(made):
        for sentence in SENTENCE_END.split(words.vi):
            if (count := syllables(sentence)) > MOST_SYLLABLES:
                fields = {"syllables": count, "limit": MOST_SYLLABLES}
                yield Finding("sentence-long", Place(FILE, (*path, "vi")), fields)
        for language in made.languages:
            for vi, en in speakable(words.in_(language), language):
                yield Finding("not-speakable", Place(FILE, (*path, language)), {"vi": vi, "en": en})


def texts_of(made: Exercise) -> Iterator[tuple[Path, Words]]:
    """Everything a resident reads or hears of it, with where it stands."""
    for key in ("title", "task", "hint"):
        yield (key,), getattr(made, key)
    if made.kind == "code":
        yield ("asks",), made.asks
        yield ("refused",), made.refused
    for choice in made.choices:
        yield ("choice", choice.id, "text"), choice.text


def _can_be_typed(made: Exercise) -> Iterator[Finding]:
    """By the keys there are, and so that a real telephone would show the same."""
    place = Place(FILE, ("expect",))
    text = normalize("NFC", made.expect)
    if not 0 < len(text) <= MOST_LETTERS or text != " ".join(text.split()):
        yield Finding("exercise-length", place, {"most": MOST_LETTERS})
        return
    keys = all_keys(text)
    if strange := sorted(set(keys) - KEYS):
        yield Finding("exercise-untypable", place, {"key": strange[0]})
        return
    for word in _WORDS.findall(text.lower()):
        if composed("".join(all_keys(word))) != word:
            yield Finding("exercise-not-telex", place, {"word": word})
    if is_somebodys_own(text):
        yield Finding("exercise-number", place, {"number": "…"})


def _right_one(made: Exercise) -> Iterator[Finding]:
    known = [one.id for one in made.choices]
    if not FEWEST_CHOICES <= len(known) <= MOST_CHOICES:
        fields = {"count": len(known), "least": FEWEST_CHOICES, "most": MOST_CHOICES}
        yield Finding("exercise-choices", Place(FILE, ("choice",)), fields)
    if made.expect not in known:
        yield Finding("exercise-choice-nowhere", Place(FILE, ("expect",)), {"expect": made.expect})


def _nobodys_number(made: Exercise) -> Iterator[Finding]:
    """Who reads a number may dial it: only those of the list of services, noughts, and what is typed."""
    listed = rules()["hotline-unknown"]["numbers"]
    own = numbers_in(made.expect)
    for path, words in texts_of(made):
        for language in made.languages:
            text = words.in_(language)
            found = (one for one in numbers_in(text) if one not in listed and one not in own)
            wrong = sorted(one for one in found if one.strip("0"))
            if wrong or is_somebodys_own(text):
                number = wrong[0] if wrong else "…"
                yield Finding("exercise-number", Place(FILE, (*path, language)), {"number": number[:4]})


def _can_be_read_aloud(made: Exercise) -> Iterator[Finding]:
    for path, words in texts_of(made):
        strange = UNSAYABLE.search(words.vi)
        if strange or (words.vi and not SAYABLE.search(words.vi)):
            part = strange[0] if strange else words.vi
            yield Finding("letters-unsayable", Place(FILE, (*path, "vi")), {"part": part})
