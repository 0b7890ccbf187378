"""Until when each kiosk's figures have come, and what is missing: every report says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, func, select

from kiosk.base.hours.opening import HANOI
from kiosk.ward import tables as t
from kiosk.ward.authority import Authority
from kiosk.ward.days import Period
from kiosk.ward.gaps import Gap
from kiosk.ward.quarantine import quarantined
from kiosk.ward.receive import keyring
from kiosk.ward.report.composer import Composer
from kiosk.ward.report.model import Block, Row, Table
from kiosk.ward.report.names import place_name
from kiosk.ward.report.words import UNKNOWN, day, grouped, span_name
from kiosk.ward.status import KioskStatus, statuses

EARLIEST = "2025-07-01"
"""No ward of today is older: what is dated before it has no known day."""


@dataclass(frozen=True, slots=True)
class RefusedBundles:
    """What of one kiosk was not taken in and no officer has settled: in no figure of the report."""

    kiosk: str
    bundles: int
    events: int


@dataclass(frozen=True, slots=True)
class Sources:
    """Of that period. `undated`: visits whose day nobody can know."""

    period: Period
    kiosks: tuple[KioskStatus, ...]
    refused: tuple[RefusedBundles, ...] = ()
    undated: int = 0

    @property
    def expected(self) -> int:
        """Of how many kiosks everything can still come: those withdrawn earlier are counted apart."""
        return sum(self.state_of(kiosk) != "withdrawn" for kiosk in self.kiosks)

    @property
    def whole(self) -> int:
        return sum(self.state_of(kiosk) == "whole" for kiosk in self.kiosks)

    @property
    def are_whole(self) -> bool:
        return self.whole == self.expected and not self.refused

    @property
    def withdrawn(self) -> tuple[KioskStatus, ...]:
        """Those whose figures end before the period does, because they were withdrawn."""
        return tuple(kiosk for kiosk in self.kiosks if self.state_of(kiosk) == "withdrawn")

    @property
    def lost(self) -> Mapping[str, int]:
        """By kiosk, how many events of the period will never come, as an officer has said."""
        events_lost = {
            status.kiosk: sum(gap.events for gap in _touching(status.lost, self.period))
            for status in self.kiosks
        }
        return {kiosk: events for kiosk, events in events_lost.items() if events}

    @property
    def tallied(self) -> tuple[str, ...]:
        """The whole months of the period of which any kiosk's own figures have come."""
        return tuple(
            month for month in self.period.months() if any(month in status.tallied for status in self.kiosks)
        )

    def untallied_of(self, status: KioskStatus) -> tuple[str, ...]:
        """The whole months of the period whose own figures are waited for."""
        return tuple(month for month in status.untallied if month in self.period.months())

    @property
    def lost_months(self) -> Mapping[str, tuple[str, ...]]:
        """By kiosk, the whole months of the period whose own figures will never come."""
        months = self.period.months()
        months_lost = {
            status.kiosk: tuple(month for month in status.lost_months if month in months)
            for status in self.kiosks
        }
        return {kiosk: lost for kiosk, lost in months_lost.items() if lost}

    def missing_of(self, one: KioskStatus) -> int:
        """How many of its events have not come that can be of the period."""
        return sum(gap.events for gap in _touching(one.gaps, self.period))

    def state_of(self, one: KioskStatus) -> str:
        """A word of ``state.…``. Being behind comes before missing something in between.

        A month's own figures are not waited for from a kiosk that was withdrawn: it sends no more.
        """
        if one.received_s is None:
            return "never"
        if self.missing_of(one):
            return "gaps"
        if self.untallied_of(one):
            return "withdrawn" if one.withdrawn else "untallied"
        if one.until_s is not None and day_of(one.until_s) >= self.period.last:
            return "whole"
        return "withdrawn" if one.withdrawn else "behind"


def read_sources(connection: Connection, ward: Authority, period: Period, now_s: float) -> Sources:
    """What the ledger and the register say. Raises `WardUnready`, `KeyUnusable`, `OSError`."""
    kiosks = begun_by(kiosks_of(connection, ward), period, now_s)
    return Sources(period, kiosks, refused_of(connection, ward), _undated(connection, now_s))


def kiosks_of(connection: Connection, ward: Authority) -> tuple[KioskStatus, ...]:
    """A withdrawn kiosk that never sent anything is none; any other has begun when it was enrolled."""
    enrolled = {entry.kiosk: entry.month for entry in reversed(ward.enrolled)}
    return tuple(
        replace(status, begun_s=_begins(enrolled[status.kiosk])) if status.received_s is None else status
        for status in statuses(connection, ward.kiosks, ward.withdrawn)
        if status.received_s is not None or not status.withdrawn
    )


def begun_by(kiosks: Iterable[KioskStatus], period: Period, now_s: float) -> tuple[KioskStatus, ...]:
    """Those that had begun when the period ended. What begins after today comes of a wrong clock."""
    return tuple(
        status
        for status in kiosks
        if status.begun_s is None or status.begun_s > now_s or day_of(status.begun_s) <= period.last
    )


def _begins(month: str) -> int:
    return int(datetime.fromisoformat(f"{month}-01").replace(tzinfo=HANOI).timestamp())


def _touching(gaps: Iterable[Gap], period: Period) -> Iterator[Gap]:
    return (gap for gap in gaps if gap.touches(period))


def source_blocks(composer: Composer, sources: Sources) -> Iterator[Block]:
    """The annex."""
    yield from kiosk_blocks(composer, sources, ("kiosk", "place", "until", "state"))
    yield from missing_blocks(composer, sources)


def missing_blocks(composer: Composer, sources: Sources) -> Iterator[Block]:
    """What is in no figure of the report."""
    if sources.lost:
        lost = (f"{kiosk}: {grouped(number, composer.language)}" for kiosk, number in sources.lost.items())
        yield composer.text("lost", kiosks="; ".join(lost))
    if sources.refused:
        yield composer.text(
            "refused",
            bundles=sum(one.bundles for one in sources.refused),
            events=grouped(sum(one.events for one in sources.refused), composer.language),
            kiosks=", ".join(one.kiosk or "?" for one in sources.refused),
        )
    if sources.undated:
        yield composer.text("undated", number=grouped(sources.undated, composer.language))


def kiosk_blocks(
    composer: Composer, sources: Sources, columns: tuple[str, ...], title: str = ""
) -> Iterator[Block]:
    """A row a kiosk."""
    say = composer.say
    rows = tuple(
        Row(
            status.kiosk,
            status.kiosk,
            (
                place_name(status.place or "unknown", say),
                day(day_of(status.until_s)) if status.until_s is not None else UNKNOWN,
                say(
                    f"state.{sources.state_of(status)}",
                    number=grouped(sources.missing_of(status), composer.language),
                    months=", ".join(map(span_name, sources.untallied_of(status))),
                ),
            ),
        )
        for status in sources.kiosks
    )
    if rows:
        yield table_of_sources(composer, "sources", title, columns, rows)


def table_of_sources(
    composer: Composer, key: str, title: str, columns: tuple[str, ...], rows: tuple[Row, ...]
) -> Table:
    """*columns*: keys of ``column.…``, and of ``note.…`` where a word needs to be defined."""
    heads = tuple(composer.say(f"column.{column}") for column in columns)
    return Table(key, title, heads, rows, column_notes=tuple(_note(composer, column) for column in columns))


def _note(composer: Composer, column: str) -> int:
    match column:
        case "state" | "missing":
            return composer.note(f"{composer.say(f'note.{column}')} {composer.say('note.event')}")
        case "place" | "until" | "kiosks" | "whole" | "earliest":
            return composer.note(composer.say(f"note.{column}"))
        case _:
            return 0


def day_of(wall_s: int) -> date:
    """In Hà Nội."""
    return datetime.fromtimestamp(wall_s, HANOI).date()


def refused_of(connection: Connection, ward: Authority) -> tuple[RefusedBundles, ...]:
    """By kiosk. A bundle that came whole later was cut off on its way, and is none of them.

    Raises `WardUnready`, `KeyUnusable`, `OSError`.
    """
    counts: dict[str, tuple[int, int]] = {}
    for refused in quarantined(connection, ward.folder, keyring(ward.folder)):
        bundles, events = counts.get(refused.kiosk, (0, 0))
        counts[refused.kiosk] = bundles + refused.bundles, events + refused.events
    return tuple(RefusedBundles(kiosk, *counted) for kiosk, counted in sorted(counts.items()))


def tomorrow_of(now_s: float) -> str:
    """What is dated after it has no known day either."""
    return (datetime.fromtimestamp(now_s, HANOI).date() + timedelta(days=1)).isoformat()


def _undated(connection: Connection, now_s: float) -> int:
    """Visits on days that cannot have been: a clock was wrong, whether the kiosk knew it or not."""
    rollup = t.rollup.c
    tomorrow = tomorrow_of(now_s)
    query = select(func.sum(rollup.number)).where(
        rollup.key == "sessions",
        func.length(rollup.span) == len(EARLIEST),
        (rollup.span < EARLIEST) | (rollup.span > tomorrow),
    )
    return int(connection.execute(query).scalar() or 0)
