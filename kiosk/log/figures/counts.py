"""Each figure under its key in the catalogue: the numbers it is made of, and how it is made from them.

*Visits* may come from one kiosk and one day, or from all of them and a year. *Own* events are those of one
kiosk and one day, in the order of the log. Both become cells (`kiosk.log.figures.cells`), which add up; a
figure
is made from cells and from nothing else. A number nobody can give yet (the mean of nothing) is None, not 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TypeVar

from kiosk.base import events as v
from kiosk.log.figures.catalogue import catalogue
from kiosk.log.figures.cells import CellKey, Cells, of_key, split
from kiosk.log.sessions.doors import doors_of
from kiosk.log.sessions.duty import duty_of
from kiosk.log.sessions.events import Event
from kiosk.log.sessions.session import SessionSummary, WalkSummary

Visits = Sequence[SessionSummary]
Own = Sequence[Event]
Kind = TypeVar("Kind")
UNRESOLVED = ("partly", "not-done")
"""Results after which staff are asked what stopped it."""
LEFT = ("stopped", "cut-off")
"""How a walk ends that nobody led to its end or to a person."""
VOLUNTEER = f"{v.STAFF_PREFIX['volunteer']}-"
"""What a volunteer's id begins with."""
_MINUTE_MS = 60_000


def figure(key: str, cells: Cells) -> int | None:
    """The figure of that *key*, in its unit. Raises `KeyError` for a figure nobody has defined."""
    made = MADE.get(catalogue().figure(key).key)
    return cells.get(CellKey(key), 0) if made is None else made(cells)


def has_finished(visit: SessionSummary) -> bool:
    """Whether a guide was followed to its last step in it."""
    return any(walk.outcome == "completed" for walk in visit.walks)


def is_unresolved(visit: SessionSummary) -> bool:
    """Whether staff said of it that it was not wholly done."""
    return visit.mode == "assisted" and visit.result in UNRESOLVED


def walks_of(visits: Visits, *outcomes: str) -> Iterator[WalkSummary]:
    """All walks, or those that ended in one of these ways."""
    for visit in visits:
        yield from (walk for walk in visit.walks if not outcomes or walk.outcome in outcomes)


def waits_ms(visits: Visits) -> Iterator[int]:
    """How long each call that is over had to wait."""
    for visit in visits:
        for call in visit.help_calls:
            if call.until_ms is not None:
                yield call.until_ms - call.from_ms


def of_kind(own: Own, kind: type[Kind]) -> Iterator[Kind]:
    """What happened of that kind."""
    return (event.what for event in own if isinstance(event.what, kind))


def raised(own: Own) -> Iterable[v.TicketRaised]:
    """Each ticket once: after a power cut it may stand in the log twice."""
    return {what.ticket: what for what in of_kind(own, v.TicketRaised)}.values()


ENDED = ("goodbye", "next-person", "idle")
"""How visits end of which the kiosk knows how they were made: with a known day each adds to its month."""

# --- what adds up -------------------------------------------------------------------------------------

COUNTS: Mapping[str, Callable[[Visits], int]] = {
    "sessions": len,
    "sessions-finished": lambda visits: sum(has_finished(visit) for visit in visits),
    "sessions-assisted": lambda visits: sum(visit.mode == "assisted" for visit in visits),
    "sessions-filed": lambda visits: sum(visit.filed == "yes" for visit in visits),
    "sessions-unresolved": lambda visits: sum(map(is_unresolved, visits)),
    "session-ms": lambda visits: sum(visit.duration_ms for visit in visits),
    "walks": lambda visits: sum(len(visit.walks) for visit in visits),
    "walks-completed": lambda visits: _many(walks_of(visits, "completed")),
    "walks-left": lambda visits: _many(walks_of(visits, *LEFT)),
    "walks-handed-over": lambda visits: _many(walks_of(visits, "handed-over")),
    "steps": lambda visits: sum(step.by is not None for walk in walks_of(visits) for step in walk.steps),
    "explanations": lambda visits: sum(
        len(step.explained) for walk in walks_of(visits) for step in walk.steps
    ),
    "asked-in-vain": lambda visits: sum(visit.asked_in_vain for visit in visits),
    "numbers-shown": lambda visits: sum(visit.numbers_shown for visit in visits),
    "practised": lambda visits: sum(len(visit.practised) for visit in visits),
    "practised-alone": lambda visits: sum(
        one.rung == "alone" and one.clean and one.by == "resident"
        for visit in visits
        for one in visit.practised
    ),
    "rehearsed": lambda visits: sum(visit.rehearsed for visit in visits),
    "exercised": lambda visits: sum(len(visit.exercised) for visit in visits),
    "help-calls": lambda visits: sum(len(visit.help_calls) for visit in visits),
    "help-taken": lambda visits: sum(call.taken for visit in visits for call in visit.help_calls),
    "help-waits": lambda visits: _many(waits_ms(visits)),
    "help-wait-ms": lambda visits: sum(waits_ms(visits)),
    "help-wait-longest": lambda visits: max(waits_ms(visits), default=0),
    "clock-unsure": lambda visits: sum(not visit.clock_ok for visit in visits),
    "uses-due": lambda visits: sum(visit.clock_ok and visit.outcome in ENDED for visit in visits),
}

OWN_COUNTS: Mapping[str, Callable[[Own], int]] = {
    "openings": lambda own: int(any(_has_opened(event) for event in own)),
    "shifts": lambda own: len(duty_of(own).shifts),
    "shift-time": lambda own: sum(
        (shift.until_s - shift.from_s) * 1000 for shift in duty_of(own).shifts if shift.until_s is not None
    ),
    "tickets": lambda own: _many(raised(own)),
    "tickets-told": lambda own: len({what.ticket for what in of_kind(own, v.AnswerPassedOn)}),
    "doors": lambda own: sum(doors_of(own).values()),
    "trainings": lambda own: _many(of_kind(own, v.TrainingFinished)),
}


def counted(visits: Visits, own: Own = ()) -> Iterator[tuple[CellKey, int]]:
    """Every plain count that is not 0."""
    for key, count in COUNTS.items():
        yield CellKey(key), count(visits)
    for key, of_own in OWN_COUNTS.items():
        yield CellKey(key), of_own(own)


def _many(things: Iterable[object]) -> int:
    return sum(1 for _ in things)


def _has_opened(event: Event) -> bool:
    return isinstance(event.what, v.PointChecked) and event.what.verdict != "refused"


# --- what is shown of it -------------------------------------------------------------------------------


def mean(whole: int, number: int) -> int | None:
    """To the nearest whole; None of nothing."""
    return round(whole / number) if number else None


def share(part: int, whole: int) -> int | None:
    """In thousandths, to the nearest; None of nothing."""
    return round(1000 * part / whole) if whole else None


def median(rows: Mapping[int, int]) -> int | None:
    """Of value → how often: the lower one of the two in the middle; None of nothing."""
    values = sorted(rows)
    reached = accumulate(rows[value] for value in values)
    half = (sum(rows.values()) + 1) // 2
    return next((value for value, many in zip(values, reached, strict=True) if many >= half), None)


def minutes_of(cells: Cells, flow: str = "") -> int | None:
    """The median time of the walks that were completed, those of one guide or all, in ms."""
    walks_of: dict[int, int] = {}
    for bucket, many in of_key(cells, "flow-minutes").items():
        its_flow, minutes = split(bucket)
        if flow in ("", its_flow):
            walks_of[int(minutes)] = walks_of.get(int(minutes), 0) + many
    middle = median(walks_of)
    return None if middle is None else middle * _MINUTE_MS


def _mean_of(whole: str, number: str) -> Callable[[Cells], int | None]:
    return lambda cells: mean(cells.get(CellKey(whole), 0), cells.get(CellKey(number), 0))


def _longest(cells: Cells) -> int | None:
    return cells.get(CellKey("help-wait-longest"), 0) if cells.get(CellKey("help-waits")) else None


def _share_of(key: str, bucket: str, *beside: str) -> Callable[[Cells], int | None]:
    """Of the rows of a breakdown but for those *beside* it."""

    def of_cells(cells: Cells) -> int | None:
        rows = {one: many for one, many in of_key(cells, key).items() if one not in beside}
        return share(rows.get(bucket, 0), sum(rows.values()))

    return of_cells


def _people(prefix: str) -> Callable[[Cells], int | None]:
    return lambda cells: sum(staff.startswith(prefix) for staff in of_key(cells, "staff"))


MADE: Mapping[str, Callable[[Cells], int | None]] = {
    "session-length": _mean_of("session-ms", "sessions"),
    "walk-minutes": minutes_of,
    "independence": _share_of("actor", "resident"),
    "help-wait": _mean_of("help-wait-ms", "help-waits"),
    "help-wait-longest": _longest,
    "satisfied": _share_of("face", "good", "none"),
    "people": _people(""),
    "volunteers": _people(VOLUNTEER),
}
"""What is made of cells; every other figure is the cell of its key."""
