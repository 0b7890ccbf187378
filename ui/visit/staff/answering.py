"""The register's answers, to whichever screen of staff waits for them."""

from __future__ import annotations

from accessibility.preferences import Preferences
from ui.visit.staff import door, people_desk
from ui.visit.staff.answers import Answer
from ui.visit.staff.stages import PEOPLE_STAGES
from ui.visit.stages import Visit
from ui.visit.turns import Turn


def answered(visit: Visit, answer: Answer, first: Preferences) -> Turn:
    """Nobody may be waiting any more: then nothing changes. *first*: the kiosk's own look."""
    if isinstance(visit.stage, PEOPLE_STAGES):
        return people_desk.answered(visit, answer)
    return door.answered(visit, answer, first)
