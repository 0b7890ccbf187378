"""What may lead to one person is refused wherever somebody writes something for us. Pure.

Each field has a form that nothing else fits into (`labels`, `places`); numbers are refused everywhere. What
is refused is never shown, kept or drawn, not even in the words that refuse it.
"""

import re

from kiosk.personal.numbers import leads_to_a_person

__all__ = ["leads_to_a_person", "quotable"]

_WORD_OF_OURS = re.compile(r"(?!(?:\D*\d){5})[A-Za-z]?[a-z0-9_.-]{0,39}")


def quotable(written: str) -> str:
    """*written* as a refusal may quote it: a misspelt word of ours, such as `numbre`; all else is "…"."""
    return written if _WORD_OF_OURS.fullmatch(written) else "…"
