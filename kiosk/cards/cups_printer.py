"""Prints cards with the system's print service. Fits `CardPrinter`."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from kiosk.cards.paper import SIZES_MM, pdf_of
from kiosk.config.cards import Paper
from kiosk.system.other_program import NoAnswer
from kiosk.system.print_service import CUPS, Cups, PrintQueue
from ui.screens.card import Sheet

LOGGER = logging.getLogger(__name__)
_TITLE = "card"


class CupsPrinter:
    """Construct it on the running event loop; `done` is called there."""

    def __init__(self, name: str, paper: Paper, family: str, cups: Cups = CUPS) -> None:
        """*family*: the letters to print in."""
        self._paper, self._family = paper, family
        width_mm, height_mm = SIZES_MM[paper]
        media = paper if paper != "80mm" else f"Custom.{width_mm:g}x{height_mm:g}mm"
        self._queue = PrintQueue(name, _TITLE, ("-o", f"media={media}", "-o", "print-scaling=none"), cups)
        self._loop = asyncio.get_running_loop()
        self._work: set[asyncio.Task[None]] = set()

    def print(self, sheet: Sheet, done: Callable[[bool], None]) -> None:
        """Returns at once; *done* is told whether paper came out."""
        task = self._loop.create_task(self._print(sheet, done), name="print a card")
        self._work.add(task)
        task.add_done_callback(self._work.discard)

    async def aclose(self) -> None:
        """What has not come out yet is withdrawn."""
        for task in tuple(self._work):
            task.cancel()
        await asyncio.gather(*self._work, return_exceptions=True)

    async def _print(self, sheet: Sheet, done: Callable[[bool], None]) -> None:
        try:
            await self._queue.print(await asyncio.to_thread(pdf_of, sheet, self._paper, self._family))
        except (NoAnswer, OSError) as failure:
            LOGGER.warning("a card was not printed: %s", failure)
            done(False)
        else:
            done(True)
