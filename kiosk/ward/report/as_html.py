"""The report as one page that needs nothing from elsewhere: for a phone, a screen and a printer."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from typing import assert_never

from kiosk.ward.report.drawn import Bar, Drawing, drawing
from kiosk.ward.report.model import Blank, Block, Cell, Frame, Lines, Part, Report, Row, Table, Text
from kiosk.ward.report.words import sayer, shown

MOST_OPEN = 14
"""A table with a column chart and more rows than these is folded away beneath its chart."""


def as_html(report: Report) -> bytes:
    """UTF-8, without scripts; no number stands in it that the model does not show."""
    return "".join(_Page(report).pieces()).encode()


class _Page:
    def __init__(self, report: Report) -> None:
        self._report, self._language = report, report.language
        self._say = sayer(report.language)

    def pieces(self) -> Iterator[str]:
        report, frame = self._report, self._report.frame
        css = (files("kiosk.ward.report") / "page.css").read_text("utf-8")
        yield f'<!doctype html>\n<html lang="{self._language}">\n<meta charset="utf-8">\n'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        yield f"<title>{escape(frame.kind)} · {escape(frame.ward)} · {escape(frame.period)}</title>\n"
        yield f"<style>\n{css}</style>\n"
        yield from _head(frame)
        for part in report.parts:
            if part.key == "sources":
                yield from _signed(frame)
            yield from self._part(part)
        yield f'<h2 id="notes">{escape(report.notes_title)}</h2>\n'
        yield f'<p class="hidden">{escape(report.hidden_note)}</p>\n<ol class="notes">\n'
        yield from (
            f'<li id="n{number}">{escape(note)}</li>\n' for number, note in enumerate(report.notes, 1)
        )
        yield "</ol>\n</html>\n"

    def _part(self, part: Part) -> Iterator[str]:
        yield f"<h2>{escape(part.title)}</h2>\n"
        for block in part.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Text():
                yield f"<p>{escape(block.text)}</p>\n"
            case Blank():
                yield f'<div class="blank">{escape(block.label)}</div>\n'
            case Lines():
                yield "<dl>\n"
                for line in block.lines:
                    number = escape(shown(line.number, self._language))
                    yield f"<div><dt>{escape(line.label)}{_notes(line.note)}</dt><dd>{number}</dd></div>\n"
                yield "</dl>\n"
            case Table():
                yield from self._table(block)
            case _:
                assert_never(block)

    def _table(self, table: Table) -> Iterator[str]:
        if table.title:
            yield f"<h3>{escape(table.title)}{_notes(*table.notes)}</h3>\n"
        drawn = drawing(table, self._language)
        bars: dict[int, Bar] = {}
        if drawn and table.chart == "columns":
            yield from _columns(table, drawn)
        elif drawn:
            bars = dict(enumerate(drawn.bars))
        folded = table.chart == "columns" and len(table.rows) > MOST_OPEN
        if folded:
            yield f"<details><summary>{escape(self._say('table.numbers'))}</summary>\n"
        yield '<div class="scroll"><table>\n<thead><tr>'
        first = table.rows[0].cells if table.rows else ()
        texts = {column for column, cell in enumerate(first, 1) if isinstance(cell, str)}
        for column, (head, note) in enumerate(table.heads):
            kind = ' class="text"' if column in texts else ""
            yield f'<th scope="col"{kind}>{escape(head)}{_notes(note)}</th>'
        yield "</tr></thead>\n<tbody>\n"
        for at, row in enumerate(table.rows):
            yield self._row(row, bars.get(at))
        yield "</tbody></table></div>\n"
        if folded:
            yield "</details>\n"

    def _row(self, row: Row, bar: Bar | None) -> str:
        cells = "".join(self._cell(cell) for cell in row.cells)
        return f'<tr><th scope="row">{escape(row.label)}{_bar(bar)}</th>{cells}</tr>\n'

    def _cell(self, cell: Cell) -> str:
        if isinstance(cell, str):
            return f'<td class="text">{escape(cell)}</td>'
        return f"<td>{escape(shown(cell, self._language))}</td>"


def _notes(*numbers: int) -> str:
    return "".join(f'<sup><a href="#n{number}">{number}</a></sup>' for number in numbers if number)


def _bar(bar: Bar | None) -> str:
    if bar is None or bar.shares[0] is None:
        return ""
    width = round(100 * bar.shares[0], 2)
    return f'<svg class="bar" aria-hidden="true"><rect rx="2" width="{width}%" height="100%"></rect></svg>'


def _columns(table: Table, drawn: Drawing) -> Iterator[str]:
    """Bars beside one another; the table beneath says their numbers to who does not see them."""
    step, of_series = 10, 8 / len(drawn.series)
    yield "<figure>\n"
    if len(drawn.series) > 1:
        yield '<ul class="legend">'
        heads = table.heads[1 : 1 + len(drawn.series)]
        yield from (f"<li><span>{escape(head)}{_notes(note)}</span></li>" for head, note in heads)
        yield "</ul>\n"
    yield f'<svg viewBox="0 0 {step * len(drawn.bars)} 100" preserveAspectRatio="none" aria-hidden="true">\n'
    for at, bar in enumerate(drawn.bars):
        for series, share in enumerate(bar.shares):
            height, x = round(100 * (share or 0), 2), at * step + 1 + series * of_series
            kind = ("one", "two")[series]
            yield (
                f'<rect class="{kind}" x="{x:g}" y="{100 - height:g}" width="{of_series - 0.4:g}" '
                f'height="{height:g}"></rect>\n'
            )
    yield '</svg>\n<div class="axis" aria-hidden="true">'
    yield from (f"<span>{escape(bar.label)}</span>" for bar in _labelled(drawn.bars))
    yield "</div>\n</figure>\n"


def _labelled(bars: tuple[Bar, ...]) -> tuple[Bar, ...]:
    """So many as fit a phone, evenly, the first and the last among them."""
    most = 6
    if len(bars) <= most:
        return bars
    return tuple(bars[round(at * (len(bars) - 1) / (most - 1))] for at in range(most))


def _head(frame: Frame) -> Iterator[str]:
    yield f"<header>\n<p>{escape(frame.body)}<b><span class='under'>{escape(frame.ward)}</span></b></p>\n"
    yield f"<p><b>{escape(frame.state)}</b><b><span class='under'>{escape(frame.motto)}</span></b></p>\n"
    yield f"<p>{escape(frame.number)}</p>\n"
    yield f"<p class='dated'>{escape(frame.dated)}</p>\n</header>\n"
    yield f"<h1>{escape(frame.kind)}<br>{escape(frame.title)}</h1>\n"
    places = f"<br>{escape(frame.places)}" if frame.places else ""
    yield f'<p class="period">{escape(frame.period)}{places}</p>\n'


def _signed(frame: Frame) -> Iterator[str]:
    yield f'<p class="signed"><b>{escape(frame.signed)}</b><i>{escape(frame.sign_here)}</i></p>\n'
