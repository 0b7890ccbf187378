"""What a guide has typed, as an exercise: the keys and their help are the same."""

from __future__ import annotations

from datetime import date

from flows.guide.flow import Flow
from flows.practice.exercise.doing import Doing, begin
from flows.practice.exercise.script import NOTHING, Exercise
from flows.practice.exercise.telex_keys import all_keys
from flows.practice.practice import Practice


def typing_of(practice: Practice, flow: Flow) -> Doing:
    """The step shown of *practice*, a pass over *flow*, has something to type: nothing of it stands yet."""
    task = practice.task
    said = flow.steps[task.step_id].say
    asked = Exercise(
        id=f"{flow.id}.{task.step_id}",
        order=0,
        picture="",
        beside=(flow.id,),
        languages=flow.languages,
        checked_on=flow.checked_on,
        valid_until=flow.valid_until or date.max,
        confidence=flow.steps[task.step_id].confidence,
        sources=tuple(flow.sources.values()),
        title=flow.title,
        kind="type",
        task=said,
        hint=NOTHING,
        expect=task.typed,
    )
    return begin(asked, rung=practice.rung)


def word_by_keys(doing: Doing) -> tuple[str, tuple[str, ...]]:
    """The word that is being typed, and its keys as they are taught."""
    text = doing.exercise.expect
    words = text.split(" ")
    word = words[min(text[: doing.typed.letters].count(" "), len(words) - 1)]
    return word, all_keys(word)
