"""The system's print service (CUPS: ``lp``, ``lpstat``, ``cancel``), each asked in a process of its own.

What is printed goes to ``lp`` through a pipe: no file of ours holds it. What has not come out in time is
withdrawn, so that nobody finds a stranger's page when paper is put in later.
"""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from kiosk.base.system.other_program import NoAnswer, answer_of
from kiosk.base.system.tasks import Tasks

LOGGER = logging.getLogger(__name__)
_JOB = re.compile(rb"request id is (\S+)")


@dataclass(frozen=True, slots=True)
class Cups:
    """The commands, and seconds."""

    lp: str = "lp"
    lpstat: str = "lpstat"
    cancel: str = "cancel"
    answers_within_s: float = 10.0
    prints_within_s: float = 60.0
    looks_every_s: float = 1.0


CUPS = Cups()


class NotPrinted(NoAnswer):
    """The print service answered, but no paper came out."""


@dataclass(frozen=True, slots=True)
class PrintQueue:
    """One printer. `title` is what the print service notes down: the same for everybody."""

    name: str
    title: str
    options: Sequence[str] = ()
    cups: Cups = CUPS

    async def print(self, pdf: bytes) -> None:
        """Until all of it is out. Raises `NoAnswer`, and `OSError` where there is no such command."""
        await self._follow(await self._hand_over(pdf))

    async def _hand_over(self, pdf: bytes) -> str:
        """The print service's name for the job."""
        said = await self._asked(
            self.cups.lp, "-d", self.name, "-t", self.title, *self.options, "-", given=pdf
        )
        job = _JOB.search(said)
        if job is None:
            raise NotPrinted("the print service named no job")
        return job[1].decode("ascii", "replace")

    async def _follow(self, job: str) -> None:
        """What does not come out is withdrawn, also when the kiosk ends meanwhile."""
        until_s = time.monotonic() + self.cups.prints_within_s
        try:
            while job.encode() in (await self._asked(self.cups.lpstat, "-o", self.name)).split():
                if time.monotonic() > until_s:
                    raise NotPrinted(f"nothing came out in {self.cups.prints_within_s:g} s")
                await asyncio.sleep(self.cups.looks_every_s)
        except (NoAnswer, OSError, asyncio.CancelledError):
            await asyncio.shield(self._withdraw(job))
            raise

    async def _withdraw(self, job: str) -> None:
        try:
            await self._asked(self.cups.cancel, job)
        except (NoAnswer, OSError) as failure:
            LOGGER.warning("the page could not be withdrawn: %s", failure)

    async def _asked(self, command: str, *arguments: str, given: bytes | None = None) -> bytes:
        return await answer_of((command, *arguments), given, self.cups.answers_within_s)


class PrintJobs:
    """What is printed beside the screens, on the running event loop."""

    def __init__(self, what: str) -> None:
        """*what* is printed, as the logbook has it: ``a card``."""
        self._what, self._tasks = what, Tasks(f"print {what}")

    def begin(self, job: Callable[[], Awaitable[None]], done: Callable[[bool], None]) -> None:
        """Returns at once; *done* is called: has paper come out? *job* raises as `PrintQueue.print`."""
        self._tasks.begin(self._print(job, done))

    async def aclose(self) -> None:
        """What has not come out yet is withdrawn."""
        await self._tasks.cancel()

    async def _print(self, job: Callable[[], Awaitable[None]], done: Callable[[bool], None]) -> None:
        try:
            await job()
        except (NoAnswer, OSError) as failure:
            LOGGER.warning("%s was not printed: %s", self._what, failure)
            done(False)
        else:
            done(True)
