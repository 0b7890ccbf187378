"""The rooms of the house as they are: who imports whom, and how many lines live in each.

`PYTHONPATH=script .venv/bin/python -m rooms` writes both anew into `docs/where.md`; a test compares them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "where.md"
HOUSES = ("kiosk", "ui", "flows")
STEP, ROOM = 250, 100
"""Lines: a ceiling is the next such step that leaves that much room when the table is made."""


def rooms(house: str) -> list[str]:
    return sorted(one.parent.name for one in (ROOT / house).glob("*/__init__.py"))


def files(house: str, room: str) -> list[Path]:
    return sorted((ROOT / house / room).rglob("*.py"))


def lines(house: str, room: str) -> int:
    """Of Python, all of them."""
    return sum(len(file.read_text("utf-8").splitlines()) for file in files(house, room))


def arrows(house: str) -> set[tuple[str, str]]:
    """Who imports whom among the rooms of *house*; what is imported inside a function counts too."""
    there = set(rooms(house))
    return {
        (room, other)
        for room in there
        for file in files(house, room)
        for module in imported(file)
        if module[0] == house and len(module) > 1 and (other := module[1]) in there - {room}
    }


def imported(file: Path) -> Iterator[list[str]]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        match node:
            case ast.ImportFrom(module=str(module)):
                yield from ([*module.split("."), one.name] for one in node.names)
            case ast.Import():
                yield from (one.name.split(".") for one in node.names)
            case _:
                pass


def drawn(house: str) -> str:
    """A picture of *house*, as Mermaid has them: without an arrow that a chain of others says already."""
    all_of_them = arrows(house)
    shown = sorted(one for one in all_of_them if not detour(*one, all_of_them))
    return "\n".join(["```mermaid", "graph TD", *(f"    {one} --> {other}" for one, other in shown), "```"])


def detour(one: str, other: str, among: set[tuple[str, str]]) -> bool:
    """Whether *other* is reached from *one* by way of a third."""
    seen, waiting = set[str](), [to for at, to in among if at == one and to != other]
    while waiting:
        at = waiting.pop()
        if at == other:
            return True
        if at not in seen:
            seen.add(at)
            waiting += [to for place, to in among if place == at]
    return False


def table() -> str:
    """Room, files, lines, ceiling: the numbers of the day on which the table was made."""
    rows = ["| room | files | lines | at most |", "|---|---|---|---|"]
    for house in HOUSES:
        for room in rooms(house):
            held = lines(house, room)
            most = -(-(held + ROOM) // STEP) * STEP
            rows.append(f"| `{house}/{room}` | {len(files(house, room))} | {held:,} | {most:,} |")
    return "\n".join(rows)


def page(before: str) -> str:
    """*before* with its pictures and its table made anew."""
    parts = {f"rooms of {house}": drawn(house) for house in HOUSES} | {"table of rooms": table()}
    for name, part in parts.items():
        begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
        head, _, rest = before.partition(begin)
        before = f"{head}{begin}\n{part}\n{end}{rest.partition(end)[2]}"
    return before


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
