"""Killed at any moment: nothing acknowledged is lost, and visits stay whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from support.chains import first_break

from kiosk.base.events import EpochBegun, KioskStarted
from kiosk.base.files.paths import database_file
from kiosk.log.sessions.events import Stored
from kiosk.log.sessions.summary import summarise
from kiosk.log.storage.reading import NoLog, open_for_reading

ROOT = Path(__file__).parents[2]
KILLS, KILLS_AT_MOST = 10, 40
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")


def _run_and_kill(folder: Path, seed: int) -> list[str]:
    """What the process said before it was killed after a random number of lines."""
    lines_until_kill = random.Random(seed).choice([0, 1, 2, 3, 10, 50, 200, 400])
    with subprocess.Popen(
        [sys.executable, "-m", "support.log_process", str(folder), str(seed)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])},
    ) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(lines_until_kill)]
        process.kill()
        said += process.stdout.readlines()
    return [line.strip() for line in said if line.endswith("\n")]


def _seen_enough(stored: list[Stored]) -> bool:
    """Some visit was closed as a crash, and some went on."""
    visits = summarise(one.event for one in stored)
    return any(visit.outcome == "crash" for visit in visits) and any(visit.resumed for visit in visits)


def test_no_acknowledged_event_is_lost_and_never_two_visits_are_open(tmp_path: Path) -> None:
    promised: set[tuple[str, int, str]] = set()
    stored: list[Stored] = []
    kills = 0
    while kills < KILLS or (kills < KILLS_AT_MOST and not _seen_enough(stored)):
        lines = [line.split() for line in _run_and_kill(tmp_path, kills) if " " in line]
        promised |= {(epoch, int(seq), hash_) for epoch, seq, hash_ in lines}
        kills += 1
        try:
            stored = open_for_reading(database_file(tmp_path)).events()
        except NoLog:
            assert not promised  # killed before the log was made
        assert promised <= {(one.epoch, one.seq, one.hash.hex()) for one in stored}
        assert first_break(stored) is None
        assert all(visit.outcome for visit in summarise(one.event for one in stored)[:-1])
    whats = [one.event.what for one in stored]
    assert len(promised) > 100
    assert sum(isinstance(what, EpochBegun) for what in whats) == 1
    assert sum(isinstance(what, KioskStarted) for what in whats) > 3
    assert _seen_enough(stored)
