"""Opens the counter for tickets once the kiosk stands."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.files.paths import database_file
from ui.ticket_counter import TicketCounter

if TYPE_CHECKING:
    from kiosk.events import AnyEvent
    from kiosk.services.ticket_desk import LoggedTickets, TicketLog


class TicketService:
    """One a kiosk."""

    def __init__(self, counter: TicketCounter, data_folder: Path, place: str, log: TicketLog) -> None:
        self._counter, self._data_folder, self._place, self._log = counter, data_folder, place, log
        self._desk: LoggedTickets | None = None

    def open(self) -> None:
        """On the running loop. From now on tickets are taken; what is missing in the log is caught up on."""
        from kiosk.services.ticket_desk import LoggedTickets
        from kiosk.tickets.store import TicketStore

        store = TicketStore(self._data_folder, self._place)
        self._desk = LoggedTickets(store, self._log, lambda: in_log(self._data_folder))
        self._desk.catch_up()
        self._counter.open(self._desk)

    async def aclose(self) -> None:
        """Wait for what is being kept."""
        if self._desk is not None:
            await self._desk.aclose()


def in_log(data_folder: Path) -> Collection[AnyEvent]:
    """What the log holds of tickets; nothing where there is no log. Reads the disk."""
    from kiosk.storage.reading import NoLog, open_for_reading

    try:
        return frozenset(open_for_reading(database_file(data_folder)).tickets())
    except NoLog:
        return ()
