"""Each figure as a function over visits, or over the kiosk's own events, under its key in the catalogue.

*Visits* may come from one kiosk and one day, or from all of them and a year. *Own* events are those of one
kiosk and one day, in the order of the log: their counts add up over days and kiosks. A number nobody can give
yet (the mean of nothing) is None, not 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kiosk.sessions import vocabulary as v
from kiosk.sessions.doors import doors_of
from kiosk.sessions.duty import duty_of
from kiosk.sessions.events import Event
from kiosk.sessions.session import SessionSummary

Visits = Sequence[SessionSummary]
Own = Sequence[Event]


def value(key: str, visits: Visits, own: Own = ()) -> int | None:
    """The figure of that *key*, in its unit. Raises `KeyError` for a figure nobody has defined."""
    return OWN_COUNTS[key](own) if key in OWN_COUNTS else COUNTS[key](visits)


def values(visits: Visits, own: Own = ()) -> dict[str, int | None]:
    """Every figure by its key."""
    return {key: value(key, visits, own) for key in (*COUNTS, *OWN_COUNTS)}


def has_finished(visit: SessionSummary) -> bool:
    """Whether a guide was followed to its last step in it."""
    return any(walk.outcome == "completed" for walk in visit.walks)


def waits_ms(visits: Visits) -> Iterator[int]:
    """How long each call that is over had to wait."""
    for visit in visits:
        for call in visit.help_calls:
            if call.until_ms is not None:
                yield call.until_ms - call.from_ms


def mean(numbers: Iterable[int]) -> int | None:
    """To the nearest whole; None of nothing."""
    many = tuple(numbers)
    return round(sum(many) / len(many)) if many else None


COUNTS: Mapping[str, Callable[[Visits], int | None]] = {
    "sessions": len,
    "sessions-finished": lambda visits: sum(has_finished(visit) for visit in visits),
    "sessions-assisted": lambda visits: sum(visit.mode == "assisted" for visit in visits),
    "sessions-filed": lambda visits: sum(visit.filed == "yes" for visit in visits),
    "session-length": lambda visits: mean(visit.duration_ms for visit in visits),
    "walks": lambda visits: sum(len(visit.walks) for visit in visits),
    "walks-completed": lambda visits: sum(
        walk.outcome == "completed" for visit in visits for walk in visit.walks
    ),
    "help-calls": lambda visits: sum(len(visit.help_calls) for visit in visits),
    "help-wait": lambda visits: mean(waits_ms(visits)),
    "help-wait-longest": lambda visits: max(waits_ms(visits), default=None),
    "clock-unsure": lambda visits: sum(not visit.clock_ok for visit in visits),
}

OWN_COUNTS: Mapping[str, Callable[[Own], int | None]] = {
    "shifts": lambda own: len(duty_of(own).shifts),
    "shift-time": lambda own: sum(
        (shift.until_s - shift.from_s) * 1000 for shift in duty_of(own).shifts if shift.until_s is not None
    ),
    "tickets": lambda own: sum(isinstance(event.what, v.TicketRaised) for event in own),
    "doors": lambda own: sum(doors_of(own).values()),
    "trainings": lambda own: sum(isinstance(event.what, v.TrainingFinished) for event in own),
}
