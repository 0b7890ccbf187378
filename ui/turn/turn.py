"""`apply`: what one touch does to the visit. What is out of place on the screen shown changes nothing."""

from __future__ import annotations

from dataclasses import replace

from kiosk.base.events import SessionEnded
from ui.screens.table import screen_of
from ui.visit import anywhere, asking, changed, ending, exercising, start
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import ChooseNeed
from ui.visit.actions.common import Do
from ui.visit.actions.start import Start
from ui.visit.anywhere import NOT_OPEN
from ui.visit.close_walk import walk_effects
from ui.visit.press_context import PressContext
from ui.visit.staff import assisting, controls, sign_in
from ui.visit.stages import Attract, GuideChanged, Home, Sorry
from ui.visit.start import AT_HOME_ACTIONS
from ui.visit.turns import Turn
from ui.visit.visit import Visit

BEGINS = (Start.TOUCHED, Start.EXPLORING, Do.ASK, Do.COMFORT, Do.CALL_PERSON, *AT_HOME_ACTIONS)
"""What begins a visit at the invitation."""


def apply(visit: Visit, action: Action, context: PressContext) -> Turn:
    """The visit after the control of *action* was pressed, and what else the shell must do."""
    begins = isinstance(visit.stage, Attract) and (action in BEGINS or isinstance(action, ChooseNeed))
    if begins and context.point.state == "refused":
        return Turn(visit, NOT_OPEN)
    if begins and context.door_to_door:  # its visits are all assisted; who begins may be anybody
        adjusts = action in AT_HOME_ACTIONS
        return start.adjusted(visit, action) if adjusts else sign_in.knock(visit, action)
    if isinstance(visit.stage, GuideChanged) and action is Do.BACK:
        return apply(visit.close(), action, context)  # as from the guide that lies beneath
    turn = exercising.between_passes(_on_press(visit, action, context), visit, action, context)
    turn = changed.changes_first(visit, asking.counted(visit, turn), context)
    return assisting.noted(visit, turn, action, had_whole_notice=context.had_whole_notice)


def _on_press(visit: Visit, action: Action, context: PressContext) -> Turn:
    done = anywhere.on_press(visit, action, context)
    return screen_of(visit.stage).on_press(visit, visit.stage, action, context) if done is None else done


def trouble(visit: Visit) -> Turn:
    """After a mistake of ours: a calm screen that leads back to the topics."""
    visit = controls.lock(visit)
    if visit.is_over_invitation:
        return Turn(Visit())
    if visit.undecided:  # the visit that was offered can only be closed
        return Turn(Visit(), (SessionEnded("crash"),))
    effects = (*ending.help_effects(visit), *walk_effects(visit, "stopped"))
    return Turn(replace(visit, stages=(Home(), Sorry()), open_walk=None), effects)
