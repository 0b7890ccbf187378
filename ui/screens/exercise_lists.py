"""Where the small exercises are offered: a tile among the guides of a topic, and the list of each kind."""

from __future__ import annotations

from flows.exercise.script import Group
from ui.screens.grounds import TOPIC_GROUNDS
from ui.screens.helpers import WITH_BACK, bar
from ui.screens.page import Control, Line, Page, Teller
from ui.screens.surroundings import Surroundings
from ui.visit.actions.chosen import ChooseExercise, OpenExercises
from ui.visit.stages import SmallExercises, Visit

TOPICS: dict[Group, str] = {"typing": "dien-thoai", "codes": "an-toan"}
PICTURES: dict[Group, str] = {"typing": "type-keys", "codes": "keep-code"}


def exercise_tiles(groups: tuple[Group, ...], tell: Teller) -> tuple[Control, ...]:
    """Lead to the lists, from among the guides of a topic."""
    return tuple(
        Control(
            OpenExercises(group),
            tell(f"exercise.offer_{group}"),
            picture=f"answers/{PICTURES[group]}",
            ground=TOPIC_GROUNDS[TOPICS[group]],
        )
        for group in groups
    )


def derive_exercises(visit: Visit, stage: SmallExercises, around: Surroundings) -> Page:
    """One tile an exercise."""
    tell = around.tell(visit.preferences.language)
    about = tell("exercise.about")
    return Page(
        template="needs",
        place=f"exercises.{stage.group}",
        language=tell.language,
        heading=tell("exercise.heading"),
        caption=about,
        spoken_first=(Line("caption", about),),
        choices=tuple(
            Control(
                ChooseExercise(made.id),
                made.title.in_(tell.language),
                picture=f"answers/{made.picture}",
                ground=TOPIC_GROUNDS[TOPICS[stage.group]],
            )
            for made in around.guides.exercises.values()
            if made.group == stage.group
        ),
        bar=bar(tell, WITH_BACK),
    )
