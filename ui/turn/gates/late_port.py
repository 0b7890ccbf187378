"""A port whose service comes once the screen stands: until then it is empty. No Qt."""

from __future__ import annotations

from typing import Generic, TypeVar

Behind = TypeVar("Behind")


class LatePort(Generic[Behind]):
    """One for each service that a gate or the conductor asks."""

    def __init__(self, service: Behind | None = None) -> None:
        self.service = service

    def open(self, service: Behind | None) -> None:
        """From now on *service* is asked; None: no more."""
        self.service = service
