"""Wrong PINs: five tries, then a wait that doubles. Pure.

A wait is counted on the monotonic clock of one boot. What was left of it when the machine went off is
waited for anew from the next start: neither a power cut nor a wall clock that is set can shorten it.
"""

from __future__ import annotations

from typing import NamedTuple

from kiosk.clock import Moment

TRIES = 5
FIRST_WAIT_S, LONGEST_WAIT_S = 60.0, 8 * 3600.0


class Lock(NamedTuple):
    """Wrong PINs since the last right one, and the wait of `wait_s` that began at `since_up_s` of `boot`."""

    wrong: int = 0
    wait_s: float = 0.0
    since_up_s: float = 0.0
    boot: str = ""


OPEN = Lock()


def left_s(lock: Lock, now: Moment) -> float:
    """Seconds until the next try; 0 when one may be made."""
    if lock.wait_s <= 0:
        return 0.0
    if lock.boot != now.boot:
        return lock.wait_s
    return min(lock.wait_s, max(0.0, lock.since_up_s + lock.wait_s - now.up_s))


def tries_left(lock: Lock) -> int:
    """How often one may still be wrong before the next wait: after the first wait, once."""
    return max(1, TRIES - lock.wrong)


def after_wrong(lock: Lock, now: Moment) -> Lock:
    """After one more wrong PIN."""
    wrong = lock.wrong + 1
    if wrong < TRIES:
        return Lock(wrong)
    wait_s = min(FIRST_WAIT_S * 2.0 ** min(wrong - TRIES, 30), LONGEST_WAIT_S)
    return Lock(wrong, wait_s, now.up_s, now.boot)


def carried_over(lock: Lock, now: Moment) -> Lock:
    """The same lock in this boot: a wait of another boot begins again with what was written of it."""
    if lock.wait_s <= 0 or lock.boot == now.boot:
        return lock
    return lock._replace(since_up_s=now.up_s, boot=now.boot)
