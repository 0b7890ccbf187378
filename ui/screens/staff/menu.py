"""What this member of the staff may do here."""

from __future__ import annotations

from ui.screens.helpers import AGAIN_ONLY, bar
from ui.screens.page import Control, Page
from ui.screens.staff.opening import duty_line
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.staff.menu import entries_for
from ui.visit.visit import Visit


def derive_menu(visit: Visit, around: Surroundings) -> Page:
    """A tile with a picture an entry, all on one page; to lock is the main action. A lying panel is low and
    leaves who is on duty to the page of today.
    """
    tr = around.tr(visit.preferences.language)
    member = visit.staff.member if visit.staff else None
    entries = entries_for(visit, around.point, door_to_door=around.door_to_door)
    duty = duty_line(tr, around) if around.panel.upright else ""
    return Page(
        template="needs",
        place="menu",
        language=tr.language,
        heading=tr("menu.heading", name=member.shown) if member else "",
        sentence=tr("menu.storage") if around.health.storage_trouble else duty,
        icon="person",
        primary=Control(Do.LOCK, tr("menu.lock_resident" if visit.is_logged else "menu.lock"), "lock"),
        choices=tuple(
            Control(entry.action, tr(entry.words), picture=f"steps/{entry.picture}", ground=entry.ground)
            for entry in entries
        ),
        bar=bar(tr, AGAIN_ONLY),
        together=True,
    )
