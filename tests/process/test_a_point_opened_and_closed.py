"""The whole program: an officer opens the point although the voice failed, and the day survives a restart."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from kiosk.base.files.paths import OPENING_CHECKS, database_file
from kiosk.base.hours.clock import SystemClock
from kiosk.log.sessions.duty import duty_of
from kiosk.log.storage.reading import open_for_reading
from kiosk.papers.keys.enrolment import key_file
from kiosk.papers.keys.key_files import public_bytes, read_key
from kiosk.point.staff.opening_record import read_record
from kiosk.point.staff.register import StaffRegister

ROOT = Path(__file__).parents[2]


def run(data: Path, pin: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "support.kiosk_opened", str(data)],
        input=pin,
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
    return dict(json.loads(done.stdout))


def test_an_officer_opens_and_closes_the_point_and_it_is_closed_after_a_restart(tmp_path: Path) -> None:
    data = tmp_path / "data"
    register = StaffRegister(data, SystemClock())
    register.add("volunteer", "Bạn Mai")
    _, pin = register.add("officer", "Cô Cúc")
    assert run(data, pin) == {
        "first question": "circle.opening.1",
        "refused": "opening.result.refused",
        "today": "Hôm nay chưa có lượt nào.",
        "shown": "Cô Cúc",
        "state": "closed",
        "on duty": [],
    }
    assert run(data, "") == {"state": "closed", "on duty": []}

    events = [stored.event for stored in open_for_reading(database_file(data)).events()]
    kinds = [event.what.kind for event in events]
    assert [kind for kind in kinds if kind.startswith(("point.", "shift."))] == [
        "point.checked", "point.checked", "shift.started", "point.closed",
    ]  # fmt: skip
    assert duty_of(events).point == "closed"
    key = read_key(key_file(data))
    assert key is not None
    records = [
        read_record(file.read_bytes(), public_bytes(key)) for file in (data / OPENING_CHECKS).iterdir()
    ]
    assert {one.staff for one in records} == {"cb-01"}
    assert sorted(one.verdict for one in records) == ["overruled", "refused"]
    for one in records:
        assert one.answers["touch"] == one.answers["sound"] == "fails"
        assert one.answers["headphones"] == "absent" and one.answers["clock"] == "works"
    files = [file for file in data.rglob("*") if file.is_file()]
    named = [file.name for file in files if "Cô Cúc".encode() in file.read_bytes()]
    assert named == ["staff.json"], "a shown name never leaves the register"
