"""What an installed kiosk has to stand, one thing after another on one virtual machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import by_screen
import faults
import locked
import programs
from fat_stick import fat_stick
from journal import ASKED, read_starts
from pictures import is_bright, is_dark_text
from places import DROP_INS, KIOSK, OPENS_WITHIN_S, PROGRAM
from virtual import Machine, NotAnswered

ESCAPES = (
    ("alt", "sysrq", "r"), ("ctrl", "alt", "f2"), ("ctrl", "alt", "f3"), ("ctrl", "alt", "delete"),
    ("alt", "f4"), ("ctrl", "alt", "backspace"), ("meta_l", "l"),
)  # fmt: skip
STRETCHED = "[Unit]\\nStartLimitIntervalSec=7200\\n[Service]\\nTimeoutStartSec=900\\nWatchdogSec=120\\n"


TOOLS = {
    "debootstrap": "debootstrap", "qemu-system-x86_64": "qemu-system-x86", "mkfs.ext4": "e2fsprogs",
    "mkfs.vfat": "dosfstools", "mcopy": "mtools", "unshare": "util-linux",
}  # fmt: skip
"""Each with the package it comes in."""


def missing_tools() -> list[str]:
    """The packages to install before anything is begun. Where root looks, whatever ``PATH`` says."""
    path = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"))
    return [package for tool, package in TOOLS.items() if shutil.which(tool, path=path) is None]


class Trial:
    """Each step says what it saw; `held` and `failed` gather what holds and what does not."""

    def __init__(self, machine: Machine, pristine: Path, pictures: Path) -> None:
        self.machine, self._pristine, self.pictures = machine, pristine, pictures
        self.held: list[str] = []
        self.failed: list[str] = []
        self._began = time.monotonic()

    def say(self, text: str) -> None:
        print(f"{time.monotonic() - self._began:7.0f} s  {text}", flush=True)

    def check(self, holds: bool, what: str) -> None:
        self.say(f"{'ok  ' if holds else 'FAIL'} {what}")
        (self.held if holds else self.failed).append(what)

    def show(self, name: str) -> Path:
        file = self.pictures / f"{name}.png"
        self.machine.picture(file)
        return file

    def guest(self, command: str) -> str:
        return self.machine.run(command)[1].strip()

    @property
    def is_stretched(self) -> bool:
        return os.environ.get("TRY_MACHINE_ACCEL") == "multi"

    def install(self) -> None:
        for pristine, here in (
            (self._pristine, self.machine.disk),
            (self._pristine.with_suffix(".data"), self.machine.data),
        ):
            subprocess.run(["cp", "--sparse=always", str(pristine), str(here)], check=True)
        self.machine.power_on()
        self.machine.wait_for_agent(OPENS_WITHIN_S)
        self.show("0-before")
        code, said = self.machine.run(
            f"cd {PROGRAM} && ./script/run install --config resources/points/diem-1.toml", 1800
        )
        self.check(code == 0, f"install ends with {code}: {said.splitlines()[-1] if said else ''}")
        if self.is_stretched:
            self.guest(f"mkdir -p {DROP_INS}; printf '{STRETCHED}' >{DROP_INS}/trial.conf")
            self.say("     time-outs are stretched: this machine is emulated by the clock on the wall")
        self.guest("sync")
        self.ends_by_the_power_key()

    def ends_by_the_power_key(self) -> None:
        self.say(f"the power key ends it in {self.machine.power_off():.0f} s")

    def opens(self, number: int) -> None:
        """From power-on, nobody logged in."""
        began = time.monotonic()
        self.machine.power_on()
        self.machine.wait_for_agent(OPENS_WITHIN_S)
        self.wait_for_kiosk()
        up = self.guest("cut -d ' ' -f 1 /proc/uptime")
        picture = self.show(f"{number}-invitation")
        self.check(is_bright(picture), f"boot {number}: the invitation is on the glass ({picture.name})")
        self.say(f"     {time.monotonic() - began:.0f} s of ours, {up} s of the machine's, from power-on")
        starts = read_starts(self.guest(ASKED))
        at_once = self.unit("MainPID") != "0" and not starts.to_nothing
        self.check(at_once, "it opened at the first try" if at_once else f"it opened late: {starts}")
        self.check("session" not in self.guest("loginctl --no-legend list-sessions"), "nobody is logged in")

    def the_doctor_finds_it_well(self) -> None:
        _, said = self.machine.run(f"cd {PROGRAM} && ./script/run doctor", 900)
        lines = [line for line in said.splitlines() if line[:1] in "✓✗?"]
        for line in lines:
            self.say(f"     {line}")
        well = {name: any(line.startswith(f"✓ {name}:") for line in lines) for name in NEEDED_WELL}
        self.check(all(well.values()), f"doctor: {', '.join(well)} are well")
        self.check(any(line.startswith("✗ sound:") for line in lines), "doctor: no card is no loudspeaker")

    def no_key_opens_a_console(self) -> None:
        for keys in ESCAPES:
            self.machine.keys(*keys)
        time.sleep(5)
        picture = self.show("4-after-keys")
        self.check(is_bright(picture), "Alt+SysRq+R, Ctrl+Alt+F2 … leave the kiosk on the glass")
        self.check(
            self.guest("cat /sys/class/tty/tty0/active") == "tty1", "the first terminal is still in front"
        )
        self.check(self.guest("cat /proc/sys/kernel/sysrq") == "0", "magic keys are off")
        self.guest("systemctl start autovt@tty3.service getty@tty2.service")
        prompts = self.guest(
            "grep -alz '^tty[1-9]' $(grep -lx agetty /proc/[0-9]*/comm | sed s/comm/cmdline/)"
        )
        self.check("/proc" not in prompts, "no login prompt waits on any terminal, and none can be started")

    def no_console_while_it_is_gone(self) -> None:
        before = self.unit("MainPID")
        self.guest("systemctl kill -s KILL kiosk-bdhvs.service")
        for keys in (("ctrl", "alt", "f2"), ("alt", "f2"), ("ret",), ("ctrl", "alt", "delete")):
            self.machine.keys(*keys)
        picture = self.show("5-while-it-is-gone")
        self.check(not is_dark_text(picture), f"killed: no console is seen meanwhile ({picture.name})")
        self.machine.until(
            lambda: self.unit("SubState") == "running" and self.unit("MainPID") not in (before, "0"),
            "back after a kill", OPENS_WITHIN_S,
        )  # fmt: skip
        self.wait_for_kiosk()
        self.check(is_bright(self.show("5-back")), "killed: it comes back, the machine did not restart")

    def a_stick_appears(self) -> None:
        self.machine.plug_in(fat_stick(self.pictures / "stick.img"))
        mounted = "grep /media/kiosk-bdhvs/ /proc/mounts"
        try:
            took = self.machine.until(lambda: self.guest(mounted) != "", "a stick is mounted", 300)
            self.check(True, f"the stick is mounted after {took:.0f} s: {self.guest(mounted)}")
        except NotAnswered as never:
            self.check(False, str(never))
            return
        on_it = "/media/kiosk-bdhvs/sda/x"
        written = self.guest(f"runuser -u kiosk-bdhvs -- sh -c 'echo x >{on_it} && cat {on_it}'")
        self.check(written == "x", "the kiosk's user writes on it")
        _, said = self.machine.run(f"cd {PROGRAM} && ./script/run doctor", 900)
        line = next((one for one in said.splitlines() if "sticks:" in one), "")
        self.check("/media/kiosk-bdhvs/sda" in line, f"doctor sees it: {line}")
        self.machine.pull_out()
        gone = self.machine.until(lambda: self.guest(mounted) == "", "it is unmounted", 300)
        self.check(True, f"pulled out: unmounted after {gone:.0f} s")

    def a_panel_that_is_off_is_no_fault(self) -> None:
        before = self.unit("MainPID")
        status = "/sys/class/drm/card*-Virtual-1/status"
        self.guest(f"for one in {status}; do echo off >$one; done")
        began = self.uptime()
        self.machine.until(lambda: self.uptime() - began > 60, "a minute passes", 2000)
        self.guest(f"for one in {status}; do echo detect >$one; done")
        self.check(self.unit("MainPID") == before, "a panel that was off for a minute restarts nothing")

    def uptime(self) -> float:
        return float(self.guest("cut -d ' ' -f 1 /proc/uptime"))

    def unit(self, name: str) -> str:
        return self.guest(f"systemctl show {KIOSK} -P {name}")

    def wait_for_kiosk(self) -> None:
        self.machine.until(lambda: self.unit("SubState") == "running", "the kiosk says READY", OPENS_WITHIN_S)
        time.sleep(5)


NEEDED_WELL = ("service", "console", "sticks", "display", "fonts", "database", "guides")


STEPS: dict[str, Callable[[Trial], None]] = {
    "install": Trial.install,
    "first-boot": lambda trial: trial.opens(1),
    "power-key": Trial.ends_by_the_power_key,
    "second-boot": lambda trial: trial.opens(2),
    "doctor": Trial.the_doctor_finds_it_well,
    "stick": Trial.a_stick_appears,
    "frozen": lambda trial: faults.comes_back_from(trial, "kill -STOP of the kiosk", "kill -STOP $PID"),
    "compositor": lambda trial: faults.comes_back_from(
        trial, "kill -STOP of cage", f"kill -STOP {faults.CAGE}"
    ),
    "busy": faults.comes_back_from_a_busy_loop,
    "blocked-disk": faults.stands_a_blocked_disk,
    "keys": Trial.no_key_opens_a_console,
    "gap": Trial.no_console_while_it_is_gone,
    "panel": Trial.a_panel_that_is_off_is_no_fault,
    "page": faults.says_what_to_do_when_it_fails_again_and_again,
    "third-page": faults.is_restarted_after_the_third_page,
    "hang": faults.hangs_and_comes_back,
    "lockdown": locked.is_locked_down,
    "locked-boot": lambda trial: trial.opens(3),
    "locked-doctor": locked.the_doctor_finds_it_locked,
    "locked-keys": Trial.no_key_opens_a_console,
    "foreign": locked.no_foreign_device_is_believed,
    "locked-stick": locked.a_stick_waits_for_staff,
    "firewall": locked.nobody_comes_in_by_the_network,
    "read-only": locked.nothing_written_on_the_system_stays,
    "program": programs.comes_by_stick_and_goes_back,
    "content-by-screen": by_screen.brings_content_and_takes_figures_home,
    "program-by-screen": by_screen.brings_a_program_by_one_question,
    "updates": locked.updates_reach_the_disk,
    "crash": locked.a_kernel_that_stands_still_is_restarted,
    "unlock": locked.it_is_taken_back,
    "end": Trial.ends_by_the_power_key,
}
NOTHING_WITHOUT = ("install", "first-boot", "power-key", "second-boot")


def carry_out(trial: Trial, steps: Sequence[str]) -> list[str]:
    """Takes the *steps* and returns those that nobody came to. One that breaks does not end the others."""
    pictures = trial.pictures
    if "install" in steps:
        shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(steps, start=1):
        try:
            STEPS[name](trial)
        except NotAnswered as never:
            trial.check(False, f"{name}: {never}")
        except (OSError, subprocess.SubprocessError, LookupError, ValueError, AssertionError) as broken:
            traceback.print_exc()
            trial.check(False, f"{name}: {type(broken).__name__}: {broken}")
        else:
            continue
        if name in NOTHING_WITHOUT:
            return list(steps[number:])
    return []


def summary(trial: Trial, not_reached: Iterable[str]) -> str:
    """What held, what did not, what nobody came to: a line each."""
    lines = [*(f"ok   {one}" for one in trial.held), *(f"FAIL {one}" for one in trial.failed),
             *(f"not tried: {one}" for one in not_reached)]  # fmt: skip
    return "\n".join((*lines, f"{len(trial.held)} held, {len(trial.failed)} did not"))
