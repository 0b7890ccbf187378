"""What looks like a number of one person: refused wherever somebody writes something for us."""

from __future__ import annotations

import re

# A Vietnamese mobile number, or the 9 or 12 digits of an identity card, however it is grouped.
_NUMBER = r"(?<!\d)(?:(?:\+?84|0)(?:[ .-]?\d){9}|\d(?:[ .-]?\d){8}|\d(?:[ .-]?\d){11})(?!\d)"


def holds_number_of_a_person(text: str) -> bool:
    """Whether something in *text* looks like a telephone or identity number."""
    return re.search(_NUMBER, text) is not None
