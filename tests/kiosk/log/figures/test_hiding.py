"""Small numbers are hidden, and nobody who adds and subtracts what is shown finds one again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.log.figures.cells import CellKey
from kiosk.log.figures.hiding import LEAST_POSSIBLE, LEAST_SHOWN, Sum, hidden

ALL = CellKey("all")
Table = Mapping[CellKey, int]


def one_row(*numbers: int) -> tuple[Table, list[Sum[CellKey]]]:
    """A breakdown: its rows and their total."""
    parts = {CellKey("row", str(at)): number for at, number in enumerate(numbers)}
    return {**parts, ALL: sum(numbers)}, [Sum(ALL, tuple(parts))]


def crossed(numbers: Sequence[Sequence[int]]) -> tuple[Table, list[Sum[CellKey]]]:
    """A table by two things with both margins, and their total."""
    inner = {
        CellKey("both", f"{row}/{at}"): number
        for row, line in enumerate(numbers)
        for at, number in enumerate(line)
    }
    rows = {CellKey("row", str(row)): sum(line) for row, line in enumerate(numbers)}
    columns = {CellKey("column", str(at)): sum(line) for at, line in enumerate(zip(*numbers, strict=True))}
    sums = [Sum(ALL, tuple(rows)), Sum(ALL, tuple(columns))]
    sums += [Sum(row, tuple(one for one in inner if one.bucket[0] == row.bucket)) for row in rows]
    sums += [Sum(column, tuple(one for one in inner if one.bucket[2] == column.bucket)) for column in columns]
    return {**inner, **rows, **columns, ALL: sum(map(sum, numbers))}, sums


def possible(
    table: Table, sums: Sequence[Sum[CellKey]], hide: frozenset[CellKey], most: int
) -> Iterator[Table]:
    """Every way in which the hidden numbers, the innermost from 1 to *most*, fit all that is shown.

    As whoever reads the report would try it: one number after another, until a sum is too large.
    """
    totals = {one.total for one in sums}
    inner = [cell for cell in sorted(hide) if cell not in totals]
    known = {cell: number for cell, number in table.items() if cell not in hide}

    def fits(guess: dict[CellKey, int]) -> bool:
        return all(
            sum(guess.get(part, 0 if part in totals else 1) for part in one.parts) <= known[one.total]
            for one in sums
            if one.total in known
        )

    def filled(guess: dict[CellKey, int]) -> dict[CellKey, int]:
        """With the totals that are hidden, from the innermost on."""
        for one in reversed(sums):
            guess.setdefault(one.total, sum(guess[part] for part in one.parts))
        return guess

    def attempts(guess: dict[CellKey, int], left: Sequence[CellKey]) -> Iterator[Table]:
        if not left:
            whole = filled(dict(guess))
            if all(whole[one.total] == sum(whole[part] for part in one.parts) for one in sums):
                yield whole
            return
        for number in range(1, most + 1):
            tried = {**guess, left[0]: number}
            if not fits(tried):
                return
            yield from attempts(tried, left[1:])

    yield from attempts(known, inner)


def nobody_is_found(table: Table, sums: Sequence[Sum[CellKey]], most: int) -> frozenset[CellKey]:
    hide = hidden(table, sums)
    assert all(cell in hide for cell, number in table.items() if 0 < number < LEAST_SHOWN)
    assert all(table[cell] for cell in hide)
    values: dict[CellKey, set[int]] = {cell: set() for cell in hide}
    for guess in possible(table, sums, hide, most):
        for cell in hide:
            values[cell].add(guess[cell])
    for cell in hide:
        assert table[cell] in values[cell] and len(values[cell]) >= LEAST_POSSIBLE, (cell, values[cell])
    return hide


@pytest.mark.parametrize(
    ("numbers", "kept_back"),
    [
        ((16, 7, 12), []),
        ((16, 0, 12), []),
        ((16, 7, 3), ["1", "2"]),  # 3 alone would be the total less the others
        ((16, 3, 3), ["1", "2"]),  # together 6: each could be 1 to 5
        ((16, 12, 2, 1), ["1", "2", "3"]),  # together 3: one would be 1 and the other 2
        ((16, 1, 1), ["0", "1", "2"]),  # together 2: each would be 1
        ((0, 3), ["", "1"]),  # the only row is the total
        ((4, 1), ["", "0", "1"]),  # a total of 5 would leave each four values
    ],
)
def test_what_is_kept_back_of_a_breakdown(numbers: tuple[int, ...], kept_back: list[str]) -> None:
    table, sums = one_row(*numbers)
    assert sorted(cell.bucket for cell in nobody_is_found(table, sums, 20)) == kept_back


SMALL = st.one_of(st.integers(0, 6), st.integers(0, 20))


@settings(max_examples=60, deadline=None)
@given(st.lists(SMALL, min_size=1, max_size=4))
def test_no_hidden_row_can_be_told_from_what_is_shown(numbers: list[int]) -> None:
    nobody_is_found(*one_row(*numbers), most=max(numbers) + LEAST_POSSIBLE)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(0, 7), min_size=2, max_size=2), min_size=2, max_size=2))
def test_no_hidden_cell_of_a_table_with_both_margins_is_found_again(numbers: list[list[int]]) -> None:
    nobody_is_found(*crossed(numbers), most=7 + LEAST_POSSIBLE)


def test_what_hides_nobody_is_shown_however_small() -> None:
    table, sums = one_row(1, 2, 40)
    assert hidden(table, sums, open_to_all=("row", "all")) == frozenset()


def test_two_numbers_that_are_one_are_hidden_together() -> None:
    table = {CellKey("assisted"): 3, CellKey("mode", "assisted"): 3}
    assert hidden(table, [Sum(CellKey("assisted"), (CellKey("mode", "assisted"),))]) == frozenset(table)
