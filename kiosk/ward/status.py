"""What the ledger says of each kiosk: until when figures have come, what is missing, who is silent.

The figures of months travel by themselves: of which months they have come or should have.

What will never come an officer says once, by the name under which it is missing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from kiosk.base.hours.night import STILL_GROWS_S
from kiosk.papers.export.cells import month_number
from kiosk.papers.export.ledger import Range, merged
from kiosk.ward import tables as t
from kiosk.ward.authority import Authority
from kiosk.ward.days import day_of
from kiosk.ward.gaps import Gap, gaps_of, give_up, given_up
from kiosk.ward.plausible import DOUBTED
from kiosk.ward.refusals import Notice, Refusal

SILENT_AFTER_S = 3 * 86_400


@dataclass(frozen=True, slots=True)
class KioskStatus:
    """`until_s`: the latest believed time of an event; `received_s`: when the last bundle came; None: never.

    `gaps`: what has not come and is waited for; `lost`: what nobody waits for any more. `newest`: the highest
    number that came, by epoch, the epoch last heard of at the end. `place`: where it last said it stands
    (``point-3``). `begun_s`: before it there was nothing to send; None: nobody knows. `tallied`: the months
    whose own figures have come (of groups, of use); `untallied`: those whose figures are waited for;
    `lost_months`: those for whose figures nobody waits any more.
    """

    kiosk: str
    events: int = 0
    until_s: int | None = None
    received_s: int | None = None
    gaps: tuple[Gap, ...] = ()
    newest: tuple[tuple[str, int], ...] = ()
    withdrawn: bool = False
    place: str = ""
    lost: tuple[Gap, ...] = ()
    begun_s: int | None = None
    tallied: tuple[str, ...] = ()
    untallied: tuple[str, ...] = ()
    lost_months: tuple[str, ...] = ()

    def late_months(self, now_s: float) -> tuple[str, ...]:
        """Of `untallied` those that should have come by now: a month travels when it can no longer grow.

        None of a withdrawn kiosk: it sends no more.
        """
        if self.withdrawn:
            return ()
        closed = day_of(int(now_s - STILL_GROWS_S - SILENT_AFTER_S))[:7]
        return tuple(month for month in self.untallied if month < closed)

    def is_silent(self, now_s: float) -> bool:
        """Whether nothing has come for days; a withdrawn kiosk is expected to be silent."""
        return not self.withdrawn and (self.received_s is None or now_s - self.received_s > SILENT_AFTER_S)


@dataclass(frozen=True, slots=True)
class Alarm:
    """`kept`: the name of the file in the folder `aside`, empty where there is none."""

    no: int
    what: Refusal | Notice
    kiosk: str
    epoch: str
    first: int
    last: int
    kept: str
    raised_s: int


def statuses(
    connection: Connection, enrolled: Iterable[str], withdrawn: Iterable[str] = ()
) -> tuple[KioskStatus, ...]:
    """Of every kiosk that is enrolled or has ever sent something, by name."""
    gone = frozenset(withdrawn)
    sent = {status.kiosk: status for status in _sent(connection, gone)}
    kiosks = sorted({*enrolled, *sent})
    return tuple(sent.get(kiosk, KioskStatus(kiosk, withdrawn=kiosk in gone)) for kiosk in kiosks)


def by_place(kiosks: Iterable[KioskStatus], asked: Mapping[str, str]) -> tuple[KioskStatus, ...]:
    """In the order of the numbers of their places. *asked*: where a kiosk that has sent nothing stands."""
    placed = (replace(one, place=one.place or asked.get(one.kiosk, "")) for one in kiosks)
    return tuple(sorted(placed, key=lambda one: (one.place == "", _in_order(one.place), one.kiosk)))


def _in_order(place: str) -> tuple[str, int]:
    """Point 2 before point 10."""
    kind, _, number = place.rpartition("-")
    return (kind, int(number)) if number.isdecimal() else (place, 0)


def open_alarms(connection: Connection) -> tuple[Alarm, ...]:
    """Those no officer has settled, newest first."""
    query = select(t.alarm).where(t.alarm.c.settled_s.is_(None)).order_by(t.alarm.c.no.desc())
    return tuple(
        Alarm(row.no, row.what, row.kiosk, row.epoch, row.first, row.last, row.kept, row.raised_s)
        for row in connection.execute(query)
    )


def _sent(connection: Connection, withdrawn: frozenset[str]) -> Iterable[KioskStatus]:
    ranges: dict[str, dict[tuple[int, str], list[Range]]] = defaultdict(lambda: defaultdict(list))
    came: dict[str, int] = {}
    added: dict[str, int] = defaultdict(int)
    until, places = dict[str, int](), places_of(connection)
    query = select(t.source.c.kiosk, t.source.c.epoch, t.bundle).join(t.bundle).order_by(t.bundle.c.no)
    for row in connection.execute(query):
        came[row.kiosk] = max(came.get(row.kiosk, 0), row.received_s)
        if row.kind == "events":
            until[row.kiosk] = max(until.get(row.kiosk, 0), row.until_s or 0)
            ranges[row.kiosk][row.source_no, row.epoch].append((row.first, row.last))
            added[row.kiosk] += row.added
    begun, never = _begun(connection), given_up(connection)
    months, lived = tallied_months(connection), lived_months(connection)
    for kiosk, received_s in came.items():
        whole = {source: merged(these) for source, these in ranges[kiosk].items()}
        missed = [
            gap
            for (source, epoch), these in whole.items()
            for gap in gaps_of(connection, source, epoch, these, never.get((kiosk, epoch), ()))
        ]
        yield KioskStatus(
            kiosk,
            added[kiosk],
            until.get(kiosk) or None,
            received_s,
            tuple(gap for gap in missed if not gap.lost),
            tuple((epoch, these[-1][1]) for (_, epoch), these in whole.items()),
            kiosk in withdrawn,
            places.get(kiosk, ""),
            tuple(gap for gap in missed if gap.lost),
            None if any(gap.first == 1 for gap in missed) else begun.get(kiosk),
            tuple(sorted(months.get(kiosk, ()))),
            untallied(
                lived.get(kiosk, frozenset()), months.get(kiosk, frozenset()), given_up_months(never, kiosk)
            ),
            lost_months(
                lived.get(kiosk, frozenset()), months.get(kiosk, frozenset()), given_up_months(never, kiosk)
            ),
        )


def _begun(connection: Connection) -> dict[str, int]:
    """The earliest believed time of an event, by kiosk; of each epoch one row of the index is looked at."""
    event = t.event.c
    first = (
        select(event.wall_s).where(event.source_no == t.source.c.no, event.clock_ok).order_by(event.wall_s)
    )
    query = select(t.source.c.kiosk, first.limit(1).correlate(t.source).scalar_subquery())
    earliest: dict[str, int] = {}
    for kiosk, wall_s in connection.execute(query):
        if wall_s is not None:
            earliest[kiosk] = min(earliest.get(kiosk, wall_s), wall_s)
    return earliest


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


class NothingMissing(Exception):
    """Nothing is missing under that name."""


def lost_name(one: KioskStatus, gap: Gap) -> str:
    """``kiosk-0123456789ab/0f3c5e71/10-50``: what is typed to give it up."""
    return f"{one.kiosk}/{gap.epoch[:8]}/{gap.first}-{gap.last}"


def give_up_what(connection: Connection, ward: Authority, name: str, now_s: int) -> None:
    """Nobody waits any more for what is missing under that *name*: as above, or ``kiosk-…/2026-10``.

    Raises `NothingMissing`.
    """
    for status in statuses(connection, ward.kiosks, ward.withdrawn):
        for gap in status.gaps:
            if lost_name(status, gap) == name:
                give_up(connection, status.kiosk, gap.epoch, gap.first, gap.last, now_s)
                return
        for month in status.untallied:
            if f"{status.kiosk}/{month}" == name:
                number = month_number(month)
                give_up(connection, status.kiosk, "", number, number, now_s)
                return
    raise NothingMissing(name)


def places_of(connection: Connection) -> dict[str, str]:
    """By kiosk, for all that have said it in what has come."""
    query = (
        select(t.source.c.kiosk, t.bundle.c.place)
        .join(t.bundle)
        .where(t.bundle.c.kind == "events", t.bundle.c.place != "")
        .order_by(t.bundle.c.no)
    )
    return {row.kiosk: row.place for row in connection.execute(query)}
