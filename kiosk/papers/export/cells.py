"""The content of a bundle of a tally: the figures of one closed month, a cell a line.

First walks by residents' groups, ``{"group":…,"outcome":…,"topic":…,"walks":…}``, then how visits were made,
``{"aspect":…,"visits":…,"word":…}``. A tally from before these were counted has the first alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, assert_never, get_args

from kiosk.base.events import EventRefused, Group
from kiosk.log.sessions.events import canonical
from kiosk.log.sessions.session import WalkEnd
from kiosk.log.sessions.tally import WORDS, Cell, VisitCell, WalkCell
from kiosk.papers.export.envelope import BundleDamaged, Header
from kiosk.papers.export.lines import OutsideVocabulary

MOST = 1_000_000
"""Walks or visits in one cell."""


def month_number(month: str) -> int:
    """``2026-11`` → 202611, by which bundles of tallies are numbered."""
    return int(month[:4]) * 100 + int(month[5:])


def cell_lines(cells: Iterable[tuple[Cell, int]]) -> list[str]:
    """One line a cell, in the one order."""
    counted = list(cells)
    walks = sorted((cell, number) for cell, number in counted if isinstance(cell, WalkCell))
    visits = sorted((cell, number) for cell, number in counted if isinstance(cell, VisitCell))
    in_order: list[tuple[Cell, int]] = [*walks, *visits]
    return [canonical(_as_fields(cell, number)) for cell, number in in_order]


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


def _as_fields(cell: Cell, number: int) -> dict[str, str | int]:
    match cell:
        case WalkCell(_, group, topic, outcome):
            return {"group": group, "outcome": outcome, "topic": topic, "walks": number}
        case VisitCell(_, aspect, word):
            return {"aspect": aspect, "visits": number, "word": word}
        case never:
            assert_never(never)


def _cell(month: str, text: str) -> tuple[Cell, int]:
    try:
        cell, number = _read(month, json.loads(text))
    except OutsideVocabulary:
        raise
    except (ValueError, KeyError, TypeError, EventRefused, RecursionError) as failure:
        raise BundleDamaged("this is no cell") from failure
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number <= MOST:
        raise BundleDamaged("this is no count")
    return cell, number


def _read(month: str, raw: Mapping[str, Any]) -> tuple[Cell, Any]:
    """What a newer kiosk may count, and this program does not know, is not taken for damaged."""
    match raw:
        case {"group": group, "outcome": outcome, "topic": topic, "walks": walks}:
            if group not in get_args(Group) or outcome not in get_args(WalkEnd):
                raise OutsideVocabulary("a group or an outcome nobody knows")
            return WalkCell(month, group, topic, outcome), walks
        case {"aspect": aspect, "visits": visits, "word": word}:
            if word not in WORDS.get(aspect, ()):
                raise OutsideVocabulary("a way or a setting nobody knows")
            return VisitCell(month, aspect, word), visits
        case {}:
            raise OutsideVocabulary("a kind of figure nobody knows")
        case _:
            raise TypeError("no figure at all")
