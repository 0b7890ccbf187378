"""The events that have not come: of which days they can be, and which an officer has given up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from kiosk.papers.export.ledger import Range, missing
from kiosk.ward import tables as t
from kiosk.ward.days import Period, day_of


@dataclass(frozen=True, slots=True)
class Gap:
    """Events `first` to `last` of that epoch have not come.

    `after_s`, `before_s`: when the nearest events on both sides of it were, by a believed clock; None: nobody
    knows. `lost`: an officer has said that they will never come.
    """

    epoch: str
    first: int
    last: int
    after_s: int | None = None
    before_s: int | None = None
    lost: bool = False

    @property
    def events(self) -> int:
        return self.last - self.first + 1

    def touches(self, period: Period) -> bool:
        """Whether any of these events can be of that period."""
        begins = self.after_s is None or day_of(self.after_s) <= period.last.isoformat()
        ends = self.before_s is None or day_of(self.before_s) >= period.first.isoformat()
        return begins and ends


def gaps_of(
    connection: Connection, source: int, epoch: str, there: Sequence[Range], lost: Iterable[Range]
) -> Iterator[Gap]:
    """Of one epoch, in order. *there*: what has come, merged; *lost*: what was given up."""
    whole = (1, there[-1][1])
    open_ones = missing(whole, [*there, *lost])
    given_up = missing(whole, [*there, *open_ones])
    for first, last in sorted([*open_ones, *given_up]):
        after_s, before_s = _around(connection, source, first, last)
        if after_s is not None and before_s is not None and after_s > before_s:
            after_s = before_s = None  # a clock was wrong, and one cannot say which
        yield Gap(epoch, first, last, after_s, before_s, (first, last) in given_up)


def _around(connection: Connection, source: int, first: int, last: int) -> tuple[int | None, int | None]:
    event = t.event.c
    sure = select(event.wall_s).where(event.source_no == source, event.clock_ok).limit(1)
    before = sure.where(event.seq < first).order_by(event.seq.desc())
    after = sure.where(event.seq > last).order_by(event.seq)
    return connection.execute(before).scalar(), connection.execute(after).scalar()


def given_up(connection: Connection) -> dict[tuple[str, str], list[Range]]:
    """By kiosk and epoch, what an officer has said will never come."""
    ranges: dict[tuple[str, str], list[Range]] = {}
    for row in connection.execute(select(t.lost.c.kiosk, t.lost.c.epoch, t.lost.c.first, t.lost.c.last)):
        ranges.setdefault((row.kiosk, row.epoch), []).append((row.first, row.last))
    return ranges


def give_up(connection: Connection, kiosk: str, epoch: str, first: int, last: int, now_s: int) -> None:
    """Nobody waits for these events any more. Should they come all the same, they are taken in."""
    key = {"kiosk": kiosk, "epoch": epoch, "first": first}
    connection.execute(delete(t.lost).where(*(t.lost.c[name] == value for name, value in key.items())))
    connection.execute(insert(t.lost).values(**key, last=last, said_s=now_s))
