"""Opens the counter for tickets once the kiosk stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ui.ticket_counter import TicketCounter

if TYPE_CHECKING:
    from kiosk.tickets.desk import LoggedTickets, TicketLog


class TicketService:
    """One a kiosk."""

    def __init__(self, counter: TicketCounter, data_folder: Path, place: str, log: TicketLog) -> None:
        self._counter, self._data_folder, self._place, self._log = counter, data_folder, place, log
        self._desk: LoggedTickets | None = None

    def open(self) -> None:
        """On the running loop. From now on tickets are taken; what is missing in the log is caught up on."""
        from kiosk.tickets.desk import LoggedTickets
        from kiosk.tickets.store import TicketStore

        self._desk = LoggedTickets(TicketStore(self._data_folder, self._place), self._log)
        self._desk.catch_up()
        self._counter.open(self._desk)

    async def aclose(self) -> None:
        """Wait for what is being kept."""
        if self._desk is not None:
            await self._desk.aclose()
