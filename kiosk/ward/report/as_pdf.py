"""The report on paper: A4, in the frame of a Vietnamese administrative document, set by Typst."""

from __future__ import annotations

from dataclasses import asdict
from importlib.resources import files
from typing import Any, assert_never

from kiosk.base.typesetting.paper import Paper
from kiosk.ward.report.drawn import drawing
from kiosk.ward.report.model import Blank, Block, Lines, Report, Table, Text
from kiosk.ward.report.words import shown


def as_pdf(report: Report) -> bytes:
    """With the shipped fonts and nothing from elsewhere: the same report is the same file."""
    template = (files("kiosk.ward.report") / "report.typ").read_bytes()
    return Paper(template, _ready(report), report.made).pdf()


def _ready(report: Report) -> dict[str, Any]:
    """Every number as it is written, every bar as long as it is drawn."""
    parts = [
        {
            "annex": part.annex,
            "title": part.title,
            "heading": part.heading,
            "blocks": [_block(block, report) for block in part.blocks],
        }
        for part in report.parts
    ]
    return {
        "language": report.language,
        "frame": asdict(report.frame),
        "parts": parts,
        "notes_annex": report.notes_annex,
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
