"""Whose door a drawn sign-in is: the application its step, or else its guide, speaks of. Pure."""

from __future__ import annotations

import re

from flows.flow import Flow
from flows.steps import Step
from ui.picture.signs import sign_of

_NAMES = ("VNeID", "VssID", "iHanoi")


def sign_of_door(step: Step, flow: Flow) -> str:
    """The sign of the application to sign in to; empty where neither names one. What the screen itself is
    called goes first: one may sign in there with the account of another.
    """
    written = step.picture.elements if step.picture else ()
    if sign := next(filter(None, (sign_of(one.label or "") for one in written if one.role == "text")), ""):
        return sign
    for text in (step.say.vi, flow.title.vi):
        for name in _NAMES:
            if re.search(rf"\b{name}\b", text):
                return sign_of(name)
    return ""
