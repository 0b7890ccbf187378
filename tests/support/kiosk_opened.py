"""`python -m support.kiosk_opened DATA`: the whole kiosk, opened and closed by an officer whose PIN comes in.

With a PIN the day is begun: the check fails for the voice, the officer opens all the same, looks at the day
and closes. Without one, the kiosk only says how it found the day. Says what it came to as one line of JSON.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from support.kiosk_scanned import until
from support.kiosk_staffed import Staffed
from support.pressing import named

import kiosk.app
from kiosk.base.config.run_options import RunOptions
from kiosk.base.config.sections import Config
from kiosk.start import run_kiosk
from ui.visit.actions.staff import MenuEntry, StaffDo

CUC = "cb-01"


class Opened(Staffed):
    """An officer alone with the kiosk in the morning."""

    pins: list[str]

    async def _come(self) -> None:
        here, seen = self._conductor, self.seen
        try:
            await until(lambda: here.around.guides.read and here.around.point.today is not None)
            if self.pins:
                await self._day(self.pins[0])
            else:
                await until(lambda: here.around.point.state != "unchecked")
            seen["state"] = here.around.point.state
            seen["on duty"] = [one.id for one in here.around.point.on_duty]
        except TimeoutError:
            seen["stuck at"] = f"{here.page.place} {here.page.sentence}"
        os.kill(os.getpid(), signal.SIGTERM)

    async def _day(self, pin: str) -> None:
        here, seen = self._conductor, self.seen
        await self._knock(CUC)
        await self._type(pin)
        await until(lambda: here.visit.staff is not None)
        here.act(MenuEntry.OPENING)
        seen["first question"] = here.page.place
        await until(lambda: here.around.point.self_check is not None)
        for action in ("fails", "fails", "absent", "key", "absent", "works"):
            here.act(named(action))
        seen["refused"] = here.page.place
        await until(lambda: here.around.point.state == "refused")
        here.act(StaffDo.OPEN_ANYWAY)
        await until(lambda: here.around.point.state == "open")
        for action in ("done", "shift-start", "today"):
            here.act(named(action))
        await until(lambda: here.around.point.day is not None)
        seen["today"] = here.page.sentence
        await until(lambda: bool(here.around.point.on_duty))
        seen["shown"] = here.around.point.on_duty[0].shown
        for action in ("done", "closing", "close-point"):
            here.act(named(action))
        await self._type(pin)
        await until(lambda: here.around.point.state == "closed")
        await asyncio.sleep(0.1)  # the signed record is written beside the screen


def main(data: Path) -> int:
    Opened.data, Opened.pins, Opened.seen = data, sys.stdin.read().split(), dict[str, Any]()
    vars(kiosk.app)["Running"] = Opened
    status = run_kiosk(RunOptions(Config(), data, (), fullscreen=False, size_px=(1080, 1920)))
    print(json.dumps(Opened.seen, ensure_ascii=False))
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
