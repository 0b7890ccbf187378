"""Which steps can be practised: those whose drawn phone has exactly one place to touch."""

from __future__ import annotations

from typing import Literal, TypeAlias

from flows.gestures import speaks, swipe_of
from flows.steps import Do, Element, ElementRole, Picture, Practise, Step

WhyNot: TypeAlias = Literal["no-act", "no-phone", "no-target", "many-targets", "nothing-to-touch", "alike"]
"""Nothing is done at it · nothing is drawn, or a desk or a paper · no place, or several, marked · what is
marked is only looked at · another place looks the same.
"""

TOUCHED: frozenset[ElementRole] = frozenset({"button", "field", "icon", "tab", "item", "hang-up", "close"})


def why_not(step: Step) -> WhyNot | None:
    """Why *step* stays one that is read; None where it can be practised."""
    if not isinstance(step, Do | Practise) or speaks(step) or swipe_of(step) is not None:
        return "no-act"
    if step.picture is None or step.picture.device == "none":
        return "no-phone"
    marked = [element for element in step.picture.elements if element.highlight]
    if len(marked) != 1:
        return "many-targets" if marked else "no-target"
    if not is_touched(marked[0], step.picture):
        return "nothing-to-touch"
    others = (element for element in step.picture.elements if element is not marked[0])
    return "alike" if any(_alike(element, marked[0]) for element in others) else None


def is_touched(element: Element, picture: Picture) -> bool:
    """Whether a finger belongs on it: what is only read, as a number or a photograph, is no such place."""
    return element.role in TOUCHED or (element.role == "digits" and picture.scene == "code-entry")


def _alike(one: Element, target: Element) -> bool:
    """Without its ring nothing tells the two apart: the same role, and no words or the same words."""
    if one.role != target.role or one.sign != target.sign:
        return False
    return target.label is None or (one.label or "").casefold() == target.label.casefold()
