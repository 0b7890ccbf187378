"""Calling a person: the call waits over whatever the resident was looking at until somebody comes, or they
go on alone.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.base.events import FurtherHelp, HelpCalled, HelpEnded, HelpEscalated, HelpTaken
from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.effects import Effect
from ui.visit.stages import Person
from ui.visit.turns import Turn
from ui.visit.visit import Visit


def on_press(visit: Visit, action: Action) -> Turn:
    """One press on the screen of a call."""
    match action:
        case Do.PERSON_CAME:
            return taken(visit)
        case Do.GO_ON:
            return Turn(visit.close(), (HelpEnded(),))
        case _:
            return Turn(visit)


def call(visit: Visit, before: tuple[Effect, ...] = ()) -> Turn:
    """Ring for the volunteer; what is on the screen is kept beneath. A call that waits goes on waiting."""
    if is_waiting(visit):
        while not isinstance(visit.stage, Person):
            visit = visit.close()
        return Turn(visit, before)
    while visit.stage.lies_over:
        visit = visit.close()
    return Turn(visit.show(Person()), (*before, HelpCalled()))


def is_waiting(visit: Visit) -> bool:
    """Whether a person has been called and has not come; also beneath the notice that nobody is there."""
    return any(isinstance(stage, Person) for stage in visit.stages)


def taken(visit: Visit, staff: str | None = None) -> Turn:
    """Somebody has come: back to where the resident needs them.

    *staff* where they came by their PIN. The one touch names nobody: who has the controls meanwhile is who
    called.
    """
    if not is_waiting(visit):
        return Turn(visit)
    stages = tuple(stage for stage in visit.stages if not isinstance(stage, Person))
    return Turn(replace(visit, stages=stages), (HelpTaken(staff),))


def nobody_came(visit: Visit, to: FurtherHelp) -> Turn:
    """The call has waited too long: *to* is whose number stands on its screen now. The bell rings on."""
    if not waits_for_the_nearest(visit):
        return Turn(visit)
    further = tuple(
        Person(nobody_came=True) if isinstance(stage, Person) else stage for stage in visit.stages
    )
    return Turn(replace(visit, stages=further), (HelpEscalated(to),))


def waits_for_the_nearest(visit: Visit) -> bool:
    """Whether somebody is called, and no other number is shown yet."""
    return any(isinstance(stage, Person) and not stage.nobody_came for stage in visit.stages)
