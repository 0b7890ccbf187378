"""The content of a bundle of a tally: the figures of residents' groups of one closed month, a cell a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import cast, get_args

from kiosk.export.envelope import BundleDamaged, Header
from kiosk.export.lines import OutsideVocabulary
from kiosk.sessions.events import EventRefused, canonical
from kiosk.sessions.session import WalkEnd
from kiosk.sessions.tally import Cell, Group

MOST_WALKS = 1_000_000


def month_number(month: str) -> int:
    """``2026-11`` → 202611, by which bundles of tallies are numbered."""
    return int(month[:4]) * 100 + int(month[5:])


def cell_lines(cells: Iterable[tuple[Cell, int]]) -> list[str]:
    """One line a cell, in the one order."""
    return [
        canonical({"group": cell.group, "outcome": cell.outcome, "topic": cell.topic, "walks": walks})
        for cell, walks in sorted(cells)
    ]


def read_cells(header: Header, content: bytes) -> Iterator[tuple[Cell, int]]:
    """The cells of the month that the header names. Raises `BundleDamaged`, `OutsideVocabulary`."""
    if header.first != header.last or not content.endswith(b"\n"):
        raise BundleDamaged("this is no tally of one month")
    month = f"{header.first // 100:04d}-{header.first % 100:02d}"
    texts = content.decode("utf-8", "replace")[:-1].split("\n")
    cells = [_cell(month, text) for text in texts]
    if cell_lines(cells) != texts or len({cell for cell, _ in cells}) != len(cells):
        raise BundleDamaged("the cells are not in their one form")
    yield from cells


def _cell(month: str, text: str) -> tuple[Cell, int]:
    try:
        raw = json.loads(text)
        walks = raw["walks"]
        if raw["group"] not in get_args(Group) or raw["outcome"] not in get_args(WalkEnd):
            raise OutsideVocabulary("a group or an outcome nobody knows")
        cell = Cell(month, cast(Group, raw["group"]), raw["topic"], cast(WalkEnd, raw["outcome"]))
    except OutsideVocabulary:
        raise
    except (ValueError, KeyError, TypeError, EventRefused, RecursionError) as failure:
        raise BundleDamaged("this is no cell") from failure
    if not isinstance(walks, int) or isinstance(walks, bool) or not 0 < walks <= MOST_WALKS:
        raise BundleDamaged("this is no count")
    return cell, walks
