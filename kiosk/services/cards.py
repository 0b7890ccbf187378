"""Sets the desk for cards up, once the screen stands: the keys are read beside it, not before it."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kiosk.config.cards import CardsConfig
from ui.card_desk import CardDesk
from ui.conductor import Conductor
from ui.screens.surrounding_parts import Cards
from ui.visit.actions.signals import Signal

if TYPE_CHECKING:
    from kiosk.cards.camera_eye import CameraEye
    from kiosk.cards.cups_printer import CupsPrinter
    from kiosk.keys.card_office import CardOffice

LOGGER = logging.getLogger(__name__)
LOOKS_EVERY_S = 60.0
Papers: TypeAlias = tuple[tuple[str, int, int], ...]
"""Name, time and size of each paper of the ward."""


class CardService:
    """What stands behind the desk while the kiosk runs; nothing before `open`."""

    def __init__(
        self, desk: CardDesk, config: CardsConfig, data_folder: Path, kiosk: str, family: str
    ) -> None:
        """*kiosk* is this kiosk's name in the ward's papers; *family* the letters cards are printed in."""
        self._desk, self._config = desk, config
        self._data_folder, self._kiosk, self._family = data_folder, kiosk, family
        self._printer: CupsPrinter | None = None
        self._eye: CameraEye | None = None
        self._papers: Papers = ()
        self._looked_s = 0.0

    async def open(self, conductor: Conductor) -> None:
        """Cards are offered, read and printed from now on, if the ward has enrolled this kiosk."""
        self._papers = _papers(self._data_folder)
        office = await asyncio.to_thread(_office, self._data_folder, self._kiosk)
        if office is not None and self._printer is None:
            self._printer = self._make_printer()
        if office is not None and self._eye is None:
            self._eye = self._make_eye(conductor)
        self._desk.open(office, self._printer, self._eye)
        conductor.surround(
            Cards(
                known_to_ward=office is not None,
                seal=office.seal if office else None,
                prints=office is not None and self._printer is not None,
                camera=office is not None and self._eye is not None,
            )
        )

    async def look_again(self, conductor: Conductor, up_s: float) -> None:
        """Once a minute, and never during a visit: the ward may have sent its answer, or a newer list."""
        if up_s - self._looked_s < LOOKS_EVERY_S or not conductor.nobody_is_here:
            return
        self._looked_s = up_s
        if _papers(self._data_folder) != self._papers:
            await self.open(conductor)

    async def aclose(self) -> None:
        """The camera is off, and no page waits any more."""
        for one in (self._printer, self._eye):
            if one is not None:
                await one.aclose()

    def _make_printer(self) -> CupsPrinter | None:
        if not self._config.printer:
            return None
        from kiosk.cards.cups_printer import CupsPrinter

        return CupsPrinter(self._config.printer, self._config.paper, self._family)

    def _make_eye(self, conductor: Conductor) -> CameraEye | None:
        if not self._config.camera:
            return None
        from kiosk.cards.camera_eye import CameraEye, eye_command

        command = eye_command(self._config.camera)
        return CameraEye(command, conductor.held_up, lambda: conductor.act(Signal.NO_CARD))


def _papers(data_folder: Path) -> Papers:
    """What lies in the folder of keys; nothing where it cannot be looked into."""
    try:
        found = [(file.name, file.stat()) for file in (data_folder / "keys").glob("*.json")]
    except OSError:
        return ()
    return tuple(sorted((name, seen.st_mtime_ns, seen.st_size) for name, seen in found))


def _office(data_folder: Path, kiosk: str) -> CardOffice | None:
    """None, and a line in the logbook, where the ward has not enrolled this kiosk."""
    from kiosk.keys.card_office import NotEnrolled, open_office  # what signs is imported with the keys

    try:
        return open_office(data_folder, kiosk)
    except NotEnrolled as why:
        LOGGER.warning("no cards here: %s / %s", why.vi, why.en)
        return None
