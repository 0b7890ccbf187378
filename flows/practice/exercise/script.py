"""A small exercise as it was read from its pack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from flows.guide.script import Script
from flows.guide.words import Words

Kind: TypeAlias = Literal["type", "find", "code", "choose"]
"""A set text is typed · one key is found · a code is typed where it belongs · one says what one would do."""

ExerciseGroup: TypeAlias = Literal["typing", "codes"]
GROUPS: dict[Kind, ExerciseGroup] = {"type": "typing", "find": "typing", "code": "codes", "choose": "codes"}

MICROPHONE = "microphone"
"""The one key that can be sought."""

NOTHING = Words("")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things to do."""

    id: str
    text: Words
    picture: str  # of resources/pictures/answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise(Script):
    """`expect`: the text that is typed, the code, the key that is sought, or the id of the right choice."""

    kind: Kind
    task: Words
    hint: Words  # how it goes, or why
    expect: str
    asks: Words = NOTHING  # of a code: what a stranger writes meanwhile
    refused: Words = NOTHING  # said to who types it there
    choices: tuple[Choice, ...] = ()

    @property
    def group(self) -> ExerciseGroup:
        return GROUPS[self.kind]

    @property
    def typed(self) -> bool:
        """Whether it has a keyboard."""
        return self.kind != "choose"
