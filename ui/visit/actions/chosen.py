"""Actions that say which of several was chosen: by a resident, or by whoever learns to help one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import ClassVar, Generic, TypeVar

from accessibility.presets import Preset
from flows.exercise.doing import Where
from flows.exercise.script import ExerciseGroup
from flows.steps import SlideWay
from kiosk.events import Face, Language
from ui.visit.stage import Stage

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chosen(Generic[T]):
    """What was chosen is in no `repr`: a digit of a PIN, or an answer, gets into no log."""

    prefix: ClassVar[str] = ""
    which: T = field(repr=False)

    @property
    def slot(self) -> str:
        """The stable name of its control; unique on a screen."""
        return f"{self.prefix}{self.which}"


class ShowScreen(Chosen[Stage]):
    """A screen to look at, over the one that is shown: nothing is logged for it, and Back leads back."""

    __slots__ = ()

    @property
    def slot(self) -> str:
        """Its class: ``this-place``."""
        return re.sub(r"(?<!^)(?=[A-Z])", "-", type(self.which).__name__).lower()


class ChoosePreset(Chosen[Preset]):
    """A ready-made set of preferences; once more undoes it."""

    __slots__ = ()
    prefix = "preset."


class ChooseLanguage(Chosen[Language]):
    """One of the languages, by its own name."""

    __slots__ = ()
    prefix = "language."


class ChooseNeed(Chosen[str]):
    """What one has come for, by the id of its tile."""

    __slots__ = ()
    prefix = "need."


class OpenTopic(Chosen[str]):
    """The guides of a topic."""

    __slots__ = ()
    prefix = "topic."


class OpenGuide(Chosen[str]):
    """A guide, by its id."""

    __slots__ = ()
    prefix = "flow."


class PractiseAgain(Chosen[str]):
    """A guide that is due again by one's card, by its id, on the drawn phone."""

    __slots__ = ()
    prefix = "practise."


class ShowCode(Chosen[str]):
    """One of the official addresses of a guide, by its id."""

    __slots__ = ()
    prefix = "qr."


class TakeEdge(Chosen[str]):
    """Go on in a guide by the edge of that id: ``next``, ``choice.android``, ``stuck.quen-mat-khau``."""

    __slots__ = ()


class TouchPlace(Chosen[int]):
    """A place of the drawn phone that is practised on, by its number among the picture's elements."""

    __slots__ = ()
    prefix = "place."


class SlidePlace(Chosen[SlideWay]):
    """The button for who does not slide with a finger: the same as the slide that is practised here."""

    __slots__ = ()
    prefix = "slide."


class ChooseRehearsal(Chosen[str]):
    """A scam to rehearse, by its id."""

    __slots__ = ()
    prefix = "rehearsal."


class GiveReply(Chosen[str]):
    """An answer to the swindler of a rehearsal, by its id."""

    __slots__ = ()
    prefix = "reply."


class OpenExercises(Chosen[ExerciseGroup]):
    """The small exercises of one kind."""

    __slots__ = ()
    prefix = "exercises."


class ChooseExercise(Chosen[str]):
    """A small exercise, by its id."""

    __slots__ = ()
    prefix = "exercise."


class TouchField(Chosen[Where]):
    """Where a code is typed: the field of the app, or that of the chat."""

    __slots__ = ()
    prefix = "field."


class GiveChoice(Chosen[str]):
    """What one would do, in an exercise, by its id."""

    __slots__ = ()
    prefix = "would."


class RateVisit(Chosen[Face]):
    """One of three faces at the goodbye."""

    __slots__ = ()
    prefix = "face."


NEXT = TakeEdge("next")
