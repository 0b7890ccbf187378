"""Which steps can be practised: those whose drawn phone has exactly one place to touch, or to slide."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, TypeAlias

from flows.guide.gestures import Swipe, speaks, swipe_of
from flows.guide.steps import DoStep, Element, ElementRole, Picture, Practise, SlideWay, Step

WhyNot: TypeAlias = Literal[
    "no-act", "no-phone", "no-target", "many-targets", "nothing-to-touch", "alike", "another-way",
]  # fmt: skip
"""Nothing is done at it · nothing is drawn, or a desk or a paper · no place, or several, marked · what is
marked is only looked at, or touched where the sentence slides · another place looks the same · it slides
another way than the sentence.
"""

TOUCHED: frozenset[ElementRole] = frozenset({"button", "field", "icon", "tab", "item", "hang-up", "close"})


_FOR_EXAMPLE = re.compile(r"\b(?:bất k[ỳì]|nào cũng|ví dụ|thí dụ|chẳng hạn)\b", re.IGNORECASE)
_CALLED_OTHERWISE = re.compile(r"\bcó (?:máy|nơi|chỗ|bản)\b[^.]*?\b(?:ghi|viết|gọi|tên)\b", re.IGNORECASE)

WAYS_OF: Mapping[Swipe, tuple[SlideWay, ...]] = {
    "slide-right": ("right",), "swipe-across": ("left", "right"),
    "swipe-up": ("up",), "swipe-down": ("down",),
}  # fmt: skip


def why_not(step: Step) -> WhyNot | None:
    """Why *step* stays one that is read; None where it can be practised."""
    if not isinstance(step, DoStep | Practise) or speaks(step):
        return "no-act"
    swipe, screen = swipe_of(step), screen_of(step)
    if screen is None or screen.device == "none":
        return "no-phone"
    if swipe is not None and (step.slide is None or step.slide.way not in WAYS_OF[swipe]):
        return "another-way"
    marked = [element for element in screen.elements if element.highlight]
    if not marked and swipe not in (None, "slide-right"):
        return None  # the screen itself is slid
    if len(marked) != 1:
        return "many-targets" if marked else "no-target"
    if not (
        marked[0].role == "slider"
        if swipe == "slide-right"
        else swipe is None and is_touched(marked[0], screen)
    ):
        return "nothing-to-touch"
    others = (element for element in screen.elements if element is not marked[0])
    return "alike" if any(_alike(element, marked[0]) for element in others) else None


def screen_of(step: Step) -> Picture | None:
    """The drawn phone on which *step* is practised: that of its slide where a finger slides."""
    if swipe_of(step) is None:
        return step.picture
    return None if step.slide is None else step.slide.screen


def is_touched(element: Element, picture: Picture) -> bool:
    """Whether a finger belongs on it: what is only read, as a number or a photograph, is no such place."""
    return element.role in TOUCHED or is_code(element, picture)


def is_typed_into(element: Element, picture: Picture) -> bool:
    """Whether it is the one place of *picture*, and takes what is typed."""
    return element.highlight and (element.role == "field" or is_code(element, picture))


def is_code(element: Element, picture: Picture) -> bool:
    """Whether a code is typed there."""
    return element.role == "digits" and picture.scene == "code-entry"


def is_certain(step: Step) -> bool:
    """Whether the sentence means one place alone: it gives no example, and no other name for it."""
    said = step.say.vi
    return _FOR_EXAMPLE.search(said) is None and _CALLED_OTHERWISE.search(said) is None


def allowed_too(step: Step, picture: Picture) -> frozenset[int]:
    """Which elements of *picture* the sentence allows: all of the kind of the one that is only an example."""
    target = next((element for element in picture.elements if element.highlight), None)
    if target is None or _FOR_EXAMPLE.search(step.say.vi) is None:
        return frozenset()
    return frozenset(at for at, element in enumerate(picture.elements) if element.role == target.role)


def letters_of(label: str) -> str:
    """What is left of words without spaces, marks between them, and capitals."""
    return re.sub(r"[\W_]+", "", label).casefold()


def says_the_same(one: Element, other: Element) -> bool:
    """Whether both have words, and the same, whatever they are."""
    return (
        one.label is not None and other.label is not None and letters_of(one.label) == letters_of(other.label)
    )


def _alike(one: Element, target: Element) -> bool:
    """Without its ring nothing tells the two apart: the same role, and no words or the same words."""
    if one.role != target.role or one.sign != target.sign:
        return False
    return target.label is None or says_the_same(one, target)
