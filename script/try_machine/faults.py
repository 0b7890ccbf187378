"""What goes wrong with a kiosk that runs: each fault, and how it comes back."""

from __future__ import annotations

import shlex
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trial import Trial

from pictures import difference, is_another, is_bright, is_paper
from places import AFTER_A_HANG_S, AFTER_A_KILL_S, DROP_INS, HANG, KIOSK, OPENS_WITHIN_S, PAGE_IS_UP, PROGRAM
from virtual import NotAnswered

A_TILE = (0.25, 0.3)
"""Of the first screen, where people choose what they come for; shares of it, from its upper left."""
THE_BUTTON = (0.5, 0.85)
"""Of the page that says what to do, upright."""
LEAST_CALLED = 0.003
"""Of the glass, when other words stand on the button."""
CONFIG = "/etc/xdg/kiosk-bdhvs/kiosk.toml"
RESTARTS = "/var/lib/kiosk-bdhvs/machine-restarts"
THREE_PAGES_WITHIN_S = 2400
LAMP = "/run/kiosk-bdhvs-stopped/lamp"
CAGE = "$(grep -lx cage /proc/[0-9]*/comm | cut -d / -f 3)"


def comes_back_from(trial: Trial, what: str, fault: str, within_s: float = AFTER_A_HANG_S) -> None:
    """*fault*: a shell command; $PID is the kiosk. *within_s*: of the machine's clock, up to READY."""
    before = trial.unit("MainPID")
    began = float(trial.guest(f"cut -d ' ' -f 1 /proc/uptime; PID={before}; {fault}").split()[0])
    try:
        trial.machine.until(
            lambda: trial.unit("SubState") == "running" and trial.unit("MainPID") not in (before, "0"),
            what,
            OPENS_WITHIN_S,
        )
    except NotAnswered as never:
        trial.check(False, str(never))
        return
    took = float(trial.unit("ActiveEnterTimestampMonotonic")) / 1_000_000 - began
    if trial.is_stretched:
        trial.check(
            True, f"{what}: it is back after {took:.0f} s of the machine's clock; time-outs are stretched"
        )
        return
    trial.check(
        took <= within_s,
        f"{what}: it is back after {took:.1f} s of the machine's clock, {within_s:g} at most",
    )


def comes_back_from_a_busy_loop(trial: Trial) -> None:
    """In the screen's own thread: a file beside the packages, for this trial alone, takes a signal for it."""
    site = trial.guest(f"ls -d {PROGRAM}/.venv/lib/python3*/site-packages")
    busy = "import signal; signal.signal(signal.SIGUSR1, lambda *_: all(True for _ in iter(int, 1)))"
    trial.guest(f"echo {shlex.quote(busy)} >{site}/zz_busy.pth")
    comes_back_from(trial, "a kill", "kill -KILL $PID", AFTER_A_KILL_S)
    trial.wait_for_kiosk()
    trial.guest(f"rm {site}/zz_busy.pth")
    comes_back_from(trial, "a busy loop in the screen's thread", "kill -USR1 $PID")
    trial.wait_for_kiosk()


def stands_a_blocked_disk(trial: Trial) -> None:
    """No write on the data's disk comes to an end for a minute, and somebody begins a visit."""
    name = "3-before-the-touch"
    trial.machine.until(lambda: is_paper(trial.show(name)), "what people come for", OPENS_WITHIN_S)
    before = trial.unit("MainPID")
    trial.guest("fsfreeze -f /var/lib/kiosk-bdhvs")
    began = trial.uptime()
    waited = trial.show(name)
    trial.machine.touch(*A_TILE)
    try:
        took = trial.machine.until(
            lambda: is_another(trial.show("3-disk-blocked"), waited), "the screen behind a tile", 100
        )
        trial.check(True, f"the disk is blocked: a touch brings the next screen, seen after {took:.0f} s")
    except NotAnswered as never:
        trial.check(False, f"the disk is blocked: {never}")
    trial.machine.until(lambda: trial.uptime() - began > 60, "a minute passes", 2000)
    trial.guest("fsfreeze -u /var/lib/kiosk-bdhvs")
    trial.machine.until(lambda: trial.uptime() - began > 120, "another minute passes", 2000)
    trial.check(trial.unit("MainPID") == before, "a disk blocked for a minute restarts nothing")


def _hangs_before_it_is_ready(trial: Trial) -> float:
    """From now (given back) on every start hangs as cage does without a seat, and ends by force alone.

    The time-outs and the limit are the unit's own, even where this trial has stretched them.
    """
    unit = f"/etc/systemd/system/{KIOSK}"
    own = trial.guest(f"grep -hE '^(TimeoutStartSec|StartLimitIntervalSec)=' {unit}").split()
    limit, start = (next(one for one in own if one.startswith(name)) for name in ("StartLimit", "Timeout"))
    hang = "/bin/sh -c 'trap \"\" TERM; exec sleep infinity'"
    text = f"[Unit]\\n{limit}\\n[Service]\\n{start}\\nExecStart=\\nExecStart={hang}\\n"
    trial.guest(f"mkdir -p {DROP_INS}; printf '%b' {shlex.quote(text)} >{HANG}; systemctl daemon-reload")
    since = trial.uptime()
    trial.guest(f"systemctl kill -s KILL {KIOSK}")
    trial.say(f"     every start hangs from now on: {start}, {limit}")
    return since


def _a_start_that_hangs_again_and_again_ends_in_the_page(trial: Trial, since: float) -> None:
    trial.machine.until(lambda: trial.guest(PAGE_IS_UP) == "active", "the page of what to do", 3600)
    took = trial.uptime() - since
    trial.check(True, f"hung before READY: given up after {took:.0f} s of the machine's clock")
    trial.say(f"     {trial.unit('Result')}, {trial.unit('NRestarts')} restarts")
    _the_page_is_drawn(trial, "8-what-to-do-after-hangs")
    trial.guest(f"rm {HANG}; systemctl daemon-reload")


def _the_page_is_drawn(trial: Trial, name: str) -> None:
    try:
        took = trial.machine.until(lambda: is_bright(trial.show(name)), "the page is drawn", 900)
        trial.check(True, f"the page that says what to do is on the glass after {took:.0f} s")
    except NotAnswered as never:
        trial.check(False, str(never))


def says_what_to_do_when_it_fails_again_and_again(trial: Trial) -> None:
    """The ward's lamp is a file here."""
    _has_a_lamp(trial)
    trial.guest(f"mv {PROGRAM}/ui/qml {PROGRAM}/ui/qml.away; systemctl kill -s KILL {KIOSK}")
    trial.machine.until(lambda: trial.guest(PAGE_IS_UP) == "active", "the page of what to do", OPENS_WITHIN_S)
    trial.say(f"     given up: {trial.unit('Result')}")
    _the_page_is_drawn(trial, "6-what-to-do")
    _a_touch_on_the_page_calls_staff(trial)
    trial.guest(f"mv {PROGRAM}/ui/qml.away {PROGRAM}/ui/qml")
    trial.machine.until(lambda: trial.unit("SubState") == "running", "tried again", 3600)
    trial.wait_for_kiosk()
    trial.check(is_bright(trial.show("7-tried-again")), "five minutes later it is tried again, and opens")


def _has_a_lamp(trial: Trial) -> None:
    said = f'\\n[help]\\nlamp_on = "touch {LAMP}"\\nlamp_off = "rm -f {LAMP}"\\n'
    trial.guest(f"grep -q ^lamp_on {CONFIG} || printf {shlex.quote(said)} >>{CONFIG}")


def _a_touch_on_the_page_calls_staff(trial: Trial) -> None:
    waiting = trial.show("6-what-to-do")
    trial.machine.touch(*THE_BUTTON)
    try:
        took = trial.machine.until(
            lambda: trial.guest(f"ls {LAMP} 2>/dev/null") == LAMP, "the lamp is lit", 300
        )
        trial.check(True, f"a touch on the page lights the ward's lamp after {took:.0f} s")
        drawn = trial.machine.until(
            lambda: difference(trial.show("6-called"), waiting) > LEAST_CALLED, "the button says so", 300
        )
        trial.check(True, f"the button says that staff are called after {drawn:.0f} s")
    except NotAnswered as never:
        trial.check(False, str(never))


def is_restarted_after_the_third_page(trial: Trial) -> None:
    """It fails at each start until the machine begins anew: the drop-in that says so lies in memory."""
    until_then = f"/run/systemd/system/{KIOSK}.d"
    trial.guest(
        f"mkdir -p {until_then}; printf '[Service]\\nExecStart=\\nExecStart=/bin/false\\n' "
        f">{until_then}/fails.conf; systemctl daemon-reload; systemctl kill -s KILL {KIOSK}"
    )
    began = time.monotonic()
    try:
        trial.machine.wait_until_it_ends(THREE_PAGES_WITHIN_S)
    except NotAnswered as never:
        trial.check(False, f"after the third page: {never}")
        return
    trial.check(True, f"after the third page the machine is restarted: {time.monotonic() - began:.0f} s")
    trial.machine.pull_the_plug()
    trial.opens(10)
    noted = trial.guest(f"cat {RESTARTS}")
    trial.check(noted.endswith(" 1"), f"it remembers that, so that it does so twice a day at most: {noted}")


def hangs_and_comes_back(trial: Trial) -> None:
    since = _hangs_before_it_is_ready(trial)
    _a_start_that_hangs_again_and_again_ends_in_the_page(trial, since)
    trial.machine.until(lambda: trial.unit("SubState") == "running", "tried again", 3600)
    trial.check(True, "five minutes after the page it is tried again, and opens")
