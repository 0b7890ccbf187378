"""What a step has somebody do besides touching: speak, or swipe. Judged by its Vietnamese sentence."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from flows.guide.steps import DoStep, Practise, Show, Step

Swipe: TypeAlias = Literal["swipe-down", "swipe-up", "swipe-across", "slide-right"]
"""As the picture of it is called; a thing on the screen is slid, the screen itself is swiped."""

_SPEAKS = re.compile(r"\b(?:bác|bạn) (?:nói|trả lời|kể|đọc to|đọc số)\b(?! (?:ít|“có”|“không”))")
_SWIPES = re.compile(r"\b(?:vuốt|kéo (?:[^.,;]*? )?(?:lên|xuống|sang|ngang))\b")

_LOOKS = re.compile(r"^(?:bác|bạn) (?:đọc lại|xem|nhìn|so)\b")
_TOUCHES = re.compile(r"\b(?:chạm|bấm|gõ|chọn|cúp)\b")

_SLIDES = re.compile(r"\bkéo (?!lên|xuống|sang|ngang)[^.,;]*? sang phải\b")


def speaks(step: Step) -> bool:
    """Whether the sentence has somebody say something: then nothing may look as if it were to be pressed."""
    return isinstance(step, DoStep | Practise) and _SPEAKS.search(_said(step)) is not None


def types(step: Step) -> bool:
    """Whether the sentence has somebody type."""
    return isinstance(step, DoStep | Practise | Show) and re.search(r"\bgõ\b", _said(step)) is not None


def looks(step: Step) -> bool:
    """Whether somebody only looks: to answer a question, to wait, to read again. Then no hand may press."""
    said = _said(step)
    if isinstance(step, DoStep | Practise | Show):
        return _LOOKS.search(said) is not None and _TOUCHES.search(said) is None
    return _TOUCHES.search(said) is None


def swipe_of(step: Step) -> Swipe | None:
    """Which way the sentence has somebody swipe; None where it does not."""
    said = _said(step)
    if not isinstance(step, DoStep | Practise) or _SWIPES.search(said) is None:
        return None
    if _SLIDES.search(said):
        return "slide-right"
    if re.search(r"\b(?:ngang|sang)\b", said):
        return "swipe-across"
    return "swipe-up" if re.search(r"\blên\b", said) else "swipe-down"


def _said(step: Step) -> str:
    return step.say.vi.lower().replace("\u00a0", " ")
