"""What a figure is made of: numbers that add up over visits, days, kiosks and places.

A cell is a number under (key, bucket): the bucket is empty for a plain count, a word for a breakdown.
All that adds up is kept; means, shares and medians are made from it when they are shown, so that those of a
month are never means of means. The kiosk adds up its day in memory, the ward in its roll-up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias


class CellKey(NamedTuple):
    """`bucket`: a word of a closed list, an id, an hour "08", or two of these: ``guide/step``."""

    key: str
    bucket: str = ""


Cells: TypeAlias = Mapping[CellKey, int]
"""What is not there is 0, but for a maximum: nobody knows the longest of nothing."""

MAXIMA = frozenset({"help-wait-longest"})
"""Of these the largest of all parts holds, where others add up."""
BETWEEN = "/"
"""Between the two parts of a bucket; no id holds it."""


def merged(parts: Iterable[Cells]) -> Cells:
    """All of them together."""
    together: Counter[CellKey] = Counter()
    for part in parts:
        for cell, number in part.items():
            together[cell] = max(together[cell], number) if cell.key in MAXIMA else together[cell] + number
    return together


def of_key(cells: Cells, key: str) -> dict[str, int]:
    """The rows of one breakdown, by bucket; none of them 0."""
    return {cell.bucket: number for cell, number in cells.items() if cell.key == key and number}


def split(bucket: str) -> tuple[str, str]:
    """The two parts of a bucket; the second is empty where there is one only."""
    first, _, second = bucket.partition(BETWEEN)
    return first, second
