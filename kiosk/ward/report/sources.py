"""Until when each kiosk's figures have come, and what is missing: every report says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, func, select

from flows.words import Language
from kiosk.opening import HANOI
from kiosk.ward import tables as t
from kiosk.ward.authority import Authority
from kiosk.ward.days import Period
from kiosk.ward.refusals import REFUSALS
from kiosk.ward.report.model import Block, Row, Table, Text
from kiosk.ward.report.names import place_name
from kiosk.ward.report.words import Say, day, grouped
from kiosk.ward.status import KioskStatus, open_alarms, statuses

EARLIEST = "2025-07-01"
"""No ward of today is older: what is dated before it has no known day."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Bundles of one kiosk that were not taken in and that no officer has settled."""

    kiosk: str
    bundles: int
    events: int


@dataclass(frozen=True, slots=True)
class Sources:
    """`undated`: visits whose day nobody can know. `last`: the end of the period."""

    last: date
    kiosks: tuple[KioskStatus, ...]
    refused: tuple[Refused, ...] = ()
    undated: int = 0

    @property
    def whole(self) -> int:
        return sum(state_of(one, self.last) == "whole" for one in self.kiosks)

    @property
    def are_whole(self) -> bool:
        return self.whole == len(self.kiosks) and not self.refused


def look(connection: Connection, ward: Authority, period: Period, now_s: float) -> Sources:
    """What the ledger and the register say. A withdrawn kiosk that never sent anything is none."""
    kiosks = tuple(
        one
        for one in statuses(connection, ward.kiosks, ward.withdrawn)
        if one.received_s is not None or not one.withdrawn
    )
    return Sources(period.last, kiosks, _refused(connection), _undated(connection, now_s))


def state_of(one: KioskStatus, last: date) -> str:
    """A word of ``state.…``. What stands behind is told before what is missing in between."""
    if one.received_s is None:
        return "never"
    if one.gaps:
        return "gaps"
    if one.withdrawn:
        return "withdrawn"
    return "whole" if one.until_s is not None and _day(one.until_s) >= last else "behind"


def source_blocks(sources: Sources, say: Say, language: Language) -> Iterator[Block]:
    """The annex."""
    rows = tuple(
        Row(
            one.kiosk,
            one.kiosk,
            (
                place_name(one.place or "unknown", say),
                day(_day(one.until_s)) if one.until_s is not None else "–",
                say(f"state.{state_of(one, sources.last)}", number=_missing(one, language)),
            ),
        )
        for one in sources.kiosks
    )
    heads = tuple(say(f"column.{one}") for one in ("kiosk", "place", "until", "state"))
    if rows:
        yield Table("sources", "", heads, rows)
    if sources.refused:
        yield Text(
            "refused",
            say(
                "told.refused",
                bundles=sum(one.bundles for one in sources.refused),
                events=grouped(sum(one.events for one in sources.refused), language),
                kiosks=", ".join(one.kiosk or "?" for one in sources.refused),
            ),
        )
    if sources.undated:
        yield Text("undated", say("told.undated", number=grouped(sources.undated, language)))


def _missing(one: KioskStatus, language: Language) -> str:
    return grouped(sum(gap.last - gap.first + 1 for gap in one.gaps), language)


def _day(wall_s: int) -> date:
    return datetime.fromtimestamp(wall_s, HANOI).date()


def _refused(connection: Connection) -> tuple[Refused, ...]:
    found: dict[str, tuple[int, int]] = {}
    for alarm in open_alarms(connection):
        if alarm.what in REFUSALS:
            bundles, events = found.get(alarm.kiosk, (0, 0))
            of_this = alarm.last - alarm.first + 1 if alarm.first else 0
            found[alarm.kiosk] = bundles + 1, events + of_this
    return tuple(Refused(kiosk, *counted) for kiosk, counted in sorted(found.items()))


def _undated(connection: Connection, now_s: float) -> int:
    """Visits of an uncertain clock on days that cannot have been."""
    one = t.rollup.c
    tomorrow = (datetime.fromtimestamp(now_s, HANOI).date() + timedelta(days=1)).isoformat()
    query = select(func.sum(one.number)).where(
        one.key == "clock-unsure",
        func.length(one.span) == len(EARLIEST),
        (one.span < EARLIEST) | (one.span > tomorrow),
    )
    return int(connection.execute(query).scalar() or 0)
