"""After a crash: offers the visit that was open to go on with."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from kiosk.log.sessions.recovery import Resumable
from kiosk.point.services.service import Service
from ui.turn.conductor import Conductor
from ui.visit.stages import Resume

LOGGER = logging.getLogger(__name__)
WAITS_S = 5.0


class ResumeService(Service):
    """Waits only as long as a resident would: a slow disk must not bring back the past."""

    def __init__(self, conductor: Conductor, left_over: Future[Any], offered: Callable[[], None]) -> None:
        """*left_over* is done once the log is open; *offered* is called when somebody was asked."""
        self._conductor, self._left_over, self._offered = conductor, left_over, offered
        self._work: asyncio.Task[None] | None = None

    async def open(self) -> None:
        self._work = asyncio.get_running_loop().create_task(self._offer(), name="offer to go on")

    async def tick(self) -> None:
        if self._work is not None and self._work.done():
            work, self._work = self._work, None
            work.result()  # a mistake of ours comes out here

    async def aclose(self) -> None:
        if self._work is not None:
            self._work.cancel()
            await asyncio.gather(self._work, return_exceptions=True)

    async def _offer(self) -> None:
        try:
            left = await asyncio.wait_for(asyncio.wrap_future(self._left_over), WAITS_S)
        except TimeoutError:
            LOGGER.warning("the storage is slow to open: nothing is offered to go on with")
            return
        if isinstance(left, Resumable) and self._conductor.nobody_is_here:
            self._conductor.offer_to_resume(Resume(left.flow_id, left.flow_hash, left.edges, left.language))
            self._offered()
