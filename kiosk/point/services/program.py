"""Takes in the ward's new program, switches to it when nobody is here, and reports what came of it.

Whether the new program holds is not judged here: a program that fails cannot be asked. The script that starts
the kiosk counts, and goes back (`kiosk/machine/installing/files/start.sh`).
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kiosk.base.config.run_options import RunOptions
from kiosk.base.events import ProgramChanged
from kiosk.base.files.durable import publish
from kiosk.base.hours.clock import Clock
from kiosk.base.system.tasks import OneTask
from kiosk.base.version import __version__
from kiosk.point.services.service import Service
from ui.screens.surrounding_parts import ProgramNow, StaffTrouble
from ui.turn.conductor import Conductor
from ui.visit.ports import KioskLog

if TYPE_CHECKING:  # what is signed is imported with the first pack
    from kiosk.papers.packs.refusals import Why
    from kiosk.papers.packs.taking import Prepared
    from kiosk.papers.program.release import ProgramPack
    from kiosk.papers.program.taking import Make, Try
    from kiosk.papers.program.trying import TriedBeside

LOGGER = logging.getLogger(__name__)
LOOKS_EVERY_S = 5.0
AGAIN_AFTER_S = 3600.0
"""After what may pass by itself: a full disk, a trial that was cut off. Each costs minutes of a processor."""


def end_this_run() -> None:
    """In good order, as whoever stops the kiosk ends it: whoever keeps it running starts it anew."""
    os.kill(os.getpid(), signal.SIGTERM)


class ProgramService(Service):
    """`trouble` is for staff: a pack was refused, or this kiosk has gone back from one.

    It does nothing where no script of ours has started this program: nothing would start another.
    """

    def __init__(
        self,
        conductor: Conductor,
        options: RunOptions,
        kiosk: str,
        clock: Clock,
        log: KioskLog,
        end: Callable[[], None] = end_this_run,
        *,
        make: Make | None = None,
        attempt: Try | None = None,
    ) -> None:
        """*kiosk*: its name in the ward's papers. *end* asks this program to end in good order. *make* and
        *attempt*: what makes a program's environment, and what tries it, in place of ours.
        """
        self._conductor, self._options, self._kiosk = conductor, options, kiosk
        self._clock, self._log, self._end = clock, log, end
        self._programs = _programs()
        self._next_up_s = 0.0
        self._work = OneTask("take in a program")
        self._ready: Prepared[ProgramPack] | None = None
        self._trial: TriedBeside | None = None
        self._visits, self._somebody, self._is_over = 0, False, False
        self._why: Why | Literal[""] = ""
        self._make, self._attempt = make, attempt

    @property
    def trouble(self) -> bool:
        return self._why != ""

    @property
    def troubles(self) -> tuple[StaffTrouble, ...]:
        return ("program",) if self.trouble else ()

    def start_anew(self) -> bool:
        """Ends this run for another to begin. False: of a program on trial each start is counted; later."""
        if self._programs is not None and _is_on_trial(self._programs):
            return False
        self._end()
        return True

    async def open(self) -> None:
        if self._programs is None:
            return
        if self._programs.is_dir():
            await self._report_changes(self._programs)
        self._show()

    async def aclose(self) -> None:
        if self._trial is not None:
            self._trial.end()
        await self._work.cancel()

    async def tick(self) -> None:
        if self._programs is None or self._is_over:
            return
        self._count_visits(self._programs)
        if self._ready is not None and self._conductor.nobody_is_here and self._work.is_idle:
            self._work.begin(self._switch(self._programs, self._ready))
            self._ready = None
        now_s = self._clock.now().up_s
        if now_s < self._next_up_s or not self._work.is_idle or self._ready is not None:
            return
        from kiosk.papers.program.standing import INCOMING

        self._next_up_s = now_s + LOOKS_EVERY_S
        if (self._programs / INCOMING).exists():
            self._work.begin(self._prepare(self._programs))
        elif self._conductor.nobody_is_here and self._is_another(self._programs):
            self._leave()  # somebody has put the program before back

    async def _report_changes(self, programs: Path) -> None:
        """What has changed at this start."""
        from kiosk.papers.packs.one_at_a_time import PackBusy
        from kiosk.papers.program.standing import read_standing
        from kiosk.papers.program.taking import last_refusal, news_logged

        standing = await asyncio.to_thread(read_standing, programs)
        refusal = await asyncio.to_thread(last_refusal, programs)
        self._why = "went-back" if standing.has_gone_back else refusal or ""
        if not standing.news:
            return
        if standing.news == "went-back":
            LOGGER.error("a program failed: back to that of pack %d", standing.counter)
        self._log.record(ProgramChanged(standing.counter, standing.news))
        try:
            await asyncio.to_thread(news_logged, programs)
        except (PackBusy, OSError) as failure:
            LOGGER.warning("the change of program will be logged again: %s", failure)

    def _show(self, coming: Literal["", "tried", "waits"] = "") -> None:
        """What staff read of it."""
        self._conductor.surround(ProgramNow(__version__, coming, self._why))

    async def _prepare(self, programs: Path) -> None:
        from kiosk.papers.keys.enrolled import NotEnrolled
        from kiosk.papers.packs.one_at_a_time import PackBusy
        from kiosk.papers.packs.refusals import PackRefused
        from kiosk.papers.packs.taking import AlreadyInForce
        from kiosk.papers.program.environment import make_environment, run_beside
        from kiosk.papers.program.machine import this_machine
        from kiosk.papers.program.taking import prepare
        from kiosk.papers.program.trying import TriedBeside

        self._show("tried")
        data, config = self._options.data_folder, self._options.config_file
        self._trial = TriedBeside(data, None if config is None else config.absolute())
        make = self._make or (lambda folder: make_environment(folder, run_beside, this_machine().extras))
        attempt = self._attempt or self._trial
        try:
            self._ready = await asyncio.to_thread(prepare, programs, data, self._kiosk, make, attempt)
        except (AlreadyInForce, PackBusy):
            pass
        except PackRefused as refused:
            self._why = refused.why
        except (NotEnrolled, OSError) as failure:
            LOGGER.warning("a program pack cannot be taken in just now: %s", failure)
            self._next_up_s = self._clock.now().up_s + AGAIN_AFTER_S
        except Exception:  # whatever it is, people use the kiosk; the third time the pack is refused
            LOGGER.exception("our mistake with a program pack")
            self._next_up_s = self._clock.now().up_s + AGAIN_AFTER_S
        self._show("waits" if self._ready is not None else "")

    async def _switch(self, programs: Path, ready: Prepared[ProgramPack]) -> None:
        from kiosk.papers.packs.one_at_a_time import PackBusy
        from kiosk.papers.packs.refusals import PackRefused
        from kiosk.papers.packs.taking import AlreadyInForce
        from kiosk.papers.program.taking import put_in_force

        try:
            await asyncio.to_thread(put_in_force, programs, ready)
        except (AlreadyInForce, PackBusy, PackRefused, OSError) as failure:
            LOGGER.warning("the program is not changed just now: %s", failure)
            self._next_up_s = self._clock.now().up_s + AGAIN_AFTER_S
            return
        self._next_up_s = 0.0  # it is another now: this run ends at the next tick at which nobody is here

    def _is_another(self, programs: Path) -> bool:
        from kiosk.papers.program.standing import POINTER, read_standing, running

        if not (programs / POINTER).exists():
            return False
        now = read_standing(programs).now
        return now != running() and (not now or now != os.environ.get("KIOSK_GONE_BACK_FROM"))

    def _leave(self) -> None:
        LOGGER.info("another program is in force: this one ends")
        self._is_over = True
        self._end()

    def _count_visits(self, programs: Path) -> None:
        """What the starting script wants to see beside ten minutes: visits that came to their end."""
        here = not self._conductor.no_resident_is_here
        ended, self._somebody = self._somebody and not here, here
        if not ended:
            return
        from kiosk.papers.program.standing import VISITS, running

        self._visits += 1
        if name := running():
            try:
                publish(programs / VISITS, f"{name} {self._visits}\n".encode())
            except OSError as failure:
                LOGGER.warning("that visits end cannot be written down: %s", failure)


def _programs() -> Path | None:
    if not os.environ.get("KIOSK_PROGRAM"):  # as `running` says; most kiosks import no more than this
        return None
    from kiosk.papers.program.standing import programs_here

    return programs_here()


def _is_on_trial(programs: Path) -> bool:
    from kiosk.papers.program.standing import has_held, read_standing

    standing = read_standing(programs)
    return standing.trial and not has_held(programs, standing.now)
