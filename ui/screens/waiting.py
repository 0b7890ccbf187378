"""Where somebody is busy elsewhere: the kiosk waits longer before it asks whether anybody is there. Pure."""

from __future__ import annotations

from flows.flow import Flow
from flows.steps import HandOver, Step
from ui.picture.pictogram import pictogram_for

SLOW_SCENES = frozenset({"store-page", "message", "call", "counter", "camera"})
"""Where the phone downloads, a message is awaited, or a person is spoken to."""
SLOW_PICTOGRAMS = frozenset({"speak-phone", "hotline", "clock-wait"})
"""Where somebody telephones, or waits."""


def takes_long(step: Step, flow: Flow) -> bool:
    """Whether *step* may well take longer than the kiosk waits elsewhere: its guide says so, or it is handed
    over, or what stands beside it shows a download, a message, a code, a call, a person or a wait.
    """
    if step.long or isinstance(step, HandOver):
        return True
    if step.picture is None:
        return pictogram_for(step, flow) in SLOW_PICTOGRAMS
    scene = step.picture.scene
    return scene in SLOW_SCENES or (scene == "code-entry" and "otp" in step.safety)
