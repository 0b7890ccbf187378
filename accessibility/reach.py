"""How high the panel stands so that somebody in a wheelchair reaches every target. Pure; millimetres.

EN 301 549 V4.1: no part of the display hangs below 800 mm (8.3.2), and at least one of each kind of control
stands between 800 and 1,100 mm above the floor (8.3.5.1), where nothing stands before the glass.
"""

from __future__ import annotations

from dataclasses import dataclass

from accessibility.sizes import EDGE_MM, LEAST_REACHED_MM, REACHED_TO_MM, Panel


@dataclass(frozen=True, slots=True)
class Mount:
    """Between which heights above the floor the lower edge of the glass may be."""

    lowest_mm: float
    highest_mm: float

    def holds(self, edge_mm: float) -> bool:
        """Whether a glass whose lower edge is so high is placed right."""
        return self.lowest_mm <= edge_mm <= max(self.lowest_mm, self.highest_mm)


def mount(panel: Panel) -> Mount:
    """Where *panel* may hang. Upright, who sits low asks for the low screen: its upper part may be high.

    A lying panel has no low screen. One too tall for all of it to be reached gives a `highest_mm` below
    `lowest_mm`: it hangs at its lowest.
    """
    touched_mm = panel.height_mm if panel.is_landscape else min(panel.height_mm, LEAST_REACHED_MM)
    return Mount(EDGE_MM, REACHED_TO_MM - touched_mm)
