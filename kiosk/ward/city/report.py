"""The report of many wards: the ward's own (`kiosk.ward.report`), with wards in place of places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from kiosk.ward.city.hiding import city_published
from kiosk.ward.city.totals import CityTotals
from kiosk.ward.report.build import build
from kiosk.ward.report.composer import Composer, ReportRequest
from kiosk.ward.report.model import Block, Number, Report, Row
from kiosk.ward.report.names import Names
from kiosk.ward.report.sources import (
    Sources,
    day_of,
    kiosk_blocks,
    missing_blocks,
    table_of_sources,
)
from kiosk.ward.report.words import UNKNOWN, day
from kiosk.ward.status import KioskStatus


def city_report(asked: ReportRequest, totals: CityTotals, names: Names) -> Report:
    """The whole report. `asked.ward` is the city's name, `asked.places` are names of wards."""
    shown = city_published(totals.wards, totals.all)
    return build(asked, totals.all, totals.sources, names, annex, shown)


def annex(composer: Composer, sources: Sources) -> Iterator[Block]:
    """Ward by ward, then every kiosk of which something is missing."""
    rows = tuple(
        _ward(name, tuple(of), sources) for name, of in groupby(sources.kiosks, lambda one: one.place)
    )
    if rows:
        columns = ("ward", "kiosks", "whole", "earliest", "missing")
        yield table_of_sources(composer, "wards", composer.say("table.wards"), columns, rows)
    behind = replace(
        sources, kiosks=tuple(kiosk for kiosk in sources.kiosks if sources.state_of(kiosk) != "whole")
    )
    yield from kiosk_blocks(
        composer, behind, ("kiosk", "ward", "until", "state"), composer.say("table.not_whole")
    )
    yield from missing_blocks(composer, sources)


def _ward(name: str, kiosks: tuple[KioskStatus, ...], sources: Sources) -> Row:
    """Until when the figures of all its kiosks have come, but for those that are withdrawn."""
    expected = [status.until_s for status in kiosks if not status.withdrawn]
    until_times = [until_s for until_s in expected if until_s is not None]
    until = day(day_of(min(until_times))) if until_times and len(until_times) == len(expected) else UNKNOWN
    whole = sum(sources.state_of(kiosk) == "whole" for kiosk in kiosks)
    missing = sum(map(sources.missing_of, kiosks))
    return Row(name, name, (Number(len(kiosks)), Number(whole), until, Number(missing)))
