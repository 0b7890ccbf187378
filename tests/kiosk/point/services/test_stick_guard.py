"""Sticks are let in while staff are signed in, and at no other time."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest
from support.all_screens import visit_at
from support.fake_clock import FakeClock
from support.stage import Stage

from accessibility.preferences import Preferences
from kiosk.point.services.stick_guard import LOOKS_EVERY_S, MOUNTED_WITHIN_S, StickGuard
from ui.visit.staff.stages import StaffMenu
from ui.visit.stage import Stage as KioskStage
from ui.visit.stages import Home

USBGUARD = """
import sys
from pathlib import Path
here = Path(sys.argv[0]).parent
with (here / "asked").open("a") as asked:
    asked.write(" ".join(sys.argv[1:]) + "\\n")
if sys.argv[1] == "list-devices":
    print((here / "blocked").read_text())
"""
STICK = '12: block id 0781:5581 serial "4C53" name "Ultra" hash "b=" with-interface 08:06:50'
KEYBOARD = '13: block id 046d:c31c serial "" name "Keys" hash "d=" with-interface 03:01:01'


class Sticks:
    """A guard of sticks beside a kiosk, over a usbguard of ours in *folder*."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.kiosk, self.clock = folder, Stage(), FakeClock()
        program = folder / "usbguard.py"
        program.write_text(USBGUARD, "utf-8")
        self.guard = StickGuard(self.kiosk.conductor, self.clock, (sys.executable, str(program)))
        self.shut_out(STICK, KEYBOARD)

    def shut_out(self, *devices: str) -> None:
        (self.folder / "blocked").write_text("\n".join((*devices, "")), "utf-8")

    def shows(self, stage: KioskStage) -> None:
        self.kiosk.conductor.show(visit_at(stage, Preferences()))

    def asked(self, after_s: float = LOOKS_EVERY_S) -> list[str]:
        """What usbguard was asked by a tick so much later."""
        self.clock.pass_s(after_s)

        async def work() -> None:
            await self.guard.tick()
            while not self.guard.is_idle:
                await asyncio.sleep(0.01)

        asyncio.run(work())
        told = self.folder / "asked"
        lines = told.read_text().splitlines() if told.exists() else []
        told.unlink(missing_ok=True)
        return lines


LOOK = "list-devices --blocked"


def test_a_stick_is_seen_and_waits_until_staff_are_signed_in_and_a_keyboard_for_ever(tmp_path: Path) -> None:
    sticks = Sticks(tmp_path)
    assert sticks.asked() == [LOOK]
    assert sticks.guard.is_coming, "the door of staff opens for it"
    assert sticks.asked(1.0) == [], "not at each tick: it is another program"
    sticks.shows(Home())
    assert sticks.asked() == [LOOK], "a resident lets nothing in"
    sticks.shows(StaffMenu())
    assert sticks.asked() == [LOOK, "allow-device 12"]
    sticks.shut_out(KEYBOARD)
    assert sticks.guard.is_coming, "it is not mounted yet"
    assert sticks.asked() == [LOOK]
    sticks.clock.pass_s(MOUNTED_WITHIN_S)
    assert not sticks.guard.is_coming


def test_one_that_is_pulled_out_again_waits_no_more_nor_does_one_nobody_tells_of(tmp_path: Path) -> None:
    sticks = Sticks(tmp_path)
    sticks.asked()
    sticks.shut_out(KEYBOARD)
    sticks.asked()
    assert not sticks.guard.is_coming
    sticks.shut_out(STICK)
    sticks.asked()
    assert sticks.guard.is_coming
    (tmp_path / "blocked").unlink()  # it ends with a mistake of its own
    sticks.asked()
    assert not sticks.guard.is_coming


def test_a_usbguard_that_gives_no_answer_is_written_down_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    sticks = Sticks(tmp_path)
    for _ in range(3):
        (tmp_path / "blocked").unlink(missing_ok=True)
        sticks.asked()
    assert len(caplog.records) == 1
    sticks.shut_out(STICK)
    sticks.asked()
    (tmp_path / "blocked").unlink()
    sticks.asked()
    assert len(caplog.records) == 2, "after an answer it is said anew"


def test_where_nobody_keeps_sticks_out_nothing_is_asked() -> None:
    kiosk, clock = Stage(), FakeClock()
    guard = StickGuard(kiosk.conductor, clock)
    kiosk.conductor.show(visit_at(StaffMenu(), Preferences()))
    clock.pass_s(60)
    asyncio.run(guard.tick())
    assert guard.is_idle and not guard.is_coming
