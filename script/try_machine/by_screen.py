"""What the ward's stick brings, by the screen's one question, with a finger: as staff do who plug it in.

A twin of the kiosk draws each screen beside the machine (`twin.py`): it says where a control is, and what the
glass should look like before a finger is laid on it.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from trial import Trial
    from twin import Twin

    from ui.visit.staff.ward_stick import Brought, Exported, Offer, WardStick
    from ui.visit.stage import Stage

import programs
from pictures import difference
from places import OPENS_WITHIN_S, PROGRAM
from virtual import NotAnswered
from ward_beside import Ward

AS_THE_KIOSK = "runuser -u kiosk-bdhvs -- env XDG_RUNTIME_DIR=/run/kiosk-bdhvs WAYLAND_DISPLAY=wayland-0"
ASK_PANEL = (
    f"{AS_THE_KIOSK} QT_QPA_PLATFORM=wayland .venv/bin/python -m ui.window.screen_probe resources/fonts"
)
CONFIG = Path(__file__).resolve().parents[2] / "resources" / "points" / "diem-1.toml"
CONTENT = "/var/lib/kiosk-bdhvs/data/content"
INCOMING_PROGRAM = "/var/lib/kiosk-bdhvs/programs/incoming.kprogram"
INCOMING_CONTENT = f"{CONTENT}/incoming.kpack"
NAME = "Bạn Sen"
ALIKE = 0.03
"""Of the glass, that may be another than the twin draws it: a clock, a line at the foot."""
DRAWN_WITHIN_S = 600.0
STEP_S = 1
"""Of the machine's own clock, between two touches: sooner, the second is a hand that trembles."""


class Job(NamedTuple):
    """What staff come for. `number`: of its first picture; `incoming`: where its pack is copied to."""

    image: Path
    number: int
    offer: Offer
    exported: Exported
    brought: Brought
    incoming: str


def brings_a_program_by_one_question(trial: Trial) -> None:
    """Locked or not. It ends with the program that was there before."""
    if not _is_run(trial, program_job(Ward.of(trial).stick(trial))):
        return
    began = trial.uptime()
    if programs.runs(trial, lambda name: name not in ("", "base"), "the program of the stick runs"):
        trial.say(f"     {trial.uptime() - began:.0f} s of the machine's clock after staff had left")
        trial.show("18-new-program")
    trial.guest(f"cd {PROGRAM} && ./script/run program back")
    programs.runs(trial, lambda name: name == "base", "put back, the installed program runs again")


def brings_content_and_takes_figures_home(trial: Trial) -> None:
    """On one stick, in one visit. Locked or not."""
    ward = Ward.of(trial)
    image = ward.stick_with_content()
    if not _is_run(trial, content_job(image)):
        return
    began = trial.uptime()
    try:
        trial.machine.until(lambda: _content_in_force(trial) == 1, "the content is in force", OPENS_WITHIN_S)
        took = trial.uptime() - began
        trial.check(True, f"proven and in force {took:.0f} s of the machine's clock after staff had left")
    except NotAnswered as never:
        trial.say(trial.guest("tail -n 20 /var/lib/kiosk-bdhvs/data/logs/kiosk.log"))
        trial.check(False, str(never))
    trial.show("28-new-content")
    code, said = ward.takes_home(image)
    trial.check(code == 0 and ": +" in said, f"the ward takes in what the stick carried: {said.strip()}")


def _is_run(trial: Trial, job: Job) -> bool:
    """Whether staff came, were asked, and left."""
    from twin import NoSuchControl

    twin = None
    member, pin = _member(trial)
    trial.wait_for_kiosk()
    trial.show(f"{job.number}-before-the-stick")
    try:
        twin = _twin(trial)
        _Staff(trial, twin, member).run(job, pin)
    except NoSuchControl as missing:
        trial.check(False, f"the twin has no such control: {missing}")
        return False
    finally:
        if twin is not None:
            twin.close()
    return True


class _Staff:
    """One of them in front of the glass."""

    def __init__(self, trial: Trial, twin: Twin, member: str) -> None:
        from ui.visit.staff.people import AtControls, StaffMember

        self._trial, self._twin = trial, twin
        self._member = StaffMember(member, NAME, "officer")
        self._at_controls = AtControls(self._member)

    def run(self, job: Job, pin: str) -> None:
        from ui.visit.staff.stages import PinPad, StaffMenu, StickInUse
        from ui.visit.staff.ward_stick import WardStick

        trial, twin, first = self._trial, self._twin, job.number
        trial.machine.plug_in(job.image)
        self._meets(f"{first + 1}-pad", WardStick(plugged=True), PinPad(self._member), signed_in=False)
        for digit in pin:
            self._touches(digit)
        bundles = int(job.exported == "done")
        used = WardStick("asking", True, job.exported, bundles, job.offer)
        self._meets(f"{first + 2}-question", used, StaffMenu(), StickInUse())
        self._touches(twin.say("usb.install"))
        self._waits_for_the_copy(job)
        over = replace(used, state="over", offer=None, brought=job.brought)
        self._meets(f"{first + 4}-may-be-pulled-out", over, StaffMenu(), StickInUse())
        trial.machine.pull_out()
        self._touches(twin.say("usb.done"))
        self._meets(f"{first + 5}-menu", replace(over, plugged=False), StaffMenu())
        self._touches(twin.say("menu.lock"))
        trial.show(f"{first + 6}-after-staff")

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

    def _waits_for_the_copy(self, job: Job) -> None:
        trial, began = self._trial, self._trial.uptime()
        is_here = f"test -s {job.incoming} && echo yes"

        def came() -> bool:
            trial.show(f"{job.number + 3}-progress")
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
    people = [member for member in json.loads(listed[0] if listed else "[]") if member["active"]]
    if len(people) > 1 or any(member["shown"] != NAME for member in people):
        raise NotAnswered(f"only {NAME} may be of the staff here: {people}")
    printed = trial.guest(
        f"{run} reset-pin {people[0]['id']}" if people else f"{run} add '{NAME}' --role officer"
    )
    match = re.search(r"^(\S+) .*PIN (\d{3}) (\d{3})$", printed, re.MULTILINE)
    if match is None:
        raise NotAnswered(f"no PIN: {printed}")
    return match[1], match[2] + match[3]


def _twin(trial: Trial) -> Twin:
    """On a panel as large as the machine's says it is."""
    from twin import Twin

    from accessibility.sizes import Panel
    from kiosk.point.display.panel import believable_diagonal

    code, said = trial.machine.run(f"cd {PROGRAM} && {ASK_PANEL}", 600)
    lines = [line for line in said.splitlines() if line.startswith("{")]
    if code or not lines:
        raise NotAnswered(f"the screen does not say how large it is: {said[-200:]}")
    screen = json.loads(lines[-1])["screens"][0]
    diagonal_in, doubt = believable_diagonal(math.hypot(*screen["mm"]) / 25.4)
    trial.say(f"     the panel: {screen['px']} px, {screen['mm']} mm, {diagonal_in:.1f} inch {doubt}")
    return Twin(Panel(*screen["px"], diagonal_in), CONFIG)


def _content_in_force(trial: Trial) -> int:
    """The number of the pack; 0: the program's own."""
    said = trial.guest(f"cat {CONTENT}/current.json 2>/dev/null")
    return int(json.loads(said)["now"]["counter"]) if said.startswith("{") else 0


def program_job(image: Path) -> Job:
    """A stick that can only be read."""
    from kiosk.base.version import __version__
    from ui.visit.staff.ward_stick import Offer

    offer = Offer(1, _today(), program=__version__, content=False)
    return Job(image, 11, offer, "read-only", "program-taken", INCOMING_PROGRAM)


def content_job(image: Path) -> Job:
    """A stick that figures are copied to."""
    from ui.visit.staff.ward_stick import Offer

    return Job(image, 21, Offer(1, _today(), others=True), "done", "taken", INCOMING_CONTENT)


def _today() -> date:
    from kiosk.base.hours.opening import HANOI

    return datetime.now(HANOI).date()
