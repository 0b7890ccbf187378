"""Reads `catalogue.toml`, the one place where figures are named and defined."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias

from flows.words import Words

Unit: TypeAlias = Literal["count", "ms", "share"]
Counts: TypeAlias = Literal[
    "sessions", "assisted", "unresolved", "walks", "left", "steps", "explanations", "practised", "exercised",
    "calls", "tickets", "doors", "trainings", "grouped", "uses", "compared",
]  # fmt: skip
TOTALS: Mapping[Counts, str] = {
    "sessions": "sessions", "assisted": "sessions-assisted", "unresolved": "sessions-unresolved",
    "walks": "walks", "left": "walks-left", "steps": "steps",
    "explanations": "explanations", "practised": "practised", "exercised": "exercised",
    "calls": "help-calls", "tickets": "tickets",
    "doors": "doors",
    "trainings": "trainings", "grouped": "grouped",
    "uses": "uses", "compared": "compared",
}  # fmt: skip
"""The figure that the rows of a breakdown add up to, or of which each row is a part."""


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
    `overlaps`: one thing may be counted in several rows, or in none, so that they make no number together.
    """

    key: str
    counts: Counts
    words: Words
    definition: Words
    buckets: Mapping[str, Words] = field(default_factory=dict)
    overlaps: bool = False


@dataclass(frozen=True, slots=True)
class Catalogue:
    """By key, in the order in which they are told.

    The kiosk's own can be counted of one kiosk and one day as of many; the ward's only of many.
    """

    figures: Mapping[str, Figure]
    breakdowns: Mapping[str, Breakdown]
    ward_figures: Mapping[str, Figure]
    ward_breakdowns: Mapping[str, Breakdown]

    def breakdown(self, key: str) -> Breakdown:
        """Raises `KeyError` for one nobody has defined."""
        return self.breakdowns.get(key) or self.ward_breakdowns[key]


@cache
def catalogue() -> Catalogue:
    """The catalogue as it is written."""
    raw = tomllib.loads((files("kiosk.figures") / "catalogue.toml").read_text("utf-8"))
    return Catalogue(
        _figures(raw["figure"]),
        _breakdowns(raw["breakdown"]),
        _figures(raw["ward_figure"]),
        _breakdowns(raw["ward_breakdown"]),
    )


def _figures(raw: Iterable[Mapping[str, Any]]) -> Mapping[str, Figure]:
    found = (Figure(one["key"], one["unit"], _words(one), _words(one["definition"])) for one in raw)
    return {one.key: one for one in found}


def _breakdowns(raw: Iterable[Mapping[str, Any]]) -> Mapping[str, Breakdown]:
    found = (
        Breakdown(
            one["key"],
            one["counts"],
            _words(one),
            _words(one["definition"]),
            {bucket: _words(words) for bucket, words in one.get("buckets", {}).items()},
            one.get("overlaps", False),
        )
        for one in raw
    )
    return {one.key: one for one in found}


def _words(raw: Mapping[str, Any]) -> Words:
    return Words(raw["vi"], raw["en"], raw["fr"])
