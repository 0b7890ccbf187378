"""Reads `docs/accessibility.md`: its rows, and everything that is wrong with them."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

ROOT = Path(__file__).parents[2]
STATEMENT = ROOT / "docs" / "accessibility.md"
TESTS = ROOT / "tests"

SUPPORTS, EXCEPTIONS, NOT = "supports", "supports with exceptions", "does not support"
PERSON, NOT_APPLICABLE = "needs a person or hardware", "not applicable"
VERDICTS = (SUPPORTS, EXCEPTIONS, NOT, PERSON, NOT_APPLICABLE)

SECTIONS = {
    begins: (told["standard"], told["clauses"])
    for begins, told in tomllib.loads(Path(__file__).with_name("clauses.toml").read_text("utf-8")).items()
}
"""How the heading of a section begins → the standard's short name, and the clauses it must answer."""

ALL = "all"
FULL = "pytest.mark.full"
SHARED_PARAMETERS = {"BOTH_ENDS", "in_turn"}
"""In `tests/support`: lists of which some are left to the full run."""
Run: TypeAlias = Literal["whole", "in part"]
_COLUMNS = 5
_CLAUSE = re.compile(r"^(\d[\d.]*(?:-[A-Z])?) \S")
_LEVEL = re.compile(r" \((A{1,3})\)$")
_TEST = re.compile(r"`([\w/]+\.py)::(\w+)`")
_AS = re.compile(r"as (EN|WCAG|508|VVSG) ([\d.]+(?:-[A-Z])?)")
_LABEL = re.compile(r"(?<![*\w])\*([^*\n]+)\*(?!\*)")


@dataclass(frozen=True, slots=True)
class Row:
    """One clause as the statement answers it. `tests` are (file below tests/, function)."""

    section: str
    standard: str
    clause: str
    level: str  # of WCAG, else empty
    verdict: str
    text: str
    tests: tuple[tuple[str, str], ...]
    same_as: tuple[tuple[str, str], ...]  # (standard, clause) whose row answers this one too
    tryouts: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.standard} {self.clause}"


def sections_of(text: str) -> dict[str, str]:
    """Heading of the second level → what stands beneath it."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def cells_of(table: str) -> list[list[str]]:
    """The rows of a table, without its head."""
    lines = [line for line in table.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" |")] for line in lines[2:]]


def rows_of(text: str) -> list[Row]:
    """Every row of every chapter. Raises `ValueError` for one that cannot be read."""
    rows = []
    for heading, body in sections_of(text).items():
        for begins, (standard, _) in SECTIONS.items():
            if heading.startswith(begins):
                rows += [_row(begins, standard, cells) for cells in cells_of(body)]
    return rows


def _row(section: str, standard: str, cells: list[str]) -> Row:
    clause = _CLAUSE.match(cells[0])
    if clause is None or len(cells) != _COLUMNS:
        raise ValueError(f"no row of {_COLUMNS} columns that begins with a clause: {cells}")
    level = _LEVEL.search(cells[0])
    tests, same_as = _TEST.findall(cells[3]), _AS.findall(cells[3])
    tryouts = tuple(one.strip() for one in cells[4].split(",") if one.strip())
    told = level[1] if level else ""
    return Row(section, standard, clause[1], told, cells[1], cells[2], tuple(tests), tuple(same_as), tryouts)


def tryouts_of(text: str) -> set[str]:
    return {cells[0] for cells in cells_of(sections_of(text)["Who must still try what"])}


def labels_of(text: str) -> set[str]:
    """What is quoted from the residents' screen."""
    return set(_LABEL.findall(text))


@cache
def functions_in(file: Path) -> Mapping[str, Run]:
    """Functions in *file* that run without `--full`, and how much of each; read, not imported."""
    if not file.is_file():
        return {}
    tree = ast.parse(file.read_text(encoding="utf-8"))
    partly = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign) and _is_marked(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    } | SHARED_PARAMETERS
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = [node for node in ast.walk(tree) if isinstance(node, kinds) and not _is_rare(node)]
    rare = {node.name for node in found if _has_rare_parameters(node, partly)}
    rare |= {node.name for node in found if rare & {one.arg for one in node.args.args}}  # a fixture's
    return {node.name: "in part" if node.name in rare else "whole" for node in found}


def _is_rare(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(ast.unparse(mark) == FULL for mark in node.decorator_list)


def _has_rare_parameters(node: ast.FunctionDef | ast.AsyncFunctionDef, partly: set[str]) -> bool:
    """Whether some of its parameters are marked, where it stands or in the list of that name."""
    names = {one.id for mark in node.decorator_list for one in ast.walk(mark) if isinstance(one, ast.Name)}
    return any(_is_marked(mark) for mark in node.decorator_list) or bool(names & partly)


def _is_marked(node: ast.AST) -> bool:
    return FULL in ast.unparse(node)


def runs_in_part(file: str, function: str) -> bool:
    """Whether some of its parameters wait for `--full`."""
    return functions_in(TESTS / file).get(function) == "in part"


def exists(file: str, function: str) -> bool:
    return function in functions_in(TESTS / file)


def faults(text: str, known: Callable[[str, str], bool] = exists) -> list[str]:
    """All that is wrong with a statement, one line each; empty for a true one."""
    rows = rows_of(text)
    return [
        *_unanswered(rows),
        *(fault for row in rows for fault in _in_row(row, tryouts_of(text), known)),
        *_loose_references(rows),
        *_wrong_figures(rows, sections_of(text)["What is claimed, and what is not"]),
    ]


def _unanswered(rows: list[Row]) -> Iterator[str]:
    for section, (standard, asked) in SECTIONS.items():
        answered = Counter(row.clause for row in rows if row.section == section)
        yield from (f"{standard} {clause}: no row" for clause in asked if not answered[clause])
        yield from (f"{standard} {clause}: no such clause" for clause in answered if clause not in asked)
        yield from (f"{standard} {clause}: {count} rows" for clause, count in answered.items() if count > 1)


def _in_row(row: Row, tryouts: set[str], known: Callable[[str, str], bool]) -> Iterator[str]:
    if row.verdict not in VERDICTS:
        yield f"{row.name}: no verdict {row.verdict!r}"
    if not row.text.endswith("."):
        yield f"{row.name}: not a sentence"
    if row.verdict in (SUPPORTS, EXCEPTIONS) and not (row.tests or row.same_as):
        yield f"{row.name}: claimed, and no test shows it"
    if row.verdict == PERSON and not row.tryouts:
        yield f"{row.name}: nobody is named who must try it"
    yield from (f"{row.name}: no tryout {one!r}" for one in row.tryouts if one not in tryouts)
    yield from (f"{row.name}: no test {file}::{name}" for file, name in row.tests if not known(file, name))


def _loose_references(rows: list[Row]) -> Iterator[str]:
    """ "As" leads to a row with tests of its own, and never claims more than that row."""
    by_name = {row.name: row for row in rows}
    for row in rows:
        for standard, clause in row.same_as:
            other = by_name.get(f"{standard} {clause}")
            if other is None or other.same_as or not other.tests:
                yield f"{row.name}: as {standard} {clause}, which has no test of its own"
            elif row.verdict == SUPPORTS and other.verdict != SUPPORTS:
                yield f"{row.name}: claims more than {other.name}, which {other.verdict}"


def _wrong_figures(rows: list[Row], summary: str) -> Iterator[str]:
    """The figures of the summary are those of the tables, and leave none out."""
    told = {cells[0]: [int(cell) for cell in cells[1:]] for cells in cells_of(summary)}
    for name, figures in told.items():
        counted = figures_of(rows, name)
        if figures != counted:
            yield f"{name}: {figures} told, {counted} counted"
    together = [sum(column) for column in zip(*(told[name] for name in told if name != ALL), strict=True)]
    if together != told.get(ALL):
        yield f"{ALL}: {told.get(ALL)} told, {together} together"


def figures_of(rows: list[Row], name: str) -> list[int]:
    """How many rows have each verdict in a section, in one level of it, or in all."""
    section, _, level = name.partition(", level ")
    count = Counter(
        row.verdict for row in rows if name == ALL or (row.section == section and level in ("", row.level))
    )
    return [count[verdict] for verdict in VERDICTS]
