"""Where a guide is printed, to be taken home. Without a printer nothing is offered. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from flows.guide.words import Language
from ui.turn.gates.late_port import LatePort
from ui.visit.visit import Visit


class SheetPrinter(Protocol):
    """Prints without waiting for the printer."""

    def print(self, guide: str, language: Language, done: Callable[[bool], None]) -> None:
        """*done* is told later, on the screen's thread, whether paper came out."""

    def print_learnt(self, guides: tuple[str, ...], language: Language, done: Callable[[bool], None]) -> None:
        """The same for a sheet that says which guides somebody has practised."""


class SheetGate:
    """One a kiosk."""

    def __init__(self, printer: SheetPrinter | None = None) -> None:
        self.port = LatePort[SheetPrinter](printer)
        self._printing = False
        self._visits = 0  # how many have ended: what was printed for one is not said to the next

    def print(self, guide: str, language: Language, say: Callable[[str], None]) -> None:
        """Print *guide*; *say* is told the key of what to say about it. One at a time."""
        self._print(lambda printer, done: printer.print(guide, language, done), say)

    def print_learnt(self, guides: tuple[str, ...], language: Language, say: Callable[[str], None]) -> None:
        """Print what was practised; *say* as above."""
        self._print(lambda printer, done: printer.print_learnt(guides, language, done), say)

    def _print(
        self, begin: Callable[[SheetPrinter, Callable[[bool], None]], None], say: Callable[[str], None]
    ) -> None:
        if self._printing:
            say("sheet.printing")
            return
        if self.port.service is None:
            say("sheet.not_printed")
            return
        self._printing, visits = True, self._visits

        def done(printed: bool) -> None:
            self._printing = False
            if visits == self._visits:
                say("sheet.printed" if printed else "sheet.not_printed")

        say("sheet.printing")
        begin(self.port.service, done)

    def follow(self, visit: Visit) -> None:
        """Know when somebody has gone."""
        self._visits += visit.is_over_invitation
