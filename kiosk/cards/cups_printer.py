"""Prints cards with the system's print service. Fits `CardPrinter`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from kiosk.cards.paper import SIZES_MM, pdf_of
from kiosk.config.cards import Paper
from kiosk.system.print_service import CUPS, Cups, PrintJobs, PrintQueue
from ui.screens.card import Sheet

_TITLE = "card"


class CupsPrinter:
    """On the running event loop; `done` is called there."""

    def __init__(self, name: str, paper: Paper, family: str, cups: Cups = CUPS) -> None:
        """*family*: the letters to print in."""
        self._paper, self._family = paper, family
        width_mm, height_mm = SIZES_MM[paper]
        media = paper if paper != "80mm" else f"Custom.{width_mm:g}x{height_mm:g}mm"
        self._queue = PrintQueue(name, _TITLE, ("-o", f"media={media}", "-o", "print-scaling=none"), cups)
        self._jobs = PrintJobs("a card")

    def print(self, sheet: Sheet, done: Callable[[bool], None]) -> None:
        """Returns at once; *done* is called with whether paper came out."""
        self._jobs.begin(lambda: self._print(sheet), done)

    async def aclose(self) -> None:
        """What has not come out yet is withdrawn."""
        await self._jobs.aclose()

    async def _print(self, sheet: Sheet) -> None:
        await self._queue.print(await asyncio.to_thread(pdf_of, sheet, self._paper, self._family))
