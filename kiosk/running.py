"""One run of the kiosk: from the first event to the last one written.

The invitation is seen already; voice, storage and guides take their time behind it.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.log.sessions.heartbeat import Heartbeat
from kiosk.log.sessions.recorder import SessionRecorder
from kiosk.log.storage.care import LogCare
from kiosk.log.storage.event_store import EventStore
from kiosk.point.display.loop import on_end_signals
from kiosk.point.services.service import Service
from ui.turn.conductor import Conductor
from ui.window.window import KioskWindow

TICK_S = 1.0


@dataclass(frozen=True, slots=True)
class Memory:
    """What keeps the log."""

    store: EventStore
    heartbeat: Heartbeat
    recorder: SessionRecorder
    care: LogCare

    def log_is_open(self) -> bool:
        """Whether the log can be read, and what was left open in it is known."""
        return self.recorder.left_over.done()


class Running:
    """Opens the services, ticks them and, apart from them, the conductor, and closes all at the end."""

    def __init__(
        self, window: KioskWindow, conductor: Conductor, memory: Memory, services: Sequence[Service]
    ) -> None:
        """*services* are opened in their order and closed in the opposite one."""
        self._window, self._conductor, self._memory = window, conductor, memory
        self._services = services
        self._opened: list[Service] = []
        self._rounds = 0

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
        work = (
            asyncio.create_task(self._keep_time(), name="keep the time of the screens"),
            asyncio.create_task(self._look_after(), name="look after the kiosk"),
        )
        for task in work:
            task.add_done_callback(lambda _: ended.set())
        await ended.wait()
        for task in work:
            task.cancel()
        stored = await self._end()
        for task in work:
            with contextlib.suppress(asyncio.CancelledError):
                await task  # a mistake of ours comes out here, when everything is written
        return 0 if stored else 1

    async def _end(self) -> bool:
        self._window.hide()
        self._memory.recorder.kiosk_stopped()
        for service in reversed(self._opened):
            await service.aclose()
        stored = await asyncio.to_thread(self._memory.store.close)
        await asyncio.to_thread(self._memory.heartbeat.close)  # last: a log that opens late still wipes it
        return stored

    def leave_without_a_screen(self) -> None:
        """The screen is gone, and the loop with it: end the log. An open visit stays open, as ever."""
        self._memory.recorder.kiosk_stopped("failed")
        self._memory.store.close()
        self._memory.heartbeat.close()

    def kept_time(self) -> bool:
        """Whether time has gone on for the screens since this was last asked."""
        rounds, self._rounds = self._rounds, 0
        return rounds > 0

    async def _keep_time(self) -> None:
        """Whoever has gone is forgotten in time, also while a service waits for a disk that never answers."""
        while True:
            await asyncio.sleep(TICK_S)
            self._rounds += self._conductor.tick()

    async def _look_after(self) -> None:
        for service in self._services:
            self._opened.append(service)
            await service.open()
        while True:
            await asyncio.sleep(TICK_S)
            for service in self._services:
                await service.tick()
