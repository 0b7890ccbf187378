"""The comfort panel, over a resident's screen and over one of staff. What it sets is in `settings`."""

from __future__ import annotations

from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.staff import controls
from ui.visit.staff.stages import StaffComfort
from ui.visit.stage import StaffStage
from ui.visit.stages import Circle, Comfort, Fitted, IdleNotice, Visit
from ui.visit.turns import Turn


def press(visit: Visit, action: Action) -> Turn:
    """One press on the panel."""
    match visit.stage, action:
        case StaffComfort(), Do.LOCK:
            return Turn(controls.lock(visit))
        case Comfort(), Do.TOUCH_CIRCLE:
            return Turn(visit.show(Circle("comfort", asked=True)))
        case _, (Do.DONE | Do.BACK | Do.COMFORT):
            return Turn(visit.close())
        case _:
            return Turn(visit)


def over(visit: Visit) -> Visit:
    """The panel lies over the screen shown; over the circle that it led to it is already there."""
    match visit.stage:
        case StaffStage():
            return visit.show(StaffComfort())
        case Circle(then="comfort") | Fitted(then="comfort"):
            return visit.close()
        case IdleNotice():  # who adjusts something is here
            here = visit.close()
            return here if isinstance(here.stage, Comfort) else over(here)
        case _:
            return visit.show(Comfort())
