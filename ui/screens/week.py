"""Every place of this week's roster, with its days and hours: the sign has room for a few of them."""

from __future__ import annotations

from ui.screens.attract import standing_line
from ui.screens.choosing import OverviewProps
from ui.screens.fact_list import fact_list
from ui.screens.page import WITH_BACK, Control
from ui.screens.surroundings import Surroundings
from ui.visit.stages import Visit


def derive_week(visit: Visit, around: Surroundings) -> OverviewProps:
    """Said aloud when it is opened. Where this place stands is said here too: the sign is not seen now."""
    tell, sign = around.tell(visit.preferences.language), around.sign
    here = ", ".join(part for part in (sign.name, sign.address) if part)
    own = (sign.kind, sign.number)
    week = (one if (one.kind, one.number) != own else one._replace(where=here) for one in sign.week)
    facts = tuple(Control("", standing_line(tell, one), "calendar") for one in week)
    return fact_list(
        tell,
        "week",
        heading=tell("attract.week"),
        icon="calendar",
        facts=facts or (Control("", tell("week.unknown"), "info"),),
        done=tell("privacy.done"),
        helpers=WITH_BACK,
    )
