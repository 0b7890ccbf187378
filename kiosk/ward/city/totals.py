"""What the archive says of a period: the totals of each ward, to be added up and shown as a ward's are."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kiosk.log.figures.cells import CellKey, merged
from kiosk.ward.city import queries
from kiosk.ward.city.engines import Archive
from kiosk.ward.days import Period
from kiosk.ward.gaps import Gap
from kiosk.ward.report.sources import EARLIEST, RefusedBundles, Sources, begun_by, tomorrow_of
from kiosk.ward.status import KioskStatus
from kiosk.ward.totals import BY_PLACE, Totals

if TYPE_CHECKING:
    from ibis.expr.types import Table


@dataclass(frozen=True, slots=True)
class CityTotals:
    """`wards`: by the ward's name, without places. `sources`: the place of each kiosk is its ward."""

    all: Totals
    wards: Mapping[str, Totals]
    sources: Sources


def city_totals(archive: Archive, period: Period, now_s: float, wards: Collection[str] = ()) -> CityTotals:
    """Of *wards* alone, by id; none: of all. Raises what the engine raises."""
    kiosks = queries.kiosks(archive.kiosks, wards).to_pyarrow().to_pylist()
    names = {kiosk["ward"]: str(kiosk["name"]) for kiosk in kiosks}
    by_ward = _read(queries.cells(archive.figures, period, wards), period)
    steps = period.steps()
    of_wards = {names.get(ward, ward): by_ward[ward].totals(period, steps) for ward in sorted(by_ward)}
    undated = queries.undated(archive.figures, wards, EARLIEST, tomorrow_of(now_s)).to_pyarrow()
    return CityTotals(
        _added(period, of_wards, [place for one in by_ward.values() for place in one.places]),
        of_wards,
        _sources(period, now_s, kiosks, undated["number"][0].as_py()),
    )


@dataclass
class _WardCells:
    """As it is read, row by row."""

    all: dict[CellKey, int] = field(default_factory=dict)
    spans: dict[str, dict[CellKey, int]] = field(default_factory=lambda: defaultdict(dict))
    places: set[str] = field(default_factory=set)

    def totals(self, period: Period, steps: Mapping[str, tuple[str, ...]]) -> Totals:
        over_time = {step: merged(self.spans.get(one, {}) for one in of) for step, of in steps.items()}
        return Totals(period, self.all, {}, over_time)


def _read(table: Table, period: Period) -> Mapping[str, _WardCells]:
    """Wards that have anything in the period itself."""
    by_ward, spans = defaultdict[str, _WardCells](_WardCells), {"", *period.spans()}
    rows = table.to_pyarrow().to_pydict()
    columns = (rows[name] for name in ("ward", "span", "place", "key", "bucket", "number"))
    for ward, span, place, key, bucket, number in zip(*columns, strict=True):
        of_ward, cell = by_ward[ward], CellKey(key, bucket)
        if span:
            of_span = of_ward.spans[span]
            of_span[cell] = of_span.get(cell, 0) + number
        if span in spans:
            of_ward.all[cell] = of_ward.all.get(cell, 0) + number
            if place:
                of_ward.places.add(place)
    return {ward: of_ward for ward, of_ward in by_ward.items() if of_ward.all}


def _added(period: Period, wards: Mapping[str, Totals], places: Iterable[str]) -> Totals:
    """The wards together. A report of the city has wards where that of a ward has places."""
    visits = CellKey("sessions")
    by_ward = {CellKey("place", name): one.all[visits] for name, one in wards.items() if visits in one.all}
    active = list(places)
    return Totals(
        period,
        {**merged(ward.all for ward in wards.values()), **by_ward},
        {
            name: {cell: number for cell, number in one.all.items() if cell.key in BY_PLACE}
            for name, one in wards.items()
        },
        {step: merged(ward.steps[step] for ward in wards.values()) for step in period.steps()},
        {kind: sum(place.startswith(kind[:-1]) for place in active) for kind in ("points", "teams")},
    )


def _sources(period: Period, now_s: float, kiosks: Iterable[Mapping[str, Any]], undated: int) -> Sources:
    statuses, refused = [], []
    for kiosk in sorted(kiosks, key=lambda kiosk: (kiosk["name"], kiosk["kiosk"])):
        if kiosk["refused_bundles"]:
            who = f"{kiosk['name']}: {kiosk['kiosk'] or '?'}"
            refused.append(RefusedBundles(who, int(kiosk["refused_bundles"]), int(kiosk["refused_events"])))
        if kiosk["received_s"] is None and kiosk["withdrawn"]:
            continue
        gaps = tuple(Gap("", 1, *fields) for fields in json.loads(kiosk["gaps"]))
        statuses.append(
            KioskStatus(
                kiosk["kiosk"], 0, _whole(kiosk["until_s"]), _whole(kiosk["received_s"]),
                tuple(gap for gap in gaps if not gap.lost),
                withdrawn=bool(kiosk["withdrawn"]), place=kiosk["name"],
                lost=tuple(gap for gap in gaps if gap.lost), begun_s=_whole(kiosk["begun_s"]),
                tallied=tuple(filter(None, kiosk["tallied"].split(","))),
                untallied=tuple(filter(None, kiosk["untallied"].split(","))),
                lost_months=tuple(filter(None, kiosk["lost_months"].split(","))),
            )
        )  # fmt: skip
    return Sources(period, begun_by(statuses, period, now_s), tuple(refused), undated)


def _whole(number: Any) -> int | None:
    return None if number is None else int(number)
