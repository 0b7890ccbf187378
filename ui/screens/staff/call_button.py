"""On a screen of staff, beside a resident, somebody else can be called."""

from __future__ import annotations

from dataclasses import replace

from ui.screens.helpers import bar
from ui.screens.page import Page
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.staff.stages import NewPin, Training
from ui.visit.visit import Visit

CALLS_NOBODY = (Training, NewPin)
"""Training tries the button itself; `NewPin` shows its PIN only once."""


def with_call_button(page: Page, visit: Visit, around: Surroundings) -> Page:
    """*page* of staff, and the button among its helpers, where it is not yet."""
    has_it = any(one.action is Do.CALL_PERSON for one in page.bar)
    if not visit.is_logged or has_it or isinstance(visit.beneath, CALLS_NOBODY):
        return page
    return replace(page, bar=(*page.bar, *bar(around.tr(page.language), (Do.CALL_PERSON,))))
