"""What stands around the visit: this place and its week, the time, and what does not work."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kiosk.base.config.sections import Config
from kiosk.base.hours.clock import Clock
from kiosk.log.storage.care import LogCare
from kiosk.log.storage.event_store import EventStore
from kiosk.log.storage.trouble import Trouble
from kiosk.papers.export.nightly import NightlyExport
from kiosk.papers.roster.watch import RosterWatch
from kiosk.point.display.sign import doubted_time_of, sign_of, time_of, week_of
from kiosk.point.services.service import Service
from ui.screens.surrounding_parts import ClockReading, Health, StaffTrouble
from ui.turn.conductor import Conductor

LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Watched:
    """Where trouble may come from; *read* gives what the start and the guides have met with."""

    store: EventStore
    care: LogCare
    export: NightlyExport
    read: Callable[[], tuple[StaffTrouble, ...]]


class StatusService(Service):
    """Writes sign, clock and health."""

    def __init__(
        self,
        conductor: Conductor,
        config: Config,
        clock: Clock,
        watched: Watched,
        roster: RosterWatch,
        today: Callable[[], date],
    ) -> None:
        self._conductor, self._config, self._clock = conductor, config, clock
        self._watched, self._roster, self._today = watched, roster, today
        self._reported: Trouble | None = None

    async def tick(self) -> None:
        plan = await asyncio.to_thread(self._roster.read, self._today())
        wall, trouble = self._clock.wall(), self._watched.store.trouble
        self._conductor.surround(
            sign_of(self._config, wall, plan),
            ClockReading(time_of(wall), doubted_time_of(wall), week_of(wall)),
            Health(trouble is not None, self._staff_troubles(wall.clock_ok)),
        )
        self._report(trouble)

    def _staff_troubles(self, clock_ok: bool) -> tuple[StaffTrouble, ...]:
        possible: tuple[tuple[StaffTrouble, bool], ...] = (
            ("clock", not clock_ok),
            ("damaged-log", self._watched.care.was_damaged),
            ("export", self._watched.export.is_late),
        )
        return (*self._watched.read(), *(trouble for trouble, is_there in possible if is_there))

    def _report(self, trouble: Trouble | None) -> None:
        if trouble is not None and (self._reported is None or trouble.cause != self._reported.cause):
            LOGGER.error("%s", trouble.sentence())
        self._reported = trouble
