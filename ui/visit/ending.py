"""The end of a visit: goodbye, the next person, nobody there any more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from accessibility.needs import settings_on
from flows.guide import walk as walks
from flows.guide.flow import Flow
from flows.guide.steps import ToFlow
from kiosk.base.events import HelpEnded, SatisfactionGiven, SessionEnded, SessionOutcome, Use, UseCounted
from ui.visit import calling, practising
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import OpenGuide, RateVisit, TakeEdge
from ui.visit.actions.common import Do
from ui.visit.actions.signals import Signal
from ui.visit.close_walk import at_its_end, finished_at, outcome_at, outcome_of_leaving, walk_effects
from ui.visit.effects import Effect, PrintGuide, SayThis
from ui.visit.open_guide import open_guide
from ui.visit.press_context import PressContext
from ui.visit.stages import Goodbye, Home, IdleNotice, MyCard, Sorry, Stepping
from ui.visit.turns import Turn
from ui.visit.visit import Visit


def on_press(visit: Visit, action: Action, context: PressContext) -> Turn:
    """One press on a screen that ends, or may end, the visit."""
    match visit.stage, action:
        case Goodbye(face=before), RateVisit(face) if face == before:  # as heard when it was touched first
            return Turn(visit, (SayThis("goodbye.thanks"),))
        case Goodbye() as goodbye, RateVisit(face):  # said again, the last one holds
            return Turn(visit.swap(replace(goodbye, face=face)), (SatisfactionGiven(face),))
        case Goodbye(), Do.ANOTHER_GUIDE:
            return Turn(visit.restart_at(Home()))
        case Goodbye(guide=guide, walk=walk), Do.PRACTISE:
            return practising.begin(visit, guide, walk, context.guides.flows)
        case Goodbye(guide=guide), Do.PRINT_GUIDE if guide in context.guides.flows:
            return Turn(visit, (PrintGuide(guide),))
        case Goodbye(), Do.MY_CARD:
            return Turn(visit.show(MyCard()))
        case Goodbye(), OpenGuide(flow_id) if flow_id in context.guides.flows:
            return open_guide(visit.restart_at(Home()), flow_id, context.guides.flows)
        case Goodbye(), (Do.NEXT_PERSON | Signal.LEAVE):
            return end_session(visit, "goodbye", context.guides.flows)
        case IdleNotice(), Do.STAY:
            return Turn(visit.close())
        case IdleNotice(), Signal.IDLE_OVER:
            return end_session(visit, "idle", context.guides.flows)
        case IdleNotice(), Do.NEXT_PERSON:
            return end_session(visit, "next-person", context.guides.flows)
        case Sorry(), Do.HOME:
            return Turn(visit.restart_at(Home()))
        case _:
            return Turn(visit)


def at_the_end(visit: Visit, at: Stepping, action: Action, flows: Mapping[str, Flow]) -> Turn | None:
    """One press at the last step of a guide, where one ends it alone; None for what every step has.

    The walk stays open until somebody goes: so Back, another wording and where the guide leads stay too.
    """
    match action:
        case RateVisit(face) if face == at.face:
            return Turn(visit, (SayThis("goodbye.thanked"),))
        case RateVisit(face):
            rated = finishing(visit, at, flows).swap(replace(at, face=face))
            return Turn(rated, (SatisfactionGiven(face),))
        case Do.ANOTHER_GUIDE:
            ended = done_with(visit, at, flows)
            return Turn(ended.visit.restart_at(Home()), ended.effects)
        case TakeEdge(edge_id) if at.face and (further := _leads_to(at, edge_id, flows)):
            ended = done_with(visit, at, flows)
            return open_guide(ended.visit.restart_at(Home()), further, flows, ended.effects)
        case Do.PRACTISE:
            return practising.begin(visit, at.flow_id, at.walk, flows)
        case Do.PRINT_GUIDE:
            return Turn(visit, (PrintGuide(at.flow_id),))
        case Do.MY_CARD if at.face:
            return Turn(visit.show(MyCard()))
        case Do.NEXT_PERSON | Signal.LEAVE:
            return end_session(visit, "goodbye", flows)
        case _:
            return None


def _leads_to(at: Stepping, edge_id: str, flows: Mapping[str, Flow]) -> str:
    """The guide that the end leads to by that edge; empty: it leads elsewhere."""
    targets = (edge.target for edge in walks.onward(flows[at.flow_id], at.walk) if edge.id == edge_id)
    return next((one.flow_id for one in targets if isinstance(one, ToFlow) and one.flow_id in flows), "")


def say_goodbye(visit: Visit, flows: Mapping[str, Flow]) -> Turn:
    """Ask how it was; a walk still open ends as *stopped*. At the end of a guide that is asked there."""
    if (at := at_its_end(visit, flows)) is not None:
        return done_with(visit, at, flows) if visit.assisted_by else _back_to(visit, at)
    left = visit.open_walk.flow_id if visit.open_walk else visit.left
    farewell = visit.restart_at(_goodbye(visit, Goodbye(bool(visit.finished), guide=left)))
    closing = (*help_effects(visit), *walk_effects(visit, outcome_of_leaving(visit, flows)))
    return Turn(replace(farewell, open_walk=None, left=left), closing)


def _back_to(visit: Visit, at: Stepping) -> Turn:
    """What lies over that step is gone, a call too."""
    beneath = visit.stages[: visit.stages.index(at) + 1]
    return Turn(visit.restart_at(*beneath), help_effects(visit))


def done_with(visit: Visit, at: Stepping, flows: Mapping[str, Flow]) -> Turn:
    """Ask how it was: the guide has come to its end *at* that step, or to who takes over."""
    ended = replace(finishing(visit, at, flows), open_walk=None)
    effects = (*walk_effects(visit, outcome_at(at, flows)), *help_effects(visit))
    goodbye = Goodbye(bool(ended.finished), at.face, guide=at.flow_id, walk=at.walk)
    return Turn(ended.restart_at(_goodbye(ended, goodbye)), effects)


def finishing(visit: Visit, at: Stepping, flows: Mapping[str, Flow]) -> Visit:
    """The guide counts as finished, if that step is its end."""
    if not finished_at(at, flows) or at.flow_id in visit.finished:
        return visit
    return replace(visit, finished=(*visit.finished, at.flow_id))


def _goodbye(visit: Visit, new: Goodbye) -> Goodbye:
    """The one that was said before, where there was one."""
    return next((stage for stage in visit.stages if isinstance(stage, Goodbye)), new)


def end_session(visit: Visit, outcome: SessionOutcome, flows: Mapping[str, Flow]) -> Turn:
    """The visit is over; nothing of it is kept."""
    closing = (*help_effects(visit), *walk_effects(visit, outcome_of_leaving(visit, flows)))
    return Turn(Visit(), (*closing, UseCounted(_use(visit)), SessionEnded(outcome)))


def leaves_in_silence(visit: Visit) -> bool:
    """Whether who ends *visit* has touched no face, and nobody is with them to say goodbye."""
    match visit.stage:
        case Goodbye(face=None) | Stepping(face=None):
            return not visit.assisted_by
        case _:
            return False


def _use(visit: Visit) -> Use:
    """What the month's figures are told of how this visit was made."""
    brought = visit.brought.alone if visit.brought else None
    return Use(visit.ways, settings_on(visit.residents_own), brought)


def help_effects(visit: Visit) -> tuple[Effect, ...]:
    """The line that closes a help call that is still open, if there is one."""
    return (HelpEnded(),) if calling.is_waiting(visit) else ()
