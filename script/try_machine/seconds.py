"""Each fault a kiosk comes back from, and after how many seconds: the time-outs are the unit's own."""

from __future__ import annotations

import shlex
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from container import Container

from places import AFTER_A_HANG_S, AFTER_A_KILL_S, DROP_INS, KIOSK, PAGE_IS_UP, PROGRAM

CONFIG = "resources/points/diem-1.toml"
# No panel and no terminal is in a container; what systemd waits for, and for how long, stays.
WITHOUT_A_PANEL = """[Service]
StandardInput=null
StandardOutput=journal
TTYPath=
TTYReset=no
TTYVHangup=no
TTYVTDisallocate=no
Environment=WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1
"""
# A file beside the packages, for this trial alone, takes a signal for each mistake of ours.
MISTAKES = (
    "import signal; signal.signal(signal.SIGUSR1, lambda *_: all(True for _ in iter(int, 1)))\n"
    "import signal; signal.signal(signal.SIGUSR2, lambda *_: setattr("
    "__import__('ui.turn.conductor', fromlist=['x']), 'apply', None))\n"
)
CAGE = "$(grep -lx cage /proc/[0-9]*/comm | cut -d / -f 3)"
VOICE = "grep -la '[a]ccessibility.speech' /proc/[0-9]*/cmdline | cut -d / -f 3"  # not grep itself; no procps
PAGE_DROP_INS = "/etc/systemd/system/kiosk-bdhvs-stopped.service.d"
GIVEN_UP_S, RESTS_S = 300.0, 15.0


class Seconds:
    """`failed` gathers what does not hold."""

    def __init__(self, container: Container) -> None:
        self.guest = container.run
        self.failed: list[str] = []

    def install(self) -> None:
        self.guest(f"cd {PROGRAM} && ./script/run install --config {CONFIG}")
        drop_in = shlex.quote(WITHOUT_A_PANEL)
        for folder in (DROP_INS, PAGE_DROP_INS):
            self.guest(f"mkdir -p {folder}; printf %s {drop_in} >{folder}/without-a-panel.conf")
        site = self.guest(f"ls -d {PROGRAM}/.venv/lib/python3*/site-packages")
        self.guest(f"printf %s {shlex.quote(MISTAKES)} >{site}/zz_mistakes.pth; systemctl daemon-reload")
        print(self.guest(f"grep -hE '^(WatchdogSec|Timeout.*Sec|RestartSec)=' /etc/systemd/system/{KIOSK}"))
        began = time.monotonic()
        self.guest(f"systemctl start {KIOSK}")
        self.check("the first start", time.monotonic() - began, GIVEN_UP_S)
        time.sleep(RESTS_S)

    def check(self, what: str, took_s: float, at_most_s: float) -> None:
        holds = took_s <= at_most_s
        print(f"{'ok  ' if holds else 'FAIL'} {what}: {took_s:.1f} s, {at_most_s:g} at most", flush=True)
        if not holds:
            self.failed.append(what)

    def until(self, command: str, holds: Callable[[str], bool], what: str, at_most_s: float) -> None:
        """Seconds from now until what *command* says *holds*."""
        began = time.monotonic()
        while not holds(self.guest(command)) and time.monotonic() - began < GIVEN_UP_S:
            time.sleep(0.2)
        self.check(what, time.monotonic() - began, at_most_s)
        time.sleep(RESTS_S)

    def comes_back_from(self, what: str, fault: str, at_most_s: float) -> None:
        """*fault*: a shell command; $PID is the kiosk."""
        # Six starts in half an hour are the limit; here each fault is the first.
        before = self.guest(f"systemctl reset-failed {KIOSK}; systemctl show {KIOSK} -P MainPID")
        self.guest(f"PID={before}; {fault}")
        shown = f"systemctl show {KIOSK} -P MainPID -P SubState"

        def is_back(said: str) -> bool:
            process, _, state = said.partition("\n")
            return state.strip() == "running" and process not in (before, "0")

        self.until(shown, is_back, what, at_most_s)


def _hangs(what: str, fault: str) -> Callable[[Seconds], None]:
    return lambda trial: trial.comes_back_from(what, fault, AFTER_A_HANG_S)


def _ends(what: str, fault: str) -> Callable[[Seconds], None]:
    return lambda trial: trial.comes_back_from(what, fault, AFTER_A_KILL_S)


def _a_voice_that_hangs_is_another(trial: Seconds) -> None:
    before = trial.guest(VOICE)
    trial.guest(f"kill -STOP {before}")
    trial.until(VOICE, lambda now: now not in ("", before), "a voice that hangs is another", AFTER_A_KILL_S)


def _what_fails_again_and_again_ends_in_the_page(trial: Seconds) -> None:
    trial.guest(f"mv {PROGRAM}/ui/qml {PROGRAM}/ui/qml.away; systemctl kill -s KILL {KIOSK}")
    trial.until(
        PAGE_IS_UP, lambda state: state == "active", "six starts that come to nothing: the page", GIVEN_UP_S
    )
    trial.guest(f"mv {PROGRAM}/ui/qml.away {PROGRAM}/ui/qml")


FAULTS: tuple[Callable[[Seconds], None], ...] = (
    _ends("the kiosk is killed", "kill -KILL $PID"),
    _ends("cage is killed", f"kill -KILL {CAGE}"),
    _hangs("the kiosk is stopped", "kill -STOP $PID"),
    _hangs("a busy loop in the screen's thread", "kill -USR1 $PID"),
    _hangs("every press is a mistake of ours", "kill -USR2 $PID"),
    _hangs("cage is stopped", f"kill -STOP {CAGE}"),
    _a_voice_that_hangs_is_another,
    _what_fails_again_and_again_ends_in_the_page,
)
