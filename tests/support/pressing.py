"""Actions by the stable names of their controls, for tests that press whatever a resident would."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from ui.screens.table import ROWS
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import Chosen, ShowScreen, TakeEdge
from ui.visit.actions.plain import Plain

KINDS: tuple[Any, ...] = get_args(Action)
ALONE: dict[str, Action] = {one.slot: one for kind in KINDS if issubclass(kind, Plain) for one in kind}
BY_PREFIX: dict[str, Callable[[object], Action]] = {
    kind.prefix: kind for kind in KINDS if issubclass(kind, Chosen) and kind.prefix
}
SHOWN = {ShowScreen(row.alone).slot: ShowScreen(row.alone) for row in ROWS if row.alone is not None}
COUNTED = frozenset(
    kind.prefix for kind in KINDS if issubclass(kind, Chosen) and get_args(kind.__orig_bases__[0]) == (int,)
)
"""Of which a number is chosen, and no text of digits."""


def named(slot: str) -> Action:
    """The action of the control that is called so wherever it is shown. Raises `KeyError`: there is none."""
    prefix, dot, which = slot.partition(".")
    if slot in ALONE:
        return ALONE[slot]
    if slot in SHOWN:
        return SHOWN[slot]
    if prefix + dot in BY_PREFIX:
        kind = BY_PREFIX[prefix + dot]
        return kind(int(which) if prefix + dot in COUNTED else which)
    if slot == "next" or prefix in ("choice", "stuck"):
        return TakeEdge(slot)
    raise KeyError(slot)
