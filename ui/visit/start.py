"""From the first touch to the topics: attract, the offer to go on after a crash, the three questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from accessibility.preferences import TEXT_SIZES
from accessibility.trying import Trial
from flows import walk as walks
from flows.flow import Flow
from flows.walk import Walk
from kiosk.events import LanguageChanged, SessionEnded, SessionResumed, SessionStarted
from ui.visit import settings, trying
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import ChooseLanguage, ChooseSize, TryHands
from ui.visit.actions.common import Do
from ui.visit.actions.settings import Setting
from ui.visit.actions.start import Start
from ui.visit.effects import Effect
from ui.visit.open_guide import open_guide
from ui.visit.stages import (
    Attract,
    Circle,
    Home,
    Next,
    OpenWalk,
    Question,
    Resume,
    Stepping,
    Visit,
)
from ui.visit.turns import Turn


def press(
    visit: Visit,
    action: Action,
    flows: Mapping[str, Flow],
    largest_text_size: int,
    touches: Trial = (),
    *,
    no_sound: bool = False,
) -> Turn:
    """One press before the topics are shown. *touches* are those of this visit so far.

    With *no_sound* nobody is asked whether to read aloud: the second question is the last.
    """
    match visit.stage:
        case Attract():
            if action in AT_HOME_ACTIONS:
                return _begin_at_home(visit, action, largest_text_size)
            if not isinstance(action, Start):
                return Turn(visit)
            explore = action is Start.EXPLORING
            heard = explore or visit.preferences.speech_on
            preferences = replace(visit.preferences, explore=explore, speech_on=heard)
            return begin(replace(visit, preferences=preferences))
        case Resume() as offer:
            return _answer_offer(visit, offer, action, flows)
        case Question() as question:
            after: Next = "home" if no_sound else "speech"
            return _answer(visit, question, action, largest_text_size, touches, after)
        case _:
            return Turn(visit)


AT_HOME_ACTIONS: tuple[Action, ...] = (Setting.LANGUAGE, Do.LISTEN)
"""What begins a visit among the needs, in the next language or with the voice on."""


def _begin_at_home(visit: Visit, action: Action, largest: int) -> Turn:
    begun = begin_at(visit, Home())
    now = begun.visit.preferences
    if action is Do.LISTEN:
        return Turn(replace(begun.visit, preferences=replace(now, speech_on=True)), begun.effects)
    changed = settings.press(begun.visit, Setting.LANGUAGE, lambda _: largest, now)
    return Turn(changed.visit, (*begun.effects, *changed.effects))


def begin_at(visit: Visit, stage: Home) -> Turn:
    """Somebody is here and has chosen already: nothing is asked before."""
    return Turn(visit.restart_at(stage), (SessionStarted(visit.preferences.language),))


def begin(visit: Visit) -> Turn:
    """Somebody is here: from now on the log has a visit."""
    return Turn(visit.restart_at(Question("language")), (SessionStarted(visit.preferences.language),))


def _answer(
    visit: Visit, question: Question, action: Action, largest_text_size: int, touches: Trial, after_read: Next
) -> Turn:
    now = visit.preferences
    match question.asks, action:
        case _, Do.SKIP:
            return Turn(visit.restart_at(Home()))
        case _, Do.BACK:
            return Turn(visit.close())
        case "language", ChooseLanguage(language):
            chosen = replace(visit, preferences=replace(now, language=language))
            return Turn(trying.go_on(chosen, question, "read", touches), (LanguageChanged(language),))
        case "read", Do.LISTEN:
            listening = replace(visit, voice_by_touch=False, preferences=replace(now, speech_on=True))
            return Turn(trying.go_on(listening, question, "home", touches))
        case "read", ChooseSize(size) if size in TEXT_SIZES[:largest_text_size]:
            sized = replace(visit, preferences=replace(now, text_size=size))
            return Turn(trying.go_on(sized, question, after_read, touches))
        case ("read" | "speech") as here, TryHands(asked) if asked == here:
            return Turn(visit.show(Circle(here, asked=True)))
        case "speech", (Do.SPEECH_YES | Do.SPEECH_NO):
            own = replace(now, speech_on=action is Do.SPEECH_YES)
            spoken = replace(visit, voice_by_touch=False, preferences=own)
            return Turn(trying.go_on(spoken, question, "home", touches))
        case _:
            return Turn(visit)


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
