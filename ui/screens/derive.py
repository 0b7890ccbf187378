"""What the screen of a visit shows."""

from __future__ import annotations

from dataclasses import replace

from ui.screens.page import Page, numbered
from ui.screens.seats import seated
from ui.screens.staff.call_button import with_call_button
from ui.screens.staff.door import PadProps
from ui.screens.surroundings import Surroundings
from ui.screens.table import screen_of
from ui.visit.stage import StaffStage
from ui.visit.stages import Visit


def derive(visit: Visit, around: Surroundings) -> Page:
    """The page of the topmost stage; each of several controls knows which one it is."""
    page = screen_of(visit.stage).derive(visit, visit.stage, around)
    if isinstance(visit.stage, StaffStage):
        page = with_call_button(page, visit, around)
    tell = around.tell(page.language)
    # Of a pad, which key of how many would tell the digit.
    choices = page.choices if isinstance(page, PadProps) else numbered(page.choices, tell)
    staffs = isinstance(visit.beneath, StaffStage)
    return seated(replace(page, choices=choices), tell, upright=around.panel.upright, staffs=staffs)
