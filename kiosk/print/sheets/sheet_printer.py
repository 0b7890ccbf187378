"""Prints a guide's sheet: drawn by one process, taken by the print service in others. Fits `SheetPrinter`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from flows.guide.words import Language
from kiosk.base.system.other_program import PACKAGES, answer_of
from kiosk.base.system.print_service import Cups, PrintJobs, PrintQueue
from kiosk.print.sheets.worker import COMMAND, SheetRequest

_TITLE = "guide"
DRAWN_WITHIN_S = 60.0
PATIENT = Cups(prints_within_s=240.0)  # up to nine pages, on the slowest of printers


class GuidePrinter:
    """On the running event loop; `done` is called there."""

    def __init__(
        self,
        name: str,
        asked: Callable[[], SheetRequest],
        cups: Cups = PATIENT,
        command: Sequence[str] = COMMAND,
    ) -> None:
        """*asked*: day, paper and ward, as they are when somebody prints."""
        self._name, self._asked, self._cups, self._command = name, asked, cups, command
        self._jobs = PrintJobs("a guide")

    def print(self, guide: str, language: Language, done: Callable[[bool], None]) -> None:
        """Returns at once; *done* is called with whether paper came out."""
        asked = replace(self._asked(), guide=guide, language=language)
        self._jobs.begin(lambda: self._print(asked), done)

    def print_learnt(self, guides: tuple[str, ...], language: Language, done: Callable[[bool], None]) -> None:
        """The same for a sheet of what was practised."""
        asked = replace(self._asked(), learnt=guides, language=language)
        self._jobs.begin(lambda: self._print(asked), done)

    async def aclose(self) -> None:
        """What has not come out yet is withdrawn."""
        await self._jobs.aclose()

    async def _print(self, asked: SheetRequest) -> None:
        pdf = await answer_of(self._command, asked.line(), DRAWN_WITHIN_S, str(PACKAGES))
        await PrintQueue(self._name, _TITLE, ("-o", f"media={asked.size}"), self._cups).print(pdf)
