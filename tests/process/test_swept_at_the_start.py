"""What is read at the start is kept for good: no sweep on the screen's thread looks through all of it."""

from __future__ import annotations

from pathlib import Path

from support.unseen_kiosk import printed

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
"""


def test_no_sweep_looks_through_every_guide(tmp_path: Path) -> None:
    most, kept = map(int, printed("swept:", LOOK, tmp_path, within_s=120))
    assert most < A_FRAMES_WORTH < kept
