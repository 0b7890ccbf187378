"""Where cards are read, printed and looked for. Keeps nothing of any of them. No Qt.

Until its service opens no card can be read here: the keys are fetched when the screen stands already.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from accessibility.card import Card, CardRefused
from ui.screens.card import Sheet, sheet_of, test_sheet
from ui.screens.surroundings import Surroundings
from ui.turn.gates.late_port import LatePort
from ui.visit.card import LATER, hold, refuse
from ui.visit.staff import sign_in
from ui.visit.staff.stages import OpeningCheck
from ui.visit.stages import ShowCard
from ui.visit.turns import Turn
from ui.visit.visit import Visit


class CardReader(Protocol):
    """Knows which cards the ward's kiosks have signed."""

    def open(self, text: str) -> Card:
        """The card of that text. Raises `CardRefused`, and nothing else."""


class CardPrinter(Protocol):
    """Prints without waiting for the printer."""

    def print(self, sheet: Sheet, done: Callable[[bool], None]) -> None:
        """*done* is told later, on the screen's thread, whether the printer took it."""


class CardCamera(Protocol):
    """A camera that looks for cards while it is open, and hands what it finds to the conductor."""

    def open(self) -> None: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class CardDevices:
    """What the ward's kiosks need for cards; a printer and a camera only where they are set up."""

    reader: CardReader
    printer: CardPrinter | None = None
    camera: CardCamera | None = None


class CardGate:
    """One a kiosk."""

    def __init__(self, devices: CardDevices | None = None) -> None:
        self.port = LatePort[CardDevices](devices)
        self._looking = self._printing = False
        self._visits = 0  # how many have ended: what was printed for one is not said to the next

    def read(self, visit: Visit, text: str, around: Surroundings) -> Turn:
        """What a code that is held up does to the visit. Before one begins, a team is asked who assists."""
        if around.door_to_door and visit.is_over_invitation:
            return sign_in.knock(visit) if visit.staff is None else Turn(visit, LATER)
        try:
            card = self._opened(text)
        except CardRefused as refused:
            return refuse(visit, refused.why)
        return hold(visit, card)

    def _opened(self, text: str) -> Card:
        if self.port.service is None:
            raise CardRefused("not-enrolled")
        return self.port.service.reader.open(text)

    @property
    def _printer(self) -> CardPrinter | None:
        return self.port.service.printer if self.port.service else None

    @property
    def _camera(self) -> CardCamera | None:
        return self.port.service.camera if self.port.service else None

    def print(self, visit: Visit, around: Surroundings, say: Callable[[str], None]) -> None:
        """Print the resident's card; *say* is told the key of what to say about it. One at a time."""
        if self._printer is None or self._printing:
            return
        say("card.printing")
        self._print(self._printer, sheet_of(visit, around), "card", say)

    def print_test(self, around: Surroundings, say: Callable[[str], None]) -> None:
        """Print a page without a card, for the opening check; *say* as above."""
        if self._printer is None:
            say("opening.not_printed")
        elif not self._printing:
            self._print(self._printer, test_sheet(around), "opening", say)

    def _print(self, printer: CardPrinter, sheet: Sheet, what: str, say: Callable[[str], None]) -> None:
        self._printing, visits = True, self._visits

        def done(taken: bool) -> None:
            self._printing = False
            if visits == self._visits:
                say(f"{what}.printed" if taken else f"{what}.not_printed")

        printer.print(sheet, done)

    def follow(self, visit: Visit) -> None:
        """Have the camera look exactly as long as somebody is asked to show a card, or any code."""
        self._visits += visit.is_over_invitation
        stage = visit.stage
        tried = isinstance(stage, OpeningCheck) and stage.asks == "reader"
        wanted = isinstance(stage, ShowCard) or tried
        camera = self._camera
        if camera is None or wanted == self._looking:
            return
        self._looking = wanted
        camera.open() if wanted else camera.close()
