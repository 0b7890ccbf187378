"""Work behind the screen that may be cut off at any moment, as by a power cut."""

from __future__ import annotations

import threading
from collections.abc import Callable


class BackgroundJob:
    """One daemon thread at a time, called *name*."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._thread: threading.Thread | None = None

    def begin(self, work: Callable[[], None]) -> None:
        self._thread = threading.Thread(target=work, name=self._name, daemon=True)
        self._thread.start()

    @property
    def is_under_way(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def wait(self, timeout_s: float) -> None:
        """For those who must know that it is done."""
        if self._thread is not None:
            self._thread.join(timeout_s)
