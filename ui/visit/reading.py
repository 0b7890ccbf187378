"""What the kiosk keeps and where it stands: read by a resident, or by somebody before a visit."""

from __future__ import annotations

from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.stages import Attract
from ui.visit.turns import Turn
from ui.visit.visit import Visit


def on_press(visit: Visit, action: Action) -> Turn:
    """One press on a page of facts. Who read over the invitation is gone."""
    if action not in (Do.DONE, Do.BACK):
        return Turn(visit)
    under = visit.close()
    return Turn(Visit() if isinstance(under.stage, Attract) else under)
