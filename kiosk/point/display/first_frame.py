"""From nothing to the invitation on the glass. What is not seen in that first frame is imported after it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from accessibility.colours import colours_for
from accessibility.sizes import largest_text_size, sizes_for
from kiosk.point.display.panel import Fit, choose_panel
from ui.window.application import make_application
from ui.window.fonts import Fonts, load_fonts
from ui.window.input.press_gate import PressGate
from ui.window.theme import Appearance, ThemeValues
from ui.window.views.attract_view import AttractView
from ui.window.window import KioskWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from kiosk.base.config.run_options import RunOptions
    from ui.screens.attract import AttractProps
    from ui.words import UiWords


class FirstFrame(NamedTuple):
    """What is there once the invitation is seen. `drawn_s`: when that was, in seconds since 1970."""

    application: QGuiApplication
    window: KioskWindow
    theme: ThemeValues
    gate: PressGate
    words: UiWords
    fonts: Fonts
    fit: Fit
    drawn_s: float


def first_frame(options: RunOptions, words: UiWords, invitation: AttractProps) -> FirstFrame:
    """Open the window with the invitation. Raises `ui.window.window.ScreensMissing`."""
    application = make_application()
    fit = choose_panel(options)
    panel = fit.panel
    screen, fonts, gate = options.config.screen, load_fonts(), PressGate()
    size = min(screen.text_size, largest_text_size(panel))
    theme = ThemeValues(
        appearance=Appearance(sizes_for(panel, size), colours_for(screen.theme), fonts.family)
    )
    attract = AttractView()
    attract.show(invitation)
    size_px = panel.width_px, panel.height_px
    window = KioskWindow(theme, gate, attract, size_px)
    window.show(size_px, fullscreen=fit.fullscreen)
    window.wait_for_frame()
    return FirstFrame(application, window, theme, gate, words, fonts, fit, time.time())
