"""`python -m support.kiosk_on_trial DATA COUNTER`: the whole kiosk, and somebody who touches it three times.

It takes in first what lies there for it. While content pack COUNTER is in force the third touch ends the
process at once, as a fault in Qt would. Each run says as one line of JSON what it has seen: how it
greets, with which word lists it speaks, and what staff are told.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from support.kiosk_scanned import PATIENCE_S, by_qt, until
from support.visitor import OTHER, START
from support.window import Role, Screen

import kiosk.app
from accessibility.speech.engines import VoiceFolders
from accessibility.speech.speaker import Speaker
from kiosk.base.config.run_options import RunOptions
from kiosk.base.config.sections import Config
from kiosk.papers.content.standing import read_standing
from kiosk.papers.content.taking import incoming
from kiosk.running import Running
from kiosk.start import run_kiosk
from ui.screens.staff.content import derive_content
from ui.visit.visit import Visit

TOPIC = "topic.dien-thoai"
"""Of the small guides."""
HAND_S = 0.7
"""Between two touches: who touches sooner is asked whether their hand trembles."""


class OnTrial(Running):
    """Somebody comes as soon as the content that waits is in force."""

    data: Path
    failing: int
    seen: dict[str, Any]

    async def _look_after(self) -> None:
        self._somebody = asyncio.create_task(self._come())
        await super()._look_after()

    async def _come(self) -> None:
        try:
            await until(self._is_settled)
            here = self._conductor
            self.seen["greets"] = await by_qt(self._greeting)
            topic = here.around.tr("vi")(TOPIC)
            for name in (START, OTHER, topic):
                await self._touch(name, ends=name == topic)
            await until(lambda: "content" in here.around.health.staff_troubles)
            page = derive_content(Visit(), here.around)
            self.seen["told"] = [one.label.replace("\xa0", " ") for one in page.needs]
            self.seen["guides"] = sorted(here.around.guides.flows)
        except (TimeoutError, AssertionError) as stuck:
            self.seen["stuck"] = f"{self._conductor.page.place}: {stuck}"
        finally:
            os.kill(os.getpid(), signal.SIGTERM)

    def _is_settled(self) -> bool:
        around = self._conductor.around
        in_force = read_standing(self.data).now.counter
        return around.guides.read and not incoming(self.data).exists() and around.content.pack == in_force

    def _greeting(self) -> str:
        """On the glass."""
        screen = Screen(self._window.window)
        screen.lay_out()
        lines = "\n".join(one.text for one in screen.texts()).splitlines()
        return next((one for one in lines if one.startswith("Chào")), "")

    async def _touch(self, name: str, *, ends: bool) -> None:
        """As soon as that button is there and heeds a finger."""
        screen = Screen(self._window.window)
        before = self._conductor.page.place

        def finger() -> None:
            if not screen.shows(name, Role.Button):
                return
            screen.lay_out()
            spot = screen.middle(screen.find(name, Role.Button))
            screen.press(spot)
            if ends and self._conductor.around.content.pack == self.failing:
                say(self.seen)
                os.kill(os.getpid(), signal.SIGKILL)
            screen.lift(spot)

        async with asyncio.timeout(PATIENCE_S):
            while self._conductor.page.place == before:
                await asyncio.sleep(HAND_S)
                await by_qt(finger)


def main(data: Path, failing: int) -> int:
    OnTrial.data, OnTrial.failing, OnTrial.seen = data, failing, {}
    vars(kiosk.app).update(Running=OnTrial, Speaker=_speaker)
    status = run_kiosk(RunOptions(Config(), data, (), fullscreen=False, size_px=(540, 960)))
    say(OnTrial.seen)
    return status


def _speaker(folders: VoiceFolders, headphones: str) -> Speaker:
    OnTrial.seen["readings"] = str(folders.readings)
    return Speaker(folders, headphones)


def say(seen: dict[str, Any]) -> None:
    print(json.dumps(seen, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
