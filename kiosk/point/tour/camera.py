"""The real screens on a window nobody sees, photographed one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from accessibility.preferences import Preferences
from accessibility.sizes import Panel
from flows.search import prepare
from flows.shelf.due import this_month
from flows.shelf.exercises import shipped_exercises
from flows.shelf.library import Library
from flows.shelf.rehearsals import shipped_rehearsals
from kiosk.base.config.sections import Config
from kiosk.base.config.ward_file import SHIPPED, ward_here
from kiosk.base.hours.clock import SystemClock
from kiosk.base.hours.opening import HANOI
from kiosk.point.display.sign import sign_of
from kiosk.point.tour.staff_day import CONTENT, ON_DUTY, POINT, PROGRAM
from kiosk.point.tour.staff_stops import at_controls, with_beneath
from kiosk.point.tour.stand_ins import SPECIMEN_WEEK, Unspoken, Unwritten, specimen
from kiosk.point.tour.stop import Stop
from ui.screens.page import Page
from ui.screens.surrounding_parts import Cards, ClockReading, Guides, Setup, TeamDay
from ui.screens.surroundings import Surroundings
from ui.turn.conductor import Conductor, Outside
from ui.visit.staff.doors import Doors
from ui.visit.staff.point import PointNow
from ui.visit.staff.stages import DOOR_STAGES
from ui.visit.stages import ThisPlace
from ui.visit.visit import Visit
from ui.window.fonts import load_fonts
from ui.window.input.press_gate import PressGate
from ui.window.shell import Shell
from ui.window.theme import FIRST_APPEARANCE, ThemeValues
from ui.window.window import KioskWindow
from ui.words import UiWords

SPECIMEN_ROUTE = (5, 6, 12)
"""Where a team's screens are shown and the config names no residential group."""
SPECIMEN_DOORS: Doors = {(5, "nobody-home"): 1, (5, "guided"): 3, (12, "guided"): 2}
"""As after the door that the tour shows as marked."""
MOST_PAGES = 90  # of the smallest panels; more: a page that does not turn


class PictureNotWritten(Exception):
    """The folder is full, or cannot be written."""


class Camera:
    """Needs a running QGuiApplication. `preferences` decide language, size and colours of every picture."""

    def __init__(
        self,
        config: Config,
        panel: Panel,
        library: Library,
        training: Library,
        preferences: Preferences,
        words: UiWords | None = None,
        *,
        searched: bool = True,
    ) -> None:
        """*words*: those of the screens; None: the program's own. What is not *searched* is there at once."""
        clock = SystemClock()
        # whatever a kiosk may have beside it: its words must be approved too
        cards = Cards(seal=specimen, prints=True, camera=True)
        around = Surroundings(
            words or UiWords(),
            Guides(
                library.flows,
                training=training.flows,
                rehearsals=shipped_rehearsals(),
                helping=shipped_rehearsals("volunteers"),
                exercises=shipped_exercises(),
                due=this_month(library.flows.values(), datetime.now(HANOI).date()),
                asking=prepare(library) if searched else None,
            ),
            sign_of(config, clock.wall()),
            cards=cards,
            setup=Setup(
                route=config.place.route or SPECIMEN_ROUTE,
                ward=ward_here(config.ward.chosen(SHIPPED), config.ward.name)[0],
                export_hour=config.export.hour,
                prints_guides=True,
            ),
            content=CONTENT,
            program=PROGRAM,
        ).on(panel)
        self._preferences = preferences
        outside = Outside(Unspoken(), Unwritten(), lambda: clock.now().up_s)
        self._conductor = Conductor(outside, around)
        theme = ThemeValues(appearance=FIRST_APPEARANCE.in_family(load_fonts().family))
        self._window = KioskWindow(theme, PressGate())
        self._shell = Shell(self._conductor, panel, theme, self._window.attract)
        self._window.admit(self._shell)
        self._window.show((panel.width_px, panel.height_px), fullscreen=False)

    @property
    def shows_due(self) -> bool:
        """Whether something is due for residents, which has a tile and a page."""
        return bool(self._conductor.around.guides.due)

    def in_size(self, text_size: int) -> None:
        """From here on."""
        self._preferences = replace(self._preferences, text_size=text_size)

    def take(self, stop: Stop, file: Path) -> tuple[Page, tuple[Path, ...]]:
        """Photograph one screen into *file* (PNG), and where its body is turned, each further page beside it.

        Returns what it shows, and its pictures in the order of its pages. Raises `PictureNotWritten`.
        """
        staff = at_controls(stop.stage)
        point = replace(POINT, on_duty=ON_DUTY) if staff else PointNow()
        week = SPECIMEN_WEEK if isinstance(stop.stage, ThisPlace) else ()
        doors = SPECIMEN_DOORS if isinstance(stop.stage, DOOR_STAGES) else {}
        around = self._conductor.around
        clock = ClockReading("07:42" if staff else "")
        self._conductor.surround(point, clock, around.sign._replace(week=week), TeamDay(doors))
        self._conductor.show(Visit(with_beneath(stop.stage), self._preferences, staff=staff))
        self._shell.page_turned(-MOST_PAGES)  # the same place may have been turned at the stop before
        QCoreApplication.processEvents()
        file.parent.mkdir(parents=True, exist_ok=True)
        pictures = [file]
        self._photograph(file)
        while self._goes_on:
            if len(pictures) == MOST_PAGES:
                raise RuntimeError(f"{stop.name}: more than {MOST_PAGES} pages, or a page that does not turn")
            self._shell.page_turned(1)
            pictures.append(file.with_name(f"{file.stem}-{len(pictures) + 1}{file.suffix}"))
            self._photograph(pictures[-1])
        return self._conductor.page, tuple(pictures)

    def _photograph(self, file: Path) -> None:
        """Draw twice: a body is paged around what the first layout found, and of that one nothing may stay.

        Qt draws anew what has changed since; where an arrow was drawn it overlooks that, if its page moved.
        """
        window = self._window.window
        plain = window.color()
        window.setColor("white" if plain.lightness() < 128 else "black")
        window.grabWindow()
        window.setColor(plain)
        if not window.grabWindow().save(str(file)):
            raise PictureNotWritten(f"Không ghi được ảnh {file}. / The picture {file} cannot be written.")

    @property
    def _goes_on(self) -> bool:
        """Whether another page follows. The invitation offers nothing: what was before it is at its end."""
        return "page.down" in self._conductor.pointing.page_turns

    def close(self) -> None:
        self._window.close()
