"""Once a day, while nobody is here, the kiosk looks at itself and writes down how it is, for the ward."""

from __future__ import annotations

import asyncio
import json
import logging
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.base.config.run_options import RunOptions
from kiosk.base.events import CheckAnswer, CheckFailed, EndingsCounted, KioskExamined
from kiosk.base.hours.clock import Clock
from kiosk.base.version import __version__
from kiosk.point.services.service import Service
from ui.turn.conductor import Conductor
from ui.visit.ports import KioskLog

LOGGER = logging.getLogger(__name__)
FIRST_AFTER_S, EVERY_S, AGAIN_AFTER_S, WITHIN_S = 600.0, 86_400.0, 3600.0, 120.0
"""Once it has come to rest; a kiosk that is switched off each evening does it each morning."""


class SelfExamination(Service):
    """In another process, with the doctor's own checks. Tried again an hour later where it gave no answer."""

    def __init__(
        self,
        conductor: Conductor,
        options: RunOptions,
        clock: Clock,
        log: KioskLog,
        log_is_open: Callable[[], bool],
        command: Sequence[str] = (),
    ) -> None:
        """*command*: for tests; usually `kiosk.point.health.condition`."""
        self._conductor, self._clock, self._log, self._log_is_open = conductor, clock, log, log_is_open
        self._folder = options.data_folder
        self._command = tuple(command) or _command(options)
        self._next_up_s = clock.now().up_s + FIRST_AFTER_S
        self._work: asyncio.Task[None] | None = None

    @property
    def is_at_work(self) -> bool:
        return self._work is not None and not self._work.done()

    async def tick(self) -> None:
        up_s = self._clock.now().up_s
        if up_s < self._next_up_s or self.is_at_work:
            return
        if self._conductor.nobody_is_here and self._log_is_open():
            self._next_up_s = up_s + EVERY_S
            self._work = asyncio.create_task(self._examine(), name="examine the kiosk")

    async def aclose(self) -> None:
        if self._work is not None:
            self._work.cancel()
            await asyncio.gather(self._work, return_exceptions=True)

    async def _examine(self) -> None:
        from kiosk.base.system.other_program import NoAnswer, answer_of

        try:
            said = json.loads(await answer_of(self._command, None, WITHIN_S))
            failed = [str(one) for one in said["failed"]]
            restarts, content = int(said["restarts"]), int(said["content"])
            endings = EndingsCounted(
                **{name: int(said["endings"][name]) for name in ("failed", "hung", "pages", "machine")}
            )
            free_mb = shutil.disk_usage(self._folder).free // 1_000_000
        except (NoAnswer, OSError, ValueError, KeyError, TypeError) as failure:
            LOGGER.warning("the kiosk could not examine itself: %s", failure)
            self._next_up_s = self._clock.now().up_s + AGAIN_AFTER_S
            return
        clock: CheckAnswer = "works" if self._clock.now().clock_ok else "fails"
        self._log.record(KioskExamined(__version__, content, free_mb, restarts, clock))
        self._log.record(endings)
        for check in failed:
            self._log.record(CheckFailed(check))


def _command(options: RunOptions) -> tuple[str, ...]:
    config = (str(Path(options.config_file).absolute()),) if options.config_file else ()
    return (
        sys.executable,
        "-m",
        "kiosk.point.health.condition",
        str(options.data_folder.absolute()),
        *config,
    )
