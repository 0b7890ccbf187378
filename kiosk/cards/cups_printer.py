"""Prints cards with the system's print service (CUPS: ``lp``, ``lpstat``, ``cancel``). Fits `CardPrinter`.

The page goes to ``lp`` through a pipe: no file of ours holds it. A page the printer has not taken in time is
withdrawn, so that nobody finds a stranger's card when paper is put in later.
"""

from __future__ import annotations

import asyncio
import logging
import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.cards.paper import SIZES_MM, pdf_of
from kiosk.config.cards import Paper
from ui.screens.card import Sheet

LOGGER = logging.getLogger(__name__)
_JOB = re.compile(rb"request id is (\S+)")
_TITLE = "card"  # what the print service notes down: the same for everybody


@dataclass(frozen=True, slots=True)
class Cups:
    """The commands, and seconds."""

    lp: str = "lp"
    lpstat: str = "lpstat"
    cancel: str = "cancel"
    answers_within_s: float = 10.0
    prints_within_s: float = 60.0
    looks_every_s: float = 1.0


class NotPrinted(Exception):
    """Why, in English, for the logbook."""


class CupsPrinter:
    """Construct it on the running event loop; `done` is called there."""

    def __init__(self, name: str, paper: Paper, family: str, cups: Cups = Cups()) -> None:
        """*family*: the letters to print in."""
        self._name, self._paper, self._family, self._cups = name, paper, family, cups
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
            page = await asyncio.to_thread(pdf_of, sheet, self._paper, self._family)
            await self._follow(await self._hand_over(page))
        except (NotPrinted, OSError) as failure:
            LOGGER.warning("a card was not printed: %s", failure)
            done(False)
        else:
            done(True)

    async def _hand_over(self, page: bytes) -> str:
        """The print service's name for the job."""
        width_mm, height_mm = SIZES_MM[self._paper]
        media = self._paper if self._paper != "80mm" else f"Custom.{width_mm:g}x{height_mm:g}mm"
        options = ("-o", f"media={media}", "-o", "print-scaling=none")
        said = await self._asked(self._cups.lp, "-d", self._name, "-t", _TITLE, *options, "-", given=page)
        job = _JOB.search(said)
        if job is None:
            raise NotPrinted("the print service named no job")
        return job[1].decode("ascii", "replace")

    async def _follow(self, job: str) -> None:
        """Until the page is out; what does not come out is withdrawn, also when the kiosk ends meanwhile."""
        until_s = time.monotonic() + self._cups.prints_within_s
        try:
            while job.encode() in (await self._asked(self._cups.lpstat, "-o", self._name)).split():
                if time.monotonic() > until_s:
                    raise NotPrinted(f"nothing came out in {self._cups.prints_within_s:g} s")
                await asyncio.sleep(self._cups.looks_every_s)
        except (NotPrinted, OSError, asyncio.CancelledError):
            await asyncio.shield(self._withdraw(job))
            raise

    async def _withdraw(self, job: str) -> None:
        try:
            await self._asked(self._cups.cancel, job)
        except (NotPrinted, OSError) as failure:
            LOGGER.warning("the page could not be withdrawn: %s", failure)

    async def _asked(self, command: str, *arguments: str, given: bytes | None = None) -> bytes:
        """What the command prints. Raises `NotPrinted` and `OSError` (there is no such command)."""
        pipe, nowhere = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
        process = await asyncio.create_subprocess_exec(
            command,
            *arguments,
            stdin=nowhere if given is None else pipe,
            stdout=pipe,
            stderr=pipe,
            env={**os.environ, "LC_ALL": "C"},
        )
        try:
            said, complaint = await asyncio.wait_for(process.communicate(given), self._cups.answers_within_s)
        except TimeoutError as late:
            raise NotPrinted(f"{command} does not answer") from late
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        if process.returncode != 0:
            raise NotPrinted(f"{command}: {complaint.decode(errors='replace').strip() or process.returncode}")
        return said
