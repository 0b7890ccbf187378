"""How much smaller all is drawn on a panel that does not hold what a kiosk holds. Pure."""

from __future__ import annotations

from accessibility.sizes import Panel

LEAST_WIDE_MM, LEAST_UPRIGHT_MM = (345.0, 194.0), (267.0, 475.0)
"""The smallest panels on which every screen was looked at whole: 15.6 inch across, 21.5 inch upright."""

FROM_MM, NEAREST_MM = 600.0, 375.0
"""From where a kiosk is seen (`accessibility.sizes.CAP_MM`), and from where a tablet on one's knees."""


def seen_nearer(panel: Panel, at_most: float = FROM_MM / NEAREST_MM) -> tuple[Panel, str]:
    """The panel whose millimetres everything is drawn in, and the line about it for the logbook.

    A tablet or a small laptop does not hold what a kiosk holds, and is seen from nearer: letters, targets
    and gaps shrink alike, as far as they are seen under the same angle from `NEAREST_MM`. (A window on a
    desktop is only looked at, and may shrink *at_most* by more.)
    """
    wanted = _wanted(panel)
    if wanted <= 1:
        return panel, ""
    by = min(wanted, at_most)
    log_line = f"{panel.diagonal_in:.1f} inch: all is drawn {by:.2f} times smaller, to be seen from nearer"
    return panel._replace(diagonal_in=panel.diagonal_in * by), log_line


def holds(panel: Panel) -> bool:
    """Whether every screen has its room there once it is drawn that much smaller."""
    return _wanted(panel) <= FROM_MM / NEAREST_MM


def _wanted(panel: Panel) -> float:
    least = LEAST_WIDE_MM if panel.is_landscape else LEAST_UPRIGHT_MM
    sides = panel.width_px / panel.px_per_mm, panel.height_px / panel.px_per_mm
    return max(need / side for need, side in zip(least, sides, strict=True))
