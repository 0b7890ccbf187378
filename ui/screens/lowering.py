"""The low screen, offered where somebody who sits can reach it."""

from __future__ import annotations

from ui.screens.helpers import Helper, bar
from ui.screens.page import Control
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.actions.settings import Setting
from ui.visit.visit import Visit


def bar_to_lower(visit: Visit, around: Surroundings, slots: tuple[Helper, ...]) -> tuple[Control, ...]:
    """*slots*, and on an upright panel the low screen until it is on, where *Back* leaves it its place.

    The strip, which leads to it too, is above the reach of who sits in a wheelchair until then.
    """
    offered = around.panel.upright and not visit.preferences.low_reach and Do.BACK not in slots
    *first, again, call = slots
    lowered = (*first, Setting.LOW_REACH, again, call) if offered else slots
    return bar(around.tr(visit.preferences.language), lowered)
