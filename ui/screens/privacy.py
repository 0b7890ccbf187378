"""What the kiosk keeps of a visit, and what not: each sentence true of the log, `docs/events.md`."""

from __future__ import annotations

from ui.screens.choosing import OverviewProps
from ui.screens.fact_list import fact_list
from ui.screens.page import WITH_BACK, Control
from ui.screens.surroundings import Surroundings
from ui.visit.stages import Visit

SENTENCES = {
    "nothing": "shield-check",
    "no_picture": "shield-check",
    "counts": "info",
    "counts_too": "info",
    "no_settings": "shield-check",
    "helper": "person",
    "group": "info",
    "card": "qr",
    "sealed": "lock",
    "end": "check",
    "ask": "call-person",
}
"""In the order of reading, each with its sign."""


def derive_privacy(visit: Visit, around: Surroundings) -> OverviewProps:
    """Said aloud when it is opened. Of the card only where there are cards."""
    tell = around.tell(visit.preferences.language)
    told = {key: icon for key, icon in SENTENCES.items() if key != "card" or around.seal is not None}
    facts = tuple(Control("", tell(f"privacy.{key}"), icon) for key, icon in told.items())
    return fact_list(
        tell,
        "privacy",
        heading=tell("privacy.heading"),
        icon="lock",
        facts=facts,
        done=tell("privacy.done"),
        helpers=WITH_BACK,
    )
