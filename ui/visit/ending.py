"""The end of a visit: goodbye, the next person, nobody there any more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from accessibility.needs import settings_on
from flows.flow import Flow
from flows.walk import Walk
from kiosk.events import (
    HelpEnded,
    SatisfactionGiven,
    SessionEnded,
    SessionOutcome,
    Use,
    UseCounted,
    WalkOutcome,
)
from ui.visit import calling, practising
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import OpenGuide, RateVisit
from ui.visit.actions.common import Do
from ui.visit.actions.signals import Signal
from ui.visit.close_walk import outcome_of_leaving, walk_effects, walked_to_its_end
from ui.visit.effects import Effect, SayThis
from ui.visit.open_guide import open_guide
from ui.visit.stages import Goodbye, Home, IdleNotice, MyCard, Sorry, Stepping, Visit
from ui.visit.turns import Turn


def press(visit: Visit, action: Action, flows: Mapping[str, Flow]) -> Turn:
    """One press on a screen that ends, or may end, the visit."""
    match visit.stage, action:
        case Goodbye(face=before), RateVisit(face) if face == before:  # as heard when it was touched first
            return Turn(visit, (SayThis("goodbye.thanks"),))
        case Goodbye() as goodbye, RateVisit(face):  # said again, the last one holds
            return Turn(visit.swap(replace(goodbye, face=face)), (SatisfactionGiven(face),))
        case Goodbye(), Do.ANOTHER_GUIDE:
            return Turn(visit.restart_at(Home()))
        case Goodbye(guide=guide, walk=walk), Do.PRACTISE:
            return practising.begin(visit, guide, walk, flows)
        case Goodbye(), Do.MY_CARD:
            return Turn(visit.show(MyCard()))
        case Goodbye(), OpenGuide(flow_id) if flow_id in flows:
            return open_guide(visit.restart_at(Home()), flow_id, flows)
        case Goodbye(), (Do.NEXT_PERSON | Signal.LEAVE):
            return end_session(visit, "goodbye", flows)
        case IdleNotice(), Do.STAY:
            return Turn(visit.close())
        case IdleNotice(), Signal.IDLE_OVER:
            return end_session(visit, "idle", flows)
        case IdleNotice(), Do.NEXT_PERSON:
            return end_session(visit, "next-person", flows)
        case Sorry(), Do.HOME:
            return Turn(visit.restart_at(Home()))
        case _:
            return Turn(visit)


def say_goodbye(visit: Visit, flows: Mapping[str, Flow]) -> Turn:
    """Ask how it was; a walk still open ends as *stopped*, or as *completed* where it has come to its end."""
    if (at := walked_to_its_end(visit, flows)) is not None:
        return done_with(visit, at, "completed", finished=True)
    left = visit.open_walk.flow_id if visit.open_walk else visit.left
    farewell = visit.restart_at(_goodbye(visit, left))
    closing = (*help_effects(visit), *walk_effects(visit, outcome_of_leaving(visit, flows)))
    return Turn(replace(farewell, open_walk=None, left=left), closing)


def done_with(visit: Visit, at: Stepping, outcome: WalkOutcome, *, finished: bool) -> Turn:
    """Ask how it was: the guide has come to its end *at* that step, or to who takes over (not *finished*)."""
    ids = visit.finished
    if finished and at.flow_id not in ids:
        ids = (*ids, at.flow_id)
    ended = replace(visit, open_walk=None, finished=ids)
    effects = (*walk_effects(visit, outcome), *help_effects(visit))
    return Turn(ended.restart_at(_goodbye(ended, at.flow_id, at.walk)), effects)


def _goodbye(visit: Visit, guide: str, walk: Walk | None = None) -> Goodbye:
    """The one that was said before, where there was one."""
    said_before = next((stage for stage in visit.stages if isinstance(stage, Goodbye)), None)
    return said_before or Goodbye(bool(visit.finished), guide=guide, walk=walk)


def end_session(visit: Visit, outcome: SessionOutcome, flows: Mapping[str, Flow]) -> Turn:
    """The visit is over; nothing of it is kept."""
    closing = (*help_effects(visit), *walk_effects(visit, outcome_of_leaving(visit, flows)))
    return Turn(Visit(), (*closing, UseCounted(_use(visit)), SessionEnded(outcome)))


def _use(visit: Visit) -> Use:
    """What the month's figures are told of how this visit was made."""
    brought = visit.brought.alone if visit.brought else None
    return Use(visit.ways, settings_on(visit.residents_own), brought)


def help_effects(visit: Visit) -> tuple[Effect, ...]:
    """The line that closes a help call that is still open, if there is one."""
    return (HelpEnded(),) if calling.is_waiting(visit) else ()
