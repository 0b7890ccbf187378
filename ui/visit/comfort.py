"""The comfort panel, over a resident's screen and over one of staff. What it sets is in `settings`.

A resident comes to the ready-made sets first (`presets`), staff to all that can be set.
"""

from __future__ import annotations

from dataclasses import replace

from accessibility.presets import PRESETS
from ui.visit import presets
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import ChoosePreset
from ui.visit.actions.common import Do
from ui.visit.effects import PrintLearnt
from ui.visit.known import Known
from ui.visit.staff import controls
from ui.visit.staff.stages import StaffComfort
from ui.visit.stage import StaffStage
from ui.visit.stages import Circle, Comfort, Fitted, IdleNotice, Visit
from ui.visit.turns import Turn


def press(visit: Visit, action: Action, known: Known) -> Turn:
    """One press on the panel, or on the card before it."""
    match visit.stage, action:
        case StaffComfort(), Do.LOCK:
            return Turn(controls.lock(visit))
        case Comfort(), Do.TOUCH_CIRCLE:
            return Turn(replace(visit, hand_tried=True).show(Circle(asked=True)))
        case Comfort(presets=True), ChoosePreset(preset) if preset in PRESETS:
            return presets.choose(visit.close(), preset, known.largest, known.first)
        case Comfort(presets=True), Do.EVERY_SETTING:
            return Turn(visit.swap(Comfort()))
        case Comfort(presets=False), Do.VOICE_SETTINGS:
            return Turn(visit.swap(Comfort(group="voice")))
        case Comfort(presets=False), Do.TOUCH_SETTINGS:
            return Turn(visit.swap(Comfort(group="touch")))
        case Comfort(group="about"), Do.PRINT_LEARNT:
            return Turn(visit, (PrintLearnt(),))
        case Comfort(presets=False), Do.ABOUT_KIOSK:
            return Turn(visit.swap(Comfort(group="about")))
        case Comfort(presets=False, group=group), Do.BACK:
            return Turn(visit.swap(Comfort() if group else Comfort(presets=True)))
        case _, (Do.DONE | Do.BACK | Do.COMFORT):
            return Turn(visit.close())
        case _:
            return Turn(visit)


def over(visit: Visit) -> Visit:
    """The panel lies over the screen shown; over the circle that it led to it is already there."""
    match visit.stage:
        case StaffStage():
            return visit.show(StaffComfort())
        case Circle(asked=True) | Fitted(asked=True):
            return visit.close()
        case IdleNotice():  # who adjusts something is here
            here = visit.close()
            return here if isinstance(here.stage, Comfort) else over(here)
        case _:
            return visit.show(Comfort(presets=True))
