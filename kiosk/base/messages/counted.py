"""Numbers with what they count, in the English of commands and of the doctor."""

from __future__ import annotations


def counted(number: int, thing: str) -> str:
    """``1 guide``, ``2 guides``."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
