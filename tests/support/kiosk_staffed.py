"""`python -m support.kiosk_staffed DATA`: the whole kiosk, a resident and two members of staff at its keys.

Standard input brings a wrong PIN and those of the two, a line each, read sign by sign: no PIN as a whole is
ever in the hands of this test. Says what it came to as one line of JSON. Where there is a folder
`DATA-looked-at` it waits twice, before anything is typed and after the controls have locked, until somebody
has looked at its memory.
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
from support.pressing import named

import kiosk.app
from kiosk.base.config.run_options import RunOptions
from kiosk.base.config.sections import Config
from kiosk.base.hours.clock import SystemClock
from kiosk.point.staff.register import StaffRegister
from kiosk.running import Running
from kiosk.start import run_kiosk
from ui.visit.actions.common import Do
from ui.visit.actions.staff import MenuEntry, PickMember

MAI, TRUC = "tnv-01", "tnv-02"
WAITING = "Máy đang mở danh sách."


class Staffed(Running):
    """A resident is in a guide when staff come."""

    data: Path
    seen: dict[str, Any]

    async def _look_after(self) -> None:
        self._people = asyncio.create_task(self._come())
        await super()._look_after()

    async def _come(self) -> None:
        here, seen = self._conductor, self.seen
        try:
            await until(lambda: here.around.guides.read)
            for action in ("begin", "size", "topic.vneid", "flow.vneid-cai-dat"):
                here.act(named(action))
            before = here.visit
            await self._knock(MAI)
            await self._be_looked_at("before")
            await self._type_line()
            await until(lambda: here.page.sentence.startswith("Mã chưa đúng"))
            await self._type_line()
            await until(lambda: here.visit.staff is not None)
            seen["first"] = self._who()
            here.act(MenuEntry.SWITCH)
            await until(lambda: bool(here.page.choices))
            here.act(PickMember(TRUC))
            await self._type_line()
            await until(lambda: here.visit.staff is not None)
            seen["second"] = self._who()
            register = StaffRegister(self.data, SystemClock())  # as the command line beside it
            await asyncio.to_thread(register.set_active, TRUC, False)
            await until(lambda: here.visit.staff is None)
            seen["put out"] = here.page.heading
            here.act(Do.DONE)
            seen["resident goes on"] = here.visit == before
            await self._be_looked_at("after")
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
                here.act(PickMember(member_id))
                return
            here.act(Do.BACK)
            await asyncio.sleep(0.05)
        raise TimeoutError

    def _who(self) -> str:
        staff = self._conductor.visit.staff
        return staff.member.id if staff else ""

    async def _type_line(self) -> None:
        """The next PIN on standard input."""
        while (digit := os.read(sys.stdin.fileno(), 1).decode("ascii")).strip():
            await self._type(digit)

    async def _type(self, digits: str) -> None:
        """As a person does: what comes faster is a scanner's."""
        for digit in digits:
            self._press(Qt.Key(ord(digit)), digit)
            await asyncio.sleep(0.06)

    async def _be_looked_at(self, when: str) -> None:
        folder = self.data.with_name(f"{self.data.name}-looked-at")
        if folder.is_dir():
            (folder / when).touch()
            await until(lambda: not (folder / when).exists())

    def _press(self, key: Qt.Key, letter: str = "") -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(self._window.window, event)


def main(data: Path) -> int:
    Staffed.data, Staffed.seen = data, {}
    vars(kiosk.app)["Running"] = Staffed
    status = run_kiosk(RunOptions(Config(), data, (), fullscreen=False, size_px=(1080, 1920)))
    print(json.dumps(Staffed.seen, ensure_ascii=False))
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
