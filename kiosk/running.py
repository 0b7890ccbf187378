"""One run of the kiosk: from the first event to the last one written.

The invitation is seen already; voice, storage and guides take their time behind it.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from accessibility.speech.speaker import Speaker
from kiosk.config.sections import Config
from kiosk.display.loop import on_end_signals
from kiosk.display.sign import doubted_time_of, sign_of, time_of
from kiosk.export.service import ExportService
from kiosk.guides.at_start import GuidesAtStart
from kiosk.hours.clock import Clock
from kiosk.hours.opening import HANOI
from kiosk.roster.plan import WeekPlan
from kiosk.roster.watch import RosterWatch
from kiosk.services.cards import CardService
from kiosk.services.doors_today import DoorsToday
from kiosk.services.point_office import PointOffice
from kiosk.services.staff import StaffService
from kiosk.services.tickets import TicketService
from kiosk.sessions.heartbeat import Heartbeat
from kiosk.sessions.recorder import SessionRecorder
from kiosk.sessions.recovery import Resumable
from kiosk.staff.call_commands import CallCommands
from kiosk.storage.care import LogCare
from kiosk.storage.event_store import EventStore
from kiosk.storage.trouble import Trouble
from kiosk.system.garbage import keep_for_good, sweep
from ui.conductor import Conductor
from ui.screens.surrounding_parts import ClockReading, Health, StaffTrouble
from ui.visit.stages import Resume
from ui.window import KioskWindow

LOGGER = logging.getLogger(__name__)
TICK_S = 1.0
SWEEPS = 2


@dataclass(frozen=True, slots=True)
class Memory:
    """What keeps the log."""

    store: EventStore
    heartbeat: Heartbeat
    recorder: SessionRecorder
    care: LogCare


class Running:
    """Holds the parts together while the kiosk runs."""

    def __init__(
        self,
        config: Config,
        clock: Clock,
        window: KioskWindow,
        conductor: Conductor,
        speaker: Speaker,
        memory: Memory,
        cards: CardService,
        commands: CallCommands,
        roster: RosterWatch,
        export: ExportService,
        staff: StaffService,
        tickets: TicketService,
        doors: DoorsToday,
        office: PointOffice,
        guides: Path | None,
        troubles: tuple[StaffTrouble, ...] = (),
    ) -> None:
        self._config, self._clock = config, clock
        self._troubles, self._roster = troubles, roster
        self._window, self._conductor = window, conductor
        self._speaker, self._memory, self._cards, self._commands = speaker, memory, cards, commands
        self._export, self._staff, self._tickets = export, staff, tickets
        self._doors, self._office = doors, office
        self._guides = GuidesAtStart(conductor, guides, self._today)

    async def run(self) -> int:
        """Until a signal or a closed window ends it. 0 when everything was written, 1 otherwise."""
        try:
            return await self._run()
        finally:
            self._window.close()

    async def _run(self) -> int:
        ended = asyncio.Event()
        on_end_signals(ended.set)
        self._window.on_closed(ended.set)
        self._memory.recorder.kiosk_started()
        self._memory.store.start(self._memory.recorder.take_over)
        self._speaker.open()
        self._commands.open()
        work = asyncio.create_task(self._look_after(), name="look after the kiosk")
        work.add_done_callback(lambda _: ended.set())
        await ended.wait()
        work.cancel()
        stored = await self._end()
        with contextlib.suppress(asyncio.CancelledError):
            await work  # a mistake of ours comes out here, when everything is written
        return 0 if stored else 1

    async def _end(self) -> bool:
        self._window.hide()
        self._memory.recorder.kiosk_stopped()
        await self._cards.aclose()
        await self._staff.aclose()
        await self._tickets.aclose()
        await self._commands.aclose()
        await self._office.aclose()
        await self._speaker.aclose()
        stored = await asyncio.to_thread(self._memory.store.close)
        await asyncio.to_thread(self._memory.heartbeat.close)  # last: a log that opens late still wipes it
        return stored

    def leave_without_a_screen(self) -> None:
        """The screen is gone, and the loop with it: end the log. An open visit stays open, as ever."""
        self._memory.recorder.kiosk_stopped("failed")
        self._memory.store.close()
        self._memory.heartbeat.close()

    async def _look_after(self) -> None:
        await self._guides.load()
        await self._guides.check_word_lists()
        await self._cards.open(self._conductor)
        await self._staff.open()
        self._tickets.open()
        self._office.open(self._conductor)
        await asyncio.gather(
            self._offer_what_was_left(), self._take_up_the_day(), self._guides.load_training(), self._watch()
        )

    async def _take_up_the_day(self) -> None:
        """However long the storage takes to open."""
        while not self._memory.recorder.left_over.done():
            await asyncio.sleep(TICK_S)
        await self._office.catch_up()

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(TICK_S)
            self._plan = await asyncio.to_thread(self._roster.look, self._today())
            self._see_around()
            await self._doors.look(self._conductor, self._today())
            self._office.look()
            self._conductor.tick()
            self._sweep()
            await self._cards.look_again(self._conductor, self._clock.now().up_s)
            nobody_is_here = self._conductor.nobody_is_here
            self._export.look(nobody_is_here=nobody_is_here)
            if self._memory.recorder.left_over.done():  # a log that is not open yet may be a damaged one
                self._memory.care.look(nobody_is_here=nobody_is_here)

    _sweeps_due = 0

    def _sweep(self) -> None:
        """Twice after somebody: a screen that goes in this very moment may draw once more as it goes."""
        nobody = self._conductor.no_resident_is_here
        gone = nobody and self._sweeps_due > 0
        if gone:
            self._window.forget()
        elif self._guides.read_anew and self._conductor.nobody_is_here:
            keep_for_good()
            self._guides.read_anew = False
        sweep(thoroughly=gone)
        self._sweeps_due = max(self._sweeps_due - 1, 0) if nobody else SWEEPS

    async def _offer_what_was_left(self) -> None:
        """Waits only as long as a resident would: a slow disk must not bring back the past."""
        try:
            left = await asyncio.wait_for(asyncio.wrap_future(self._memory.recorder.left_over), 5)
        except TimeoutError:
            LOGGER.warning("the storage is slow to open: nothing is offered to go on with")
            return
        if isinstance(left, Resumable) and self._conductor.nobody_is_here:
            self._conductor.offer_to_resume(Resume(left.flow_id, left.flow_hash, left.edges, left.language))
            self._sweeps_due = SWEEPS  # it may be refused before the next look

    _plan: WeekPlan | None = None

    def _today(self) -> date:
        return datetime.fromtimestamp(self._clock.now().wall_s, HANOI).date()

    def _see_around(self) -> None:
        wall, trouble = self._clock.wall(), self._memory.store.trouble
        self._conductor.surround(
            sign_of(self._config, wall, self._plan),
            ClockReading(time_of(wall), doubted_time_of(wall)),
            Health(trouble is not None, self._staff_troubles(wall.clock_ok)),
        )
        self._report(trouble)

    def _staff_troubles(self, clock_ok: bool) -> tuple[StaffTrouble, ...]:
        found: tuple[tuple[StaffTrouble, bool], ...] = (
            ("clock", not clock_ok),
            ("damaged-log", self._memory.care.was_damaged),
            ("export", self._export.is_late),
        )
        there = tuple(trouble for trouble, is_there in found if is_there)
        return (*self._troubles, *self._guides.troubles, *there)

    _reported: Trouble | None = None

    def _report(self, trouble: Trouble | None) -> None:
        if trouble is not None and (self._reported is None or trouble.cause != self._reported.cause):
            LOGGER.error("%s", trouble.sentence())
        self._reported = trouble
