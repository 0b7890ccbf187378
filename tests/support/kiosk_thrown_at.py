"""`python -m support.kiosk_thrown_at DATA CONFIG`: the whole kiosk, names and numbers at every input.

Standard input: the PIN, then what is thrown, a line each. On each of the screens below it is typed, scanned,
pasted and held up. Says as JSON which screens it was, what of it was drawn on them, what lay on the
disk meanwhile, and the ticket.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from support.kiosk_scanned import until
from support.searching import found_in, found_in_files
from support.window import Screen

import kiosk.app
from kiosk.config import load_config
from kiosk.options import RunOptions
from kiosk.running import Running
from kiosk.start import run_kiosk
from ui.visit.staff.stages import STAFF_STAGES

TYPED = 5  # the first of what is thrown; of the rest, other writings, it is looked for whether they are shown
ASSISTING = ("staff", "PIN", "assist")
IN_GUIDE = ("begin", "skip", "topic.vneid", "flow.vneid-cai-dat", "start")
SCREENS: Sequence[tuple[str, Sequence[str]]] = (
    ("attract", ()),
    ("home", ("begin", "skip")),
    ("step", IN_GUIDE),
    ("person", (*IN_GUIDE, "call-person")),
    ("comfort", (*IN_GUIDE, "comfort")),
    ("goodbye", ("begin", "skip", "finish")),
    ("card", ("begin", "skip", "finish", "face.good", "my-card")),
    ("door.pin", ("staff",)),
    ("menu", ("staff", "PIN")),
    ("assist.notice", ASSISTING),
    ("assist.group", (*ASSISTING, "notice.yes")),
    ("assist.guides", (*ASSISTING, "notice.no", "skip")),
    ("step", (*ASSISTING, "notice.no", "skip", "flow.vneid-cai-dat", "start")),
    ("training", ("staff", "PIN", "training")),
    ("ticket.problem", (*IN_GUIDE, "staff", "PIN", "tickets", "new-ticket")),
)


class ThrownAt(Running):
    """Nobody is spared."""

    data: Path
    pin: str
    thrown: list[str]
    seen: dict[str, Any]

    async def _look_after(self) -> None:
        self._throwing = asyncio.create_task(self._throw_everywhere())
        await super()._look_after()

    async def _throw_everywhere(self) -> None:
        here, seen = self._conductor, self.seen
        seen["screens"], seen["drawn"] = [], []
        try:
            await until(lambda: here.around.guides_read)
            await self._until_the_door_is_open()
            for screen, actions in SCREENS:
                await self._walk(actions)
                seen["screens"].append(here.page.place)
                self._throw(screen)
                seen["drawn"] += self._drawn(screen)
                await self._nobody()
            await self._walk((*IN_GUIDE, "staff", "PIN", "tickets", "new-ticket", "problem.other"))
            here.act("urgency.now")
            await until(lambda: here.page.place == "ticket.number")
            seen["ticket"] = here.page.heading
            await self._nobody()
            seen["on the disk"] = await asyncio.to_thread(found_in_files, self.data, self.thrown)
        except Exception:  # noqa: BLE001 (it must end, and say why)
            seen["stuck at"] = f"{here.page.place}\n{traceback.format_exc()}"
        os.kill(os.getpid(), signal.SIGTERM)

    async def _until_the_door_is_open(self) -> None:
        here = self._conductor
        for _ in range(200):
            here.act("staff")
            await asyncio.sleep(0.05)
            opened = here.page.place == "door.pin"
            here.act("back")
            if opened:
                return
        raise TimeoutError

    async def _walk(self, actions: Sequence[str]) -> None:
        here = self._conductor
        for action in actions:
            if action == "staff":
                here.act(action)
                await until(lambda: here.page.place == "door.pin")
            elif action == "PIN":
                for digit in self.pin:
                    here.act(f"digit.{digit}")
                await until(lambda: here.page.place == "menu")
            elif action == "tickets":
                here.act(action)
                await until(lambda: here.page.primary is not None and here.page.place == "tickets")
            else:
                here.act(action)

    async def _nobody(self) -> None:
        """Back to the invitation, wherever what was thrown has led."""
        here = self._conductor
        for _ in range(100):
            if here.nobody_is_here:
                return
            for action in ("back", "lock") if isinstance(here.visit.stage, STAFF_STAGES) else (
                "resume.no", "stay", "done", "finish", "next-person",
            ):  # fmt: skip
                here.act(action)
            await asyncio.sleep(0.02)
        raise TimeoutError

    def _throw(self, screen: str) -> None:
        for text in self.thrown[:TYPED]:
            QGuiApplication.clipboard().setText(text)
            self._key(Qt.Key.Key_V, "", Qt.KeyboardModifier.ControlModifier)
            self._key(Qt.Key.Key_Paste)
            if screen != "door.pin" or text == self.thrown[0]:  # more wrong PINs would lock out
                for letter in text:
                    self._key(Qt.Key(ord(letter.upper())), letter)
            for letter in (*text, "\r"):  # as fast as a scanner
                self._key(Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper())), letter)
            self._conductor.held_up(text)
            self._conductor.held_up(f"KBHVS{text}")
        QGuiApplication.clipboard().clear()

    def _drawn(self, screen: str) -> list[str]:
        """``screen: what`` for each of what is thrown, or stands in the config, that the screen draws."""
        texts = "\n".join(str(item.property("text")) for item in Screen(self._window.window).text_items())
        assert texts, screen
        return [f"{screen}: {one}" for one in found_in(texts.encode(), self.thrown)]

    def _key(
        self, key: Qt.Key, letter: str = "", held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(self._window.window, QKeyEvent(kind, key, held, letter))


def main(data: Path, config: Path) -> int:
    pin, *thrown = sys.stdin.read().splitlines()
    ThrownAt.data, ThrownAt.pin, ThrownAt.thrown, ThrownAt.seen = data, pin, thrown, {}
    kiosk.app.Running = ThrownAt  # type: ignore[misc]
    read, problems = load_config(config)
    status = run_kiosk(RunOptions(read, data, problems, fullscreen=False, size_px=(1080, 1920)))
    print(json.dumps(ThrownAt.seen, ensure_ascii=False))
    return status


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
