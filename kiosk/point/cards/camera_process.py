"""Has the camera reading while somebody is asked to show a card. Fits `CardCamera`; another process does it.

The screen never waits for a camera, a driver that crashes takes nothing with it, and with the process goes
every picture it has seen.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from collections.abc import Callable, Sequence

from kiosk.base.system.other_program import PACKAGES
from kiosk.point.cards.camera_worker import NO_CAMERA, NO_READER

LOGGER = logging.getLogger(__name__)
_WHY = {NO_CAMERA: "it cannot be opened", NO_READER: "the extra “camera” is not installed"}
MOST_LINE = 1 << 16


def camera_command(source: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "kiosk.point.cards.camera_worker", source)


class CameraProcess:
    """Construct it on the running event loop."""

    def __init__(
        self, command: Sequence[str], held_up: Callable[[str], None], nothing_seen: Callable[[], None]
    ) -> None:
        """*held_up* is called with the code that was seen; *nothing_seen* when the camera gave up."""
        self._command, self._held_up, self._nothing_seen = command, held_up, nothing_seen
        self._loop = asyncio.get_running_loop()
        self._reading: asyncio.Task[None] | None = None
        self._ending: set[asyncio.Task[None]] = set()

    def open(self) -> None:
        self._reading = self._loop.create_task(self._read(), name="look for a card")

    def close(self) -> None:
        """The camera is off soon after."""
        reading, self._reading = self._reading, None
        if reading is not None and not reading.done() and reading is not asyncio.current_task(self._loop):
            reading.cancel()
            self._ending.add(reading)
            reading.add_done_callback(self._ending.discard)

    async def aclose(self) -> None:
        """The camera is off when it returns."""
        self.close()
        await asyncio.gather(*self._ending, return_exceptions=True)

    async def _read(self) -> None:
        code = await self._seen()
        if code is None:
            self._nothing_seen()
        else:
            self._held_up(code)

    async def _seen(self) -> str | None:
        """The first code the worker names; None when it ended without one."""
        pipe, nowhere = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
        try:
            worker = await asyncio.create_subprocess_exec(
                *self._command, stdin=pipe, stdout=pipe, stderr=nowhere, cwd=PACKAGES, limit=MOST_LINE
            )
        except OSError as failure:
            LOGGER.warning("the camera cannot be asked: %s", failure)
            return None
        assert worker.stdout is not None
        try:
            line = await worker.stdout.readline()
            if not line:
                status = await worker.wait()
                LOGGER.warning("the camera saw nothing: %s", _WHY.get(status, f"it ended with {status}"))
                return None
            return _code_in(line)
        finally:
            if worker.returncode is None:
                worker.kill()
                await asyncio.shield(worker.wait())


def _code_in(line: bytes) -> str | None:
    """A worker that is ended in the middle of a word has said nothing."""
    try:
        said = json.loads(line)
    except ValueError:
        return None
    code = said.get("code") if isinstance(said, dict) else None
    return code if isinstance(code, str) else None
