"""The helpers at the bottom of a screen."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ui.screens.page import Control, Translator
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.actions.settings import Setting
from ui.visit.visit import Visit

Helper: TypeAlias = Literal[
    Do.BACK, Do.NOT_UNDERSTOOD, Do.HINT, Setting.LOW_REACH, Do.AGAIN, Do.CALL_PERSON
]  # fmt: skip
_WORDS_AND_ICON: dict[Helper, tuple[str, str]] = {
    Do.BACK: ("bar.back", "back"),
    Do.NOT_UNDERSTOOD: ("bar.not_understood", "not-understood"),
    Do.HINT: ("practice.hint", "not-understood"),
    Setting.LOW_REACH: ("bar.low_reach", "low-screen"),
    Do.AGAIN: ("bar.again", "hear-again"),
    Do.CALL_PERSON: ("bar.call", "call-person"),
}
_SPOKEN: dict[Helper, str] = {Setting.LOW_REACH: "bar.low_reach_name"}
"""Of a word that says too little without its sign."""
HELP_ONLY: tuple[Helper, ...] = (Do.AGAIN, Do.CALL_PERSON)
WITH_BACK: tuple[Helper, ...] = (Do.BACK, Do.AGAIN, Do.CALL_PERSON)
WITHOUT_CALL: tuple[Helper, ...] = (Do.BACK, Do.AGAIN)
AGAIN_ONLY: tuple[Helper, ...] = (Do.AGAIN,)
WITH_HINT: tuple[Helper, ...] = (Do.BACK, Do.HINT, Do.CALL_PERSON)
ONCE_HEARD: tuple[Helper, ...] = (Do.BACK, Do.NOT_UNDERSTOOD, Do.CALL_PERSON)


def bar(tr: Translator, helpers: tuple[Helper, ...]) -> tuple[Control, ...]:
    """Always these words, always in this order."""
    return tuple(
        Control(one, tr(words), icon, spoken=tr(_SPOKEN[one]) if one in _SPOKEN else "")
        for one in helpers
        for words, icon in (_WORDS_AND_ICON[one],)
    )


def with_lit_call(helpers: tuple[Control, ...]) -> tuple[Control, ...]:
    """Where somebody must come, calling a person weighs as much as going on."""
    return tuple(
        helper._replace(urgent=True) if helper.action is Do.CALL_PERSON else helper for helper in helpers
    )


def bar_to_lower(visit: Visit, around: Surroundings, slots: tuple[Helper, ...]) -> tuple[Control, ...]:
    """*slots*, and on an upright panel the low screen until it is on, where *Back* leaves it its place.

    The strip, which leads to it too, is above the reach of who sits in a wheelchair until then.
    """
    offered = around.panel.upright and not visit.preferences.low_reach and Do.BACK not in slots
    *first, again, call = slots
    lowered = (*first, Setting.LOW_REACH, again, call) if offered else slots
    return bar(around.tr(visit.preferences.language), lowered)
