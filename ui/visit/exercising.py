"""Small exercises on a drawn phone. Whatever is pressed harms nothing, and none of it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows.guide.flow import Flow
from flows.guide.needs import PRACTICE
from flows.practice.exercise import doing as doings
from flows.practice.exercise.doing import Doing
from flows.practice.exercise.script import Exercise, ExerciseGroup
from kiosk.base.events import Actor, ExerciseDone
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import ChooseExercise, GiveChoice, TouchField
from ui.visit.actions.common import Do
from ui.visit.actions.typing import Keyboard, TypeKey
from ui.visit.drawn_keys import keyed, said_of_a_key
from ui.visit.effects import Effect
from ui.visit.press_context import PressContext
from ui.visit.rehearsing import held
from ui.visit.stages import Exercising, NeedGuides, Overview, Practising, SmallExercises, Topic
from ui.visit.turns import UNCHANGED, Turn
from ui.visit.visit import Visit


def offered_beside(flow: Flow, exercises: Mapping[str, Exercise]) -> tuple[ExerciseGroup, ...]:
    """The kinds that are offered with what *flow* is about."""
    return tuple(dict.fromkeys(one.group for one in exercises.values() if flow.id in one.beside))


def offered_in(
    topic: str, flows: Mapping[str, Flow], exercises: Mapping[str, Exercise]
) -> tuple[ExerciseGroup, ...]:
    """Those among the guides of *topic*: where one of these offers them."""
    here = (flow for flow in flows.values() if flow.topic == topic)
    return tuple(dict.fromkeys(group for flow in here for group in offered_beside(flow, exercises)))


def groups_of(exercises: Mapping[str, Exercise]) -> tuple[ExerciseGroup, ...]:
    """The kinds there are, in the order of the exercises."""
    return tuple(dict.fromkeys(one.group for one in exercises.values()))


def open_list(visit: Visit, group: ExerciseGroup, context: PressContext) -> Turn:
    """Onto the list, from where it is offered."""
    match visit.stage:
        case Topic(topic):
            offered = offered_in(topic, context.guides.flows, context.guides.exercises)
        case NeedGuides(need_id) if need_id == PRACTICE:
            offered = groups_of(context.guides.exercises)
        case Overview(flow_id) if flow_id in context.guides.flows:
            offered = offered_beside(context.guides.flows[flow_id], context.guides.exercises)
        case _:
            offered = ()
    return Turn(visit.show(SmallExercises(group)) if group in offered else visit)


def on_press_list(visit: Visit, stage: SmallExercises, action: Action, context: PressContext) -> Turn:
    """One press where they are listed."""
    match action:
        case ChooseExercise(which) if which in context.guides.exercises:
            made = context.guides.exercises[which]
            return _begun(visit, made, context) if made.group == stage.group else Turn(visit)
        case Do.BACK | Do.DONE:
            return Turn(visit.close())
        case _:
            return Turn(visit)


def between_passes(turn: Turn, before: Visit, action: Action, context: PressContext) -> Turn:
    """Over a further pass of a guide lies another small task first, for who has asked for one."""
    exercises, further = context.guides.exercises, isinstance(before.stage, Practising)
    if action is not Do.SMALL_FIRST or not further or turn.visit.stage == before.stage or not exercises:
        return turn
    done = [one.exercise.id for one in turn.visit.exercised]
    task = min(exercises.values(), key=lambda one: _turn_of(one, done))
    small = _begun(turn.visit, task, context)
    return Turn(small.visit, (*turn.effects, *small.effects))


def _turn_of(made: Exercise, done: list[str]) -> tuple[int, bool]:
    """What was not done yet comes first; of it what is not typed: many who practise places do not type."""
    return (done.index(made.id) + 1 if made.id in done else 0, made.typed)


def on_press(visit: Visit, stage: Exercising, action: Action, context: PressContext) -> Turn:
    """One press at an exercise, or after it; of a key that can do nothing now that is said."""
    turn = _pressed(visit, stage, action, context)
    idle = turn.visit == visit and not turn.effects
    return Turn(visit, UNCHANGED) if idle and isinstance(action, TypeKey | Keyboard | TouchField) else turn


def _pressed(visit: Visit, stage: Exercising, action: Action, context: PressContext) -> Turn:
    now = stage.doing
    match action:
        case Do.BACK | Do.DONE:
            return Turn(visit.close())
        case Do.PRACTISE if now.may_go_again and now.exercise.typed and not is_between(visit):
            return Turn(visit.swap(Exercising(doings.once_more(now))))
        case Do.GO_ON if now.over and not is_between(visit):
            another = following(now.exercise, context.guides.exercises)
            return _begun(visit.close(), another, context) if another else Turn(visit)
        case Do.GO_ON if now.chosen and not now.over:
            return Turn(visit.swap(Exercising(doings.asked_again(now))))
        case _ if now.over or now.chosen:
            return Turn(visit)
        case Do.HINT if now.exercise.typed:
            return Turn(visit.swap(Exercising(doings.hinted(now))))
        case GiveChoice(which):
            return _after(visit, doings.chose(now, which))
        case TouchField(where):
            return _after(visit, doings.touched(now, where))
        case _ if (further := keyed(now, action)) is not None:
            return _after(visit, further, now)
        case _:
            return Turn(visit)


def following(made: Exercise, exercises: Mapping[str, Exercise]) -> Exercise | None:
    """The next one of its kind; after the last none."""
    alike = [one for one in exercises.values() if one.group == made.group]
    at = next((at for at, one in enumerate(alike) if one.id == made.id), len(alike))
    return next(iter(alike[at + 1 :]), None)


def is_between(visit: Visit) -> bool:
    """Whether a pass of practice goes on beneath."""
    return len(visit.stages) > 1 and isinstance(visit.stages[-2], Practising)


def _begun(visit: Visit, made: Exercise, context: PressContext) -> Turn:
    """That one practised with somebody who wants a code is told as of a rehearsal: as it begins, no more."""
    last = next((one for one in visit.exercised if one.exercise.id == made.id), None)
    rung = last.next_rung if last else "shown"
    begun = visit.show(Exercising(doings.begin(made, context.draw, rung)))
    if made.group != "codes":
        return Turn(begun)
    return held(begun, made.id)


def _after(visit: Visit, further: Doing, before: Doing | None = None) -> Turn:
    """What the key did is said, unless the page changes and says more."""
    shown = visit.swap(Exercising(further))
    if further.over:
        others = tuple(one for one in visit.exercised if one.exercise.id != further.exercise.id)
        return Turn(replace(shown, exercised=(*others, further)), _done(further, visit.actor))
    return Turn(shown) if before is None else Turn(shown, said_of_a_key(further, before))


def _done(now: Doing, by: Actor) -> tuple[Effect, ...]:
    """That one in typing was done, and what helped. Of the others a rehearsal is told as they begin: what one
    would do about a code is one's own.
    """
    if now.exercise.group != "typing":
        return ()
    if by != "resident":
        return (ExerciseDone("person"),)
    return (ExerciseDone("none" if now.clean and now.rung != "shown" else "kiosk"),)
