"""The one member of staff of a kiosk that lives a year: with a resident, with a question, with the stick."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import Qt
from support.kiosk_scanned import by_qt, until
from support.pressing import named
from support.year_clock import YearClock
from support.year_hand import Hand

from kiosk.point.services.point import PointService
from ui.turn.conductor import Conductor
from ui.visit.staff.ward_stick import WardStick

ASSISTED = (
    *("assist", "notice.no", "skip", "flow.vneid-cai-dat"),
    *("by.volunteer", "next", "next", "finish"),
)
ASKED = ("tickets", "new-ticket", "problem.other", "urgency.now")
READS_S, LOOKS_S = 5, 0.05


class Staff:
    """Comes when nobody is here."""

    def __init__(self, here: Conductor, hand: Hand, clock: YearClock, point: PointService, pin: str) -> None:
        self._here, self._hand, self._clock, self._point, self._pin = here, hand, clock, point, pin

    async def assists(self) -> None:
        """Takes the controls, helps somebody through a guide, and goes."""
        await self._comes()
        assisted = [await self._acts(action) for action in ASSISTED]
        assert any(assisted), f"nobody is assisted at {self._here.page.place}"

    async def asks_the_ward(self) -> None:
        """A question to the response team, with its number."""
        await self._comes()
        for action in ASKED:
            await self._acts(action)
        await until(lambda: self._here.page.place == "ticket.number")
        await self._goes()

    async def uses(self, stick: Path) -> WardStick:
        """Plugs it in, types the PIN, says yes to the one question, and pulls it out when told to."""
        here, work = self._here, self._point.stick_work
        work.sticks = work.sticks._replace(writable=lambda: (stick,))
        await self._types_pin()  # a stick asks who has come with it
        await until(lambda: here.around.point.ward_stick.state in ("asking", "over"))
        if here.around.point.ward_stick.state == "asking":
            self._clock.later(READS_S)
            await self._hand.act("finger", "primary")
        await until(lambda: here.page.place == "usb.over")
        told = here.around.point.ward_stick
        work.sticks = work.sticks._replace(writable=tuple)
        await until(lambda: not here.around.point.ward_stick.plugged)
        await self._goes()
        return told

    async def _comes(self) -> None:
        await by_qt(lambda: self._hand.key(Qt.Key.Key_F12))
        await self._types_pin()
        await until(lambda: self._here.visit.staff is not None)

    async def _types_pin(self) -> None:
        await until(lambda: self._here.page.place == "door.pin")  # one member of staff is known here
        await self._hand.type(self._pin)

    async def _acts(self, action: str) -> bool:
        """Whether a resident is being assisted then."""
        self._clock.later(READS_S)
        self._here.act(named(action))
        await asyncio.sleep(LOOKS_S)
        return self._here.visit.assisted_by != ""

    async def _goes(self) -> None:
        while self._here.visit.staff is not None:
            self._clock.later(READS_S)
            self._here.act(named("lock"))
            await asyncio.sleep(LOOKS_S)
