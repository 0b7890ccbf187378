"""What the kiosk keeps of a visit, and what not: each sentence true of the log, `docs/events.md`."""

from __future__ import annotations

from ui.screens.choosing import OverviewProps
from ui.screens.page import WITH_BACK, Control, Line, bar, numbered
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
    return OverviewProps(
        template="overview",
        place="privacy",
        language=tell.language,
        heading=tell("privacy.heading"),
        icon="lock",
        primary=Control("done", tell("privacy.done"), "check"),
        bar=bar(tell, WITH_BACK),
        minutes="",
        needs_title="",
        needs=numbered(facts, tell),
        cautions_title="",
        cautions=(),
        checked="",
        spoken_extra=tuple(Line(f"need.{number}", fact.label) for number, fact in enumerate(facts)),
    )
