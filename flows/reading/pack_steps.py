"""One step of a guide: its kind, its words, its picture and its marks.

``until = 2026-12-31`` ends what a step says; from the day after it says what the word files write below
``after.…``, or leads to a person (``after = "person"``). ``until.example = …`` and ``until.stuck.<id> = …``
end one text alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, cast, get_args
from unicodedata import normalize

from flows.guide import steps
from flows.guide.table import ID, Table
from flows.guide.ward import OFFICES
from flows.reading.pack_edges import read_edges
from flows.reading.word_book import WordBook
from resources import path

KINDS: Mapping[str, Callable[..., steps.Step]] = {
    "say": steps.Say, "do": steps.DoStep, "choose": steps.Choose, "check": steps.Check, "show": steps.Show,
    "practise": steps.Practise, "handover": steps.HandOver, "end": steps.End,
}  # fmt: skip
KEYS = (
    "kind", "confidence", "sources", "safety", "private", "untold", "not_alone", "long", "next", "choice",
    "choice_picture", "stuck", "stuck_picture", "stuck_offices", "offices", "hotlines", "picture",
    "slide", "photo", "qr_id", "until", "after",
)  # fmt: skip
CONFIDENCES: tuple[str, ...] = get_args(steps.Confidence)
SAFETY_MARKS: tuple[str, ...] = get_args(steps.SafetyMark)


def read_step(step_id: str, table: Table, book: WordBook) -> steps.Step:
    """The step as it stands in the files; what is wrong is noted on the way."""
    table.only(*KEYS)
    kind = table.one_of("kind", KINDS)
    marks: dict[str, Any] = {"qr_id": table.text("qr_id") or None} if "qr_id" in table.values else {}
    if marks and kind != "show":
        table.note("qr-elsewhere", "qr_id", kind=kind)
        marks = {}
    signs = book.phrases(*table.path, "signs")
    return KINDS[kind](
        id=step_id,
        say=book.words(*table.path, "say"),
        simpler=book.maybe(*table.path, "simpler"),
        example=book.maybe(*table.path, "example"),
        calling=book.maybe(*table.path, "calling", required="hotlines" in table.values),
        title=book.maybe(*table.path, "title", required=bool(signs)),
        signs=signs,
        picture=None if names_drawing(table, "picture") else read_picture(table.table("picture")),
        drawing=table.one_of("picture", step_pictures()) if names_drawing(table, "picture") else "",
        slide=_slide(table.table("slide")),
        photo=_photo(table),
        edges=read_edges(table, book),
        safety=_safety(table),
        private=table.flag("private"),
        untold=table.flag("untold"),
        not_alone=table.flag("not_alone"),
        long=table.flag("long"),
        offices=table.some_of("offices", OFFICES),
        hotlines=table.texts("hotlines"),
        sources=table.texts("sources"),
        confidence=cast(steps.Confidence, table.one_of("confidence", CONFIDENCES)),
        dated=read_dated(table, book),
        **marks,
    )


def _photo(table: Table) -> str:
    """The name of a photograph that a ward may lay beside; whether one has is asked at the kiosk."""
    named = table.text("photo", "")
    if named and not ID.fullmatch(named):
        table.note("photo-name-wrong", "photo", name=named)
        return ""
    return named


def _safety(table: Table) -> frozenset[steps.SafetyMark]:
    return frozenset(cast(steps.SafetyMark, mark) for mark in table.some_of("safety", SAFETY_MARKS))


def step_pictures() -> tuple[str, ...]:
    """The names of the pictures that ship: what may stand beside a step without a drawn screen."""
    return _named_in(path("pictures", "steps"))


@lru_cache(maxsize=4)
def _named_in(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in folder.glob("*.svg")))


def names_drawing(table: Table, key: str) -> bool:
    """Whether *key* is the name of a picture of ours, and no drawn screen."""
    return isinstance(table.values.get(key), str)


def _slide(table: Table) -> steps.Slide | None:
    """The screen on which a finger slides; None where the table is empty."""
    if not table.values:
        return None
    way = cast(steps.SlideWay, table.one_of("way", get_args(steps.SlideWay)))
    screen = read_picture(table, "way")
    return None if screen is None else steps.Slide(way, screen)


def read_picture(table: Table, *also: str) -> steps.Picture | None:
    """A drawn screen; None where the table is empty. *also*: what else may stand in it."""
    if not table.values:
        return None
    table.only("device", "scene", "title", "elements", *also)
    elements = table.values.get("elements", [])
    if not isinstance(elements, list) or not all(isinstance(one, dict) for one in elements):
        table.note("value-wrong", "elements", key="elements", value=elements,
                   wanted_vi="danh sách [{ role = … }, …]", wanted_en="a list [{ role = … }, …]")  # fmt: skip
        elements = []
    return steps.Picture(
        device=cast(steps.Device, table.one_of("device", get_args(steps.Device))),
        scene=cast(steps.Scene, table.one_of("scene", get_args(steps.Scene))),
        title=table.text("title", "") or None,
        elements=tuple(
            _element(Table(one, table.file, (*table.path, "elements", str(place)), table.notes))
            for place, one in enumerate(elements)
        ),
    )


def _element(table: Table) -> steps.Element:
    table.only("role", "label", "highlight", "sourced", "sign", "typed")
    return steps.Element(
        role=cast(steps.ElementRole, table.one_of("role", get_args(steps.ElementRole))),
        label=table.text("label", "") or None,
        highlight=table.flag("highlight"),
        sourced=table.flag("sourced"),
        sign=cast(
            "steps.KeySign | None",
            table.one_of("sign", get_args(steps.KeySign)) if "sign" in table.values else None,
        ),
        typed=normalize("NFC", table.text("typed", "")),
    )


SPOKEN = ("say", "simpler", "example")


def read_dated(step: Table, book: WordBook) -> tuple[steps.Dated, ...]:
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


def _whole(step: Table, book: WordBook, to_person: bool) -> tuple[steps.Dated, ...]:
    until = step.day("until")
    if to_person:
        return (steps.Dated((), until),)
    words = {text: book.maybe(*step.path, "after", text) for text in SPOKEN}
    if words["say"] is None:
        step.note("until-nothing-follows", "until", until=until, text="say")
    return tuple(steps.Dated((text,), until, words[text]) for text in SPOKEN)


def _texts(step: Table, book: WordBook) -> tuple[steps.Dated, ...]:
    until = step.table("until")
    until.only(*SPOKEN, "stuck")
    stuck = until.table("stuck")
    stuck.only(*step.table("stuck").values)
    places: list[tuple[Table, str, tuple[str, ...]]] = [
        (until, name, (name,)) for name in until.values if name in SPOKEN
    ]
    places += [(stuck, name, ("stuck", name)) for name in stuck.values]
    return tuple(_text(step, table, book, key, path) for table, key, path in places)


def _text(step: Table, table: Table, book: WordBook, key: str, path: tuple[str, ...]) -> steps.Dated:
    until, after = table.day(key), book.maybe(*step.path, "after", *path)
    if after is None:
        table.note("until-nothing-follows", key, until=until, text=".".join(path))
    return steps.Dated(path, until, after)
