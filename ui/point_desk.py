"""Hands on what staff do with the point. No Qt.

Until somebody `open`s it nothing can be opened, closed or counted here.
"""

from __future__ import annotations

from typing import Protocol

from ui.visit.effects import PointEffect


class PointOffice(Protocol):
    """Writes down, examines and counts; what it finds comes back in the surroundings."""

    def carry_out(self, effect: PointEffect) -> None:
        """Never blocks, never raises."""


class PointDesk:
    """One a kiosk."""

    def __init__(self) -> None:
        self._office: PointOffice | None = None

    def open(self, office: PointOffice) -> None:
        """From now on what staff do is carried out."""
        self._office = office

    def carry_out(self, effect: PointEffect) -> None:
        """Hand *effect* on."""
        if self._office is not None:
            self._office.carry_out(effect)
