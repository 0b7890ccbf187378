"""One person at one exercise: how far they are, and what a key does. A frozen value; no text is in it.

What somebody chose is in no `repr`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Literal, TypeAlias

from flows.practice.exercise.keyboard import Layer, layer_for
from flows.practice.exercise.script import Choice, Exercise
from flows.practice.exercise.telex_keys import (
    NOTHING_YET,
    Deed,
    Typed,
    deed,
    next_key,
    one_less,
    shown,
    taken,
)
from flows.practice.practice import MOST_PASSES, Help, after_mistake, when_asked
from flows.practice.rung import DRAWN, Rung

Where: TypeAlias = Literal["app", "chat"]
"""The field of the drawn app, and that of the chat in which a stranger asks."""


@dataclass(frozen=True, slots=True)
class Doing:
    """`rung`: as of a guide that is practised; `last` is what the last key did."""

    exercise: Exercise = field(repr=False)
    rung: Rung = "shown"
    passes: int = 1  # how many in a row, this one too
    typed: Typed = NOTHING_YET
    layer: Layer = "letters"
    where: Where | None = None  # of a code: which field was touched
    key_touched: bool = False  # that is to be found
    help: Help = "none"
    said: int = 0  # so often the task was said again, or why a key was not taken
    refused: bool = False  # the stranger was to get the code
    last: Deed | None = field(default=None, repr=False)
    chosen: str = field(default="", repr=False)
    draw: int = 0  # decides in which order choices stand
    clean: bool = True  # nothing else was pressed and nothing asked for in this pass

    @property
    def over(self) -> bool:
        """Whether it is done."""
        match self.exercise.kind:
            case "choose":
                return self.chosen == self.exercise.expect
            case "find":
                return self.key_touched
            case _:
                return next_key(self.exercise.expect, self.typed) == "" and self.typed.letters > 0

    @property
    def wanted(self) -> str:
        """The key that leads on; empty where none does before a field is touched."""
        if self.exercise.kind == "find":
            return self.exercise.expect
        return next_key(self.exercise.expect, self.typed)

    @property
    def on_this_layer(self) -> bool:
        """Whether that key is among those shown."""
        return self.exercise.kind == "find" or layer_for(self.wanted, self.layer) == self.layer

    @property
    def text(self) -> str:
        """What stands in the field."""
        return "" if self.exercise.kind == "find" else shown(self.exercise.expect, self.typed)

    @property
    def pointed(self) -> bool:
        """Whether the ring stands around what is to be touched."""
        return self.rung == "shown" or self.help == "shown"

    @property
    def hints(self) -> bool:
        """Whether a hint comes when one asks, as of a guide: alone, only a mistake is helped with."""
        return self.rung == "hinted"

    @property
    def small(self) -> bool:
        """Whether the keys are as on a phone: from the second pass on."""
        return self.passes > 1

    @property
    def choices(self) -> tuple[Choice, ...]:
        """In an order of this pass's own: else “the first one is right” is what is learnt."""
        return tuple(sorted(self.exercise.choices, key=self._drawn))

    def _drawn(self, choice: Choice) -> bytes:
        return sha256(f"{self.draw} {self.passes} {choice.id}".encode()).digest()

    @property
    def next_rung(self) -> Rung:
        """On which the next pass goes: one higher after a clean one; nobody is sent back."""
        at = DRAWN.index(self.rung)
        return DRAWN[min(at + 1, len(DRAWN) - 1)] if self.over and self.clean else self.rung

    @property
    def may_go_again(self) -> bool:
        """Whether another pass may follow at once."""
        return self.over and self.passes < MOST_PASSES


def begin(exercise: Exercise, draw: int = 0, rung: Rung = "shown") -> Doing:
    """The first pass. Where digits come first, the field has the keys for them, as on a telephone."""
    first = next_key(exercise.expect, NOTHING_YET) if exercise.kind in ("type", "code") else "a"
    return Doing(exercise, rung, layer=layer_for(first, "letters"), draw=draw)


def once_more(doing: Doing) -> Doing:
    """The next pass."""
    return replace(begin(doing.exercise, doing.draw, doing.next_rung), passes=doing.passes + 1)


def apply_key(doing: Doing, key: str) -> Doing:
    """A key that types, or the microphone. What does not lead on is not taken, and harms nothing."""
    made = doing.exercise
    if doing.over or not made.typed:
        return doing
    if made.kind == "find":
        return replace(doing, key_touched=True) if key == made.expect else _helped(doing)
    if made.kind == "code" and doing.where != "app":
        return _kept_back(doing)
    further = taken(made.expect, doing.typed, key)
    if further is None:
        return _helped(doing)
    done = deed(made.expect, doing.typed, key)
    return replace(doing, typed=further, help="none", last=done, refused=False)


def erased(doing: Doing) -> Doing:
    """One letter back."""
    if doing.typed.letters == 0 or doing.over:
        return doing
    return replace(doing, typed=one_less(doing.exercise.expect, doing.typed), last=None, help="none")


def turned(doing: Doing, layer: Layer) -> Doing:
    """To the other keys."""
    return replace(doing, layer=layer)


def touched(doing: Doing, where: Where) -> Doing:
    """One of the two fields of a code: where what is typed then goes."""
    if doing.exercise.kind != "code" or doing.over:
        return doing
    if where == "chat":
        return _kept_back(replace(doing, where=where))
    return replace(doing, where=where, refused=False, help="none")


def chose(doing: Doing, choice_id: str) -> Doing:
    """What somebody would do: the other ones are told why not, and may be chosen again."""
    if doing.exercise.kind != "choose" or choice_id not in {choice.id for choice in doing.exercise.choices}:
        return doing
    right = choice_id == doing.exercise.expect
    return replace(doing, chosen=choice_id, clean=doing.clean and right)


def asked_again(doing: Doing) -> Doing:
    """From the answer back to the question."""
    return replace(doing, chosen="")


def hinted(doing: Doing) -> Doing:
    """Somebody asks for help: half of the keys first, then the one. On the second rung only."""
    if not doing.hints:
        return doing
    return replace(doing, help=when_asked(doing.help), said=doing.said + 1, clean=False)


def _helped(doing: Doing) -> Doing:
    return replace(doing, help=after_mistake(doing.help), said=doing.said + 1, clean=False)


def _kept_back(doing: Doing) -> Doing:
    """The stranger gets nothing, and it is said why; who has touched no field yet is helped to one."""
    if doing.where is None:
        return _helped(doing)
    return replace(_helped(doing), refused=True)
