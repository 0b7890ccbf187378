"""A version of the program on the ward's stick, and the way back from one that fails, on the same machine."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trial import Trial

from places import KIOSK, OPENS_WITHIN_S, PROGRAM
from virtual import NotAnswered
from ward_beside import Ward

POINTER = "/var/lib/kiosk-bdhvs/programs/current"


def comes_by_stick_and_goes_back(trial: Trial) -> None:
    """Locked or not. The two kills within one boot stand for a program that fails."""
    image = Ward.of(trial).stick(trial)
    trial.machine.plug_in(image)
    # As the kiosk does once staff are signed in, which its tests show.
    allow = "usbguard list-devices --blocked 2>/dev/null | sed 's/:.*//' | xargs -rn 1 usbguard allow-device"
    mount = "mount -o ro /dev/sda /run/stick"
    trial.guest(f"mkdir -p /run/stick; for n in $(seq 60); do {allow}; {mount} && break; sleep 2; done")
    code, said = trial.machine.run(f"cd {PROGRAM} && ./script/run program take /run/stick/moi.kprogram", 900)
    trial.check(code == 0, f"program take ends with {code}: {said[-160:]}")
    trial.guest("umount /run/stick")
    trial.machine.pull_out()
    began = trial.uptime()
    if not runs(trial, lambda name: name not in ("", "base"), "the new program runs"):
        return
    trial.say(f"     {trial.uptime() - began:.0f} s of the machine's clock after it was taken in")
    trial.show("10-new-program")
    for number in (1, 2):
        trial.wait_for_kiosk()
        trial.guest(f"systemctl kill -s KILL {KIOSK}")
        trial.say(f"     killed for the {'first' if number == 1 else 'second'} time")
        trial.machine.until(lambda: trial.unit("SubState") == "running", "back after a kill", OPENS_WITHIN_S)
    runs(trial, lambda name: name == "base", "the installed program runs again")
    pointer = trial.guest(f"cat {POINTER}")
    trial.check("news went-back" in pointer or "failed" in pointer, f"what failed is remembered: {pointer}")


def runs(trial: Trial, holds: Callable[[str], bool], what: str) -> bool:
    """Waits until a program runs whose name *holds*."""
    try:
        trial.machine.until(lambda: holds(_name(trial)), what, 2 * OPENS_WITHIN_S)
        trial.wait_for_kiosk()
    except NotAnswered as never:
        trial.say(trial.guest("tail -n 20 /var/lib/kiosk-bdhvs/data/logs/kiosk.log"))
        trial.check(False, str(never))
        return False
    trial.check(True, f"{what}: {_name(trial)}")
    return True


def _name(trial: Trial) -> str:
    """As the starting script calls the program: that of the kiosk's own process, a child of cage's."""
    printed = trial.guest(
        "for one in /proc/[0-9]*; do { tr '\\0' ' ' <$one/cmdline | grep -q -- '-m kiosk run ' && "
        "tr '\\0' '\\n' <$one/environ | sed -n 's/^KIOSK_PROGRAM=/program /p'; } 2>/dev/null; done"
    )
    names = re.findall(r"^program (\S+)$", printed, re.MULTILINE)
    return names[0] if names else ""
