"""Actions that stand alone."""

from __future__ import annotations

from enum import Enum


class Plain(Enum):
    """The value is the slot."""

    @property
    def slot(self) -> str:
        """The stable name of its control; unique on a screen."""
        return str(self._value_)
