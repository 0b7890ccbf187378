"""A report as values: every text in its language, every number as it was counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from flows.guide.words import Language
from kiosk.log.figures.catalogue import Chart, Unit


@dataclass(frozen=True, slots=True)
class Number:
    """`value` is None where nobody can give it, and where it is hidden: no format can show what it lacks.

    ms are milliseconds, share thousandths. `about`: to the nearest ten.
    """

    value: int | None
    unit: Unit = "count"
    hidden: bool = False
    about: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One figure; `note` is the number of its footnote."""

    key: str
    label: str
    number: Number
    note: int


@dataclass(frozen=True, slots=True)
class Lines:
    """Figures, one beneath the other."""

    lines: tuple[Line, ...]


Cell: TypeAlias = Number | str


@dataclass(frozen=True, slots=True)
class Row:
    """`key` is the id behind `label`: a guide, a topic, a place, a word of a closed list."""

    key: str
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`title` is empty where its part has no other table. `columns`: that of the label, then one a cell.

    `chart`: the numbers of the first `series` columns are also drawn. `notes`: numbers of the footnotes of
    the whole; `column_notes`: of each column, 0 where it has none; empty where none has. `undrawn`: so many
    rows at the end stand in the table alone.
    """

    key: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[int, ...] = ()
    chart: Chart = ""
    series: int = 1
    undrawn: int = 0
    column_notes: tuple[int, ...] = ()

    @property
    def heads(self) -> tuple[tuple[str, int], ...]:
        """Each column with its footnote."""
        return tuple(zip(self.columns, self.column_notes or (0,) * len(self.columns), strict=True))


@dataclass(frozen=True, slots=True)
class Text:
    """Sentences; `key` says which."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Room for what people write: a kiosk has no opinion."""

    label: str


Block: TypeAlias = Lines | Table | Text | Blank


@dataclass(frozen=True, slots=True)
class Part:
    """`number` is Roman; a part that is an `annex` is numbered apart, and stands behind the signature."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    number: str = ""
    annex: str = ""  # the word for it and its number: “Phụ lục I”

    @property
    def heading(self) -> str:
        """As one line."""
        return f"{self.annex or self.number}. {self.title}" if self.annex or self.number else self.title


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands above and beneath an administrative paper. Number, signature, name and seal are for people.

    `addressed`, `grounds`, `recipients` and `signed` are lines as they stand there, with their punctuation.
    """

    body: str
    ward: str
    number: str
    state: str
    motto: str
    dated: str
    kind: str
    title: str
    period: str
    places: str  # empty: all
    recipients_title: str
    recipients: tuple[str, ...]
    signed: tuple[str, ...]
    addressed_title: str = ""
    addressed: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    opening: str = ""
    closing: str = ""
    enclosed: str = ""  # beneath the title of each annex: with which report it comes


@dataclass(frozen=True, slots=True)
class Report:
    """`parts`: what is read and signed, then the annexes; `notes`: footnotes, the first is number 1."""

    language: Language
    first: date
    last: date
    made: date
    frame: Frame
    parts: tuple[Part, ...]
    notes_title: str
    notes: tuple[str, ...]
    hidden_note: str
    notes_annex: str = ""

    @property
    def read(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if not part.annex)

    @property
    def annexes(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.annex)

    @property
    def notes_heading(self) -> str:
        return f"{self.notes_annex}. {self.notes_title}" if self.notes_annex else self.notes_title
