"""Each evening the message for the residential groups is made, by another process, while nobody is here."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from kiosk.base.config.run_options import RunOptions
from kiosk.base.files.paths import bulletin_folder
from kiosk.base.hours.clock import Clock, Moment
from kiosk.base.hours.opening import HANOI
from kiosk.point.services.service import Service
from ui.turn.conductor import Conductor

LOGGER = logging.getLogger(__name__)
FIRST_AFTER_S, EVERY_S, AGAIN_AFTER_S, WITHIN_S = 180.0, 60.0, 3600.0, 120.0


class BulletinService(Service):
    """A message is made once for a day, and tried again an hour later where it was not made."""

    def __init__(
        self, conductor: Conductor, options: RunOptions, clock: Clock, command: Sequence[str] = ()
    ) -> None:
        """*command*: for tests; usually `kiosk bulletin`."""
        self._conductor, self._options, self._clock = conductor, options, clock
        self._command = tuple(command) or _command(options)
        self._next_up_s = clock.now().up_s + FIRST_AFTER_S
        self._work: asyncio.Task[None] | None = None

    async def tick(self) -> None:
        now = self._clock.now()
        if now.up_s < self._next_up_s or not self._conductor.nobody_is_here or not now.clock_ok:
            return
        if self._work is not None and not self._work.done():
            return
        day = day_of(now, self._options.config.export.hour)
        made = (bulletin_folder(self._options.data_folder) / f"ban-tin-{day:%Y-%m-%d}.png").exists()
        self._next_up_s = now.up_s + (EVERY_S if made else AGAIN_AFTER_S)
        if not made:
            self._work = asyncio.create_task(self._make(day), name="make the message for the groups")

    async def aclose(self) -> None:
        if self._work is not None:
            self._work.cancel()
            await asyncio.gather(self._work, return_exceptions=True)

    async def _make(self, day: date) -> None:
        from kiosk.base.system.other_program import PACKAGES, NoAnswer, answer_of

        try:
            await answer_of((*self._command, "--day", day.isoformat()), None, WITHIN_S, str(PACKAGES))
        except (NoAnswer, OSError) as failure:
            LOGGER.warning("no message for the groups: %s", failure)


def day_of(now: Moment, hour: int) -> date:
    """The next day, from *hour* in the evening on."""
    here = datetime.fromtimestamp(now.wall_s, HANOI)
    return here.date() + timedelta(days=here.hour >= hour)


def _command(options: RunOptions) -> tuple[str, ...]:
    named = ("--config", str(Path(options.config_file).absolute())) if options.config_file else ()
    return (sys.executable, "-m", "kiosk", "bulletin", "--data", str(options.data_folder.absolute()), *named)
