"""From the first touch to what one comes for: the invitation, and the offer to go on after a crash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows.guide import walk as walks
from flows.guide.flow import Flow
from flows.guide.walk import Walk
from kiosk.base.events import LanguageChanged, SessionEnded, SessionResumed, SessionStarted
from ui.visit import comfort
from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.actions.start import Start
from ui.visit.effects import Effect, SayAgain
from ui.visit.open_guide import open_guide
from ui.visit.stages import Attract, Home, Resume, Stepping
from ui.visit.turns import Turn
from ui.visit.visit import OpenWalk, Visit


def on_press(visit: Visit, action: Action, flows: Mapping[str, Flow]) -> Turn:
    """One press at the invitation or at the offer."""
    match visit.stage:
        case Attract():
            if action in AT_HOME_ACTIONS:
                return _begin_at_home(visit, action)
            if not isinstance(action, Start):
                return Turn(visit)
            explore = action is Start.EXPLORING
            heard = explore or visit.preferences.speech_on
            preferences = replace(visit.preferences, explore=explore, speech_on=heard)
            return begin(replace(visit, preferences=preferences))
        case Resume() as offer:
            return _answer_offer(visit, offer, action, flows)
        case _:
            return Turn(visit)


AT_HOME_ACTIONS: tuple[Action, ...] = (Do.LANGUAGE, Do.LISTEN)
"""What begins a visit among the languages or with the voice on."""


def _begin_at_home(visit: Visit, action: Action) -> Turn:
    begun = begin(visit)
    now = begun.visit.preferences
    if action is Do.LISTEN:
        return Turn(replace(begun.visit, preferences=replace(now, speech_on=True)), begun.effects)
    return Turn(comfort.languages_over(begun.visit), begun.effects)


def adjusted(visit: Visit, action: Action) -> Turn:
    """The first screen of a team in another language, or read aloud: for that nobody has to open it."""
    now, here = visit.preferences, visit.restart_at(Attract(adjusted=True))
    if action is Do.LISTEN:
        return Turn(replace(here, preferences=replace(now, speech_on=True)), (SayAgain(),))
    return Turn(comfort.languages_over(here))


def begin(visit: Visit) -> Turn:
    """Somebody is here, among what people come for: from now on the log has a visit."""
    return Turn(visit.restart_at(Home()), (SessionStarted(visit.preferences.language),))


def _answer_offer(visit: Visit, offer: Resume, action: Action, flows: Mapping[str, Flow]) -> Turn:
    if action is Do.RESUME_NO:
        return Turn(Visit(), (SessionEnded("crash"),))
    if action is not Do.RESUME_YES:
        return Turn(visit)
    begun = visit.restart_at(Home())
    effects: tuple[Effect, ...] = (SessionResumed(),)
    if visit.preferences.language != offer.language:  # changed while the question stood
        effects = (*effects, LanguageChanged(visit.preferences.language))
    flow = flows.get(offer.flow_id)
    if flow is None:
        return Turn(begun, effects)
    match walks.resume(flow, Walk(offer.flow_hash, offer.edges)):
        case Walk() as walk:
            stepping = begun.show(Stepping(flow.id, walk))
            return Turn(replace(stepping, open_walk=OpenWalk(flow.id)), effects)
        case _:
            return open_guide(begun, flow.id, flows, effects)
