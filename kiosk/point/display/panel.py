"""Which glass the kiosk stands behind: as the command line or the config says, or the screen itself.

In full screen the glass is what it is: another size that was asked for is ignored. A window stands for the
panel that was asked for, and is drawn smaller where there is no room for that.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QGuiApplication

from accessibility.sizes import BELIEVABLE_IN, MM_PER_INCH, Panel
from kiosk.point.display.nearer import seen_nearer

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from kiosk.base.config.run_options import RunOptions

USUAL_DIAGONAL_IN = 21.5
FRAME_PX = (16, 64)
"""What a desktop's title bar and frame may take beside a window that would otherwise fill the screen."""

_IN_MEMORY = ("offscreen", "minimal")  # Qt's own screens there have a size that means nothing


class Fit(NamedTuple):
    """How everything is measured in a window, whatever size it gets: a window manager, a turned screen or a
    person may give it another at any time.

    `log_lines`: for the logbook. The screen cannot be as it was asked for, it says of itself what
    cannot be, or it is small.
    """

    panel: Panel  # that the window opens with
    log_lines: tuple[str, ...]
    fullscreen: bool
    stands_for: Panel  # the same before anything was drawn smaller
    knows_diagonal: bool = True  # the command line or the config says it

    def of(self, size: tuple[int, int]) -> tuple[Panel, str]:
        """The panel to draw for in a window of that *size*, and the line about it for the logbook."""
        if self.fullscreen:
            diagonal_in = self.stands_for.diagonal_in if self.knows_diagonal else _diagonal_in()[0]
            return seen_nearer(Panel(*size, diagonal_in, edge_mm=self.stands_for.edge_mm))
        panel = self.stands_for.part(*size)
        whole = panel.width_px >= self.stands_for.width_px and panel.height_px >= self.stands_for.height_px
        return seen_nearer(panel) if whole else seen_nearer(panel, at_most=math.inf)


def choose_panel(options: RunOptions) -> Fit:
    """The panel, and whether the window fills the screen. A window is never larger than its screen."""
    screen = QGuiApplication.primaryScreen()
    whole, free = _pair(screen.size()), _pair(screen.availableSize())
    asked = options.size_px or whole
    if QGuiApplication.platformName() in _IN_MEMORY:
        whole = free = asked
    diagonal_in, doubt = (options.diagonal_in, "") if options.diagonal_in else _diagonal_in()
    glass = Panel(*asked, diagonal_in, edge_mm=options.edge_mm)
    fit = fit_in(glass, whole if options.fullscreen else free, fullscreen=options.fullscreen)
    log_lines = tuple(line for line in (doubt, *fit.log_lines) if line)
    return fit._replace(log_lines=log_lines, knows_diagonal=bool(options.diagonal_in))


def fit_in(glass: Panel, room: tuple[int, int], *, fullscreen: bool) -> Fit:
    """The *glass* asked for, in the *room* there is: the whole screen, or what a desktop leaves of it."""
    asked, stands_for, log_line = (glass.width_px, glass.height_px), glass, ""
    if asked[0] > room[0] or asked[1] > room[1]:
        if fullscreen:
            log_line = f"{_px(asked)} was asked for, but the screen has {_px(room)}: it is laid out for that"
            stands_for = glass._replace(width_px=room[0], height_px=room[1])
        else:
            log_line = f"a window of {_px(asked)} does not fit a screen of {_px(room)}: all is drawn smaller"
            by = min((side - frame) / want for side, frame, want in zip(room, FRAME_PX, asked, strict=True))
            stands_for = glass._replace(width_px=int(asked[0] * by), height_px=int(asked[1] * by))
    panel, smaller = seen_nearer(stands_for)
    fills = fullscreen and (stands_for.width_px, stands_for.height_px) == room
    return Fit(panel, tuple(line for line in (log_line, smaller) if line), fills, stands_for)


def believable_diagonal(measured_in: float) -> tuple[float, str]:
    """What the screen says of itself, unless that cannot be (virtual screens and projectors say anything)."""
    least, most = BELIEVABLE_IN
    if least <= measured_in <= most:
        return measured_in, ""
    doubt = f"the screen says its diagonal is {measured_in:.1f} inch; {USUAL_DIAGONAL_IN:.1f} is assumed"
    return USUAL_DIAGONAL_IN, doubt


def _diagonal_in() -> tuple[float, str]:
    physical = QGuiApplication.primaryScreen().physicalSize()
    return believable_diagonal(math.hypot(physical.width(), physical.height()) / MM_PER_INCH)


def _pair(size: QSize) -> tuple[int, int]:
    return size.width(), size.height()


def _px(size: tuple[int, int]) -> str:
    return f"{size[0]}×{size[1]} px"
