"""Few rows that still hold every pair of values of every two factors."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product


def pairwise_rows(factors: Sequence[Sequence[object]]) -> list[tuple[object, ...]]:
    """Greedy: each row is built around a pair that is still missing, and takes in many others."""
    indices = range(len(factors))
    missing = {
        (first, one, second, other)
        for first, second in combinations(indices, 2)
        for one, other in product(factors[first], factors[second])
    }
    rows: list[tuple[object, ...]] = []
    while missing:
        first, one, second, other = min(missing, key=repr)
        row: dict[int, object] = {first: one, second: other}
        for index in indices:
            if index not in row:
                row[index] = max(factors[index], key=lambda value: _gain(row, index, value, missing))
        missing -= _pairs(row)
        rows.append(tuple(row[index] for index in indices))
    return rows


def _gain(
    row: dict[int, object], index: int, value: object, missing: set[tuple[int, object, int, object]]
) -> int:
    return len(_pairs({**row, index: value}) & missing)


def _pairs(row: dict[int, object]) -> set[tuple[int, object, int, object]]:
    return {(first, row[first], second, row[second]) for first, second in combinations(sorted(row), 2)}
