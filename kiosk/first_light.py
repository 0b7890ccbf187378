"""From nothing to the invitation on the glass. What is not seen in that first frame is imported after it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from accessibility.colours import colours_for
from accessibility.sizes import Panel, largest_text_size, sizes_for
from kiosk.clock import Clock
from kiosk.panel import choose_panel
from kiosk.sign import sign_of, time_of
from ui.fonts import Fonts, load_fonts
from ui.press_gate import PressGate
from ui.screens.attract import derive_attract
from ui.screens.page import Teller
from ui.theme import Look, ThemeValues
from ui.window import KioskWindow
from ui.words import UiWords, load_words

if TYPE_CHECKING:
    from kiosk.options import RunOptions


@dataclass(frozen=True, slots=True)
class FirstLight:
    """What is there once the invitation is seen. `drawn_s`: when that was, in seconds since 1970."""

    window: KioskWindow
    look: ThemeValues
    gate: PressGate
    words: UiWords
    fonts: Fonts
    panel: Panel
    panel_doubt: str
    drawn_s: float


def first_light(options: RunOptions, clock: Clock) -> FirstLight:
    """Open the window with the invitation. Needs Qt's application. Raises `ui.window.ScreensMissing`."""
    panel, fullscreen, doubt = choose_panel(options)
    config, wall, fonts, words = options.config, clock.wall(), load_fonts(), load_words()
    size = min(config.screen.text_size, largest_text_size(panel))
    look = ThemeValues(look=Look(sizes_for(panel, size), colours_for(config.screen.theme), fonts.family))
    gate = PressGate()
    window = KioskWindow(look, gate)
    window.attract.show(derive_attract(Teller(words, "vi"), sign_of(config, wall), time_of(wall)))
    window.show((panel.width_px, panel.height_px), fullscreen=fullscreen)
    window.wait_for_frame()
    return FirstLight(window, look, gate, words, fonts, panel, doubt, time.time())
