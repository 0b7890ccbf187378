"""What is read at the start is kept for good: no sweep on the screen's thread looks through all of it."""

from __future__ import annotations

from pathlib import Path

from support.unseen_kiosk import printed

A_FRAMES_WORTH = 20_000
"""Objects: so many are looked through in some ten milliseconds; the guides have ten times as many."""
TICK = """
import gc, os, signal, sys
import kiosk.point.services.memory_sweep
from kiosk.point.services.memory_sweep import MemorySweep
ticking, young = MemorySweep.tick, []
def sweep(*, thoroughly):
    young.append(gc.get_count()[0])
    gc.collect(2 if thoroughly else 1)
kiosk.point.services.memory_sweep.sweep = sweep
async def tick(service):
    await ticking(service)
    if service._conductor.around.guides.training:
        print("swept:", max(young), gc.get_freeze_count(), flush=True)
        os.kill(os.getpid(), signal.SIGTERM)
MemorySweep.tick = tick
"""


def test_no_sweep_looks_through_every_guide(tmp_path: Path) -> None:
    most, kept = map(int, printed("swept:", TICK, tmp_path, within_s=120))
    assert most < A_FRAMES_WORTH < kept
