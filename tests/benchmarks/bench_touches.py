"""What 104 hours of opening cost in touches, one every ten seconds, as fast as the machine goes.

`python tests/benchmarks/bench_touches.py [TOUCHES [SEED [MINUTES]]]`: so many (37,440), or as many as there
are in so many minutes, in one process with its real window, unseen, by the machine's own clock
(`support.kiosk_touched`). Visits come back to back: fingers, arrow keys and now and then one switch; staff
with their PIN. Memory, files, threads, the log's bytes a visit and the time of the screen's thread for a
touch are compared with those of the first tenth in the same run (the least of each part is nearly free of
what a visit holds, and of other work on the machine); a touch that changes nothing three times running is
told with its page, and so is what the logbook warns of.
"""
# ruff: noqa: E402

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from support.chains import first_break
from support.kiosk_resident import log_of, visits_of
from support.living import lived, told, warned_of

from kiosk.base.files.paths import logbook_folder
from kiosk.base.hours.clock import SystemClock
from kiosk.point.staff.register import StaffRegister

HOURS, EVERY_S = 104, 10
TOUCHES, SEED, MINUTES = HOURS * 3600 // EVERY_S, 1, 24 * 60


def main(touches: int, seed: int, minutes: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        data, config = here / "data", here / "kiosk.toml"
        config.write_text("", "utf-8")
        _, pin = StaffRegister(data, SystemClock()).add("officer", "Cô Cúc")
        plan = {"data": str(data), "config": str(config), "pin": pin, "touches": touches, "seed": seed}
        plan |= {"minutes": minutes}
        began_s, rows, last = time.monotonic(), list[dict[str, Any]](), dict[str, Any]()
        with lived("support.kiosk_touched", plan, here / "plan.json") as said:
            for row in said:
                if "touches" in row:
                    rows.append(row)
                    print(f"{time.monotonic() - began_s:6.0f} s{told(row)}", flush=True)
                elif "failed" in row:
                    print(row["failed"], flush=True)
                    last = row
                elif "ready" not in row:
                    last = row
        stored, visits = log_of(data), visits_of(data)
        print(f"the log: {len(stored)} events, unbroken: {first_break(stored) is None}")
        print(f"{len(visits)} visits in it, {sum(not one.outcome for one in visits)} without an end")
        for line, times in warned_of(logbook_folder(data)).most_common(20):
            print(f"  {times} × {line}")
        tell(rows, last)
        return 1 if "failed" in last or last.get("stuck") else 0


def tell(rows: list[dict[str, Any]], last: dict[str, Any]) -> None:
    tenth = max(len(rows) // 10, 1)
    for name in ("rss_mb", "in_use_mb", "files", "threads", "touch_ms"):
        parts = [[row[name] for row in part] for part in (rows[:tenth], rows[-tenth:])]
        before, after = map(statistics.median, parts)
        least = ", ".join(f"{min(part):.1f}" for part in parts)
        print(
            f"{name}: first tenth {before:.1f}, last {after:.1f}: ratio {after / before:.2f}; least {least}"
        )
    half = rows[len(rows) // 2 : len(rows) // 2 + tenth]
    middle, end = (statistics.median(row["rss_mb"] for row in part) for part in (half, rows[-tenth:]))
    print(f"memory from the middle to the end: {middle:.0f} MB, {end:.0f} MB: {end / middle:.3f}")
    for name in ("log_kb", "data_kb"):
        grown, visits = (rows[-1][one] - rows[0][one] for one in (name, "visits"))
        print(f"{name}: {grown / max(visits, 1):.2f} a visit")
    for name, what in last.items():
        print(f"{name}: {what}")


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(asked + [TOUCHES, SEED, MINUTES][len(asked) :])))
