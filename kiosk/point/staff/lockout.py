"""Wrong PINs: five tries, then waits of two minutes at most, and a budget that is earned back slowly. Pure.

The short wait keeps a stranger from locking anybody out for long; the budget keeps guessing as hopeless as it
was: at most 1,490 tries a year against one member, 0.15 % of the 999,970 PINs there are. Both are counted on
the monotonic clock of one boot: neither a power cut nor a wall clock that is set can shorten them.

The last `RESERVE` tries of the budget are given only within `FRESH_S` of the machine's start. Who only
touches the glass cannot spend them: a member can always come in by restarting the machine.
"""

from __future__ import annotations

from typing import NamedTuple

from kiosk.base.hours.clock import Moment

TRIES = 5
FIRST_WAIT_S, LONGEST_WAIT_S = 60.0, 120.0
BUDGET, EARNED_EVERY_S = 30, 6 * 3600.0
RESERVE, FRESH_S = 3, 600.0


class Lock(NamedTuple):
    """Wrong PINs since the last right one, and the wait of `wait_s` that began at `since_up_s` of `boot`.

    `spent` of the budget, as of `spent_up_s` of that boot; a right PIN gives nothing of it back.
    """

    wrong: int = 0
    wait_s: float = 0.0
    since_up_s: float = 0.0
    boot: str = ""
    spent: int = 0
    spent_up_s: float = 0.0


OPEN = Lock()


def left_s(lock: Lock, now: Moment) -> float:
    """Seconds until the next try; 0 when one may be made."""
    return max(_wait_left_s(lock, now), _budget_left_s(lock, now))


def _wait_left_s(lock: Lock, now: Moment) -> float:
    if lock.wait_s <= 0:
        return 0.0
    if lock.boot != now.boot:
        return lock.wait_s
    return min(lock.wait_s, max(0.0, lock.since_up_s + lock.wait_s - now.up_s))


def _budget_left_s(lock: Lock, now: Moment) -> float:
    if lock.spent < (BUDGET if now.up_s < FRESH_S else BUDGET - RESERVE):
        return 0.0
    since_up_s = lock.spent_up_s if lock.boot == now.boot else now.up_s
    more = lock.spent - (BUDGET - RESERVE) + 1
    return min(more * EARNED_EVERY_S, max(0.0, since_up_s + more * EARNED_EVERY_S - now.up_s))


def tries_left(lock: Lock) -> int:
    """How often one may still be wrong before the next wait: after the first wait, once."""
    return max(1, TRIES - lock.wrong)


def after_wrong(lock: Lock, now: Moment) -> Lock:
    """After one more wrong PIN."""
    earned = _earned(lock, now)
    wrong, spent = lock.wrong + 1, earned.spent + 1
    began_up_s = earned.spent_up_s if earned.spent else now.up_s
    wait_s = 0.0
    if wrong >= TRIES:
        wait_s = min(FIRST_WAIT_S * 2.0 ** min(wrong - TRIES, 30), LONGEST_WAIT_S)
    return Lock(wrong, wait_s, now.up_s, now.boot, spent, began_up_s)


def after_right(lock: Lock, now: Moment) -> Lock:
    """After the right PIN, where *lock* was before that try: no wait; the budget is not given back."""
    earned = _earned(lock, now)
    if not earned.spent:
        return OPEN
    return Lock(0, 0.0, now.up_s, now.boot, earned.spent, earned.spent_up_s)


def _earned(lock: Lock, now: Moment) -> Lock:
    """With what has been earned back in this boot."""
    lock = carried_over(lock, now)
    if not lock.spent:
        return lock
    steps = max(0, int((now.up_s - lock.spent_up_s) // EARNED_EVERY_S))
    return lock._replace(
        spent=max(0, lock.spent - steps), spent_up_s=lock.spent_up_s + steps * EARNED_EVERY_S
    )


def carried_over(lock: Lock, now: Moment) -> Lock:
    """The same lock in this boot: a wait of another boot begins again with what was written of it."""
    if (lock.wait_s <= 0 and not lock.spent) or lock.boot == now.boot:
        return lock
    return lock._replace(since_up_s=now.up_s, boot=now.boot, spent_up_s=now.up_s)
