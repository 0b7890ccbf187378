"""Where a report is put together: the totals, the words for them, and the footnotes met so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from flows.guide.fold import folded
from flows.guide.words import Language
from flows.shelf.due import Due
from kiosk.log.figures.catalogue import Chart, Part, catalogue
from kiosk.log.figures.cells import CellKey
from kiosk.log.figures.counts import figure
from kiosk.log.figures.rows import rows_of
from kiosk.papers.roster.plan import WeekPlan
from kiosk.ward.report.earlier import Earlier
from kiosk.ward.report.model import Cell, Line, Lines, Number, Row, Table, Text
from kiosk.ward.report.names import Names, row_name
from kiosk.ward.report.published import Published
from kiosk.ward.report.settings import ReportSettings
from kiosk.ward.report.words import sayer
from kiosk.ward.totals import Totals

NOT_SAID = "none"
"""Of whom nothing was said: often nearly all, so that beside its bar no other would be seen."""
ACTIVE = ("sessions", "openings", "shifts", "doors")
"""A place with any of these is active."""


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What a report is to be of. `places`: ids; empty: all. `made`: the day that stands on it.

    `plan`: the roster of the last week of the period, where the ward has one. `expected_places`: ids of its
    places beside those of its kiosks; `teams`: how many it has, 0: not said. `due`: what of the guides has
    to be looked up again soon after that day.
    """

    ward: str
    language: Language
    made: date
    places: tuple[str, ...] = ()
    plan: WeekPlan | None = None
    expected_places: tuple[str, ...] = ()
    teams: int = 0
    due: tuple[Due, ...] = ()
    settings: ReportSettings = field(default_factory=lambda: ReportSettings("BC-UBND", ()))


@dataclass
class Composer:
    """Footnotes get their numbers in the order in which they are met."""

    asked: ReportRequest
    shown: Published
    names: Names
    earlier: Earlier = field(default_factory=Earlier)
    notes: dict[str, int] = field(default_factory=dict)  # text → its number

    def __post_init__(self) -> None:
        self.language: Language = self.asked.language
        self.say = sayer(self.language)

    @property
    def totals(self) -> Totals:
        return self.shown.totals

    def note(self, definition: str) -> int:
        return self.notes.setdefault(definition, len(self.notes) + 1)

    def text(self, key: str, **values: object) -> Text:
        return Text(key, self.say(f"told.{key}", **values))

    def figure_name(self, key: str) -> str:
        entry = catalogue().figure(key)
        return capital(entry.words.in_(self.language))

    def note_of(self, key: str) -> int:
        """The footnote of a figure or a breakdown."""
        entry = (
            catalogue().figures.get(key) or catalogue().ward_figures.get(key) or catalogue().breakdown(key)
        )
        return self.note(entry.definition.in_(self.language))

    def notes_of(self, *keys: str) -> tuple[int, ...]:
        """The footnotes of columns; one without a key has none."""
        return tuple(self.note_of(key) if key else 0 for key in keys)

    def lines(self, part: Part) -> Lines:
        """The figures of that part."""
        return self.lines_of(catalogue().figures_in(part))

    def lines_of(self, keys: Sequence[str]) -> Lines:
        return Lines(
            tuple(Line(key, self.figure_name(key), self.figure(key), self.note_of(key)) for key in keys)
        )

    def figure(self, key: str) -> Number:
        if key in ("points", "teams"):
            if self.totals.active is not None:
                return Number(self.totals.active[key])
            return Number(sum(place.startswith(key.removesuffix("s")) for place in self.active()))
        return self.shown.figure(key)

    def active(self) -> tuple[str, ...]:
        """Points before teams, each by number; a place nobody knows last."""
        places = self.totals.places
        active = (place for place in places if any(figure(key, places[place]) for key in ACTIVE))
        return tuple(sorted(active, key=_place_order))

    def row(self, key: str, bucket: str, *cells: Cell) -> Row:
        """With the name that bucket of a breakdown has."""
        return Row(bucket, row_name(key, bucket, self.names, self.say, self.language), cells)

    def in_order(self, key: str, rows: Iterable[Row]) -> tuple[Row, ...]:
        """Of guides, topics, areas: by their first number; those whose number is hidden last, by name, so
        that where a row stands says nothing of it. A closed list and the hours have an order of their own.
        """
        if catalogue().breakdown(key).buckets or key == "hour":
            return tuple(rows)
        return tuple(sorted(rows, key=_row_order))

    def breakdowns(self, part: Part) -> Iterator[Table | None]:
        """The tables of that part of which each is a breakdown as it is."""
        yield from (self.breakdown(one.key, one.chart) for one in catalogue().breakdowns_in(part))

    def breakdown(self, key: str, chart: Chart = "") -> Table | None:
        """One of the catalogue, as it is; a row with nothing in it says nothing, but for an hour."""
        entry = catalogue().breakdown(key)
        rows = self.in_order(
            key,
            (
                self.row(key, row.bucket, self.shown.number(CellKey(key, row.bucket)))
                for row in rows_of(key, self.totals.all)
                if row.number or key == "hour"
            ),
        )
        if not rows:
            return None
        heads = (self.say("column.row"), self.say("column.number"))
        notes = (self.note_of(key),)
        undrawn = int(rows[-1].key == NOT_SAID) if chart else 0
        return Table(key, entry.words.in_(self.language), heads, rows, notes, chart, undrawn=undrawn)

    def table(
        self,
        key: str,
        columns: tuple[str, ...],
        rows: tuple[Row, ...],
        column_notes: tuple[int, ...],
        chart: Chart = "",
        series: int = 1,
        notes: tuple[int, ...] = (),
    ) -> Table | None:
        """One of the report's own."""
        if not rows:
            return None
        title = self.say(f"table.{key}")
        return Table(key, title, columns, rows, notes, chart, series, column_notes=column_notes)


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _row_order(row: Row) -> tuple[bool, int, str, str]:
    first = row.cells[0]
    assert isinstance(first, Number)
    return first.value is None, -(first.value or 0), folded(row.label.lower()), row.label


def _place_order(place: str) -> tuple[int, int, str]:
    kind, _, number = place.rpartition("-")
    of_kind = {"point": 0, "team": 1}.get(kind, 2)
    return of_kind, int(number) if number.isdecimal() else 0, place
