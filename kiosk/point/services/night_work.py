"""The export and the care of the log, which wait until nobody is here."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.log.storage.care import LogCare
from kiosk.papers.export.nightly import NightlyExport
from kiosk.point.services.service import Service
from ui.turn.conductor import Conductor


class NightWork(Service):
    """Both do their work on a thread of their own, which may be cut off at any moment."""

    def __init__(
        self, conductor: Conductor, export: NightlyExport, care: LogCare, log_is_open: Callable[[], bool]
    ) -> None:
        self._conductor, self._export, self._care, self._log_is_open = conductor, export, care, log_is_open

    async def tick(self) -> None:
        nobody_is_here = self._conductor.nobody_is_here
        self._export.poll(nobody_is_here=nobody_is_here)
        if self._log_is_open():  # one that is not open yet may be a damaged one
            self._care.poll(nobody_is_here=nobody_is_here)
