"""A small exercise: the drawn phone with its keys, what one would do, and what follows."""

from __future__ import annotations

from dataclasses import replace

from flows.exercise.doing import Doing
from ui.picture.derive import derive_drawing
from ui.screens.exercise_lists import TOPICS
from ui.screens.grounds import TOPIC_GROUNDS
from ui.screens.guide import StepProps
from ui.screens.helpers import WITH_BACK, bar
from ui.screens.page import Control, Page, Teller
from ui.screens.played import language_of, played
from ui.screens.surroundings import Surroundings
from ui.screens.typing_page import typing_page
from ui.visit.actions.chosen import GiveChoice
from ui.visit.actions.common import Do
from ui.visit.exercising import following, is_between
from ui.visit.stages import Exercising
from ui.visit.visit import Visit


def derive_exercising(visit: Visit, stage: Exercising, around: Surroundings) -> Page:
    """The task, with its keys or its choices; then why, and what follows."""
    now = stage.doing
    tell = around.tell(language_of(now.exercise, visit.preferences.language))
    if now.over:
        return _over(now, visit, tell, around)
    if now.chosen:
        return _not_yet(now, tell)
    return (
        typing_page(now, tell, lies=not around.panel.upright, explores=visit.preferences.explore)
        if now.exercise.typed
        else _choosing(now, tell)
    )


def _choosing(now: Doing, tell: Teller) -> StepProps:
    made = now.exercise
    said = made.task.in_(tell.language)
    picture = derive_drawing(f"answers/{made.picture}", said, tell.language)
    place, ground = f"exercise.{made.id}.{now.passes}", TOPIC_GROUNDS[TOPICS[made.group]]
    choices = tuple(
        Control(GiveChoice(one.id), one.text.in_(tell.language), picture=f"answers/{one.picture}")
        for one in now.choices
    )
    page = played(place, tell, said, picture, ground)
    return replace(page, template="choice", primary=None, choices=choices)


def _not_yet(now: Doing, tell: Teller) -> Page:
    return Page(
        template="choice",
        place=f"exercise.why.{now.exercise.id}.{now.chosen}",
        language=tell.language,
        heading=tell("exercise.think_again"),
        sentence=now.exercise.hint.in_(tell.language),
        icon="heart",
        primary=Control(Do.GO_ON, tell("exercise.choose_again"), "next"),
        bar=bar(tell, WITH_BACK),
    )


def _over(now: Doing, visit: Visit, tell: Teller, around: Surroundings) -> Page:
    """Why, or how it went; then the pass that waits beneath, once more with smaller keys, or another one."""
    made, between = now.exercise, is_between(visit)
    done = Control(Do.DONE, tell("exercise.back_to_practice" if between else "exercise.over"), "check")
    others: list[Control] = []
    if not between:
        if made.typed and now.may_go_again:
            others.append(Control(Do.PRACTISE, tell("exercise.again"), "touch"))
        if following(made, around.guides.exercises) is not None:
            others.append(Control(Do.GO_ON, tell("exercise.another"), "next"))
    first, *rest = (*others, done)
    return Page(
        template="choice",
        place=f"exercise.over.{made.id}.{now.passes}",
        language=tell.language,
        heading=tell("exercise.done"),
        sentence=made.hint.in_(tell.language),
        icon="heart",
        primary=first,
        choices=tuple(rest),
        bar=bar(tell, WITH_BACK),
    )
