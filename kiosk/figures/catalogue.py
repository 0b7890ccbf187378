"""Reads `catalogue.toml`, the one place where figures are named and defined."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias

from flows.words import Words

Unit: TypeAlias = Literal["count", "ms"]
Counts: TypeAlias = Literal["sessions", "walks", "steps", "tickets", "doors", "trainings"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number. `words` name it beneath the number; `definition` is its footnote."""

    key: str
    unit: Unit
    words: Words
    definition: Words


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Rows that together make one number: `counts` says of what.

    `buckets` names the rows where they are a closed list; those of guides, topics and hours name themselves.
    """

    key: str
    counts: Counts
    words: Words
    definition: Words
    buckets: Mapping[str, Words] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """By key, in the order in which they are told."""

    figures: Mapping[str, Figure]
    breakdowns: Mapping[str, Breakdown]


@cache
def catalogue() -> Catalogue:
    """The catalogue as it is written."""
    raw = tomllib.loads((files("kiosk.figures") / "catalogue.toml").read_text("utf-8"))
    figures = (
        Figure(one["key"], one["unit"], _words(one), _words(one["definition"])) for one in raw["figure"]
    )
    breakdowns = (
        Breakdown(
            one["key"],
            one["counts"],
            _words(one),
            _words(one["definition"]),
            {bucket: _words(words) for bucket, words in one.get("buckets", {}).items()},
        )
        for one in raw["breakdown"]
    )
    return Catalogue({one.key: one for one in figures}, {one.key: one for one in breakdowns})


def _words(raw: Mapping[str, Any]) -> Words:
    return Words(raw["vi"], raw["en"], raw["fr"])
