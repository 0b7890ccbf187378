"""The whole program with the real register: two on duty, a wrong PIN, a right that is taken meanwhile."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from kiosk.clock import SystemClock
from kiosk.staff.register import StaffRegister

ROOT = Path(__file__).parents[2]


def test_staff_come_change_and_are_put_out_and_no_pin_or_name_is_on_the_disk(tmp_path: Path) -> None:
    data = tmp_path / "data"
    register = StaffRegister(data, SystemClock())
    pins = [register.add("volunteer", name)[1] for name in ("Bạn Mai", "Bạn Trúc")]
    wrong = f"{(int(pins[0]) + 1) % 1_000_000:06}"

    done = subprocess.run(
        [sys.executable, "-m", "support.kiosk_staffed", str(data)],
        input="\n".join((wrong, *pins)),
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests"))),
            "QT_QPA_PLATFORM": "offscreen",
            "PULSE_SERVER": "unix:/nonexistent/socket",
        },
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "first": "tnv-01",
        "second": "tnv-02",
        "put out": "Bạn Trúc không còn mở được máy này.",
        "resident goes on": True,
    }
    files = {file: file.read_bytes() for file in data.rglob("*") if file.is_file()}
    assert len(files) > 3
    for pin in (wrong, *pins):
        assert not [file for file, kept in files.items() if pin.encode() in kept], "a PIN is on the disk"
    named = [file.name for file, kept in files.items() if "Bạn Mai".encode() in kept]
    assert named == ["staff.json"], "a shown name never leaves the register"
