"""Actions that say which of several was chosen: by a resident, or by whoever learns to help one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import ClassVar, Generic, TypeVar

from accessibility.presets import Preset
from flows.guide.steps import SlideWay
from flows.practice.exercise.doing import Where
from flows.practice.exercise.script import ExerciseGroup
from kiosk.base.events import Face, Language
from ui.visit.stage import Stage

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chosen(Generic[T]):
    """What was chosen is in no `repr`: a digit of a PIN, or an answer, gets into no log."""

    prefix: ClassVar[str]
    which: T = field(repr=False)

    def __init_subclass__(cls, *, prefix: str = "") -> None:
        cls.prefix = prefix

    @property
    def slot(self) -> str:
        """The stable name of its control; unique on a screen."""
        return f"{self.prefix}{self.which}"


class ShowScreen(Chosen[Stage]):
    """A screen to look at, over the one that is shown: nothing is logged for it, and Back leads back."""

    @property
    def slot(self) -> str:
        """Its class: ``this-place``."""
        return re.sub(r"(?<!^)(?=[A-Z])", "-", type(self.which).__name__).lower()


class ChoosePreset(Chosen[Preset], prefix="preset."):
    """A ready-made set of preferences; once more undoes it."""


class ChooseLanguage(Chosen[Language], prefix="language."):
    """One of the languages, by its own name."""


class ChooseNeed(Chosen[str], prefix="need."):
    """What one has come for, by the id of its tile."""


class OpenTopic(Chosen[str], prefix="topic."):
    """The guides of a topic."""


class OpenGuide(Chosen[str], prefix="flow."):
    """A guide, by its id."""


class PractiseAgain(Chosen[str], prefix="practise."):
    """A guide that is due again by one's card, by its id, on the drawn phone."""


class ShowCode(Chosen[str], prefix="qr."):
    """One of the official addresses of a guide, by its id."""


class TakeEdge(Chosen[str]):
    """Go on in a guide by the edge of that id: ``next``, ``choice.android``, ``stuck.quen-mat-khau``."""


class TouchPlace(Chosen[int], prefix="place."):
    """A place of the drawn phone that is practised on, by its number among the picture's elements."""


class SlidePlace(Chosen[SlideWay], prefix="slide."):
    """The button for who does not slide with a finger: the same as the slide that is practised here."""


class ChooseRehearsal(Chosen[str], prefix="rehearsal."):
    """A scam to rehearse, by its id."""


class GiveReply(Chosen[str], prefix="reply."):
    """An answer to the swindler of a rehearsal, by its id."""


class OpenExercises(Chosen[ExerciseGroup], prefix="exercises."):
    """The small exercises of one kind."""


class ChooseExercise(Chosen[str], prefix="exercise."):
    """A small exercise, by its id."""


class TouchField(Chosen[Where], prefix="field."):
    """Where a code is typed: the field of the app, or that of the chat."""


class GiveChoice(Chosen[str], prefix="would."):
    """What one would do, in an exercise, by its id."""


class RateVisit(Chosen[Face], prefix="face."):
    """One of three faces at the goodbye."""


NEXT = TakeEdge("next")
