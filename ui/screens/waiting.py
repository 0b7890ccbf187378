"""Where somebody is busy elsewhere: the kiosk waits longer before it asks whether anybody is there. Pure."""

from __future__ import annotations

from flows.guide.steps import HandOver, Step

SLOW_SCENES = frozenset({"store-page", "message", "call", "counter", "camera"})
"""Where the phone downloads, a message is awaited, or a person is spoken to."""
SLOW_DRAWINGS = ("calls", "says-", "listens", "tries-", "waits-", "asks-operator", "card-in-days")
"""How the pictures begin beside which somebody telephones, or waits."""


def takes_long(step: Step) -> bool:
    """Whether *step* may well take longer than the kiosk waits elsewhere: its guide says so, or it is handed
    over, or what stands beside it shows a download, a message, a code, a call, a person or a wait.
    """
    if step.long or isinstance(step, HandOver):
        return True
    if step.picture is None:
        return step.drawing.startswith(SLOW_DRAWINGS)
    scene = step.picture.scene
    return scene in SLOW_SCENES or (scene == "code-entry" and "otp" in step.safety)
