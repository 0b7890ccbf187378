"""Reads `catalogue.toml`, the one place where the vocabulary of the log is written."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

About = Literal["kiosk", "session"]
NAMED_TYPES = ("id", "hash", "epoch", "count")


class CatalogueWrong(ValueError):
    """`catalogue.toml` contradicts itself; only a programmer meets this."""


@dataclass(frozen=True, slots=True)
class Field:
    """`type` is one of `NAMED_TYPES` or the name of a closed list."""

    name: str
    type: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One kind of event."""

    kind: str
    about: About
    vi: str
    en: str
    fields: tuple[Field, ...]

    @property
    def class_name(self) -> str:
        """`walk.started` → `WalkStarted`."""
        return "".join(word.capitalize() for word in self.kind.split("."))

    @property
    def member_name(self) -> str:
        """`walk.started` → `WALK_STARTED`."""
        return self.kind.replace(".", "_").upper()


@dataclass(frozen=True, slots=True)
class Catalogue:
    lists: Mapping[str, tuple[str, ...]]
    entries: tuple[Entry, ...]


def read_catalogue() -> Catalogue:
    """The catalogue as it is written. Raises `CatalogueWrong`."""
    raw = tomllib.loads((files("kiosk.sessions") / "catalogue.toml").read_text("utf-8"))
    lists = {name: tuple(words) for name, words in raw["lists"].items()}
    entries = tuple(
        Entry(one["kind"], one["about"], one["vi"], one["en"], _fields(one["fields"])) for one in raw["event"]
    )
    _check(lists, entries)
    return Catalogue(lists, entries)


def _fields(raw: Mapping[str, str]) -> tuple[Field, ...]:
    return tuple(Field(name, type_.rstrip("?"), type_.endswith("?")) for name, type_ in raw.items())


def _check(lists: Mapping[str, tuple[str, ...]], entries: tuple[Entry, ...]) -> None:
    kinds = [entry.kind for entry in entries]
    if len(set(kinds)) != len(kinds):
        raise CatalogueWrong("a kind of event is written twice")
    for entry in entries:
        if entry.about not in ("kiosk", "session"):
            raise CatalogueWrong(f"{entry.kind}: about is {entry.about!r}")
        for field in entry.fields:
            if field.type not in NAMED_TYPES and field.type not in lists:
                raise CatalogueWrong(f"{entry.kind}.{field.name}: no type or list named {field.type!r}")
