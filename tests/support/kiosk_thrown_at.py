"""`python -m support.kiosk_thrown_at DATA CONFIG END`: the whole kiosk, names and numbers at every input.

Standard input: the PIN, then what is thrown, a line each. With END `crash` it is thrown on the way through
real visits, at every kind of screen there is, and while our own program fails; then the kiosk crashes in the
middle of a visit. With `well` it is thrown where the kiosk asks whether to go on with that, and ends well.
Says as JSON which screens it was, what of it was drawn there, and so on.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import signal
import sys
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Never

from PySide6.QtCore import QObject, Signal
from support.all_screens import stages_of, stages_of_the_kiosk, visit_at
from support.drawn_once import pictures_drawn_once
from support.kiosk_scanned import until
from support.pressing import named
from support.searching import found_in_files
from support.throwing import Thrower, kinds_of_stage

import kiosk.app
from accessibility.preferences import Preferences
from kiosk.base.config.file import load_config
from kiosk.base.config.run_options import RunOptions
from kiosk.running import Running
from kiosk.start import run_kiosk
from ui.visit.actions.common import Do
from ui.visit.actions.staff import PickUrgency, TypeDigit
from ui.visit.staff.stages import OpeningCheck, PinPad
from ui.visit.stage import StaffStage, Stage
from ui.visit.stages import Home

ASSISTING = ("staff", "PIN", "assist")
IN_GUIDE = ("begin", "topic.vneid", "flow.vneid-cai-dat")
SCREENS: Sequence[tuple[str, Sequence[str]]] = (
    ("attract", ()),
    ("home", ("begin",)),
    ("step", IN_GUIDE),
    ("person", (*IN_GUIDE, "call-person")),
    ("presets", (*IN_GUIDE, "comfort")),
    ("goodbye", ("begin", "finish")),
    ("card", ("begin", "finish", "face.good", "my-card")),
    ("door.pin", ("staff",)),
    ("menu", ("staff", "PIN")),
    ("assist.notice", ASSISTING),
    ("assist.group", (*ASSISTING, "notice.yes")),
    ("assist.guides", (*ASSISTING, "notice.no", "skip")),
    ("step", (*ASSISTING, "notice.no", "skip", "flow.vneid-cai-dat")),
    ("training", ("staff", "PIN", "training")),
    ("ticket.problem", (*IN_GUIDE, "staff", "PIN", "tickets", "new-ticket")),
)


AT_ONE = 1  # of what is thrown, at each screen, in turn, beside all of it pasted together


class ThrownAt(Running):
    """Nobody is spared."""

    data: Path
    pin: str
    end: str
    thrown: list[str]
    seen: dict[str, Any]

    async def _look_after(self) -> None:
        self._throwing = asyncio.create_task(self._throw_everywhere())
        await super()._look_after()

    async def _throw_everywhere(self) -> None:
        here, seen = self._conductor, self.seen
        try:
            await until(lambda: here.around.guides.read)
            thrower = self._thrower = Thrower(self._window, here, self.thrown)
            self._turn, self._kinds = self.thrown[:], set[str]()
            if self.end == "crash":
                await self._throw_on_the_way()
                self._throw_at_every_kind()
                await self._fail_while_reading()
                await self._leave_a_visit_open()
            else:
                await until(lambda: here.page.place == "resume")
                self._throw("resume")
                await self._nobody()
            seen["on the disk"] = await asyncio.to_thread(found_in_files, self.data, self.thrown)
            seen |= {"drawn": thrower.drawn, "differing": thrower.differing, "codes": thrower.read}
            seen |= {"led to": sorted(thrower.led_to), "core": resource.getrlimit(resource.RLIMIT_CORE)}
        except Exception:  # noqa: BLE001 (it must end, and say why)
            seen["stuck at"] = f"{here.page.place}\n{traceback.format_exc()}"
        if self.end == "crash":
            print(json.dumps(seen, ensure_ascii=False), flush=True)
            os.kill(os.getpid(), signal.SIGSEGV)
        os.kill(os.getpid(), signal.SIGTERM)

    async def _throw_on_the_way(self) -> None:
        here, seen = self._conductor, self.seen
        seen["screens"] = []
        await self._until_the_door_is_open()
        for screen, actions in SCREENS:
            await self._walk(actions)
            seen["screens"].append(here.page.place)
            self._throw(screen)
            if screen == "card":
                self._thrower.read_codes(screen)
            await self._nobody()
        await self._walk((*IN_GUIDE, "staff", "PIN", "tickets", "new-ticket", "problem.other"))
        here.act(PickUrgency("now"))
        await until(lambda: here.page.place == "ticket.number")
        seen["ticket"] = here.page.heading
        self._thrower.read_codes("ticket")
        await self._nobody()

    def _throw_at_every_kind(self) -> None:
        """As they are, in nobody's visit."""
        here, kinds = self._conductor, dict[tuple[str, str], Stage]()
        for stage in self._stages():
            part = stage.asks if isinstance(stage, OpeningCheck) else ""
            kinds.setdefault((type(stage).__name__, part), stage)
        on_the_way = frozenset(self._kinds)
        for (kind, asked), stage in kinds.items():
            if kind not in on_the_way:
                here.show(visit_at(stage, Preferences()))
                self._throw(f"{kind} {asked}".strip())
        self.seen["kinds"] = len(self._kinds)
        self.seen["left out"] = sorted(set(kinds_of_stage()) - self._kinds)
        here.show(visit_at(Home(), Preferences()))
        self.seen["a leak is seen"] = self._thrower.sees(self.thrown[0])
        here.show(here._blank)

    def _stages(self) -> Iterator[Stage]:
        yield from stages_of_the_kiosk()
        yield from stages_of(self._conductor.around.guides.flows["vneid-cai-dat"])

    async def _fail_while_reading(self) -> None:
        """Mistakes of ours quote what was brought: where a code is judged, where keys come in, in a slot."""
        gate, bell = self._conductor._outside.gates.cards, Bell()
        keys = self._thrower.watch
        opened, held_up = gate._opened, keys._held_up
        bell.rung.connect(_fail)
        for text in self.thrown:
            gate._opened = _fail  # type: ignore[method-assign]
            self._conductor.held_up(text)
            gate._opened, keys._held_up = opened, _fail  # type: ignore[method-assign]
            self._thrower.posts = True
            self._thrower.type_quickly(text)
            await asyncio.sleep(0.01)
            self._thrower.posts, keys._held_up = False, held_up
            bell.rung.emit(text)
        self._conductor.show(self._conductor._blank)

    async def _leave_a_visit_open(self) -> None:
        await self._walk(IN_GUIDE)
        for text in self._turn[:AT_ONE]:
            self._thrower.paste(text)
            self._thrower.scan(text)
        await until(lambda: self._memory.heartbeat.last() is not None)

    async def _until_the_door_is_open(self) -> None:
        here = self._conductor
        for _ in range(200):
            here.act(Do.KNOCK)
            await asyncio.sleep(0.05)
            opened = here.page.place == "door.pin"
            here.act(Do.BACK)
            if opened:
                return
        raise TimeoutError

    async def _walk(self, actions: Sequence[str]) -> None:
        here = self._conductor
        for action in actions:
            if action == "staff":
                here.act(named(action))
                if here.page.place.startswith(
                    "assist.notice"
                ):  # offered without a PIN, after somebody was helped
                    here.act(Do.BACK)
                    here.act(named(action))
                await until(lambda: here.page.place == "door.pin")
            elif action == "PIN":
                for digit in self.pin:
                    here.act(TypeDigit(int(digit)))
                await until(lambda: here.page.place == "menu")
            elif action == "tickets":
                here.act(named(action))
                await until(lambda: here.page.primary is not None and here.page.place == "tickets")
            else:
                here.act(named(action))

    async def _nobody(self) -> None:
        """Back to the invitation, wherever what was thrown has led."""
        here = self._conductor
        for _ in range(100):
            if here.nobody_is_here:
                return
            for action in ("back", "lock") if isinstance(here.visit.stage, StaffStage) else (
                "resume.no", "stay", "done", "finish", "next-person",
            ):  # fmt: skip
                here.act(named(action))
            await asyncio.sleep(0.02)
        raise TimeoutError

    def _throw(self, screen: str) -> None:
        wrong_pins = isinstance(self._conductor.visit.stage, PinPad)  # more of them would lock out
        self._kinds.add(type(self._conductor.visit.stage).__name__)
        some, self._turn = self._turn[:AT_ONE], self._turn[AT_ONE:] + self._turn[:AT_ONE]
        self._thrower.throw(screen, some, [] if wrong_pins else some[:1])


class Bell(QObject):
    rung = Signal(str)


def _fail(text: str) -> Never:
    raise ValueError(f"what to do with {text}?\nneither this: {text!r}\n    {text}")


def main(data: Path, config: Path, end: str) -> int:
    pin, *thrown = sys.stdin.read().splitlines()
    ThrownAt.data, ThrownAt.pin, ThrownAt.end = data, pin, end
    ThrownAt.thrown, ThrownAt.seen = thrown, {}
    vars(kiosk.app)["Running"] = ThrownAt
    read, problems = load_config(config)
    with pictures_drawn_once():  # every screen is shown several times: drawing was a third of it
        status = run_kiosk(RunOptions(read, data, problems, fullscreen=False, size_px=(1080, 1920)))
    print(json.dumps(ThrownAt.seen, ensure_ascii=False))
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))
