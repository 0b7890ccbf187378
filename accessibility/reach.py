"""How high the panel stands so that somebody in a wheelchair reaches every target. Pure; millimetres.

EN 301 549 8.3.2 and US 508 §407.8: at least one of each kind of control between 380 and 1,220 mm above the
floor, where nothing stands between the person and the glass.
"""

from __future__ import annotations

from dataclasses import dataclass

from accessibility.sizes import REACH, Panel

LOWEST_MM, HIGHEST_MM = 380.0, 1220.0


@dataclass(frozen=True, slots=True)
class Mount:
    """Between which heights above the floor the lower edge of the glass may be."""

    lowest_mm: float
    highest_mm: float


def mount(panel: Panel) -> Mount:
    """Where *panel* may hang. Upright, who sits low asks for the low screen, so its upper part may be high.

    A panel too tall for anybody to reach gives a `highest_mm` below `lowest_mm`.
    """
    touched = 1.0 if panel.is_landscape else REACH
    return Mount(LOWEST_MM, HIGHEST_MM - touched * panel.height_px / panel.px_per_mm)
