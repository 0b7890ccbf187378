"""How far each visit has come on its way to the ward, by the log and the ledger; changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from kiosk.base.events import SessionEnded
from kiosk.log.sessions.chain import genesis
from kiosk.log.sessions.events import Stored
from kiosk.log.storage.ranges import LogRange, hash_at, ranges, rows_of
from kiosk.papers.export.ledger import ExportLedger, Range, merged, missing
from kiosk.papers.export.packing import is_as_written

SentState: TypeAlias = Literal["open", "not-packed", "damaged", "waiting", "refused", "acknowledged"]


@dataclass(frozen=True, slots=True)
class SentPart:
    """Events `first` to `last` of an epoch. `bundle`: the name of the file they are in, empty where there is
    none (any more); `acked_s`: when the ward's word came; `why`: the word of the ward that refused them.
    """

    epoch: str
    first: int
    last: int
    state: SentState
    bundle: str = ""
    acked_s: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class SentVisit:
    """`wall_s`: when it began. Its events are seldom in more than one part."""

    session: str
    wall_s: int
    parts: tuple[SentPart, ...]


def sent_visits(database: Path, events: Iterable[Stored], ledger: ExportLedger) -> tuple[SentVisit, ...]:
    """Each visit of *events*, which are in the order of the log. Raises `kiosk.log.storage.reading.NoLog`."""
    visits = dict[str, list[Stored]]()
    for stored in events:
        if stored.event.session is not None:
            visits.setdefault(stored.event.session, []).append(stored)
    log = ranges(database)
    return tuple(
        SentVisit(session, rows[0].event.wall_s, tuple(_parts(rows, log, ledger)))
        for session, rows in visits.items()
    )


def _parts(rows: Sequence[Stored], log: Sequence[LogRange], ledger: ExportLedger) -> Iterator[SentPart]:
    is_over = any(isinstance(row.event.what, SessionEnded) for row in rows)
    for epoch in dict.fromkeys(row.epoch for row in rows):
        numbers = [row.seq for row in rows if row.epoch == epoch]
        whole = min(numbers), max(numbers)
        parts = [*_packed(epoch, whole, ledger), *_unpacked(epoch, whole, log, ledger, is_over=is_over)]
        yield from sorted(parts, key=lambda part: part.first)


def _packed(epoch: str, whole: Range, ledger: ExportLedger) -> Iterator[SentPart]:
    for entry in ledger.entries:
        if entry.kind == "events" and entry.epoch == epoch:
            for first, last in _within(whole, [(entry.first, entry.last)]):
                state: SentState = "acknowledged"
                if entry.is_waiting:
                    state = "refused" if entry.refused else "waiting"
                yield SentPart(epoch, first, last, state, entry.name, entry.acked_s, entry.refused)
    for of_epoch, gone in ledger.gone_events():
        if of_epoch == epoch:
            for first, last in _within(whole, gone):
                yield SentPart(epoch, first, last, "acknowledged")


def _unpacked(
    epoch: str, whole: Range, log: Sequence[LogRange], ledger: ExportLedger, *, is_over: bool
) -> Iterator[SentPart]:
    """What is in no bundle: damaged rows never will be, the others once the visit is over."""
    sound = merged(one for logged in log if logged.epoch == epoch for one in _sound(logged, whole))
    for rest in missing(whole, ledger.packed("events", epoch)):
        for first, last in missing(rest, sound):
            yield SentPart(epoch, first, last, "damaged")
        for first, last in _within(rest, sound):
            yield SentPart(epoch, first, last, "not-packed" if is_over else "open")


def _sound(logged: LogRange, whole: Range) -> Iterator[Range]:
    """The events of *whole* there whose hash is that of what was written."""
    for first, last in _within(whole, [(logged.first, logged.last)]):
        before = hash_at(logged, first - 1) if first > 1 else genesis(logged.kiosk, logged.epoch)
        for row in rows_of(logged, first, last - first + 1):
            if is_as_written(logged.kiosk, logged.epoch, row, before):
                yield row.seq, row.seq
            before = row.hash


def _within(whole: Range, there: Iterable[Range]) -> Iterator[Range]:
    for first, last in there:
        if first <= whole[1] and last >= whole[0]:
            yield max(first, whole[0]), min(last, whole[1])
