"""Helping without taking the phone, rehearsed with a drawn resident. It belongs to nobody's visit, and
nothing of it is written down: at a point with two volunteers even that one took place would tell who did.
"""

from __future__ import annotations

from flows.practice.rehearse.play import Play
from ui.visit import rehearsing
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import ChooseRehearsal
from ui.visit.actions.common import Do
from ui.visit.press_context import PressContext
from ui.visit.staff.point import PointNow
from ui.visit.staff.stages import RehearsingHelp
from ui.visit.turns import Turn
from ui.visit.visit import Visit


def between_residents(visit: Visit, _: PointNow) -> bool:
    """Nobody waits for who rehearses."""
    return not visit.is_logged


def enter(visit: Visit) -> Turn:
    """From the menu to the list."""
    return Turn(visit.show(RehearsingHelp()))


def on_press(visit: Visit, stage: RehearsingHelp, action: Action, context: PressContext) -> Turn:
    """One press at the list, or while one is rehearsed."""
    if stage.play is not None:
        return Turn(visit.swap(RehearsingHelp(rehearsing.after(stage.play, action))))
    match action:
        case ChooseRehearsal(which) if which in context.guides.helping:
            return Turn(visit.swap(RehearsingHelp(Play(context.guides.helping[which], context.draw))))
        case Do.BACK | Do.DONE:
            return Turn(visit.close())
        case _:
            return Turn(visit)
