"""Trying how one touches: a circle or two, then the gentlest setting that fits, confirmed by going on."""

from __future__ import annotations

from dataclasses import replace

from accessibility.trying import Trial, is_enough, propose, trembles
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import ChooseNeed, OpenGuide, OpenTopic
from ui.visit.actions.common import Do
from ui.visit.actions.signals import Signal
from ui.visit.effects import SayThis
from ui.visit.press_context import PressContext
from ui.visit.stages import Circle, Fitted, HaveReady, NeedGuides, Stepping, Topic, Topics
from ui.visit.turns import Turn
from ui.visit.visit import Visit


def offered(turn: Turn, action: Action, context: PressContext) -> Turn:
    """After a choice on the way to a guide: first the circle, if a hand has trembled and was not asked yet.

    Nobody is held up by it whom a swindler may have on the line.
    """
    visit, urgent = (
        turn.visit,
        {guide for need in context.needs.tiles if need.urgent for guide in need.guides},
    )
    match action, visit.stage:
        case ((OpenGuide() | ChooseNeed() | OpenTopic()), (Stepping(flow_id) | HaveReady(flow_id))):
            asks = flow_id not in urgent
        case ((ChooseNeed() | OpenTopic()), (NeedGuides() | Topics() | Topic())):
            asks = True
        case _:
            asks = False
    if not asks or visit.hand_tried or visit.assisted_by or not trembles(context.touches):
        return turn
    return replace(turn, visit=replace(visit, hand_tried=True).show(Circle()))


def on_press(visit: Visit, action: Action, context: PressContext) -> Turn:
    """One press, or the known.touches of one circle, while it is being tried."""
    match visit.stage, action:
        case Circle() as circle, Signal.CIRCLE_TOUCHED if context.touches:
            return _tried(visit, circle, context.touches)
        case Circle(), (Do.SKIP | Do.TOUCH_CIRCLE | Do.BACK):
            return Turn(visit.close())  # by a key or a switch there is nothing to look at
        case Fitted(), (Do.DONE | Do.BACK):
            return Turn(visit.close())
        case Fitted(before=before, asked=asked), Do.FIT_AGAIN:
            return Turn(visit.swap(Circle(asked=asked, before=before)))
        case Fitted(before=before), Do.FIT_UNDO:
            usual = replace(visit, preferences=visit.preferences.with_hands(before))
            return Turn(usual.close(), (SayThis("fitted.as_before", read_on=True),))
        case _:
            return Turn(visit)


def _tried(visit: Visit, circle: Circle, touches: Trial) -> Turn:
    trials = (*circle.trials, touches)
    if not is_enough(trials):
        return Turn(visit.swap(replace(circle, trials=trials)))
    before = circle.before or visit.preferences.hands
    proposed = propose(trials)
    hands = replace(proposed, hold_s=max(proposed.hold_s, before.hold_s))  # who chose to hold goes on holding
    again = circle.asked or circle.before is not None  # then also that nothing had to be fitted is told
    if hands == before and not again:
        return Turn(visit.close())
    fitted = visit.swap(Fitted(before, circle.asked))
    return Turn(replace(fitted, preferences=visit.preferences.with_hands(hands)))
