"""Where the small exercises are offered: a tile among the guides of a topic, and the list of each kind."""

from __future__ import annotations

from flows.practice.exercise.script import ExerciseGroup
from ui.screens.grounds import TOPIC_GROUNDS
from ui.screens.page import Control, Page, Translator
from ui.screens.played import list_of
from ui.screens.surroundings import Surroundings
from ui.visit.actions.chosen import ChooseExercise, OpenExercises
from ui.visit.stages import SmallExercises
from ui.visit.visit import Visit

TOPICS: dict[ExerciseGroup, str] = {"typing": "dien-thoai", "codes": "an-toan"}
PICTURES: dict[ExerciseGroup, str] = {"typing": "type-keys", "codes": "keep-code"}


def exercise_tiles(groups: tuple[ExerciseGroup, ...], tr: Translator) -> tuple[Control, ...]:
    """Lead to the lists, from among the guides of a topic."""
    return tuple(
        Control(
            OpenExercises(group),
            tr(f"exercise.offer_{group}"),
            picture=f"answers/{PICTURES[group]}",
            ground=TOPIC_GROUNDS[TOPICS[group]],
        )
        for group in groups
    )


def derive_exercises(visit: Visit, stage: SmallExercises, around: Surroundings) -> Page:
    """One tile an exercise."""
    tr = around.tr(visit.preferences.language)
    return list_of(
        (one for one in around.guides.exercises.values() if one.group == stage.group),
        ChooseExercise,
        tr,
        place=f"exercises.{stage.group}",
        heading=tr("exercise.heading"),
        about=tr("exercise.about"),
        ground=TOPIC_GROUNDS[TOPICS[stage.group]],
    )
