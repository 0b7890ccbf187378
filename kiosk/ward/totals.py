"""What the roll-up says of a period: cells, of which `kiosk.log.figures` makes figures.

``whole = totals(connection, period)``, then ``figure(key, whole.all)`` and ``rows_of(key, whole.all)``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, select, union_all

from kiosk.log.figures.cells import MAXIMA, CellKey, Cells, merged
from kiosk.ward import tables as t
from kiosk.ward.days import Period, is_month

BY_PLACE = ("sessions", "walks-completed", "openings", "shifts", "shift-time", "staff", "doors")
"""What is shown of every place by itself."""
BY_STEP = ("sessions", "walks-completed")
"""What is shown over time."""


@dataclass(frozen=True, slots=True)
class Totals:
    """`all`: everything; `places`: the cells of `BY_PLACE` by place; `steps`: of `BY_STEP` over time.

    `active`: of several wards, how many points and teams were active ("points", "teams"). `places` are wards
    then.
    """

    period: Period
    all: Cells
    places: Mapping[str, Cells]
    steps: Mapping[str, Cells]
    active: Mapping[str, int] | None = None


def totals(connection: Connection, period: Period, places: Collection[str] = ()) -> Totals:
    """Of *places* alone, by id; none: of all. What is stale is not in it: `rollup.catch_up` first."""
    rollup, steps = t.rollup.c, period.steps()
    everything = connection.execute(_everything(period.spans(), places))
    by_place = connection.execute(_added(period.spans(), places, BY_PLACE, rollup.place))
    spans = [span for of_step in steps.values() for span in of_step]
    by_span = _grouped(connection.execute(_added(spans, places, BY_STEP, rollup.span)))
    return Totals(
        period,
        {CellKey(key, bucket): int(number) for key, bucket, number in everything},
        _grouped(by_place),
        {step: merged(by_span.get(span, {}) for span in of_step) for step, of_step in steps.items()},
    )


def places_named(connection: Connection, period: Period) -> frozenset[str]:
    """Wherever a kiosk ever said it stands, and wherever anything was counted in that period."""
    rollup = t.rollup.c
    stood = select(t.stood.c.place).distinct()
    counted = (
        select(rollup.place)
        .where(rollup.span.in_(sorted(period.spans())), rollup.key.in_(BY_PLACE))
        .distinct()
    )
    return frozenset(str(place) for query in (stood, counted) for (place,) in connection.execute(query))


def _everything(spans: Collection[str], places: Collection[str]) -> Select[Any]:
    """Each span is read in the order of its table, so that adding it up needs no sorting."""
    of_spans = union_all(
        *(
            select(one.c.key, one.c.bucket, combined(one.c.key, one.c.number).label("number"))
            .where(one.c.span == span, *_at(places))
            .group_by(one.c.key, one.c.bucket)
            for span in spans
            for one in (t.month if is_month(span) and not places else t.rollup,)
        )
    ).subquery()
    key, bucket = of_spans.c.key, of_spans.c.bucket
    return select(key, bucket, combined(key, of_spans.c.number)).group_by(key, bucket)


def _added(
    spans: Collection[str], places: Collection[str], keys: Collection[str], by: ColumnElement[str]
) -> Select[Any]:
    rollup = t.rollup.c
    return (
        select(by, rollup.key, rollup.bucket, combined(rollup.key, rollup.number))
        .where(rollup.span.in_(sorted(spans)), rollup.key.in_(keys), *_at(places))
        .group_by(by, rollup.key, rollup.bucket)
    )


def combined(key: ColumnElement[str], number: ColumnElement[int]) -> ColumnElement[int]:
    """Numbers of several rows with that key, as one."""
    return case((key.in_(sorted(MAXIMA)), func.max(number)), else_=func.sum(number))


def _at(places: Collection[str]) -> list[ColumnElement[bool]]:
    return [t.rollup.c.place.in_(sorted(places))] if places else []


def _grouped(rows: Any) -> Mapping[str, Cells]:
    cells_of = defaultdict[str, dict[CellKey, int]](dict)
    for group, key, bucket, number in rows:
        cells_of[group][CellKey(key, bucket)] = int(number)
    return cells_of
