"""Reads `catalogue.toml`, the one place where figures are named and defined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias

from flows.guide.words import LANGUAGES, Words
from kiosk.log.figures.cells import CellKey
from resources.toml import toml_of

Unit: TypeAlias = Literal["count", "ms", "share"]
Part: TypeAlias = Literal["", "work", "results", "assessment"]
Chart: TypeAlias = Literal["", "bars", "columns"]
OnToday: TypeAlias = Literal["", "always", "if-any"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number. `words` name it beneath the number; `definition` is its footnote.

    The rest as the head of `catalogue.toml` has it.
    """

    key: str
    unit: Unit
    words: Words
    definition: Words
    part: Part = ""
    today: OnToday = ""
    explained: bool = False
    hidden_with: tuple[CellKey, ...] = ()
    of_staff: bool = False


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Rows that together make one number: `counts` is the figure they add up to.

    `buckets` names the rows where they are a closed list; those of guides, topics and hours name themselves.
    `overlaps`: one thing may be counted in several rows, or in none, so that they make no number together.
    """

    key: str
    counts: str
    words: Words
    definition: Words
    buckets: Mapping[str, Words] = field(default_factory=dict)
    part: Part = ""
    chart: Chart = ""
    of_staff: bool = False
    by_two: bool = False
    overlaps: bool = False


@dataclass(frozen=True, slots=True)
class Catalogue:
    """By key, in the order in which they are shown.

    The kiosk's own can be counted of one kiosk and one day as of many; the ward's only of many.
    """

    figures: Mapping[str, Figure]
    breakdowns: Mapping[str, Breakdown]
    ward_figures: Mapping[str, Figure]
    ward_breakdowns: Mapping[str, Breakdown]

    def figure(self, key: str) -> Figure:
        """Raises `KeyError` for one nobody has defined."""
        return self.figures.get(key) or self.ward_figures[key]

    def breakdown(self, key: str) -> Breakdown:
        """Raises `KeyError` for one nobody has defined."""
        return self.breakdowns.get(key) or self.ward_breakdowns[key]

    def figures_in(self, part: Part) -> tuple[str, ...]:
        """The keys of those on the list of that part of the report; the ward's own come first."""
        every = (*self.ward_figures.values(), *self.figures.values())
        return tuple(one.key for one in every if one.part == part)

    def breakdowns_in(self, part: Part) -> tuple[Breakdown, ...]:
        """Those that have a table of their own in that part of the report."""
        return tuple(breakdown for breakdown in self.breakdowns.values() if breakdown.part == part)

    @property
    def every_breakdown(self) -> tuple[Breakdown, ...]:
        return (*self.breakdowns.values(), *self.ward_breakdowns.values())


@cache
def catalogue() -> Catalogue:
    """The catalogue as it is written."""
    raw = toml_of((files("kiosk.log.figures") / "catalogue.toml").read_text("utf-8"))
    return Catalogue(
        {one["key"]: _figure(one) for one in raw["figure"]},
        {one["key"]: _breakdown(one) for one in raw["breakdown"]},
        {one["key"]: _figure(one) for one in raw["ward_figure"]},
        {one["key"]: _breakdown(one) for one in raw["ward_breakdown"]},
    )


@cache
def of_staff() -> frozenset[str]:
    """The keys of what staff and machines do: it hides no resident."""
    figures = {figure.key for figure in catalogue().figures.values() if figure.of_staff}
    return frozenset(figures | {one.key for one in catalogue().every_breakdown if one.of_staff})


def _figure(raw: Mapping[str, Any]) -> Figure:
    said = _said(raw)
    said["hidden_with"] = tuple(CellKey(*cell.split("/")) for cell in raw.get("hidden_with", ()))
    return Figure(**said)


def _breakdown(raw: Mapping[str, Any]) -> Breakdown:
    buckets = {bucket: _words(words) for bucket, words in raw.get("buckets", {}).items()}
    return Breakdown(**_said(raw) | {"buckets": buckets})


def _said(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The fields as they stand there, and its words."""
    named = {key: one for key, one in raw.items() if key not in LANGUAGES}
    return named | {"words": _words(raw), "definition": _words(raw["definition"])}


def _words(raw: Mapping[str, Any]) -> Words:
    return Words(*(raw[language] for language in LANGUAGES))
