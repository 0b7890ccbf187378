"""How `script/try-machine` lays its fingers: on the screens of a real kiosk, from the stick to the last tap.

The machine here is a window of the same size, and its stick a list of what happens to one. The virtual
machine is started by hand.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from support.staff import PIN, HandRegister
from support.stage import Stage
from support.window import Screen

from accessibility.sizes import Panel
from ui.screens.surrounding_parts import Sound
from ui.turn.gates.late_port import LatePort
from ui.turn.gates.staff_gate import StaffGate
from ui.visit.actions.common import Do
from ui.visit.effects import PointEffect, TakeFromStick, UseStick
from ui.visit.ports import PointPort
from ui.visit.staff.people import StaffMember
from ui.visit.staff.point import PointNow
from ui.visit.staff.stages import PinPad
from ui.visit.staff.ward_stick import (
    Agreed,
    Begun,
    FiguresCopied,
    OfferFound,
    Plugged,
    Progressed,
    Pulled,
    StickEvent,
    Stopped,
    WardStick,
    after,
)

SCRIPTS = Path(__file__).parents[2] / "script" / "try_machine"
PANEL = Panel(1080, 1920, 22.03)
"""As QEMU says of its screen: a hundred dots an inch."""
SEN = StaffMember("cb-01", "Bạn Sen", "officer")
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="as script/try-machine")


@pytest.fixture(scope="module")
def scripts() -> Iterator[dict[str, ModuleType]]:
    sys.path.insert(0, str(SCRIPTS))
    try:
        import by_screen
        import trial
        import twin

        yield {"by_screen": by_screen, "trial": trial, "twin": twin}
    finally:
        sys.path.remove(str(SCRIPTS))
        for name in (
            "by_screen",
            "trial",
            "twin",
            "virtual",
            "pictures",
            "programs",
            "ward_beside",
            "journal",
            "fat_stick",
        ):
            sys.modules.pop(name, None)


class Glass:
    """Fits `Machine` and `PointPort`: what is shown and touched is the window of *stage*. The stick brings
    what the *job* of the script is about.
    """

    def __init__(self, stage: Stage, job: Any) -> None:
        self._stage, self._job, self._asked = stage, job, 0
        self.done: list[PointEffect] = []

    def carry_out(self, effect: PointEffect) -> None:
        self.done.append(effect)
        exported = self._job.exported
        if isinstance(effect, UseStick):
            copied = FiguresCopied(exported, bundles=int(exported == "done"))
            self._happens(Begun(), copied, OfferFound(self._job.offer))
        elif isinstance(effect, TakeFromStick) and effect.agreed:
            self._happens(Agreed(), Progressed(42, 100))

    def _happens(self, *events: StickEvent) -> None:
        for event in events:
            stick = self._stage.conductor.around.point.ward_stick
            self._stage.conductor.surround(PointNow(ward_stick=after(stick, event)))

    def plug_in(self, image: Path) -> None:
        assert image.name == "stick.img"
        self._happens(Plugged())
        self._stage.conductor.act(Do.KNOCK)  # as the point's service does when nobody is here

    def pull_out(self) -> None:
        self._happens(Pulled())

    def touch(self, across: float, down: float) -> None:
        spot = QPoint(int(across * PANEL.width_px), int(down * PANEL.height_px))
        QTest.mouseClick(self._stage.kiosk.window, Qt.MouseButton.LeftButton, pos=spot)

    def run(self, command: str, within_s: float = 300) -> tuple[int, str]:
        if command.startswith("sleep"):
            self._stage.clock.now_s += int(command.split()[1])
        elif self._job.incoming in command:
            self._asked += 1
            if self._asked == 2:
                self._happens(Stopped(self._job.brought))
                return 0, "yes"
        return 0, "100.0" if "uptime" in command else ""

    def picture(self, file: Path) -> None:
        QCoreApplication.processEvents()
        self._stage.kiosk.window.grabWindow().save(str(file))

    def until(self, holds: Callable[[], bool], what: str, within_s: float) -> float:
        from virtual import NotAnswered

        for _ in range(3):
            if holds():
                return 0.0
        raise NotAnswered(what)


@pytest.fixture
def stage(drawing: object) -> Iterator[Stage]:
    register = HandRegister(members=(SEN,))
    kiosk = Stage(panel=PANEL, staff=StaffGate(register), point_port=LatePort[PointPort](), point=PointNow())
    kiosk.conductor.surround(Sound(no_sound=True))
    window = kiosk.open().window
    Screen(window).wait_until(window.isExposed)
    yield kiosk
    kiosk.close()


def job(scripts: dict[str, ModuleType], brings: str, image: Path) -> Any:
    make = {"a program": "program_job", "content": "content_job"}[brings]
    return getattr(scripts["by_screen"], make)(image)


@pytest.mark.parametrize("brings", ["a program", "content"])
def test_from_the_stick_to_the_last_tap_every_finger_meets_what_it_is_meant_for(
    stage: Stage, scripts: dict[str, ModuleType], tmp_path: Path, brings: str
) -> None:
    run = job(scripts, brings, tmp_path / "stick.img")
    glass = Glass(stage, run)
    stage.point_port.open(glass)
    trial = scripts["trial"].Trial(glass, tmp_path, tmp_path)
    twin = scripts["twin"].Twin(PANEL, scripts["by_screen"].CONFIG)
    try:
        scripts["by_screen"]._Staff(trial, twin, SEN.id).run(run, PIN)
    finally:
        twin.close()
    assert trial.failed == []
    assert glass.done == [UseStick(), TakeFromStick(agreed=True)]
    assert stage.conductor.nobody_is_here, "the controls are locked again"
    kept = {one.stem.partition("-")[2] for one in tmp_path.glob("[12]*.png")}
    assert {"pad", "question", "progress", "may-be-pulled-out", "menu", "after-staff"} <= kept


def test_another_screen_than_the_twins_is_reported(
    stage: Stage, scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    glass = Glass(stage, job(scripts, "content", tmp_path / "stick.img"))
    trial = scripts["trial"].Trial(glass, tmp_path, tmp_path)
    twin = scripts["twin"].Twin(PANEL, scripts["by_screen"].CONFIG)
    try:
        staff = scripts["by_screen"]._Staff(trial, twin, SEN.id)
        staff._meets("12-pad", WardStick(plugged=True), PinPad(SEN), signed_in=False)
        with pytest.raises(scripts["twin"].NoSuchControl):
            twin.place_of("Cài")
    finally:
        twin.close()
    assert len(trial.failed) == 1 and "another than the twin draws it" in trial.failed[0]
