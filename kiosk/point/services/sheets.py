"""Opens the gate for guides on paper, where the ward has named a printer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from flows.reading.content import SHIPPED, Content
from kiosk.base.config.sections import Config
from kiosk.base.hours.clock import Clock
from kiosk.base.hours.opening import HANOI
from kiosk.point.services.service import Service
from ui.turn.gates.sheet_gate import SheetGate

if TYPE_CHECKING:
    from kiosk.print.sheets.sheet_printer import GuidePrinter
    from kiosk.print.sheets.worker import SheetRequest


class SheetService(Service):
    """Without a printer in the config it does nothing, and nothing of it is imported."""

    def __init__(
        self,
        gate: SheetGate,
        config: Config,
        clock: Clock,
        content: Callable[[], Content] = lambda: SHIPPED,
        sentences: Callable[[], Path | None] = lambda: None,
    ) -> None:
        """*content*: what is offered now. *sentences*: the folder of those that the ward has changed."""
        self._gate, self._config, self._clock, self._content = gate, config, clock, content
        self._sentences = sentences
        self._printer: GuidePrinter | None = None

    async def open(self) -> None:
        if self._config.sheets.printer:
            from kiosk.print.sheets.sheet_printer import GuidePrinter

            self._printer = GuidePrinter(self._config.sheets.printer, self._asked)
            self._gate.port.open(self._printer)

    async def aclose(self) -> None:
        """No page waits any more."""
        if self._printer is not None:
            await self._printer.aclose()

    def _asked(self) -> SheetRequest:
        from kiosk.print.sheets.sender import ours_of
        from kiosk.print.sheets.worker import SheetRequest

        config = self._config
        day = datetime.fromtimestamp(self._clock.now().wall_s, HANOI).date()
        return SheetRequest(
            "",
            day.isoformat(),
            size=config.sheets.paper,
            ward=config.ward.name,
            phones=ours_of(config),
            site=config.site.address,
            guides=str(self._content().guides),
            offices=str(config.ward.chosen(self._content().ward)),
            sentences=str(self._sentences() or ""),
        )
