"""What a service does beside the screens' loop, one piece after another."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any


class OneWork:
    """At most one piece is under way."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._task: asyncio.Task[None] | None = None

    @property
    def is_idle(self) -> bool:
        """Raises what the last piece raised: a mistake of ours comes out here."""
        if self._task is not None and self._task.done():
            task, self._task = self._task, None
            task.result()
        return self._task is None

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Only when idle."""
        assert self._task is None
        self._task = asyncio.get_running_loop().create_task(work, name=self._name)

    async def cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
