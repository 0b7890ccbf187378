"""Over the whole screen the kiosk's window is not closed by whoever presses Alt+F4."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from accessibility.colours import colours_for
from accessibility.sizes import Panel, sizes_for
from ui.window.fonts import load_fonts
from ui.window.input.press_gate import PressGate
from ui.window.theme import Appearance, ThemeValues
from ui.window.window import KioskWindow


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[KioskWindow]:
    theme = ThemeValues(
        appearance=Appearance(sizes_for(Panel(540, 960, 21.5), 1), colours_for("light"), load_fonts().family)
    )
    window = KioskWindow(theme, PressGate())
    yield window
    window.close()


def test_in_full_screen_a_request_to_close_is_refused_and_no_window_lies_over_it(window: KioskWindow) -> None:
    closed = []
    window.show((540, 960), fullscreen=True)
    window.on_closed(lambda: closed.append(True))
    assert window.window.close() is False
    assert window.window.isVisible() and not closed
    assert window.window.flags() & Qt.WindowType.WindowStaysOnTopHint


def test_the_kiosk_itself_closes_it(window: KioskWindow) -> None:
    window.show((540, 960), fullscreen=True)
    seen = window.window
    window.hide()
    assert not seen.isVisible()


def test_a_window_among_others_is_closed_as_any_other(window: KioskWindow) -> None:
    closed = []
    window.show((540, 960), fullscreen=False)
    window.on_closed(lambda: closed.append(True))
    assert window.window.close() is True
    assert closed
