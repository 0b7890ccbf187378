"""What stands on the first screen, on a page that is read aloud: there nobody is here, and it is silent.

The sign has room for a part of the week; this page holds all of it.
"""

from __future__ import annotations

from dataclasses import replace

from ui.screens.attract import AttractProps, derive_attract
from ui.screens.choosing import OverviewProps
from ui.screens.fact_list import fact_list
from ui.screens.page import WITH_BACK, Control
from ui.screens.surroundings import Surroundings
from ui.visit.stages import Visit

SIGNS = {
    "point": "home",
    "ward": "city",
    "address": "home",
    "hours": "clock",
    "duty": "person",
    "promise": "shield-check",
    "invitation": "touch",
    "week": "calendar",
    "staff": "warning",
}
"""By the line of the first screen."""


def derive_first_screen(visit: Visit, around: Surroundings) -> AttractProps:
    """The screen nobody has touched yet, with all that is known."""
    return derive_attract(
        around.tell(visit.preferences.language),
        around.sign,
        around.time,
        around.troubles,
        on_duty=tuple(one.shown for one in around.point.on_duty),
        refused=around.point.state == "refused",
    )


def derive_this_place(visit: Visit, around: Surroundings) -> OverviewProps:
    """Where this place stands and when it is open. What the ward has not written is said to be so."""
    tell, first = around.tell(visit.preferences.language), derive_first_screen(visit, around)
    if not around.door_to_door:  # a team stands nowhere
        first = replace(first, address=first.address or tell("this_place.address_unknown"))
    return fact_list(
        tell,
        "this-place",
        heading=tell("this_place.heading"),
        icon="calendar",
        facts=tuple(Control("", line.text, SIGNS[line.slot]) for line in first.written),
        done=tell("privacy.done"),
        helpers=WITH_BACK,
    )
