"""What is read at the start is kept for good: no sweep on the screen's thread looks through all of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
A_FRAMES_WORTH = 20_000
"""Objects: so many are looked through in some ten milliseconds; the guides have ten times as many."""
LOOK = """
import gc, os, signal, sys
import kiosk.running
from kiosk.running import Running
sweeping, young = Running._sweep, []
def sweep(*, thoroughly):
    young.append(gc.get_count()[0])
    gc.collect(2 if thoroughly else 1)
kiosk.running.sweep = sweep
def look(running):
    sweeping(running)
    if running._conductor.around.training:
        print("swept:", max(young), gc.get_freeze_count(), flush=True)
        os.kill(os.getpid(), signal.SIGTERM)
Running._sweep = look
sys.argv = ["kiosk", "run", "--windowed", "--size", "540x960", "--data", sys.argv[1]]
from kiosk.__main__ import main
main()
"""


def test_no_sweep_looks_through_every_guide(tmp_path):
    environment = {"PATH": "", "HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(tmp_path / "data")],
        env=environment | {"DISPLAY": ":none"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    swept = [line.split()[1:] for line in done.stdout.splitlines() if line.startswith("swept:")]
    assert swept, done.stderr
    most, kept = map(int, swept[-1])
    assert most < A_FRAMES_WORTH < kept
