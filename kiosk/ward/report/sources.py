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
from kiosk.ward.keyring import keyring
from kiosk.ward.quarantine import quarantined
from kiosk.ward.report.model import Block, Row, Table, Text
from kiosk.ward.report.names import place_name
from kiosk.ward.report.words import Say, day, grouped
from kiosk.ward.status import KioskStatus, statuses

EARLIEST = "2025-07-01"
"""No ward of today is older: what is dated before it has no known day."""


@dataclass(frozen=True, slots=True)
class Refused:
    """What of one kiosk was not taken in and no officer has settled: in no figure of the report."""

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
    """What the ledger and the register say. Raises `WardUnready`, `KeyUnusable`, `OSError`."""
    kiosks = kiosks_of(connection, ward)
    return Sources(period.last, kiosks, refused_of(connection, ward), _undated(connection, now_s))


def kiosks_of(connection: Connection, ward: Authority) -> tuple[KioskStatus, ...]:
    """A withdrawn kiosk that never sent anything is none."""
    return tuple(
        one
        for one in statuses(connection, ward.kiosks, ward.withdrawn)
        if one.received_s is not None or not one.withdrawn
    )


def state_of(one: KioskStatus, last: date) -> str:
    """A word of ``state.…``. What stands behind is told before what is missing in between."""
    if one.received_s is None:
        return "never"
    if one.gaps:
        return "gaps"
    if one.withdrawn:
        return "withdrawn"
    return "whole" if one.until_s is not None and day_of(one.until_s) >= last else "behind"


def source_blocks(sources: Sources, say: Say, language: Language) -> Iterator[Block]:
    """The annex."""
    yield from kiosk_blocks(sources, say, language)
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


def kiosk_blocks(sources: Sources, say: Say, language: Language, title: str = "") -> Iterator[Block]:
    """A row a kiosk."""
    rows = tuple(
        Row(
            one.kiosk,
            one.kiosk,
            (
                place_name(one.place or "unknown", say),
                day(day_of(one.until_s)) if one.until_s is not None else "–",
                say(f"state.{state_of(one, sources.last)}", number=grouped(missing_of(one), language)),
            ),
        )
        for one in sources.kiosks
    )
    heads = tuple(say(f"column.{one}") for one in ("kiosk", "place", "until", "state"))
    if rows:
        yield Table("sources", title, heads, rows)


def missing_of(one: KioskStatus) -> int:
    """How many of its events have not come."""
    return sum(gap.last - gap.first + 1 for gap in one.gaps)


def day_of(wall_s: int) -> date:
    """In Hà Nội."""
    return datetime.fromtimestamp(wall_s, HANOI).date()


def refused_of(connection: Connection, ward: Authority) -> tuple[Refused, ...]:
    """By kiosk. A bundle that came whole later was cut off on its way, and is none of them.

    Raises `WardUnready`, `KeyUnusable`, `OSError`.
    """
    found: dict[str, tuple[int, int]] = {}
    for one in quarantined(connection, ward.folder, keyring(ward.folder)):
        bundles, events = found.get(one.kiosk, (0, 0))
        found[one.kiosk] = bundles + one.bundles, events + one.events
    return tuple(Refused(kiosk, *counted) for kiosk, counted in sorted(found.items()))


def tomorrow_of(now_s: float) -> str:
    """What is dated after it has no known day either."""
    return (datetime.fromtimestamp(now_s, HANOI).date() + timedelta(days=1)).isoformat()


def _undated(connection: Connection, now_s: float) -> int:
    """Visits on days that cannot have been: a clock was wrong, whether the kiosk knew it or not."""
    one = t.rollup.c
    tomorrow = tomorrow_of(now_s)
    query = select(func.sum(one.number)).where(
        one.key == "sessions",
        func.length(one.span) == len(EARLIEST),
        (one.span < EARLIEST) | (one.span > tomorrow),
    )
    return int(connection.execute(query).scalar() or 0)
