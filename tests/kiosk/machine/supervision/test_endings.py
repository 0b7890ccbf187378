"""How the kiosk ended, counted where systemd's number is nought again, and on laptops, which have none."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from kiosk.base.events import EndingsCounted
from kiosk.base.files.paths import endings_file
from kiosk.machine.installing import places
from kiosk.machine.installing.plan import files_of, session_files_of
from kiosk.machine.supervision.endings import Endings, count_endings
from kiosk.ward.conditions import Condition

TODAY = date(2026, 12, 8)
pytestmark = pytest.mark.skipif(os.name != "posix", reason="the script is a shell's")


def counts(folder: Path, word: str = "", day: str = "2026-12-08", **environment: str) -> None:
    """What is run when the kiosk has ended, on *day*, with a folder of ours."""
    (programs := folder / "bin").mkdir(exist_ok=True)
    (programs / "date").write_text(f"#!/bin/sh\necho {day}\n")
    (programs / "date").chmod(0o755)
    text = files_of("/bin/true", 19, folder)[places.COUNT_SCRIPT]
    path = {"PATH": f"{programs}:{os.environ['PATH']}"}
    subprocess.run(["sh", "-c", text, "count", *filter(None, [word])], check=True, env=path | environment)


def test_each_way_to_end_is_counted_and_one_that_was_asked_for_is_not(tmp_path: Path) -> None:
    assert count_endings(tmp_path, TODAY) == Endings()
    for result in ("success", "start-limit-hit"):
        counts(tmp_path, SERVICE_RESULT=result)
    assert not endings_file(tmp_path).exists()
    for result in ("exit-code", "signal", "oom-kill", "watchdog", "timeout"):
        counts(tmp_path, SERVICE_RESULT=result)
    counts(tmp_path, "page")
    counts(tmp_path, "machine", "2026-12-02")
    counts(tmp_path, "page", "2026-12-01")
    assert count_endings(tmp_path, TODAY) == Endings(failed=3, hung=2, pages=1, machine=1)


def test_the_file_stays_small_and_what_cannot_be_read_counts_as_none(tmp_path: Path) -> None:
    endings_file(tmp_path).write_bytes(b"\xff\xfe\n2026-12-08\n" + b"2026-12-08 hung\n" * 2000)
    counts(tmp_path, "page")
    lines = endings_file(tmp_path).read_text("utf-8").splitlines()
    assert len(lines) == 500 and lines[-1] == "2026-12-08 page"
    assert count_endings(tmp_path, TODAY) == Endings(hung=499, pages=1)


def test_a_laptops_session_counts_what_its_watch_has_killed(tmp_path: Path) -> None:
    """Six that hang, and the page: with programs of ours for the watch, the compositor and the clock."""
    texts = session_files_of("/bin/true")
    (programs := tmp_path / "bin").mkdir()
    script = tmp_path / "count"
    script.write_text(texts[places.COUNT_SCRIPT])
    (tmp_path / "kiosk-bdhvs").mkdir()
    for name, text in {
        "watch": f"echo >>{tmp_path}/starts; [ $(wc -l <{tmp_path}/starts) -le 6 ] && exit 124; exit 0",
        "sleep": "",
        "timeout": "",
    }.items():
        (programs / name).write_text(f"#!/bin/sh\n{text}\n")
        (programs / name).chmod(0o755)
    watch = "/bin/true -m kiosk.machine.supervision.session_watch"
    assert watch in texts[places.SESSION]
    session = texts[places.SESSION].replace(watch, "watch").replace(str(places.COUNT_SCRIPT), str(script))
    path = {"PATH": f"{programs}:{os.environ['PATH']}", "XDG_DATA_HOME": str(tmp_path)}
    subprocess.run(["sh", "-c", session], check=True, env=path, timeout=60)
    noted = endings_file(tmp_path / "kiosk-bdhvs").read_text("utf-8").splitlines()
    assert [line.split()[1] for line in noted] == ["hung"] * 6 + ["page"]


def test_the_ward_sees_a_kiosk_that_was_given_up_though_systemd_counts_none() -> None:
    def said(*ended: int) -> Condition:
        return Condition(0, "0.1.0", 0, 50_000, 0, True, (), EndingsCounted(*ended))

    assert said(0, 0, 0, 0).is_well and said(1, 1, 0, 0).is_well
    assert not said(0, 0, 1, 0).is_well and not said(0, 0, 0, 1).is_well and not said(2, 1, 0, 0).is_well
