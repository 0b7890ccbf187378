"""`python -m support.kiosk_staffed DATA`: the whole kiosk, a resident and two members of staff at its keys.

Standard input brings a wrong PIN and those of the two, a line each. Says what it came to as one line of JSON.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from support.kiosk_scanned import until

import kiosk.app
from kiosk.clock import SystemClock
from kiosk.config import Config
from kiosk.options import RunOptions
from kiosk.running import Running
from kiosk.staff.register import StaffRegister
from kiosk.start import run_kiosk

MAI, TRUC = "tnv-01", "tnv-02"
WAITING = "Máy đang mở danh sách."


class Staffed(Running):
    """A resident is in a guide when staff come."""

    data: Path
    pins: list[str]
    seen: dict[str, Any]

    async def _look_after(self) -> None:
        self._people = asyncio.create_task(self._come())
        await super()._look_after()

    async def _come(self) -> None:
        here, seen, (wrong, mai, truc) = self._conductor, self.seen, self.pins
        try:
            await until(lambda: here.around.guides_read)
            for action in ("begin", "skip", "size", "topic.vneid", "flow.vneid-cai-dat", "start"):
                here.act(action)
            before = here.visit
            await self._knock(MAI)
            await self._type(wrong)
            await until(lambda: here.page.sentence.startswith("Mã chưa đúng"))
            await self._type(mai)
            await until(lambda: here.visit.staff is not None)
            seen["first"] = self._who()
            here.act("switch")
            await until(lambda: bool(here.page.choices))
            here.act(f"member.{TRUC}")
            await self._type(truc)
            await until(lambda: here.visit.staff is not None)
            seen["second"] = self._who()
            register = StaffRegister(self.data, SystemClock())  # as the command line beside it
            await asyncio.to_thread(register.set_active, TRUC, False)
            await until(lambda: here.visit.staff is None)
            seen["put out"] = here.page.heading
            here.act("done")
            seen["resident goes on"] = here.visit == before
        except TimeoutError:
            seen["stuck at"] = f"{here.page.place} {here.page.sentence}"
        os.kill(os.getpid(), signal.SIGTERM)

    async def _knock(self, member_id: str) -> None:
        """The door opens a moment after the guides are read: until then it says that it cannot."""
        here = self._conductor
        for _ in range(200):
            self._press(Qt.Key.Key_F12)
            await until(
                lambda: here.page.place == "door.who" and here.page.sentence != "Máy đang mở danh sách."
            )
            if here.page.choices:
                here.act(f"member.{member_id}")
                return
            here.act("back")
            await asyncio.sleep(0.05)
        raise TimeoutError

    def _who(self) -> str:
        staff = self._conductor.visit.staff
        return staff.member.id if staff else ""

    async def _type(self, digits: str) -> None:
        """As a person does: what comes faster is a scanner's."""
        for digit in digits:
            self._press(Qt.Key(ord(digit)), digit)
            await asyncio.sleep(0.06)

    def _press(self, key: Qt.Key, letter: str = "") -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(self._window.window, event)


def main(data: Path) -> int:
    Staffed.data, Staffed.pins, Staffed.seen = data, sys.stdin.read().split(), {}
    kiosk.app.Running = Staffed  # type: ignore[misc]
    status = run_kiosk(RunOptions(Config(), data, (), fullscreen=False, size_px=(1080, 1920)))
    print(json.dumps(Staffed.seen, ensure_ascii=False))
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
