"""Takes tickets once the kiosk stands."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.base.files.paths import database_file
from kiosk.point.services.premises import Premises
from kiosk.point.services.service import Service
from ui.turn.gates.ticket_gate import TicketGate

if TYPE_CHECKING:
    from kiosk.base.events import AnyEvent
    from kiosk.point.services.logged_tickets import LoggedTickets, TicketLog


class TicketService(Service):
    """One a kiosk."""

    def __init__(self, gate: TicketGate, premises: Premises, log: TicketLog) -> None:
        self._gate, self._premises, self._log = gate, premises, log
        self._tickets: LoggedTickets | None = None

    async def open(self) -> None:
        """From now on tickets are taken; what is missing in the log is caught up on."""
        from kiosk.papers.tickets.store import TicketStore
        from kiosk.point.services.logged_tickets import LoggedTickets

        folder = self._premises.data_folder
        store = TicketStore(folder, self._premises.place)
        self._tickets = LoggedTickets(store, self._log, lambda: in_log(folder))
        self._tickets.catch_up()
        self._gate.port.open(self._tickets)

    async def aclose(self) -> None:
        """Wait for what is being kept."""
        if self._tickets is not None:
            await self._tickets.aclose()


def in_log(data_folder: Path) -> Collection[AnyEvent]:
    """What the log holds of tickets; nothing where there is no log. Reads the disk."""
    from kiosk.log.storage.reading import NoLog, open_for_reading

    try:
        return frozenset(open_for_reading(database_file(data_folder)).tickets())
    except NoLog:
        return ()
