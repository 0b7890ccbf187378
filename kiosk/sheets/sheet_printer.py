"""Prints a guide's sheet: drawn by one process, taken by the print service in others. Fits `SheetPrinter`."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace

from flows.words import Language
from kiosk.sheets.worker import COMMAND, PACKAGES, SheetRequest
from kiosk.system.other_program import NoAnswer, answer_of
from kiosk.system.print_service import Cups, PrintQueue

LOGGER = logging.getLogger(__name__)
_TITLE = "guide"
DRAWN_WITHIN_S = 60.0
PATIENT = Cups(prints_within_s=240.0)  # up to nine pages, on the slowest of printers


class GuidePrinter:
    """Construct it on the running event loop; `done` is called there."""

    def __init__(
        self,
        name: str,
        asked: Callable[[], SheetRequest],
        cups: Cups = PATIENT,
        command: Sequence[str] = COMMAND,
    ) -> None:
        """*asked*: day, paper and ward, as they are when somebody prints."""
        self._name, self._asked, self._cups, self._command = name, asked, cups, command
        self._loop = asyncio.get_running_loop()
        self._work: set[asyncio.Task[None]] = set()

    def print(self, guide: str, language: Language, done: Callable[[bool], None]) -> None:
        """Returns at once; *done* is told whether paper came out."""
        self._begin(replace(self._asked(), guide=guide, language=language), done)

    def print_learnt(self, guides: tuple[str, ...], language: Language, done: Callable[[bool], None]) -> None:
        """The same for a sheet of what was practised."""
        self._begin(replace(self._asked(), learnt=guides, language=language), done)

    def _begin(self, asked: SheetRequest, done: Callable[[bool], None]) -> None:
        task = self._loop.create_task(self._print(asked, done), name="print a sheet")
        self._work.add(task)
        task.add_done_callback(self._work.discard)

    async def aclose(self) -> None:
        """What has not come out yet is withdrawn."""
        for task in tuple(self._work):
            task.cancel()
        await asyncio.gather(*self._work, return_exceptions=True)

    async def _print(self, asked: SheetRequest, done: Callable[[bool], None]) -> None:
        try:
            pdf = await answer_of(self._command, asked.line(), DRAWN_WITHIN_S, str(PACKAGES))
            options = ("-o", f"media={asked.size}")
            await PrintQueue(self._name, _TITLE, options, self._cups).print(pdf)
        except (NoAnswer, OSError) as failure:
            LOGGER.warning("a guide was not printed: %s", failure)
            done(False)
        else:
            done(True)
