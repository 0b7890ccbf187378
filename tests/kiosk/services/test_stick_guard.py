"""Sticks are let in while staff are signed in, and at no other time."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from support.all_screens import visit_at
from support.stage import Stage

from accessibility.preferences import Preferences
from kiosk.services.stick_guard import StickGuard
from ui.visit.staff.stages import StaffMenu
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


def asked(folder: Path, kiosk: Stage, guard: StickGuard) -> list[str]:
    async def work() -> None:
        await guard.tick()
        for _ in range(1000):
            if guard.is_idle:
                break
            await asyncio.sleep(0.01)
        await guard.aclose()

    asyncio.run(work())
    told = folder / "asked"
    return told.read_text().splitlines() if told.exists() else []


def test_a_stick_waits_until_staff_are_signed_in_and_a_keyboard_for_ever(tmp_path: Path) -> None:
    program = tmp_path / "usbguard.py"
    program.write_text(USBGUARD, "utf-8")
    (tmp_path / "blocked").write_text(f"{STICK}\n{KEYBOARD}\n", "utf-8")
    kiosk = Stage()
    guard = StickGuard(kiosk.conductor, (sys.executable, str(program)))
    assert asked(tmp_path, kiosk, guard) == []
    kiosk.conductor.show(visit_at(Home(), Preferences()))
    assert asked(tmp_path, kiosk, guard) == [], "a resident lets nothing in"
    kiosk.conductor.show(visit_at(StaffMenu(), Preferences()))
    assert asked(tmp_path, kiosk, guard) == ["list-devices --blocked", "allow-device 12"]


def test_where_nobody_keeps_sticks_out_nothing_is_asked(tmp_path: Path) -> None:
    kiosk = Stage()
    kiosk.conductor.show(visit_at(StaffMenu(), Preferences()))
    assert asked(tmp_path, kiosk, StickGuard(kiosk.conductor)) == []
