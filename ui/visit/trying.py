"""Trying how one touches: a circle or two, then the gentlest setting that fits, confirmed by going on."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from accessibility.trying import Trial, is_enough, propose, trembles
from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.actions.signals import Signal
from ui.visit.effects import SayThis
from ui.visit.stages import Circle, Fitted, Home, Next, Question, Visit
from ui.visit.turns import Turn


def go_on(visit: Visit, question: Question, then: Next, touches: Trial) -> Visit:
    """After an answer: on to *then*, or first to the circle, if a hand has trembled and was not asked yet."""
    if not question.tried and trembles(touches):
        return visit.show(Circle(then))
    return _to(visit, then, tried=question.tried)


def press(visit: Visit, action: Action, touches: Trial) -> Turn:
    """One press, or the touches of one circle, while it is being tried."""
    match visit.stage, action:
        case Circle() as circle, Signal.CIRCLE_TOUCHED if touches:
            return _tried(visit, circle, touches)
        case Circle(then=then), (
            Do.SKIP | Do.TOUCH_CIRCLE
        ):  # by a key or a switch there is nothing to look at
            return Turn(_leave(visit, then))
        case Fitted(then=then), Do.DONE:
            return Turn(_leave(visit, then))
        case Fitted(then=then, before=before), Do.FIT_AGAIN:
            return Turn(visit.swap(Circle(then, asked=True, before=before)))
        case Fitted(then=then, before=before), Do.FIT_UNDO:
            usual = replace(visit, preferences=visit.preferences.with_hands(before))
            return Turn(
                _leave(usual, then), (SayThis("fitted.as_before", read_on=True),) if then == "comfort" else ()
            )
        case Circle() | Fitted(), Do.BACK:
            return Turn(_over(visit))
        case _:
            return Turn(visit)


def _tried(visit: Visit, circle: Circle, touches: Trial) -> Turn:
    trials = (*circle.trials, touches)
    if not is_enough(trials):
        return Turn(visit.swap(replace(circle, trials=trials)))
    before = circle.before or visit.preferences.hands
    found = propose(trials)
    hands = replace(found, hold_s=max(found.hold_s, before.hold_s))  # who chose to hold goes on holding
    if hands == before and not circle.asked:
        return Turn(_leave(visit, circle.then))
    fitted = visit.swap(Fitted(circle.then, before))
    return Turn(replace(fitted, preferences=visit.preferences.with_hands(hands)))


def _leave(visit: Visit, then: Next) -> Visit:
    return _to(_over(visit), then, tried=True)


def _over(visit: Visit) -> Visit:
    """The circle is over; whoever meets a question after it is not asked for it again."""
    below = tuple(replace(one, tried=True) if isinstance(one, Question) else one for one in visit.stages[:-1])
    return replace(visit, stages=below)


def _to(visit: Visit, then: Next, *, tried: bool) -> Visit:
    match then:
        case "read" | "speech":
            question = Question(then, tried)
            return visit if visit.stage == question else visit.show(question)
        case "home":
            return visit.restart_at(Home())
        case "comfort":
            return visit
        case never:
            assert_never(never)
