"""A Debian that boots in a container of systemd-nspawn, at the full speed of this machine."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

from virtual import NotAnswered

INIT = "/usr/lib/systemd/systemd"
BOOTS_WITHIN_S = 120
# systemd wants one hierarchy of control groups, where this machine may still have the old ones.
BOOT = (
    "mount --make-rprivate / && umount -l /sys/fs/cgroup && mount -t cgroup2 cgroup2 /sys/fs/cgroup && "
    "exec systemd-nspawn --quiet --register=no --keep-unit --private-network --console=pipe --boot -D "
)


class Container:
    """From `power_on` to `power_off`, on a copy of *system*, which stays as it is."""

    def __init__(self, system: Path, copy: Path) -> None:
        self._system, self._copy = system, copy
        self._process: subprocess.Popen[bytes] | None = None
        self._init = ""

    def power_on(self) -> None:
        shutil.rmtree(self._copy, ignore_errors=True)
        subprocess.run(["cp", "-a", "--reflink=auto", str(self._system), str(self._copy)], check=True)
        (self._copy / "etc" / "fstab").write_text("", encoding="ascii")  # its disks are not here
        boot = f"{BOOT} {self._copy}"
        self._process = subprocess.Popen(
            ["unshare", "--mount", "sh", "-c", boot], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        until = time.monotonic() + BOOTS_WITHIN_S
        while not (self._has_init() and "running" in self.run("systemctl is-system-running")):
            if time.monotonic() > until or self._process.poll() is not None:
                raise NotAnswered("the container does not boot")
            time.sleep(0.5)

    def power_off(self) -> None:
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(30)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        shutil.rmtree(self._copy, ignore_errors=True)

    def run(self, command: str, within_s: float = 600) -> str:
        """What root's shell inside says to it, all of it."""
        inside = ["nsenter", "--target", self._init, "--all", "--", "/bin/sh", "-c", f"exec 2>&1; {command}"]
        done = subprocess.run(inside, capture_output=True, text=True, timeout=within_s, check=False)
        return done.stdout.strip()

    def _has_init(self) -> bool:
        assert self._process is not None
        if not self._init:
            children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text("ascii")
            inits = [one for one in children.split() if _runs(one) == INIT]
            self._init = inits[0] if inits else ""
        return bool(self._init)


def _runs(process: str) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")[0].decode()
    except OSError:
        return ""
