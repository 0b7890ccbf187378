"""When a night's work is due: pure. A look at what is done, never an alarm clock.

An alarm clock misses the night when the clock jumps, starts in the year 2000, or the kiosk is off; a look at
what is done catches up in all of these.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from kiosk.base.hours.clock import Moment
from kiosk.base.hours.opening import HANOI

DAY_S = 86_400.0
STILL_GROWS_S = 2 * DAY_S  # a visit counts in the month it began in, and may be closed a day after it


def night_of(wall_s: float, hour: int) -> str:
    """The night in which that moment lies: the day, in Hà Nội, on which it began at *hour*."""
    return f"{datetime.fromtimestamp(wall_s, HANOI) - timedelta(hours=hour):%Y-%m-%d}"


def is_due(now: Moment, hour: int, done: str, looked_up_s: float | None) -> bool:
    """Whether the night's work should be done now.

    *done* is the night it was last done for; *looked_up_s* when, by the clock of this boot, the running
    program last did it, None when it has not. Another night counts, also an earlier one: a clock that had
    jumped years ahead and was put right must not stop it for years.
    """
    if now.clock_ok:
        return night_of(now.wall_s, hour) != done
    return looked_up_s is None or now.up_s - looked_up_s >= DAY_S


def open_month(now: Moment) -> str:
    """The first month that may still grow (``2026-11``); empty while nobody knows which month it is."""
    if not now.clock_ok:
        return ""
    return f"{datetime.fromtimestamp(now.wall_s - STILL_GROWS_S, HANOI):%Y-%m}"
