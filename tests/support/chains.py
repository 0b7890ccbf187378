"""Whether a log holds together: each event follows from the one before it."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.log.sessions.chain import follows, genesis
from kiosk.log.sessions.events import Stored


def first_break(events: Iterable[Stored], before: bytes | None = None) -> Stored | None:
    """The first event that does not follow from its predecessor, or None when the chain holds.

    *events* are consecutive, from one or more epochs in order; *before* is the hash of the event before
    the first one, needed when that is not number 1 of its epoch.
    """
    previous: Stored | None = None
    for stored in events:
        if stored.seq == 1:
            before = genesis(stored.kiosk, stored.epoch)
        elif previous and (stored.epoch, stored.seq) != (previous.epoch, previous.seq + 1):
            return stored
        if before is None or not follows(before, stored):
            return stored
        before, previous = stored.hash, stored
    return None
