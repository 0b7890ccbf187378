"""From the first touch to the topics: attract, the offer to go on after a crash, the three questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from accessibility.preferences import TEXT_SIZES
from accessibility.trying import Trial
from flows import walk as walks
from flows.flow import Flow
from flows.walk import Walk
from flows.words import LANGUAGES
from kiosk.events import LanguageChanged, SessionEnded, SessionResumed, SessionStarted
from ui.visit import trying
from ui.visit.effects import Effect
from ui.visit.stages import (
    Attract,
    Circle,
    Home,
    Next,
    OpenWalk,
    Overview,
    Question,
    Resume,
    Stepping,
    Visit,
)
from ui.visit.turns import Turn


def press(
    visit: Visit,
    action: str,
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
            if action not in ("begin", "begin-exploring"):
                return Turn(visit)
            explore = action == "begin-exploring"
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


def begin(visit: Visit) -> Turn:
    """Somebody is here: from now on the log has a visit."""
    return Turn(visit.restart_at(Question("language")), (SessionStarted(visit.preferences.language),))


def _answer(
    visit: Visit, question: Question, action: str, largest_text_size: int, touches: Trial, after_read: Next
) -> Turn:
    if action == "skip":
        return Turn(visit.restart_at(Home()))
    if action == "back":
        return Turn(visit.close())
    asked, _, answer = action.partition(".")
    if asked != question.asks:
        return Turn(visit)
    now = visit.preferences
    match asked, answer:
        case "language", ("vi" | "en" | "fr") as language if language in LANGUAGES:
            chosen = replace(visit, preferences=replace(now, language=language))
            return Turn(trying.go_on(chosen, question, "read", touches), (LanguageChanged(language),))
        case "read", "listen":
            listening = replace(visit, voice_by_touch=False, preferences=replace(now, speech_on=True))
            return Turn(trying.go_on(listening, question, "home", touches))
        case "read", size if size.isdecimal() and int(size) in TEXT_SIZES[:largest_text_size]:
            sized = replace(visit, preferences=replace(now, text_size=int(size)))
            return Turn(trying.go_on(sized, question, after_read, touches))
        case ("read" | "speech") as here, "try":
            return Turn(visit.show(Circle(here, asked=True)))
        case "speech", ("yes" | "no"):
            own = replace(now, speech_on=answer == "yes")
            spoken = replace(visit, voice_by_touch=False, preferences=own)
            return Turn(trying.go_on(spoken, question, "home", touches))
        case _:
            return Turn(visit)


def _answer_offer(visit: Visit, offer: Resume, action: str, flows: Mapping[str, Flow]) -> Turn:
    if action == "resume.no":
        return Turn(Visit(), (SessionEnded("crash"),))
    if action != "resume.yes":
        return Turn(visit)
    begun = visit.restart_at(Home())
    effects: tuple[Effect, ...] = (SessionResumed(),)
    if visit.preferences.language != offer.language:  # changed while the question stood
        effects = (*effects, LanguageChanged(visit.preferences.language))
    flow = flows.get(offer.flow_id)
    if flow is None:
        return Turn(begun, effects)
    begun = begun.show(Overview(flow.id))
    match walks.resume(flow, Walk(offer.flow_hash, offer.edges)):
        case Walk() as walk:
            stepping = begun.show(Stepping(flow.id, walk))
            return Turn(replace(stepping, open_walk=OpenWalk(flow.id)), effects)
        case _:
            return Turn(begun, effects)
