"""A virtual machine seen from outside: its power switch, its screen, its keyboard, its USB sockets.

Two lines lead in: QEMU's monitor (QMP), which is the hardware, and the guest agent, by which a command is run
as root. The second stands for the officer who comes over ssh; no kiosk has it.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

MEMORY_MB = 2048
END_OF_HALF_SAID = b"\xff"
"""Sent to the agent and by it: what stands before it in a line is the rest of something cut off."""


class NotAnswered(Exception):
    """The machine did not do in time what it was to do."""


class _Line:
    """One question, one answer, each a line of JSON, over a socket of QEMU's."""

    def __init__(self, place: Path, within_s: float = 30) -> None:
        until = time.monotonic() + within_s
        while True:
            self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                self._socket.connect(str(place))
                break
            except OSError:
                self._socket.close()
            if time.monotonic() > until:
                raise NotAnswered(f"{place} does not open")
            time.sleep(0.2)
        self._read = self._socket.makefile("rb")

    def ask(self, what: str, within_s: float = 30, **arguments: Any) -> Any:
        self._send(what, within_s, arguments)
        while True:
            answer = self._next(what)
            if "return" in answer:
                return answer["return"]
            if "error" in answer:
                raise NotAnswered(f"{what}: {answer['error']['desc']}")

    def pass_over_old_answers(self, within_s: float) -> None:
        """To a guest agent, first of all: what was asked over an earlier line, and never heard, is answered
        over this one. The agent gives back the number it is sent; whatever comes before that is old.
        """
        number = secrets.randbits(48)
        self._send("guest-sync-delimited", within_s, {"id": number}, before=END_OF_HALF_SAID)
        until = time.monotonic() + within_s
        while time.monotonic() < until:
            if self._next("guest-sync-delimited").get("return") == number:
                return
        raise NotAnswered("guest-sync-delimited")

    def _send(self, what: str, within_s: float, arguments: dict[str, Any], before: bytes = b"") -> None:
        question = {"execute": what} | ({"arguments": arguments} if arguments else {})
        self._socket.settimeout(within_s)
        try:
            self._socket.sendall(before + json.dumps(question).encode() + b"\n")
        except OSError as gone:
            raise NotAnswered(what) from gone

    def _next(self, what: str) -> dict[str, Any]:
        try:
            line = self._read.readline()
        except OSError as late:
            raise NotAnswered(what) from late
        if not line:
            raise NotAnswered(f"{what}: the line was closed")
        try:
            said: dict[str, Any] = json.loads(line.rpartition(END_OF_HALF_SAID)[2])
        except ValueError:
            return {}  # the rest of something that was cut off
        return said

    def close(self) -> None:
        self._read.close()
        self._socket.close()


class Machine:
    """From `power_on` to `power_off`; may be switched on again, with what its disk holds by then."""

    def __init__(self, suite: str, folder: Path, size: tuple[int, int]) -> None:
        self.suite, self._folder, self._size = suite, folder, size
        self.disk, self.data = folder / f"{suite}.trial", folder / f"{suite}.trial-data"
        self._process: subprocess.Popen[bytes] | None = None
        self.has_network = False  # from the next `power_on`
        self._sticks = 0

    def power_on(self) -> None:
        run = self._folder / "run"
        run.mkdir(exist_ok=True)
        for one in run.iterdir():
            one.unlink()
        width, height = self._size
        command = [
            "qemu-system-x86_64", "-m", str(MEMORY_MB), *_accelerated(), "-rtc", "clock=vm",
            "-nodefaults", "-no-reboot",
            "-kernel", str(self._folder / f"{self.suite}.kernel"),
            "-initrd", str(self._folder / f"{self.suite}.initrd"),
            "-append", "root=/dev/vda ro quiet console=ttyS0 console=tty0",
            "-drive", f"file={self.disk},if=virtio,format=raw,cache=unsafe",
            "-drive", f"file={self.data},if=virtio,format=raw,cache=unsafe",
            "-device", "i6300esb",
            "-device", f"virtio-vga,xres={width},yres={height}", "-display", "none",
            "-device", "qemu-xhci,id=usb", "-device", "usb-kbd", "-device", "usb-tablet",
            "-serial", f"file:{run}/serial",
            "-qmp", f"unix:{run}/qmp,server=on,wait=off",
            "-device", "virtio-serial", "-device", "virtserialport,chardev=agent,name=org.qemu.guest_agent.0",
            "-chardev", f"socket,id=agent,path={run}/agent,server=on,wait=off",
        ]  # fmt: skip
        if self.has_network:
            command += ["-nic", "user,model=virtio-net-pci"]
        with (run / "said").open("wb") as said:
            self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=said)
        try:
            self._monitor = _Line(run / "qmp")
        except NotAnswered as never:  # the reason is what QEMU says itself
            self.pull_the_plug()
            why = (run / "said").read_text("utf-8", "replace").strip()
            raise NotAnswered(f"{never}: {why}" if why else str(never)) from never
        self._monitor.ask("qmp_capabilities")
        self._agent_place = run / "agent"

    def wait_for_agent(self, within_s: float = 600) -> None:
        until = time.monotonic() + within_s
        while True:
            line = _Line(self._agent_place)
            try:
                line.pass_over_old_answers(within_s=5)
                return
            except NotAnswered:
                if time.monotonic() > until:
                    raise
            finally:
                line.close()

    def run(self, command: str, within_s: float = 300) -> tuple[int, str]:
        """As root, through the agent: exit code and everything it printed."""
        line = _Line(self._agent_place)
        try:
            line.pass_over_old_answers(within_s=30)
            pid = line.ask(
                "guest-exec", path="/bin/sh", arg=["-c", f"exec 2>&1; {command}"], **{"capture-output": True}
            )["pid"]
            until = time.monotonic() + within_s
            while True:
                status = line.ask("guest-exec-status", pid=pid)
                if status["exited"]:
                    return status.get("exitcode", -1), base64.b64decode(status.get("out-data", "")).decode(
                        "utf-8", "replace"
                    )
                if time.monotonic() > until:
                    raise NotAnswered(command)
                time.sleep(0.3)
        finally:
            line.close()

    def until(self, holds: Callable[[], bool], what: str, within_s: float) -> float:
        """Waits; returns the seconds it took. Raises `NotAnswered`."""
        began = time.monotonic()
        while not holds():
            if time.monotonic() - began > within_s:
                raise NotAnswered(f"{what}: not within {within_s:.0f} s")
            time.sleep(0.5)
        return time.monotonic() - began

    def picture(self, file: Path) -> None:
        self._monitor.ask("screendump", filename=str(file), format="png")

    def keys(self, *names: str) -> None:
        """Together, as QEMU calls them: ``ctrl``, ``alt``, ``f2``, ``sysrq``."""
        keys = [{"type": "qcode", "data": name} for name in names]
        self._monitor.ask("send-key", keys=keys)
        time.sleep(1.0)

    def touch(self, across: float, down: float) -> None:
        """By the tablet that is there from the beginning; shares of the screen, from its upper left."""
        axes = [{"type": "abs", "data": {"axis": axis, "value": int(share * 0x7FFF)}}
                for axis, share in (("x", across), ("y", down))]  # fmt: skip
        for pressed in (True, False):
            button = {"type": "btn", "data": {"button": "left", "down": pressed}}
            self._monitor.ask("input-send-event", events=[*axes, button])
            time.sleep(0.2)

    def plug_in(self, image: Path) -> None:
        self._sticks += 1  # QEMU keeps the name of what was pulled out
        name, file = f"stick-{self._sticks}", {"driver": "file", "filename": str(image)}
        drive: dict[str, Any] = {"driver": "raw", "node-name": name, "file": file}
        self._monitor.ask("blockdev-add", **drive)
        self._monitor.ask("device_add", driver="usb-storage", id=name, bus="usb.0", drive=name)

    def plug_in_device(self, driver: str) -> None:
        """Another keyboard, another tablet: as QEMU calls them."""
        self._monitor.ask("device_add", driver=driver, id=f"foreign-{driver}", bus="usb.0")

    def pull_out(self) -> None:
        self._monitor.ask("device_del", id=f"stick-{self._sticks}")

    def power_off(self, within_s: float = 120) -> float:
        """By the power key, as staff do in the evening; returns the seconds it took."""
        began = time.monotonic()
        self._monitor.ask("system_powerdown")
        assert self._process is not None
        try:
            self._process.wait(within_s)
        except subprocess.TimeoutExpired:
            self.pull_the_plug()
            raise NotAnswered(f"the power key did not end it within {within_s:.0f} s") from None
        self._monitor.close()
        return time.monotonic() - began

    def wait_until_it_ends(self, within_s: float) -> None:
        """By itself: a restart ends it too. Raises `NotAnswered`."""
        assert self._process is not None
        try:
            self._process.wait(within_s)
        except subprocess.TimeoutExpired:
            raise NotAnswered(f"it did not restart within {within_s:.0f} s") from None

    def pull_the_plug(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()


def _accelerated() -> list[str]:
    """Without KVM, unless asked for: a /dev/kvm inside a virtual machine may open and carry no guest.

    Without it the guest's clock counts its instructions, a thousand million a second as on a small computer:
    however slowly it is emulated, inside of it a start takes as long as it would there.
    """
    asked = os.environ.get("TRY_MACHINE_ACCEL", "")
    if asked == "kvm":
        return ["-accel", "kvm", "-cpu", "host", "-smp", "2"]
    if asked == "multi":  # faster, by the clock on the wall: time-outs have to be stretched
        return ["-accel", "tcg,thread=multi", "-cpu", "max", "-smp", "2"]
    return ["-accel", "tcg", "-cpu", "max", "-icount", "shift=0,align=off,sleep=on"]
