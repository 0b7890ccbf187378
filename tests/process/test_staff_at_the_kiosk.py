"""The whole program with the real register: two on duty, a wrong PIN, a right that is taken meanwhile."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

from support.conditions import until
from support.process_memory import found_in

from kiosk.base.hours.clock import SystemClock
from kiosk.point.staff.register import StaffRegister

ROOT = Path(__file__).parents[2]


def looked_or_ended(running: subprocess.Popen[bytes], looked: Path) -> bool:
    return looked.exists() or running.poll() is not None


def test_staff_come_change_and_are_put_out_and_no_pin_or_name_is_on_the_disk(tmp_path: Path) -> None:
    data = tmp_path / "data"
    register = StaffRegister(data, SystemClock())
    pins = [register.add("volunteer", name)[1] for name in ("Bạn Mai", "Bạn Trúc")]
    wrong = f"{(int(pins[0]) + 1) % 1_000_000:06}"

    looked_at = tmp_path / "data-looked-at"
    looked_at.mkdir()
    with (tmp_path / "said").open("w") as said, (tmp_path / "complained").open("w") as complained:
        running = subprocess.Popen(
            [sys.executable, "-m", "support.kiosk_staffed", str(data)],
            stdin=subprocess.PIPE,
            stdout=said,
            stderr=complained,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests"))),
                "QT_QPA_PLATFORM": "offscreen",
                "PULSE_SERVER": "unix:/nonexistent/socket",
            },
        )
        assert running.stdin is not None
        running.stdin.write("\n".join((wrong, *pins, "")).encode())
        running.stdin.close()
        held = {}
        for when in ("before", "after"):
            until(partial(looked_or_ended, running, looked_at / when), 200)
            if running.poll() is None and Path("/proc/self/mem").exists():
                held[when] = found_in(running.pid, (wrong, *pins, "Bạn Mai"))
            (looked_at / when).unlink(missing_ok=True)
        status = running.wait(240)
    assert status == 0, (tmp_path / "complained").read_text()
    assert json.loads((tmp_path / "said").read_text()) == {
        "first": "tnv-01",
        "second": "tnv-02",
        "put out": "Bạn Trúc không còn mở được máy này.",
        "resident goes on": True,
    }
    if held:
        assert held["before"]["Bạn Mai"] and held["after"]["Bạn Mai"], "the search finds what is there"
        for pin in (wrong, *pins):
            assert held["after"].get(pin, 0) <= held["before"].get(pin, 0), "a typed PIN is in memory"
    files = {file: file.read_bytes() for file in data.rglob("*") if file.is_file()}
    assert len(files) > 3
    for pin in (wrong, *pins):
        assert not [file for file, kept in files.items() if pin.encode() in kept], "a PIN is on the disk"
    named = [file.name for file, kept in files.items() if "Bạn Mai".encode() in kept]
    assert named == ["staff.json"], "a shown name never leaves the register"
