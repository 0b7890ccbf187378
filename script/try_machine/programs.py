"""A version of the program on the ward's stick, and the way back from one that fails, on the same machine."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trial import Trial

from places import KIOSK, OPENS_WITHIN_S, PROGRAM
from virtual import NotAnswered

CLONE = Path(__file__).resolve().parents[2]
POINTER = "/var/lib/kiosk-bdhvs/programs/current"
REQUEST = "/var/lib/kiosk-bdhvs/data/xin-giay.json"
PAPER = "/var/lib/kiosk-bdhvs/data/giay.json"


class _Ward:
    """The ward, and the maker of its program, on the machine that tries."""

    def __init__(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.folder, self._data = folder, folder / "phuong"
        self.run("ward", "init", "--name", "Phường Cửa Nam", "--data", str(self._data))

    def run(self, *words: str) -> str:
        return _said(sys.executable, "-m", "kiosk", *words)

    def paper_for(self, request: str) -> str:
        asked, paper = self.folder / "xin-giay.json", self.folder / "giay.json"
        asked.write_text(request, encoding="utf-8")
        self.run("ward", "enrol", str(asked), "--out", str(paper), "--data", str(self._data))
        return paper.read_text(encoding="utf-8")

    def release(self, python: str) -> Path:
        """Of the commit of this clone, countersigned; the stick's folder has nothing else."""
        key, made, stick = self.folder / "maker.key", self.folder / "ban-moi.kprogram", self.folder / "stick"
        release = str(CLONE / "script" / "release")
        told = _said(release, "--make-key", str(key), "--name", "VM")
        mark = re.search(r"(?:[0-9a-f]{4} ){3}[0-9a-f]{4}", told)
        assert mark, "the maker's key has a fingerprint"
        _said(release, "--key", str(key), "--out", str(made), "--python", python, "--unchecked")
        ward = ("--data", str(self._data))
        self.run("ward", "program", "trust", f"{key}.pub", "--fingerprint", mark[0], *ward)
        stick.mkdir()
        self.run("ward", "program", "countersign", str(made), "--out", str(stick / "moi.kprogram"), *ward)
        return stick


def comes_by_stick_and_goes_back(trial: Trial) -> None:
    """Locked or not. The two kills within one boot stand for a program that fails."""
    ward = _Ward(trial.pictures / "ward")
    trial.guest(f"cd {PROGRAM} && ./script/run keys request --out {REQUEST}")
    paper = ward.paper_for(trial.guest(f"cat {REQUEST}"))
    trial.guest(f"printf %s {shlex.quote(paper)} >{PAPER}; chown kiosk-bdhvs {PAPER}")
    code, said = trial.machine.run(f"cd {PROGRAM} && ./script/run keys accept {PAPER}")
    trial.check(code == 0, f"the machine is one of the ward's: {said.splitlines()[0] if said else ''}")
    python = trial.guest("python3 -c 'import sys; print(\"%d.%d\" % sys.version_info[:2])'")
    stick = ward.release(python)
    image = ward.folder / "stick.img"
    with image.open("wb") as file:
        file.truncate(400 * 1024 * 1024)
    subprocess.run(["mkfs.ext4", "-q", "-F", "-d", str(stick), str(image)], check=True)
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
    if not _runs(trial, lambda name: name not in ("", "base"), "the new program runs"):
        return
    trial.say(f"     {trial.uptime() - began:.0f} s of the machine's clock after it was taken in")
    trial.show("10-new-program")
    for number in (1, 2):
        trial.wait_for_kiosk()
        trial.guest(f"systemctl kill -s KILL {KIOSK}")
        trial.say(f"     killed for the {'first' if number == 1 else 'second'} time")
        trial.machine.until(lambda: trial.unit("SubState") == "running", "back after a kill", OPENS_WITHIN_S)
    _runs(trial, lambda name: name == "base", "the installed program runs again")
    pointer = trial.guest(f"cat {POINTER}")
    trial.check("news went-back" in pointer or "failed" in pointer, f"what failed is remembered: {pointer}")


def _runs(trial: Trial, holds: Callable[[str], bool], what: str) -> bool:
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
    found = trial.guest(
        "for one in /proc/[0-9]*; do { tr '\\0' ' ' <$one/cmdline | grep -q -- '-m kiosk run ' && "
        "tr '\\0' '\\n' <$one/environ | sed -n 's/^KIOSK_PROGRAM=/program /p'; } 2>/dev/null; done"
    )
    names = re.findall(r"^program (\S+)$", found, re.MULTILINE)
    return names[0] if names else ""


def _said(*words: str) -> str:
    done = subprocess.run(words, cwd=CLONE, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotAnswered(f"{' '.join(words[:4])}: {done.stdout}{done.stderr}")
    return done.stdout + done.stderr
