"""What an exercise must keep, whoever wrote it: its text can be typed, and holds nothing of anybody's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from flows.checking.numbers import is_somebodys_own, numbers_in
from flows.checking.single_files import CODE, Path, author_hints, expired, number_words, unsayable_words
from flows.checking.wording import Speakable
from flows.guide.problems import Finding, Place
from flows.guide.words import Words
from flows.practice.exercise.keyboard import untypable
from flows.practice.exercise.pack import FILE
from flows.practice.exercise.script import MICROPHONE, Exercise
from flows.reading.offered import Pack

FEWEST_CHOICES, MOST_CHOICES = 2, 3


def at_loading(pack: Pack[Exercise], today: date) -> Iterator[Finding]:
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
    own = frozenset(numbers_in(made.expect))
    yield from number_words(FILE, made, texts_of(made), "exercise-number", own)
    yield from unsayable_words(FILE, texts_of(made))
    yield from expired(FILE, made, today)


def at_checking(made: Exercise, speakable: Speakable) -> Iterator[Finding]:
    """What is shown besides to whoever writes it: never an error."""
    yield from author_hints(FILE, made, texts_of(made), speakable)


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
    place = Place(FILE, ("expect",))
    if wrong := untypable(made.expect):
        yield Finding(f"exercise-{wrong.why}", place, dict(wrong.fields))
    elif is_somebodys_own(made.expect):
        yield Finding("exercise-number", place, {"number": "…"})


def _right_one(made: Exercise) -> Iterator[Finding]:
    ids = [choice.id for choice in made.choices]
    if not FEWEST_CHOICES <= len(ids) <= MOST_CHOICES:
        fields = {"count": len(ids), "least": FEWEST_CHOICES, "most": MOST_CHOICES}
        yield Finding("exercise-choices", Place(FILE, ("choice",)), fields)
    if made.expect not in ids:
        yield Finding("exercise-choice-nowhere", Place(FILE, ("expect",)), {"expect": made.expect})
