"""Which glass the kiosk stands behind: as the command line or the config says, or the screen itself."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QGuiApplication

from accessibility.sizes import BELIEVABLE_IN, Panel
from kiosk.nearer import seen_nearer

if TYPE_CHECKING:
    from kiosk.options import RunOptions

USUAL_DIAGONAL_IN = 21.5
_MM_PER_INCH = 25.4


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


def believable_diagonal(measured_in: float) -> tuple[float, str]:
    """What the screen says of itself, unless that cannot be (virtual screens and projectors say anything)."""
    least, most = BELIEVABLE_IN
    if least <= measured_in <= most:
        return measured_in, ""
    doubt = f"the screen says its diagonal is {measured_in:.1f} inch; {USUAL_DIAGONAL_IN:.1f} is assumed"
    return USUAL_DIAGONAL_IN, doubt
