"""Opens the gate for cards once the screen stands: the keys are read beside it, not before it."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kiosk.base.config.cards import CardsConfig
from kiosk.base.hours.clock import Clock
from kiosk.point.services.premises import Premises
from kiosk.point.services.service import Service
from ui.screens.surrounding_parts import Cards
from ui.turn.conductor import Conductor
from ui.turn.gates.card_gate import CardDevices, CardGate
from ui.visit.actions.signals import Signal

if TYPE_CHECKING:
    from kiosk.papers.keys.card_signer import CardSigner
    from kiosk.point.cards.camera_process import CameraProcess
    from kiosk.point.cards.paper import CupsPrinter

LOGGER = logging.getLogger(__name__)
READS_EVERY_S = 60.0
Papers: TypeAlias = tuple[tuple[str, int, int], ...]
"""Name, time and size of each paper of the ward."""


class CardService(Service):
    """Reads the ward's papers, and again when they change while nobody is here."""

    def __init__(
        self,
        conductor: Conductor,
        gate: CardGate,
        config: CardsConfig,
        premises: Premises,
        clock: Clock,
        family: str,
    ) -> None:
        """*family*: the letters cards are printed in."""
        self._conductor, self._gate, self._config = conductor, gate, config
        self._premises, self._clock, self._family = premises, clock, family
        self._printer: CupsPrinter | None = None
        self._camera: CameraProcess | None = None
        self._papers: Papers = ()
        self._read_s = 0.0

    async def open(self) -> None:
        """Cards are offered, read and printed from now on, if the ward has enrolled this kiosk."""
        folder = self._premises.data_folder
        self._papers = _papers(folder)
        signer = await asyncio.to_thread(_signer, folder, self._premises.kiosk)
        if signer is None:
            self._gate.port.open(None)
            self._conductor.surround(Cards(known_to_ward=False))
            return
        self._printer = self._printer or self._make_printer()
        self._camera = self._camera or self._make_camera()
        self._gate.port.open(CardDevices(signer, self._printer, self._camera))
        self._conductor.surround(
            Cards(True, signer.seal, prints=self._printer is not None, camera=self._camera is not None)
        )

    async def tick(self) -> None:
        """Once a minute, and never during a visit: the ward may have sent its answer, or a newer list."""
        up_s = self._clock.now().up_s
        if up_s - self._read_s < READS_EVERY_S or not self._conductor.nobody_is_here:
            return
        self._read_s = up_s
        if _papers(self._premises.data_folder) != self._papers:
            await self.open()

    async def aclose(self) -> None:
        """The camera is off, and no page waits any more."""
        for one in (self._printer, self._camera):
            if one is not None:
                await one.aclose()

    def _make_printer(self) -> CupsPrinter | None:
        if not self._config.printer:
            return None
        from kiosk.point.cards.paper import CupsPrinter

        return CupsPrinter(self._config.printer, self._config.paper, self._family)

    def _make_camera(self) -> CameraProcess | None:
        if not self._config.camera:
            return None
        from kiosk.point.cards.camera_process import CameraProcess, camera_command

        conductor = self._conductor
        command = camera_command(self._config.camera)
        return CameraProcess(command, conductor.held_up, lambda: conductor.act(Signal.NO_CARD))


def _papers(data_folder: Path) -> Papers:
    """What lies in the folder of keys; nothing where it cannot be read."""
    try:
        files = [(file.name, file.stat()) for file in (data_folder / "keys").glob("*.json")]
    except OSError:
        return ()
    return tuple(sorted((name, stat.st_mtime_ns, stat.st_size) for name, stat in files))


def _signer(data_folder: Path, kiosk: str) -> CardSigner | None:
    """None, and a line in the logbook, where the ward has not enrolled this kiosk."""
    from kiosk.papers.keys.card_signer import NotEnrolled, open_signer  # what signs is imported with the keys

    try:
        return open_signer(data_folder, kiosk)
    except NotEnrolled as why:
        LOGGER.warning("no cards here: %s / %s", why.vi, why.en)
        return None
