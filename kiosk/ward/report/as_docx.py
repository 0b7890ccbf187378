"""The report as a Word file in which a person goes on writing: the ward's form, or ours, filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from io import BytesIO
from itertools import pairwise
from typing import Any
from zipfile import BadZipFile

from kiosk.base.templates import TemplateBroken, pages_of_others
from kiosk.ward.report.form import LONG_RULE, SHORT_RULE, default_form
from kiosk.ward.report.model import Blank, Block, Lines, Number, Part, Report, Table, Text
from kiosk.ward.report.words import sayer, shown

MOST_BYTES = 5_000_000


class FormBroken(Exception):
    """Where a ward's form is broken, in the words of what reads it."""


def as_docx(report: Report, form: bytes | None = None) -> bytes:
    """Raises `FormBroken` for a *form* that cannot be filled in."""
    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate
    from lxml.etree import LxmlError

    if form is not None and len(form) > MOST_BYTES:
        raise FormBroken(f"more than {MOST_BYTES // 1_000_000} MB")
    template = DocxTemplate(BytesIO(form or default_form()))
    try:
        template.render(_ready(report), pages_of_others(), autoescape=True)
        _measure(template.docx)
    except TemplateBroken as fault:
        raise FormBroken(_where(fault)) from fault
    except (BadZipFile, PackageNotFoundError, LxmlError, KeyError, ValueError, TypeError) as fault:
        raise FormBroken(f"{type(fault).__name__}: {fault}") from fault
    about = template.docx.core_properties
    about.title, about.author, about.comments = f"{report.frame.title} {report.frame.period}", "", ""
    about.created = about.modified = datetime.combine(report.made, time())
    about.language = report.language
    raw = BytesIO()
    template.save(raw)
    return raw.getvalue()


def _where(fault: Any) -> str:
    """With the lines around it, where the form's reader knows them."""
    around = [str(line).strip() for line in getattr(fault, "docx_context", ())]
    return f"{fault}: … {' '.join(around)} …" if around else str(fault)


def _ready(report: Report) -> dict[str, Any]:
    """Every word and number as it is written."""
    notes = Part("notes", report.notes_title, (Text("hidden", report.hidden_note),), "", report.notes_annex)
    return {
        "frame": report.frame,
        "parts": [_part(part, report) for part in report.read],
        "annexes": [
            *(_part(part, report) for part in report.annexes),
            {**_part(notes, report), "notes": report.notes},
        ],
    }


def _part(part: Part, report: Report) -> dict[str, Any]:
    """Tables of what is read are numbered, as the decree numbers what has a title of its own."""
    numbers = iter(range(1, 100))
    blocks = [_block(block, report) for block in part.blocks]
    for block in blocks:
        if block.get("title") and not part.annex:
            block["title"] = f"{next(numbers)}. {block['title']}"
    return {
        "number": part.number,
        "annex": part.annex,
        "title": part.title,
        "blocks": blocks,
        "notes": (),
    }


def _block(block: Block, report: Report) -> dict[str, Any]:
    match block:
        case Text(text=text):
            return {"kind": "text", "text": text}
        case Blank(label=label):
            return {"kind": "blank", "text": f"{label}: ……"}
        case Lines(lines=lines):
            say = sayer(report.language)
            heads = [_head(say("column.item"), 0), _head(say("column.number"), 0)]
            rows = [[_text(one.label, one.note), _number(one.number, report)] for one in lines]
            return {"kind": "table", "title": "", "notes": "", "heads": heads, "rows": rows}
        case Table():
            rows = [
                [
                    _text(row.label),
                    *(_text(cell) if isinstance(cell, str) else _number(cell, report) for cell in row.cells),
                ]
                for row in block.rows
            ]
            return {
                "kind": "table",
                "title": block.title,
                "notes": _raised(*block.notes),
                "heads": [_head(text, note) for text, note in block.heads],
                "rows": rows,
            }


def _head(text: str, note: int) -> Mapping[str, object]:
    return {"text": text, "notes": _raised(note)}


def _text(text: str, *notes: int) -> Mapping[str, object]:
    return {"text": text, "notes": _raised(*notes), "is_text": True}


def _number(number: Number, report: Report) -> Mapping[str, object]:
    return {"text": shown(number, report.language), "notes": "", "is_text": False}


def _raised(*notes: int) -> str:
    return ", ".join(str(note) for note in notes if note)


# --- what only the words filled in can tell: how long a rule is, how wide a column -------------------

_SHARE = {SHORT_RULE: 0.42, LONG_RULE: 1.0}
"""Of the line above: between a third and a half (II.2b, II.5b, III.1), or all of it (II.1b)."""
_CAPITAL, _SMALL, _BLANK = 0.73, 0.47, 0.25  # widths of bold Times letters, in parts of their size
_MOST_LETTERS, _LEAST_LETTERS = 34, 7  # by which a column is measured
_GRID = "Table Grid"


def _measure(document: Any) -> None:
    section = document.sections[0]
    page = section.page_width - section.left_margin - section.right_margin
    _rules(document.paragraphs, page)
    for table in document.tables:
        if table.style.name == _GRID:
            _widen(table, page)
        else:
            for cell in table.rows[0].cells:
                _rules(cell.paragraphs, cell.width - _CELL_MARGINS)


_CELL_MARGINS = 2 * 68_580
"""Word's own, left and right, in EMU."""


def _rules(paragraphs: Sequence[Any], room: int) -> None:
    for above, paragraph in pairwise(paragraphs):
        if share := _SHARE.get(paragraph.style.name):
            beside = max(0, int((room - share * _broad(above)) / 2))
            paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = beside


def _broad(line: Any) -> float:
    """How long its words are, about, in EMU."""
    points = next((run.font.size for run in line.runs if run.font.size), 0)
    text = line.text.upper() if any(run.font.all_caps for run in line.runs) else line.text
    ems = sum(_BLANK if one == " " else _CAPITAL if one.isupper() else _SMALL for one in text)
    return float(ems * points)


def _widen(table: Any, page: int) -> None:
    """Each column by its longest text: a head may stand on two lines, a figure on one."""
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    letters = [
        min(_MOST_LETTERS, max(_LEAST_LETTERS, *(len(word) + 4 for word in head.split()), *map(len, texts)))
        for head, *texts in zip(*rows, strict=True)
    ]
    for column, many in zip(table.columns, letters, strict=True):
        width = page * many // sum(letters)
        column.width = width
        for cell in column.cells:
            cell.width = width
