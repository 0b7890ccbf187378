"""The real screens on a window nobody sees, photographed one by one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from accessibility.preferences import Preferences
from accessibility.sizes import Panel, largest_text_size
from flows.library import Library
from kiosk.clock import SystemClock
from kiosk.config import Config
from kiosk.sign import sign_of
from kiosk.tour.staff_day import ON_DUTY, POINT
from kiosk.tour.staff_stops import at_controls
from kiosk.tour.stand_ins import Unspoken, Unwritten, specimen
from kiosk.tour.stops import Stop
from ui.conductor import Conductor, Outside
from ui.fonts import load_fonts
from ui.input.press_gate import PressGate
from ui.screens.page import Page
from ui.screens.surroundings import Surroundings
from ui.shell import Shell
from ui.theme import FIRST_LOOK, ThemeValues
from ui.visit.staff.point import PointNow
from ui.visit.stages import Visit
from ui.window import KioskWindow
from ui.words import UiWords

SPECIMEN_ROUTE = (5, 6, 12)
"""Where a team's screens are shown and the config names no residential group."""


class PictureNotWritten(Exception):
    """The folder is full, or cannot be written."""


class Camera:
    """Needs a running QGuiApplication. `preferences` decide language, size and colours of every picture."""

    def __init__(
        self, config: Config, panel: Panel, library: Library, training: Library, preferences: Preferences
    ) -> None:
        clock = SystemClock()
        around = Surroundings(
            UiWords(),
            library.flows,
            sign_of(config, clock.wall()),
            training=training.flows,
            largest_text_size=largest_text_size(panel),
            largest_low_reach=largest_text_size(panel.lowered()),
            upright=not panel.is_landscape,
            seal=specimen,
            route=config.place.route or SPECIMEN_ROUTE,
        )
        self._preferences = preferences
        outside = Outside(Unspoken(), Unwritten(), lambda: clock.now().up_s)
        self._conductor = Conductor(outside, around)
        look = ThemeValues(look=FIRST_LOOK.in_family(load_fonts().family))
        self._window = KioskWindow(look, PressGate())
        self._window.admit(Shell(self._conductor, panel, look, self._window.attract))
        self._window.show((panel.width_px, panel.height_px), fullscreen=False)

    def take(self, stop: Stop, file: Path) -> Page:
        """Photograph one screen into *file* (PNG). Raises `PictureNotWritten`."""
        staff = at_controls(stop.stage)
        point = replace(POINT, on_duty=ON_DUTY) if staff else PointNow()
        self._conductor.surround(replace(self._conductor.around, point=point))
        self._conductor.show(Visit(stages=(stop.stage,), preferences=self._preferences, staff=staff))
        QCoreApplication.processEvents()
        file.parent.mkdir(parents=True, exist_ok=True)
        if not self._window.window.grabWindow().save(str(file)):
            raise PictureNotWritten(f"Không ghi được ảnh {file}. / The picture {file} cannot be written.")
        return self._conductor.page

    def close(self) -> None:
        self._window.close()
