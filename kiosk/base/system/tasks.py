"""What is done beside the screens' loop, held until it is done: the loop itself holds no task."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any


class Tasks:
    """Any number of them at a time, each called *name*. Begin them on the running loop."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._under_way = set[asyncio.Task[None]]()

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work, name=self._name)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def finish(self) -> None:
        """Wait for all of them, and for what follows from them. Raises what they raise."""
        while self._under_way:
            await asyncio.gather(*self._under_way)

    async def cancel(self) -> None:
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)


class OneTask:
    """At most one is under way, called *name*."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._task: asyncio.Task[None] | None = None

    @property
    def is_idle(self) -> bool:
        """Raises what the last one raised: a mistake of ours comes out here."""
        if self._task is not None and self._task.done():
            task, self._task = self._task, None
            task.result()
        return self._task is None

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Only when idle, on the running loop."""
        assert self._task is None
        self._task = asyncio.get_running_loop().create_task(work, name=self._name)

    async def cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
