"""A mistake of ours while something of a person's was in our hands is logged without its words. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class Unquoted(Exception):
    """Our mistake, by its kind and with its frames; its own words may have quoted what was held up."""


@contextmanager
def unquoted() -> Iterator[None]:
    """Raises `Unquoted` in place of every mistake, which does not come along as a cause either."""
    try:
        yield
    except Exception as mistake:  # noqa: BLE001 (it goes on its way, without its words)
        raise Unquoted(type(mistake).__name__).with_traceback(mistake.__traceback__) from None
