"""What the archive says of a period: the totals of each ward, to be added up and told as a ward's are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kiosk.city import queries
from kiosk.city.engines import Archive
from kiosk.figures.cells import CellKey, Cells, merged
from kiosk.ward.days import Period
from kiosk.ward.report.sources import EARLIEST, Refused, Sources, tomorrow_of
from kiosk.ward.status import Gap, KioskStatus
from kiosk.ward.totals import BY_PLACE, BY_STEP, Totals

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
    kiosks = _rows(queries.kiosks(archive.kiosks, wards))
    names = {one["ward"]: str(one["name"]) for one in kiosks}
    steps = period.steps()
    spans = {span for of_step in steps.values() for span in of_step}
    cells = _cells(_rows(queries.by_ward(archive.figures, period, wards)), "ward")
    in_spans: dict[str, dict[str, Cells]] = defaultdict(dict)
    for (ward, span), found in _cells(
        _rows(queries.by_span(archive.figures, spans, wards, BY_STEP)), "ward", "span"
    ).items():
        in_spans[ward][span] = found
    of_wards = {
        names.get(ward, ward): Totals(
            period,
            cells[ward,],
            {},
            {step: merged(in_spans[ward].get(span, {}) for span in of) for step, of in steps.items()},
        )
        for (ward,) in sorted(cells)
    }
    places = [str(one["place"]) for one in _rows(queries.active_places(archive.figures, period, wards))]
    ((undated,),) = (
        one.values() for one in _rows(queries.undated(archive.figures, wards, EARLIEST, tomorrow_of(now_s)))
    )
    return CityTotals(_added(period, of_wards, places), of_wards, _sources(period, kiosks, undated))


def _added(period: Period, wards: Mapping[str, Totals], places: Iterable[str]) -> Totals:
    """Where a report tells of places, it tells of wards."""
    visits = CellKey("sessions")
    by_ward = {CellKey("place", name): one.all[visits] for name, one in wards.items() if visits in one.all}
    active = list(places)
    return Totals(
        period,
        {**merged(one.all for one in wards.values()), **by_ward},
        {
            name: {cell: number for cell, number in one.all.items() if cell.key in BY_PLACE}
            for name, one in wards.items()
        },
        {step: merged(one.steps[step] for one in wards.values()) for step in period.steps()},
        {kind: sum(place.startswith(kind[:-1]) for place in active) for kind in ("points", "teams")},
    )


def _sources(period: Period, kiosks: Iterable[Mapping[str, Any]], undated: int) -> Sources:
    found, refused = [], []
    for one in sorted(kiosks, key=lambda one: (one["name"], one["kiosk"])):
        if one["refused_bundles"]:
            who = f"{one['name']}: {one['kiosk'] or '?'}"
            refused.append(Refused(who, int(one["refused_bundles"]), int(one["refused_events"])))
        if one["received_s"] is None and one["withdrawn"]:
            continue
        gaps = (Gap("", 1, int(one["missing"])),) if one["missing"] else ()
        found.append(
            KioskStatus(
                one["kiosk"], 0, _whole(one["until_s"]), _whole(one["received_s"]), gaps,
                withdrawn=bool(one["withdrawn"]), place=one["name"],
            )
        )  # fmt: skip
    return Sources(period.last, tuple(found), tuple(refused), undated)


def _whole(number: Any) -> int | None:
    return None if number is None else int(number)


def _rows(table: Table) -> list[dict[str, Any]]:
    """What the engine answers."""
    found: list[dict[str, Any]] = table.to_pyarrow().to_pylist()
    return found


def _cells(rows: Iterable[Mapping[str, Any]], *by: str) -> Mapping[tuple[str, ...], dict[CellKey, int]]:
    found = defaultdict[tuple[str, ...], dict[CellKey, int]](dict)
    for row in rows:
        found[tuple(row[one] for one in by)][CellKey(row["key"], row["bucket"])] = row["number"]
    return found
