"""A small exercise: the drawn phone with its keys, what one would do, and what follows."""

from __future__ import annotations

from dataclasses import replace

from flows.practice.exercise.doing import Doing
from flows.practice.exercise.script import Exercise
from ui.screens.exercise_lists import TOPICS
from ui.screens.grounds import TOPIC_GROUNDS
from ui.screens.guide import StepProps
from ui.screens.helpers import WITH_BACK, bar
from ui.screens.page import Control, Page, Translator
from ui.screens.picture.derive import derive_drawing
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
    tr = around.tr(language_of(now.exercise, visit.preferences.language))
    if now.over:
        return _over(now, visit, tr, around)
    if now.chosen:
        return _not_yet(now, tr)
    return (
        typing_page(now, tr, lies=not around.panel.upright, explores=visit.preferences.explore)
        if now.exercise.typed
        else _choosing(now, tr)
    )


def _choosing(now: Doing, tr: Translator) -> StepProps:
    made = now.exercise
    said = made.task.in_(tr.language)
    picture = derive_drawing(f"answers/{made.picture}", said, tr.language)
    place, ground = f"exercise.{made.id}.{now.passes}", TOPIC_GROUNDS[TOPICS[made.group]]
    choices = tuple(
        Control(GiveChoice(one.id), one.text.in_(tr.language), picture=f"answers/{one.picture}")
        for one in now.choices
    )
    page = played(place, tr, said, picture, ground)
    return replace(page, template="choice", primary=None, choices=choices)


def _not_yet(now: Doing, tr: Translator) -> Page:
    return Page(
        template="choice",
        place=f"exercise.why.{now.exercise.id}.{now.chosen}",
        language=tr.language,
        heading=tr("exercise.think_again"),
        sentence=now.exercise.hint.in_(tr.language),
        icon="once-more",
        primary=Control(Do.GO_ON, tr("exercise.choose_again"), "next"),
        bar=bar(tr, WITH_BACK),
    )


def _over(now: Doing, visit: Visit, tr: Translator, around: Surroundings) -> Page:
    """What was done, or why; then the pass that waits beneath, once more with smaller keys, or another."""
    made, between = now.exercise, is_between(visit)
    label, sign = ("exercise.back_to_practice", "touch") if between else ("exercise.over", "home")
    done = Control(Do.DONE, tr(label), sign)
    others: list[Control] = []
    if not between:
        if made.typed and now.may_go_again:
            others.append(Control(Do.PRACTISE, tr("exercise.again"), "touch"))
        if following(made, around.guides.exercises) is not None:
            others.append(Control(Do.GO_ON, tr("exercise.another"), "next"))
    first, *rest = (*others, done)
    return Page(
        template="choice",
        place=f"exercise.over.{made.id}.{now.passes}",
        language=tr.language,
        heading=tr("exercise.done"),
        sentence=_what_was_done(made, tr),
        icon="check",
        primary=first,
        choices=tuple(rest),
        bar=bar(tr, WITH_BACK),
    )


def _what_was_done(made: Exercise, tr: Translator) -> str:
    """Of a text that was typed no hint how to: it sounded like another task, *Bác gõ m, e, rồi phím j*."""
    if made.kind == "type":
        return tr("practice.typed", word=made.expect)
    return made.hint.in_(tr.language)
