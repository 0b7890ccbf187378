"""The one shape of what runs beside the screens."""

from __future__ import annotations


class Service:
    """Opened once the invitation is seen, in the order of `Running`'s tuple; closed in the opposite order.

    Each method runs on the screen's thread and must not hold it up: what takes time goes to another.
    """

    async def open(self) -> None:
        """Begin, on the running loop."""

    async def tick(self) -> None:
        """About once a second, once every service is open."""

    async def aclose(self) -> None:
        """Wait for what was begun. Called only after `open` was, which may have been cut short."""
