"""What of a step holds until a day, as its files write it.

``until = 2026-12-31`` ends what the step says; from the day after it says what the word files write below
``after.…``, or leads to a person (``after = "person"``). ``until.example = …`` and ``until.stuck.<id> = …``
end one text alone.
"""

from __future__ import annotations

from flows.steps import Dated
from flows.table import Table
from flows.word_book import WordBook

SPOKEN = ("say", "simpler", "example")


def read_dated(step: Table, book: WordBook) -> tuple[Dated, ...]:
    """Everything of the step that ends; an end after which nothing was written is noted."""
    to_person = "after" in step.values and step.one_of("after", ("person",)) == "person"
    match step.values.get("until"):
        case None:
            if to_person:
                step.note("key-missing", "until", key="until", wanted_vi="2026-12-31", wanted_en="2026-12-31")
            return ()
        case dict():
            if to_person:
                step.note("until-person-of-a-text", "after")
            return _texts(step, book)
        case _:
            return _whole(step, book, to_person)


def _whole(step: Table, book: WordBook, to_person: bool) -> tuple[Dated, ...]:
    until = step.day("until")
    if to_person:
        return (Dated((), until),)
    words = {text: book.maybe(*step.path, "after", text) for text in SPOKEN}
    if words["say"] is None:
        step.note("until-nothing-follows", "until", until=until, text="say")
    return tuple(Dated((text,), until, words[text]) for text in SPOKEN)


def _texts(step: Table, book: WordBook) -> tuple[Dated, ...]:
    until = step.table("until")
    until.only(*SPOKEN, "stuck")
    stuck = until.table("stuck")
    stuck.only(*step.table("stuck").values)
    places: list[tuple[Table, str, tuple[str, ...]]] = [
        (until, name, (name,)) for name in until.values if name in SPOKEN
    ]
    places += [(stuck, name, ("stuck", name)) for name in stuck.values]
    return tuple(_text(step, table, book, key, path) for table, key, path in places)


def _text(step: Table, table: Table, book: WordBook, key: str, path: tuple[str, ...]) -> Dated:
    until, after = table.day(key), book.maybe(*step.path, "after", *path)
    if after is None:
        table.note("until-nothing-follows", key, until=until, text=".".join(path))
    return Dated(path, until, after)
