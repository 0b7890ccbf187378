"""`python -m support.kiosk_scanned DATA CONFIG FORGED`: the whole kiosk, somebody with a card at its scanner.

Standard input brings the card's text, FORGED a code nobody signed. Says what it came to as one line of JSON.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from support.pressing import named

import kiosk.app
from kiosk.base.config.file import load_config
from kiosk.base.config.run_options import RunOptions
from kiosk.running import Running
from kiosk.start import run_kiosk

GAP_S, PATIENCE_S = 0.001, 60.0
Done = TypeVar("Done")


class Visited(Running):
    """Somebody is here as soon as the kiosk can read cards."""

    card = forged = ""
    seen: dict[str, Any]

    async def _look_after(self) -> None:
        self._resident = asyncio.create_task(self._come())
        await super()._look_after()

    async def _come(self) -> None:
        here, seen = self._conductor, self.seen
        try:
            await until(lambda: here.around.cards.seal is not None and here.around.guides.read)
            await self._type(self.card)
            await until(lambda: here.visit.brought is not None)
            seen["theme"], seen["place"] = here.visit.preferences.theme, here.page.place
            for action in ("finish", "my-card", "print-card"):
                here.act(named(action))
            await until(lambda: here.around.pointer.hint.startswith(("Thẻ in xong", "Máy in không")))
            seen["printed"] = here.around.pointer.hint
            for action in ("done", "another", "theme", "hold-card"):
                here.act(named(action))
            seen["other theme"] = here.visit.preferences.theme
            await until(lambda: here.page.place != "card.show")
            seen["theme seen by the camera"] = here.visit.preferences.theme
            await self._type(self.forged)
            await until(lambda: here.page.place.startswith("card.unread"))
            seen["forged"] = here.page.place
            for action in ("done", "finish", "next-person"):
                here.act(named(action))
            seen["nobody"] = here.nobody_is_here
        except TimeoutError:
            seen["stuck at"] = f"{here.page.place} {here.around.pointer.hint}"
        os.kill(os.getpid(), signal.SIGTERM)

    async def _type(self, text: str) -> None:
        await asyncio.to_thread(self._scan, text)

    def _scan(self, text: str) -> None:
        """On a thread: a scanner goes on while the kiosk is busy, and its letters wait in their order."""
        for letter in (*text, "\r"):
            key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.postEvent(self._window.window, event)
            time.sleep(GAP_S)


async def until(condition: Callable[[], bool]) -> None:
    """Raises `TimeoutError`."""
    async with asyncio.timeout(PATIENCE_S):
        while not condition():
            await asyncio.sleep(0.02)


async def by_qt(do: Callable[[], Done]) -> Done:
    """Call *do* outside of every task: a finger lets Qt work off its events, which may enter another task."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Done] = loop.create_future()
    loop.call_soon(lambda: done.set_result(do()))
    return await done


def main(data: Path, config: Path, forged: Path) -> int:
    Visited.card, Visited.seen = sys.stdin.read().strip(), {}
    Visited.forged = forged.read_text("ascii")
    vars(kiosk.app)["Running"] = Visited
    read, problems = load_config(config)
    status = run_kiosk(RunOptions(read, data, problems, fullscreen=False, size_px=(1080, 1920)))
    print(json.dumps(Visited.seen, ensure_ascii=False))
    return status


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
