"""What the classes say, for readers: `python -m kiosk.base.events.describe` writes `docs/events.md`; with
``--schema`` it prints the JSON schema of an exported event instead.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import Field, fields
from inspect import getdoc
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from kiosk.base.events import lists, rules
from kiosk.base.events.kinds import KINDS, RULES
from kiosk.base.events.point import AnyKioskEvent
from kiosk.base.events.visit import AnyVisitEvent

DOCUMENTATION = "docs/events.md"
PATTERNS = {"id": rules.ID_PATTERN, "hash": rules.HASH_PATTERN, "epoch": rules.EPOCH_PATTERN}
HEAD = """\
# What the log may hold

Made from the classes in `kiosk/base/events/` by `python -m kiosk.base.events.describe`; do not edit.

Every event also carries: its session (random, or none), `at_ms` (monotonic milliseconds since the
session, or the program, began), `wall_s` (the quarter of an hour in which it began, UTC),
`clock_ok`, the boot, and its place in the chain (kiosk, epoch, seq, hash).

In no event: the group a resident tells when asked, the ways in which a visit was made, its
settings but for the language, and what a card compares. They are counted by the month, apart
from visits (`kiosk/log/sessions/tally.py`). Nor what is answered at a private step of a guide (age,
income, a household, a disability), nor any step from which it follows: all that is done until the
answers have met is one `edge.taken` without `edge`, by who helped most
(docs/decisions/private-answers.md). Of a way for who is stuck `edge` says only `stuck`,
and of one that leads to somebody nothing is written but the call.
"""
TABLE = ["| event | nội dung | meaning | fields |", "|---|---|---|---|"]


def documentation() -> str:
    """`docs/events.md`."""
    named = _names()
    closed = {name: get_args(type_) for type_, name in named.items() if get_origin(type_) is Literal}
    return "\n".join(
        [
            HEAD,
            "## Of a visit",
            "",
            *TABLE,
            *(_row(event, named) for event in get_args(AnyVisitEvent)),
            "",
            "## Of the kiosk and its staff",
            "",
            *TABLE,
            *(_row(event, named) for event in get_args(AnyKioskEvent)),
            "",
            "## Closed lists",
            "",
            *(f"- {name}: {' · '.join(words)}" for name, words in closed.items()),
            "",
            "## Patterns",
            "",
            *(f"- {name}: `{pattern}`" for name, pattern in PATTERNS.items()),
            "",
        ]
    )


def schema() -> dict[str, Any]:
    """JSON Schema of one exported event: a line of a bundle, from which its hash is made."""
    common = {
        "kiosk": {"type": "string", "pattern": rules.KIOSK_PATTERN},
        "epoch": {"type": "string", "pattern": rules.EPOCH_PATTERN},
        "seq": {"type": "integer", "minimum": 1},
        "session": {"type": ["string", "null"], "pattern": rules.EPOCH_PATTERN},
        "at_ms": {"type": "integer", "minimum": 0},
        "wall_s": {"type": "integer", "multipleOf": 900},
        "clock_ok": {"type": "boolean"},
        "boot": {"type": "string", "pattern": rules.EPOCH_PATTERN},
    }
    kinds = [
        {
            "type": "object",
            "additionalProperties": False,
            "required": [*common, "kind", "fields"],
            "properties": {
                **common,
                "kind": {"const": kind},
                "fields": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": list(RULES[kind]),
                    "properties": {name: _schema_of(rule) for name, rule in RULES[kind].items()},
                },
            },
        }
        for kind in KINDS
    ]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Event", "oneOf": kinds}


def _names() -> dict[Any, str]:
    """How the types of `kiosk.base.events.lists` are called here: ``WalkOutcome`` → ``walk_outcome``."""
    types = {name: value for name, value in vars(lists).items() if get_origin(value) in (Literal, Annotated)}
    return {value: re.sub(r"(?<=.)([A-Z])", r"_\1", name).lower() for name, value in types.items()}


def _row(event: Any, named: dict[Any, str]) -> str:
    said = ", ".join(f"`{field.name}`: {_type_name(field, named)}" for field in fields(event))
    said_of_it = " ".join((getdoc(event) or "").split())  # a row of a table is one line
    return f"| `{event.kind}` | {event.vi} | {said_of_it} | {said or '–'} |"


def _type_name(field: Field[Any], named: dict[Any, str]) -> str:
    if field.type in named:
        return named[field.type]
    (type_,) = (arg for arg in get_args(field.type) if arg is not NoneType)
    return f"{named[type_]}?"


def _schema_of(rule: rules.Rule) -> dict[str, object]:
    null = ["null"] if rule.optional else []
    match rule:
        case rules.Count():
            return {"type": ["integer", *null], "minimum": 0, "maximum": rules.COUNT_MAX}
        case rules.Matches(pattern):
            return {"type": ["string", *null], "pattern": pattern.pattern}
        case rules.OneOf(words):
            return {"enum": [*words, *([None] if rule.optional else [])]}


if __name__ == "__main__":
    if sys.argv[1:] == ["--schema"]:
        sys.stdout.write(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n")
    else:
        Path(DOCUMENTATION).write_text(documentation(), "utf-8")
