"""The figures of months, which travel by themselves: of which months they have come or should have."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, select

from kiosk.export.cells import month_number
from kiosk.ward import tables as t
from kiosk.ward.plausible import DOUBTED

DUE = "uses-due"
"""The cell that counts what adds to a month's own figures."""


def tallied_months(connection: Connection) -> dict[str, frozenset[str]]:
    """By kiosk, the months whose figures have come, but for implausible ones, which are not counted."""
    months_of = defaultdict[str, set[str]](set)
    rollup = t.rollup.c
    months = connection.execute(select(t.month.c.span).where(t.month.c.key == DOUBTED)).scalars()
    doubt = select(rollup.kiosk, rollup.span).where(
        rollup.span.in_(sorted(map(str, months))), rollup.key == DOUBTED
    )
    doubted = {(kiosk, span) for kiosk, span in connection.execute(doubt)}
    query = select(t.source.c.kiosk, t.bundle.c.first).join(t.bundle).where(t.bundle.c.kind == "tally")
    for kiosk, number in connection.execute(query.distinct()):
        month = f"{number // 100:04}-{number % 100:02}"
        if (kiosk, month) not in doubted:
            months_of[kiosk].add(month)
    return {kiosk: frozenset(months) for kiosk, months in months_of.items()}


def lived_months(connection: Connection) -> dict[str, frozenset[str]]:
    """By kiosk, the months in which a visit ended whose time is known: each adds to the month's figures.

    As the roll-up knows it: what is stale is not in it yet.
    """
    rollup = t.rollup.c
    months = connection.execute(select(t.month.c.span).where(t.month.c.key == DUE).distinct()).scalars()
    query = select(rollup.kiosk, rollup.span).where(
        rollup.span.in_(sorted(map(str, months))), rollup.key == DUE
    )
    months_of = defaultdict[str, set[str]](set)
    for kiosk, span in connection.execute(query.distinct()):
        months_of[kiosk].add(span)
    return {kiosk: frozenset(months) for kiosk, months in months_of.items()}


def given_up_months(lost: dict[tuple[str, str], list[tuple[int, int]]], kiosk: str) -> frozenset[int]:
    """Of what an officer has said will never come, the numbers of months."""
    return frozenset(first for first, _ in lost.get((kiosk, ""), ()))


def untallied(lived: frozenset[str], tallied: frozenset[str], lost: frozenset[int]) -> tuple[str, ...]:
    """In order, the months whose figures are still waited for."""
    return tuple(sorted(month for month in lived - tallied if month_number(month) not in lost))


def lost_months(lived: frozenset[str], tallied: frozenset[str], lost: frozenset[int]) -> tuple[str, ...]:
    """In order, the months whose figures have not come and that an officer has given up."""
    return tuple(sorted(month for month in lived - tallied if month_number(month) in lost))
