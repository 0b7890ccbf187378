"""A key of the drawn phone: what it does to what is typed, and what is said of that."""

from __future__ import annotations

from flows.practice.exercise import doing as doings
from flows.practice.exercise.doing import Doing
from flows.practice.exercise.keyboard import Layer
from flows.practice.exercise.script import MICROPHONE
from ui.visit.actions.action import Action
from ui.visit.actions.typing import Keyboard, TypeKey
from ui.visit.effects import Effect, SayThis

LAYERS: dict[Keyboard, Layer] = {Keyboard.MARKS: "digits", Keyboard.LETTERS: "letters"}
KEYS = {Keyboard.SPACE: " ", Keyboard.MICROPHONE: MICROPHONE}


def keyed(now: Doing, action: Action) -> Doing | None:
    """After one of its keys; None: *action* is none."""
    match action:
        case Keyboard.MARKS | Keyboard.LETTERS:
            return doings.turned(now, LAYERS[action])
        case Keyboard.ERASE:
            return doings.erased(now)
        case TypeKey(letter):
            return doings.apply_key(now, letter)
        case Keyboard.SPACE | Keyboard.MICROPHONE:
            return doings.apply_key(now, KEYS[action])
        case _:
            return None


def said_of_a_key(now: Doing, before: Doing) -> tuple[Effect, ...]:
    """What a letter, a tone … has just become; nothing where the page says more, or no letter was typed."""
    if now.over or now.said != before.said or now.layer != before.layer or now.typed == before.typed:
        return ()
    last = now.last
    if last is None:
        return ()
    if last.did == "tone":
        return (SayThis(f"exercise.did_tone_{last.key}", (("result", last.result),)),)
    if last.did == "shape":
        return (SayThis("exercise.did_shape", (("before", last.before), ("result", last.result))),)
    if last.did == "space":
        return (SayThis("exercise.did_space"),)
    return (SayThis("ask.key", (("letter", last.result.lower()),)),)
