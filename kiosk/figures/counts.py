"""Each figure as a function over visits, under its key in the catalogue.

*Visits* may come from one kiosk and one day, or from all of them and a year. A number nobody can give yet
(the mean of nothing) is None, not 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kiosk.sessions.session import SessionSummary

Visits = Sequence[SessionSummary]


def value(key: str, visits: Visits) -> int | None:
    """The figure of that *key*, in its unit. Raises `KeyError` for a figure nobody has defined."""
    return COUNTS[key](visits)


def values(visits: Visits) -> dict[str, int | None]:
    """Every figure by its key."""
    return {key: count(visits) for key, count in COUNTS.items()}


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
