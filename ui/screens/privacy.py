"""What the kiosk keeps of a visit, and what not.

Each sentence is true of the log (`docs/events.md`), or of what is counted by the month alone.
"""

from __future__ import annotations

from ui.screens.choosing import OverviewProps
from ui.screens.fact_list import fact_list
from ui.screens.helpers import WITH_BACK
from ui.screens.page import Control
from ui.screens.surroundings import Surroundings
from ui.visit.visit import Visit

SENTENCES = {
    "nothing": "shield-check",
    "no_picture": "shield-check",
    "counts": "info",
    "counts_too": "info",
    "asked": "shield-check",
    "answers": "info",
    "settings": "info",
    "helper": "person",
    "assisted": "info",
    "group": "info",
    "tickets": "info",
    "doors": "info",
    "card": "qr",
    "card_counts": "info",
    "sealed": "lock",
    "end": "check",
    "ask": "call-person",
}
"""In the order of reading, each with its sign."""


def derive_privacy(visit: Visit, around: Surroundings) -> OverviewProps:
    """Said aloud when it is opened. Of the card only where there are cards, of doors only with a team."""
    tr = around.tr(visit.preferences.language)
    left_out = set[str]() if around.door_to_door else {"doors"}
    if around.cards.seal is None:
        left_out |= {"card", "card_counts"}
    shown = {key: icon for key, icon in SENTENCES.items() if key not in left_out}
    facts = tuple(Control(None, tr(f"privacy.{key}"), icon) for key, icon in shown.items())
    return fact_list(
        tr,
        "privacy",
        heading=tr("privacy.heading"),
        icon="lock",
        facts=facts,
        done=tr("privacy.done"),
        helpers=WITH_BACK,
    )
