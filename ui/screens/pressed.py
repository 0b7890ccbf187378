"""Which action was meant by the slot that QML passes back: the one of that control, if it is shown."""

from __future__ import annotations

from collections.abc import Iterator

from ui.screens.page import Control, Page
from ui.screens.strip import derive_strip
from ui.screens.surroundings import Surroundings
from ui.visit.actions.action import ControlAction
from ui.visit.visit import Visit


def action_at(slot: str, page: Page, visit: Visit, around: Surroundings) -> ControlAction | None:
    """None where no control of the screen shown has that slot: it was there when the finger came down."""
    return next((one.action for one in controls_shown(page, visit, around) if one.slot == slot), None)


def controls_shown(page: Page, visit: Visit, around: Surroundings) -> Iterator[Control]:
    """Everything that can be touched: of the page in reading order, then of the strip, which not every screen
    has.
    """
    primary = () if page.primary is None else (page.primary,)
    yield from (
        one
        for one in (*page.choices, *page.keys, *page.places, *primary, *page.bar)
        if one.action is not None
    )
    if page.template != "attract":
        strip = derive_strip(visit, around)
        yield from (*strip.chips, *strip.staff)
