"""Which glass the kiosk stands behind: as the command line or the config says, or the screen itself."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QGuiApplication

from accessibility.sizes import BELIEVABLE_IN, Panel

if TYPE_CHECKING:
    from kiosk.options import RunOptions

USUAL_DIAGONAL_IN = 21.5
_MM_PER_INCH = 25.4


LEAST_WIDE_MM, LEAST_UPRIGHT_MM = (345.0, 194.0), (267.0, 475.0)
"""The smallest panels on which every screen was looked at whole: 15.6 inch across, 21.5 inch upright."""

FROM_MM, NEAREST_MM = 600.0, 375.0
"""From where a kiosk is seen (`accessibility.sizes.CAP_MM`), and from where a tablet on one's knees."""


class ChosenPanel(NamedTuple):
    """`doubt` is for the logbook: what the screen says of itself that cannot be, or that it is small."""

    panel: Panel
    doubt: str
    fullscreen: bool


def choose_panel(options: RunOptions) -> ChosenPanel:
    """The panel, and whether the window fills the screen. A window is never larger than its screen."""
    screen = QGuiApplication.primaryScreen()
    available = screen.size()
    size = options.size_px or (available.width(), available.height())
    fills = size == (available.width(), available.height())
    if options.diagonal_in:
        return ChosenPanel(*seen_nearer(Panel(*size, options.diagonal_in)), options.fullscreen and fills)
    physical = screen.physicalSize()
    diagonal_in, doubt = believable_diagonal(math.hypot(physical.width(), physical.height()) / _MM_PER_INCH)
    panel, smaller = seen_nearer(Panel(*size, diagonal_in))
    return ChosenPanel(panel, doubt or smaller, options.fullscreen and fills)


def seen_nearer(panel: Panel) -> tuple[Panel, str]:
    """The panel whose millimetres everything is drawn in, and what the logbook is told of it.

    A tablet or a small laptop does not hold what a kiosk holds, and is seen from nearer: letters, targets
    and gaps shrink alike, as far as they are seen under the same angle from `NEAREST_MM`.
    """
    least = LEAST_WIDE_MM if panel.is_landscape else LEAST_UPRIGHT_MM
    sides = panel.width_px / panel.px_per_mm, panel.height_px / panel.px_per_mm
    wanted = max(need / side for need, side in zip(least, sides, strict=True))
    if wanted <= 1:
        return panel, ""
    by = min(wanted, FROM_MM / NEAREST_MM)
    told = f"{panel.diagonal_in:.1f} inch: all is drawn {by:.2f} times smaller, to be seen from nearer"
    return panel._replace(diagonal_in=panel.diagonal_in * by), told


def believable_diagonal(measured_in: float) -> tuple[float, str]:
    """What the screen says of itself, unless that cannot be (virtual screens and projectors say anything)."""
    least, most = BELIEVABLE_IN
    if least <= measured_in <= most:
        return measured_in, ""
    doubt = f"the screen says its diagonal is {measured_in:.1f} inch; {USUAL_DIAGONAL_IN:.1f} is assumed"
    return USUAL_DIAGONAL_IN, doubt
