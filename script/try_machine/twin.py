"""The same kiosk once more, beside the machine that is tried: what its glass should show, and where.

The real window and its real screens, offscreen, on a panel as that machine has it. A finger is laid where
this one finds a control, as the kiosk itself looks for it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from accessibility.preferences import Preferences
from accessibility.sizes import Panel
from kiosk.base.config.file import load_config
from kiosk.base.hours.clock import SystemClock
from kiosk.point.display.nearer import seen_nearer
from kiosk.point.display.sign import sign_of
from kiosk.point.tour.stand_ins import Unspoken, Unwritten
from ui.screens.surrounding_parts import Guides, Sound
from ui.screens.surroundings import Surroundings
from ui.turn.conductor import Conductor, Outside
from ui.visit.stages import Attract
from ui.visit.visit import Visit
from ui.window.application import make_application
from ui.window.fonts import load_fonts
from ui.window.input.press_gate import PressGate
from ui.window.input.scene_targets import scene_of
from ui.window.shell import Shell
from ui.window.theme import FIRST_APPEARANCE, ThemeValues
from ui.window.window import KioskWindow
from ui.words import UiWords

if TYPE_CHECKING:
    from ui.visit.staff.people import AtControls
    from ui.visit.staff.point import PointNow
    from ui.visit.stage import Stage


class NoSuchControl(Exception):
    """The screen shown has no control of that name, or a finger in its middle would meet another."""


class Twin:
    """Of a kiosk with the config *file*, without a loudspeaker, on *panel*, measured as the kiosk does."""

    def __init__(self, panel: Panel, file: Path) -> None:
        self._application = QGuiApplication.instance() or make_application(offscreen=True)
        panel, _ = seen_nearer(panel)
        clock, config = SystemClock(), load_config(file)[0]
        around = Surroundings(
            UiWords(), Guides(read=False), sign_of(config, clock.wall()), sound=Sound(no_sound=True)
        ).on(panel)
        self._panel = panel
        self._conductor = Conductor(Outside(Unspoken(), Unwritten(), lambda: clock.now().up_s), around)
        theme = ThemeValues(appearance=FIRST_APPEARANCE.in_family(load_fonts().family))
        self._window = KioskWindow(theme, PressGate())
        self._shell = Shell(self._conductor, panel, theme, self._window.attract)
        self._window.admit(self._shell)
        self._window.show((panel.width_px, panel.height_px), fullscreen=False)

    def show(self, *above: Stage, point: PointNow, staff: AtControls | None) -> None:
        """What lies over the invitation; the last is seen."""
        self._conductor.surround(point)
        self._conductor.show(Visit((Attract(), *above), Preferences(), staff=staff))
        for _ in range(2):  # a body is paged around what the first layout found
            QCoreApplication.processEvents()
            self._window.window.grabWindow()

    def place_of(self, name: str) -> tuple[float, float]:
        """The middle of the control that is called *name*, as shares of the glass. Raises `NoSuchControl`."""
        scale = self._panel.px_per_mm
        scene = scene_of(self._window.window.contentItem(), scale)
        for at, target in enumerate(scene.targets):
            x, y = target.area.x + target.area.width / 2, target.area.y + target.area.height / 2
            if target.name == name and scene.at(x, y, 0.0) == at:
                return x * scale / self._panel.width_px, y * scale / self._panel.height_px
        raise NoSuchControl(f"{name}: {', '.join(target.name for target in scene.targets)}")

    def picture(self, file: Path) -> None:
        self._window.window.grabWindow().save(str(file))

    def say(self, key: str) -> str:
        """As the kiosk calls it, in Vietnamese."""
        return self._conductor.around.tr("vi")(key)

    def close(self) -> None:
        self._window.close()
