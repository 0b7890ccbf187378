"""The report for other programs: the model as it is, each block with what it is."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, get_args, get_type_hints

from kiosk.ward.report.model import Blank, Lines, Number, Report, Table, Text

FORM = "kiosk-report-1"
KINDS: dict[type[Any], str] = {Lines: "figures", Table: "table", Text: "text", Blank: "blank"}


def as_json(report: Report) -> bytes:
    """UTF-8. A number is ``{"value": 12, "unit": "count", "hidden": false}``; in tens: ``"about": true``."""
    document = {"form": FORM, **_plain(report)}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def report_of(raw: str) -> Report:
    """The report of which that is the JSON."""
    report = _made(Report, json.loads(raw))
    assert isinstance(report, Report)
    return report


def _made(kind: Any, value: Any) -> Any:
    if isinstance(value, dict):
        named = {name: block for block, name in KINDS.items()}
        made: Any = kind if is_dataclass(kind) else named[value["block"]] if "block" in value else Number
        hints = get_type_hints(made)
        return made(**{name: _made(hints[name], one) for name, one in value.items() if name in hints})
    if isinstance(value, list):
        return tuple(_made(get_args(kind)[0], one) for one in value)
    return date.fromisoformat(value) if kind is date else value


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        values = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        if isinstance(value, Number) and not value.about:
            del values["about"]
        kind = KINDS.get(type(value))
        return {"block": kind, **values} if kind else values
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value
