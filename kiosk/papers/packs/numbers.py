"""The numbers of packs, which only grow. Imports nothing: a kiosk without a pack need not wait for it."""

from __future__ import annotations

LAST_NUMBER = 999_999_999
"""No pack is numbered higher by intent: what is came of a slip, `--above` with a digit too many."""


def is_older(counter: int, highest: int) -> bool:
    """Whether a pack of that number comes too late where *highest* was had; a slip keeps nothing out."""
    return counter <= highest <= LAST_NUMBER


def highest_after(highest: int, counter: int) -> int:
    """The highest number that was had, once a pack of that number is in force."""
    return max(highest, counter) if highest <= LAST_NUMBER else counter


def last_given(*numbers: int) -> int:
    """The highest of the numbers that a ward gave by intent; 0: none."""
    return max((one for one in numbers if one <= LAST_NUMBER), default=0)
