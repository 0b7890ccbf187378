"""Which time the log vouches for."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.base.events import PointChecked
from kiosk.log.sessions.events import Event


def latest_believed(events: Iterable[Event]) -> int | None:
    """The latest wall time of *events* (in order) that could be believed, in seconds since 1970.

    An opening check at which somebody called the clock right takes back all that was believed before; letting
    a point open all the same takes back nothing, for no time was shown then.
    """
    latest: int | None = None
    for event in events:
        if isinstance(event.what, PointChecked) and _clock_called_right(event.what):
            latest = None
        if event.clock_ok:
            latest = event.wall_s if latest is None else max(latest, event.wall_s)
    return latest


def _clock_called_right(check: PointChecked) -> bool:
    match check.verdict:
        case "open" | "refused":
            return check.clock == "works"
        case "overruled":
            return False
