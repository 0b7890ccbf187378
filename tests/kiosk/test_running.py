"""One run of the program: what goes on while something beside the screens does not answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import cast

import pytest

import kiosk.running
from kiosk.point.services.service import Service
from kiosk.running import Memory, Running
from ui.turn.conductor import Conductor
from ui.window.window import KioskWindow

ROUNDS = 3


class BlockedDisk(Service):
    """Waits for it: in `open`, or in its first `tick`."""

    def __init__(self, *, opens: bool) -> None:
        self._opens = opens
        self.waits = asyncio.Event()

    async def open(self) -> None:
        if not self._opens:
            await self._wait()

    async def tick(self) -> None:
        await self._wait()

    async def _wait(self) -> None:
        self.waits.set()
        await asyncio.Event().wait()


class Parts:
    """The window and the conductor of a kiosk, as far as `Running` needs them."""

    def __init__(self) -> None:
        self.ticks, self.enough, self._close = 0, asyncio.Event(), list[Callable[[], None]]()

    def tick(self) -> bool:
        self.ticks += 1
        if self.ticks == ROUNDS:
            self.enough.set()
        return True

    def on_closed(self, closed: Callable[[], None]) -> None:
        self._close.append(closed)

    def hide(self) -> None:
        pass

    def close(self) -> None:
        for closed in self._close:
            closed()


def memory() -> Memory:
    nothing = SimpleNamespace(
        kiosk_started=lambda: None, kiosk_stopped=lambda: None, take_over=None,
        start=lambda _: None, close=lambda: True,
    )  # fmt: skip
    return cast(Memory, SimpleNamespace(store=nothing, heartbeat=nothing, recorder=nothing))


@pytest.mark.parametrize("opens", [True, False])
def test_time_goes_on_for_the_screens_while_a_service_waits_for_a_disk_that_does_not_answer(
    monkeypatch: pytest.MonkeyPatch, opens: bool
) -> None:
    monkeypatch.setattr(kiosk.running, "TICK_S", 0.001)

    async def live() -> None:
        parts, disk = Parts(), BlockedDisk(opens=opens)
        running = Running(cast(KioskWindow, parts), cast(Conductor, parts), memory(), (disk,))
        assert not running.kept_time()
        run = asyncio.create_task(running.run())
        await disk.waits.wait()
        parts.ticks = 0
        parts.enough.clear()
        await asyncio.wait_for(parts.enough.wait(), 20)
        assert running.kept_time()
        parts.close()
        assert await run == 0

    asyncio.run(live())


def test_a_mistake_in_the_time_of_the_screens_ends_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kiosk.running, "TICK_S", 0.001)

    class Broken(Parts):
        def tick(self) -> bool:
            raise LookupError("tick")

    async def live() -> None:
        parts = Broken()
        running = Running(cast(KioskWindow, parts), cast(Conductor, parts), memory(), ())
        with pytest.raises(LookupError, match="tick"):
            await asyncio.wait_for(running.run(), 20)
        assert not running.kept_time()

    asyncio.run(live())
