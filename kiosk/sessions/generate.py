"""Writes what follows from the catalogue: `python -m kiosk.sessions.generate` from the repository's root."""

from __future__ import annotations

import json
from pathlib import Path

from kiosk.sessions.catalogue import Catalogue, Entry, Field, read_catalogue
from kiosk.sessions.rules import COUNT_MAX, EPOCH_PATTERN, HASH_PATTERN, ID_PATTERN, KIOSK_PATTERN

PATTERNS = {"id": ID_PATTERN, "hash": HASH_PATTERN, "epoch": EPOCH_PATTERN}
VOCABULARY = "kiosk/sessions/vocabulary.py"
SCHEMA = "kiosk/sessions/event.schema.json"
DOCUMENTATION = "docs/events.md"
LINE = 110

HEAD = '''"""The events the log may hold. Made from catalogue.toml by `python -m kiosk.sessions.generate`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Literal, TypeAlias

from kiosk.sessions.rules import EPOCH_OR_NONE, HASH, ID, ID_OR_NONE, Count, OneOf, Rule
'''


def generated() -> dict[str, str]:
    """Path from the repository's root → text of each generated file."""
    catalogue = read_catalogue()
    return {
        VOCABULARY: vocabulary(catalogue),
        SCHEMA: json.dumps(schema(catalogue), ensure_ascii=False, indent=2) + "\n",
        DOCUMENTATION: documentation(catalogue),
    }


def vocabulary(catalogue: Catalogue) -> str:
    """The code's types: one frozen dataclass a kind, their union, and the rule of each field."""
    parts = [HEAD]
    parts += [
        _laid(f"{_camel(name)}: TypeAlias = Literal[", [_q(word) for word in words], "]")
        for name, words in catalogue.lists.items()
    ]
    parts.append("\n\nclass EventKind(StrEnum):")
    parts += [f"    {entry.member_name} = {_q(entry.kind)}" for entry in catalogue.entries]
    parts += [_class(entry) for entry in catalogue.entries]
    names = [entry.class_name for entry in catalogue.entries]
    parts.append("\n\nHappening: TypeAlias = (\n    " + "\n    | ".join(names) + "\n)\n")
    parts.append("KINDS: Mapping[str, type[Happening]] = {")
    parts += [f"    {_q(entry.kind)}: {entry.class_name}," for entry in catalogue.entries]
    parts.append("}\n")
    about = [_q(entry.kind) for entry in catalogue.entries if entry.about == "kiosk"]
    parts.append("ABOUT_KIOSK: frozenset[str] = frozenset(\n" + _laid("    {", about, "}") + "\n)\n")
    parts += [_one_of(name, words) for name, words in catalogue.lists.items()]
    parts.append("\nRULES: Mapping[str, Mapping[str, Rule]] = {")
    parts += [_rules(entry) for entry in catalogue.entries]
    parts.append("}\n")
    return "\n".join(parts)


def schema(catalogue: Catalogue) -> dict[str, object]:
    """JSON Schema of one exported event: a line of a bundle, from which its hash is made."""
    common = {
        "kiosk": {"type": "string", "pattern": KIOSK_PATTERN},
        "epoch": {"type": "string", "pattern": EPOCH_PATTERN},
        "seq": {"type": "integer", "minimum": 1},
        "session": {"type": ["string", "null"], "pattern": EPOCH_PATTERN},
        "at_ms": {"type": "integer", "minimum": 0},
        "wall_s": {"type": "integer", "multipleOf": 900},
        "clock_ok": {"type": "boolean"},
        "boot": {"type": "string", "pattern": EPOCH_PATTERN},
    }
    kinds = [
        {
            "type": "object",
            "additionalProperties": False,
            "required": [*common, "kind", "fields"],
            "properties": {
                **common,
                "kind": {"const": entry.kind},
                "fields": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": [field.name for field in entry.fields],
                    "properties": {field.name: _schema_of(catalogue, field) for field in entry.fields},
                },
            },
        }
        for entry in catalogue.entries
    ]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Event", "oneOf": kinds}


def documentation(catalogue: Catalogue) -> str:
    """`docs/events.md`."""
    lines = [
        "# What the log may hold",
        "",
        "Made from `kiosk/sessions/catalogue.toml` by `python -m kiosk.sessions.generate`; do not edit.",
        "",
        "Every event also carries: its session (random, or none), `at_ms` (monotonic milliseconds since the",
        "session, or the program, began), `wall_s` (the quarter of an hour in which it began, UTC),",
        "`clock_ok`, the boot, and its place in the chain (kiosk, epoch, seq, hash).",
        "",
        "In no event: the group a resident tells when asked, the ways in which a visit was made, its",
        "settings but for the language, and what a card compares. They are counted by the month, apart",
        "from visits (`kiosk/sessions/tally.py`). Nor what is answered at a private step of a guide (age,",
        "income, a household, a disability), nor any step from which it follows: all that is done until the",
        "answers have met is one `edge.taken` without `edge`, by who helped most",
        "(docs/decisions/an-answer-stays-untold.md). Of a way for who is stuck `edge` says only `stuck`,",
        "and of one that leads to somebody nothing is written but the call.",
        "",
        "| event | nội dung | meaning | fields |",
        "|---|---|---|---|",
    ]
    for entry in catalogue.entries:
        fields = ", ".join(f"`{one.name}`: {one.type}{'?' if one.optional else ''}" for one in entry.fields)
        lines.append(f"| `{entry.kind}` | {entry.vi} | {entry.en} | {fields or '–'} |")
    lines += ["", "## Closed lists", ""]
    lines += [f"- {name}: {' · '.join(words)}" for name, words in catalogue.lists.items()]
    lines += ["", "## Patterns", ""]
    lines += [f"- {name}: `{pattern}`" for name, pattern in PATTERNS.items()]
    return "\n".join(lines) + "\n"


def write(root: Path) -> None:
    """Write every generated file under *root*."""
    for path, text in generated().items():
        (root / path).write_text(text, "utf-8")


def _class(entry: Entry) -> str:
    lines = [
        "\n\n@dataclass(frozen=True, slots=True)",
        f"class {entry.class_name}:",
        f'    """{entry.en}"""',
        "",
    ]
    lines.append(f"    kind: ClassVar[EventKind] = EventKind.{entry.member_name}")
    lines += [f"    {field.name}: {_annotation(field)}" for field in entry.fields]
    return "\n".join(lines)


def _annotation(field: Field) -> str:
    names = {"id": "str", "hash": "str", "epoch": "str", "count": "int"}
    return names.get(field.type, _camel(field.type)) + (" | None" if field.optional else "")


def _rules(entry: Entry) -> str:
    return _laid(
        f"    {_q(entry.kind)}: {{", [f"{_q(field.name)}: {_rule_of(field)}" for field in entry.fields], "},"
    )


def _rule_of(field: Field) -> str:
    named = {"id": "ID", "hash": "HASH", "epoch": "EPOCH", "count": "Count()"}
    return named.get(field.type, _rule_name(field.type)) + ("_OR_NONE" if field.optional else "")


def _schema_of(catalogue: Catalogue, field: Field) -> dict[str, object]:
    null = ["null"] if field.optional else []
    if field.type == "count":
        return {"type": ["integer", *null], "minimum": 0, "maximum": COUNT_MAX}
    if field.type in PATTERNS:
        return {"type": ["string", *null], "pattern": PATTERNS[field.type]}
    return {"enum": [*catalogue.lists[field.type], *([None] if field.optional else [])]}


def _camel(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


def _rule_name(name: str) -> str:
    return f"ONE_{name.upper()}"


def _q(word: str) -> str:
    return f'"{word}"'


def _one_of(name: str, words: tuple[str, ...]) -> str:
    """Broken, where it is too long, as ruff breaks it: first the outer brackets, then the inner ones."""
    whole = f"{_rule_name(name)} = OneOf(({', '.join(_q(word) for word in words)}))"
    if len(whole) <= LINE:
        return whole
    return f"{_rule_name(name)} = OneOf(\n" + _laid("    (", [_q(word) for word in words], ")") + "\n)"


def _laid(begins: str, parts: list[str], ends: str) -> str:
    """On one line; one part a line, as ruff lays it out, where that would be too long."""
    line = f"{begins}{', '.join(parts)}{ends}"
    if len(line) <= LINE:
        return line
    indent = " " * (len(begins) - len(begins.lstrip(" ")))
    return "\n".join([begins, *(f"{indent}    {part}," for part in parts), f"{indent}{ends}"])


if __name__ == "__main__":
    write(Path.cwd())
