"""How the number of a ticket is shown: ``Đ3 0147 58``."""

from __future__ import annotations


def shown_number(number: str) -> str:
    """``d3-0147-58`` → ``Đ3 0147 58``: its digits are said one by one, and no line ends within it."""
    letters = {"d": "Đ", "t": "T"}
    return (letters.get(number[:1], "") + number[1:]).replace("-", "\u00a0")
