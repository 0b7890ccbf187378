"""When something practised is due again: the better it is known, the later."""

from __future__ import annotations

from collections.abc import Mapping

from flows.practice.rung import Rung

WEEKS: Mapping[Rung, int] = {"shown": 1, "hinted": 1, "alone": 1, "own-phone": 2}
"""By where somebody stands: who has found each place alone has what is left to do on their own phone."""

SCAM_WEEKS = 4


def weeks_overdue(rung: Rung, week: int | None, now: int, *, scam: bool) -> int | None:
    """For how many weeks it has been due, *now* being this week; None: it is not. What was practised long ago
    (*week* None) is due most of all.
    """
    waits = SCAM_WEEKS if scam else WEEKS[rung]
    overdue = now - (week or 0) - waits
    return overdue if overdue >= 0 else None
