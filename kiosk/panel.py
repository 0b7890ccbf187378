"""Which glass the kiosk stands behind: as the command line or the config says, or the screen itself."""

from __future__ import annotations

import logging
import math

from PySide6.QtGui import QGuiApplication

from accessibility.sizes import Panel
from kiosk.options import RunOptions

LOGGER = logging.getLogger(__name__)
USUAL_DIAGONAL_IN = 21.5
BELIEVABLE_IN = (7.0, 100.0)
_MM_PER_INCH = 25.4


def choose_panel(options: RunOptions) -> tuple[Panel, bool]:
    """The panel, and whether the window fills the screen. A window is never larger than its screen."""
    screen = QGuiApplication.primaryScreen()
    available = screen.size()
    size = options.size_px or (available.width(), available.height())
    fills = size == (available.width(), available.height())
    physical = screen.physicalSize()
    measured_in = math.hypot(physical.width(), physical.height()) / _MM_PER_INCH
    diagonal_in = options.diagonal_in or believable_diagonal(measured_in)
    return Panel(*size, diagonal_in), options.fullscreen and fills


def believable_diagonal(measured_in: float) -> float:
    """What the screen says of itself, unless that cannot be (virtual screens and projectors say anything)."""
    least, most = BELIEVABLE_IN
    if least <= measured_in <= most:
        return measured_in
    LOGGER.warning(
        "the screen says its diagonal is %.1f inch; %.1f is assumed", measured_in, USUAL_DIAGONAL_IN
    )
    return USUAL_DIAGONAL_IN
