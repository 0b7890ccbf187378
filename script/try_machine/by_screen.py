"""A version of the program by the screen's one question, with a finger: as staff do who plug in the stick.

A twin of the kiosk draws each screen beside the machine (`twin.py`): it says where a control is, and what the
glass should look like before a finger is laid on it.
"""

from __future__ import annotations

import json
import math
import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trial import Trial
    from twin import Twin

    from ui.visit.staff.ward_stick import Offer, WardStick
    from ui.visit.stage import Stage

import programs
from pictures import difference
from places import OPENS_WITHIN_S, PROGRAM
from virtual import NotAnswered
from ward_beside import Ward

AS_THE_KIOSK = "runuser -u kiosk-bdhvs -- env XDG_RUNTIME_DIR=/run/kiosk-bdhvs WAYLAND_DISPLAY=wayland-0"
ASK_PANEL = f"{AS_THE_KIOSK} QT_QPA_PLATFORM=wayland .venv/bin/python -m ui.screen_probe resources/fonts"
CONFIG = Path(__file__).resolve().parents[2] / "resources" / "points" / "diem-1.toml"
INCOMING = "/var/lib/kiosk-bdhvs/programs/incoming.kprogram"
NAME = "Bạn Sen"
ALIKE = 0.03
"""Of the glass, that may be another than the twin draws it: a clock, a line at the foot."""
DRAWN_WITHIN_S = 600.0
STEP_S = 1
"""Of the machine's own clock, between two touches: sooner, the second is a hand that trembles."""


def brings_a_program_by_one_question(trial: Trial) -> None:
    """Locked or not. It ends with the program that was there before."""
    from twin import NoSuchControl

    image, twin = Ward.of(trial).stick(trial), None
    member, pin = _member(trial)
    trial.wait_for_kiosk()
    trial.show("11-before-the-stick")
    try:
        twin = _twin(trial)
        _Staff(trial, twin, member).bring(image, pin)
    except NoSuchControl as missing:
        trial.check(False, f"the twin has no such control: {missing}")
        return
    finally:
        if twin is not None:
            twin.close()
    began = trial.uptime()
    if programs.runs(trial, lambda name: name not in ("", "base"), "the program of the stick runs"):
        trial.say(f"     {trial.uptime() - began:.0f} s of the machine's clock after staff had left")
        trial.show("18-new-program")
    trial.guest(f"cd {PROGRAM} && ./script/run program back")
    programs.runs(trial, lambda name: name == "base", "put back, the installed program runs again")


class _Staff:
    """One of them in front of the glass."""

    def __init__(self, trial: Trial, twin: Twin, member: str) -> None:
        from ui.visit.staff.people import AtControls, StaffMember

        self._trial, self._twin = trial, twin
        self._member = StaffMember(member, NAME, "officer")
        self._at_controls = AtControls(self._member)

    def bring(self, image: Path, pin: str) -> None:
        from ui.visit.staff.stages import PinPad, StaffMenu, StickInUse
        from ui.visit.staff.ward_stick import WardStick

        trial, twin = self._trial, self._twin
        trial.machine.plug_in(image)
        self._meets("12-pad", WardStick(plugged=True), PinPad(self._member), signed_in=False)
        for digit in pin:
            self._touches(digit)
        asking = WardStick("asking", plugged=True, exported="read-only", offer=_offer())
        self._meets("13-question", asking, StaffMenu(), StickInUse())
        self._touches(twin.say("usb.install"))
        self._waits_for_the_copy()
        over = WardStick("over", plugged=True, exported="read-only", brought="program-taken")
        self._meets("15-may-be-pulled-out", over, StaffMenu(), StickInUse())
        trial.machine.pull_out()
        self._touches(twin.say("usb.done"))
        pulled = WardStick("over", exported="read-only", brought="program-taken")
        self._meets("16-menu", pulled, StaffMenu())
        self._touches(twin.say("menu.lock"))
        trial.show("17-after-staff")

    def _meets(self, name: str, stick: WardStick, *stages: Stage, signed_in: bool = True) -> None:
        """*stages*: as they lie over the invitation. What the twin draws is kept beside the picture."""
        from ui.visit.staff.point import PointNow

        staff = self._at_controls if signed_in else None
        self._twin.show(*stages, point=PointNow(ward_stick=stick), staff=staff)
        wanted = self._trial.pictures / f"{name}-twin.png"
        self._twin.picture(wanted)
        seen = list[float]()

        def is_there() -> bool:
            seen.append(difference(self._trial.show(name), wanted))
            return seen[-1] <= ALIKE

        try:
            took = self._trial.machine.until(is_there, name, DRAWN_WITHIN_S)
            self._trial.check(True, f"{name}: on the glass after {took:.0f} s, {seen[-1]:.1%} of it another")
        except NotAnswered:
            self._trial.check(False, f"{name}: {seen[-1]:.1%} of the glass is another than the twin draws it")

    def _touches(self, control: str) -> None:
        self._trial.guest(f"sleep {STEP_S}")
        self._trial.machine.touch(*self._twin.place_of(control))

    def _waits_for_the_copy(self) -> None:
        trial, began = self._trial, self._trial.uptime()
        is_here = f"test -s {INCOMING} && echo yes"

        def came() -> bool:
            trial.show("14-progress")
            return trial.guest(is_here) == "yes"

        took = trial.machine.until(came, "the pack is copied", OPENS_WITHIN_S)
        at_most = trial.uptime() - began
        trial.check(
            True, f"the pack is in the kiosk after {took:.0f} s of ours, {at_most:.0f} s of the machine's"
        )


def _member(trial: Trial) -> tuple[str, str]:
    """The one member of staff there is, who has just been given a PIN."""
    run = f"cd {PROGRAM} && ./script/run staff"
    listed = re.search(r"\[.*\]", trial.guest(f"{run} list --json"), re.DOTALL)
    people = [one for one in json.loads(listed[0] if listed else "[]") if one["active"]]
    if len(people) > 1 or any(one["shown"] != NAME for one in people):
        raise NotAnswered(f"only {NAME} may be of the staff here: {people}")
    said = trial.guest(
        f"{run} reset-pin {people[0]['id']}" if people else f"{run} add '{NAME}' --role officer"
    )
    found = re.search(r"^(\S+) .*PIN (\d{3}) (\d{3})$", said, re.MULTILINE)
    if found is None:
        raise NotAnswered(f"no PIN: {said}")
    return found[1], found[2] + found[3]


def _twin(trial: Trial) -> Twin:
    """On a panel as large as the machine's says it is."""
    from twin import Twin

    from accessibility.sizes import Panel
    from kiosk.display.panel import believable_diagonal

    code, said = trial.machine.run(f"cd {PROGRAM} && {ASK_PANEL}", 600)
    lines = [line for line in said.splitlines() if line.startswith("{")]
    if code or not lines:
        raise NotAnswered(f"the screen does not say how large it is: {said[-200:]}")
    screen = json.loads(lines[-1])["screens"][0]
    diagonal_in, doubt = believable_diagonal(math.hypot(*screen["mm"]) / 25.4)
    trial.say(f"     the panel: {screen['px']} px, {screen['mm']} mm, {diagonal_in:.1f} inch {doubt}")
    return Twin(Panel(*screen["px"], diagonal_in), CONFIG)


def _offer() -> Offer:
    from kiosk.hours.opening import HANOI
    from kiosk.version import __version__
    from ui.visit.staff.ward_stick import Offer

    return Offer(1, datetime.now(HANOI).date(), program=__version__, content=False)
