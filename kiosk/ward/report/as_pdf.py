"""The report on paper: A4, in the frame of a Vietnamese administrative document, set by Typst."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime, time
from importlib.resources import as_file, files
from typing import Any, assert_never

from kiosk.ward.report.drawn import drawing
from kiosk.ward.report.model import Blank, Block, Lines, Report, Table, Text
from kiosk.ward.report.words import shown


def as_pdf(report: Report) -> bytes:
    """With the shipped fonts and nothing from elsewhere: the same report is the same file."""
    import typst  # 40 ms, for those who want it

    template = (files("kiosk.ward.report") / "report.typ").read_bytes()
    made = datetime.combine(report.made, time(), UTC)
    compiled: Any = typst.compile  # its own types know no bytes
    with as_file(files("resources") / "fonts") as fonts:
        raw: bytes = compiled(
            template,
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            sys_inputs={"report": json.dumps(_ready(report), ensure_ascii=False)},
            timestamp=int(made.timestamp()),
        )
    return raw


def _ready(report: Report) -> dict[str, Any]:
    """Every number as it is written, every bar as long as it is drawn."""
    parts = [
        {"key": part.key, "title": part.title, "blocks": [_block(one, report) for one in part.blocks]}
        for part in report.parts
    ]
    return {
        "language": report.language,
        "frame": asdict(report.frame),
        "parts": parts,
        "notes_title": report.notes_title,
        "notes": report.notes,
        "hidden_note": report.hidden_note,
    }


def _block(block: Block, report: Report) -> dict[str, Any]:
    language = report.language
    match block:
        case Text(text=text):
            return {"block": "text", "text": text}
        case Blank(label=label):
            return {"block": "blank", "label": label}
        case Lines():
            lines = [
                {"label": line.label, "note": line.note, "number": shown(line.number, language)}
                for line in block.lines
            ]
            return {"block": "figures", "lines": lines}
        case Table():
            drawn = drawing(block, language)
            first = block.rows[0].cells if block.rows else ()
            return {
                "block": "table",
                "title": block.title,
                "notes": block.notes,
                "columns": block.columns,
                "column_notes": [note for _, note in block.heads],
                "chart": block.chart,
                "texts": [column for column, cell in enumerate(first, 1) if isinstance(cell, str)],
                "rows": [
                    {
                        "label": row.label,
                        "cells": [
                            cell if isinstance(cell, str) else shown(cell, language) for cell in row.cells
                        ],
                    }
                    for row in block.rows
                ],
                "drawn": asdict(drawn) if drawn else None,
            }
        case _:
            assert_never(block)
