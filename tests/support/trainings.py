"""How often guides for volunteers were finished, by role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from kiosk.base import events as v
from kiosk.log.sessions.events import Event


def finished_by_role(events: Iterable[Event]) -> Mapping[tuple[str, v.Role], int]:
    """(guide, role) → how often; who it was is not in the log."""
    whats = (event.what for event in events)
    return Counter((what.flow, what.role) for what in whats if isinstance(what, v.TrainingFinished))
