"""Tells the burst of letters that a scanner types from the keys a person presses. Pure.

A scanner that acts as a keyboard sends a letter every 1 to 20 ms and most end with Return or Tab; a person's
keys are further apart. So a key that types a letter, or ends a line, waits for a moment: alone, it is a
press; a quick successor makes it a burst, of which no letter ever acts as a key. A line end close behind a
letter is a scanner's however short the code, and where a code begins with blanks or line ends these are no
keys either. Nothing waits that no code begins with: the arrows, F1. Without a line end two or three letters
are two switches pressed together, and act.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

BURST = 4  # so many quick letters are no person's: two switches, or two keys under one finger, are fewer
LEAST_CODE = 8  # what ends without Return and is shorter was a hand that lay on a keypad


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds after a letter in which its successor belongs to the same burst."""

    bound_s: float = 0.025  # the key means something here: whoever pressed it waits for this
    unbound_s: float = 0.250  # it means nothing here, as the first letters of our cards: nobody waits for it
    within_s: float = 0.400  # of a burst nobody doubts any more: USB and a busy machine may pause


@dataclass(frozen=True, slots=True)
class Key:
    """A key that came down. `letter` is what it types, `bound` whether it does something here."""

    name: str
    letter: str = ""
    bound: bool = True


@dataclass(frozen=True, slots=True)
class Presses:
    """These keys were a person's; now they act, in this order."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A scanner has typed this; never more than was asked to be kept of it."""

    text: str


Heard: TypeAlias = Presses | Code
_ENDS = frozenset({"Return", "Enter", "Tab"})


class BurstListener:
    """One per window. Call `key` for every key that comes down, and `rest` when `due_s` has come."""

    def __init__(self, most: int, pace: Pace = Pace()) -> None:
        """*most*: how many letters of a code are kept; what is longer is no card anyway."""
        self._most, self._pace = most, pace
        self._keys: list[Key] = []
        self._letters: list[str] = []
        self._count = 0
        self._last_s = 0.0
        self._tail_until_s = float("-inf")

    @property
    def due_s(self) -> float | None:
        """When it is sure that nothing follows; None while nothing waits."""
        return self._last_s + self._patience_s if self._count else None

    @property
    def certain(self) -> bool:
        """Whether what is coming now can only be a scanner's."""
        return self._count >= BURST

    @property
    def _patience_s(self) -> float:
        if self._count >= BURST:
            return self._pace.within_s
        return self._pace.bound_s if any(key.bound for key in self._keys) else self._pace.unbound_s

    def key(self, key: Key, now_s: float) -> tuple[Heard, ...]:
        """What is certain now that this key has come down.

        How late it comes is held against it only where a person may have pressed it: while the kiosk was
        busy a scanner's letters have waited in their order, and `rest` was not asked before them.
        """
        if not self._count and now_s <= self._tail_until_s:
            self._tail_until_s = max(self._tail_until_s, now_s + self._pace.bound_s)
            return ()
        before = self.rest(now_s) if self._count < BURST and self._patience_s == self._pace.bound_s else ()
        close = self._count > 0 and now_s - self._last_s <= self._pace.bound_s
        if key.name in _ENDS and (self._count >= BURST or (close and self._has_letters)):
            return (*before, *self._over("ended"))
        if self._count < BURST and not close and not key.letter:
            before = (*before, *self._over("doubted"))
        if not self._count and not key.letter and key.name not in _ENDS:
            return (*before, Presses((key.name,)))
        self._add(key, now_s)
        return before

    @property
    def _has_letters(self) -> bool:
        return any(letter.strip() for letter in self._letters)

    def taken(self, now_s: float) -> None:
        """A code has been dealt with, which may have kept the kiosk busy until now.

        What follows closely is its tail and no key: a second line end, or the other lines of a foreign code.
        """
        self._tail_until_s = now_s + self._pace.within_s

    def rest(self, now_s: float) -> tuple[Heard, ...]:
        """What is certain if nothing has come until now."""
        if not self._count or now_s - self._last_s <= self._patience_s:
            return ()
        return self._over("doubted" if self._count < BURST else "paused")

    def _add(self, key: Key, now_s: float) -> None:
        self._last_s = now_s
        self._count += 1
        if self._count <= BURST:
            self._keys.append(key)
        if len(self._letters) < self._most:
            self._letters.append(key.letter)

    def _over(self, how: Literal["doubted", "ended", "paused"]) -> tuple[Heard, ...]:
        """Nothing of it is kept here."""
        keys, text, count = tuple(key.name for key in self._keys), "".join(self._letters), self._count
        self._keys, self._letters, self._count = [], [], 0
        if how == "doubted":
            return (Presses(keys),) if keys else ()
        return (Code(text),) if how == "ended" or count >= LEAST_CODE else ()
