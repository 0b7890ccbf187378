"""A year of a kiosk by a clock that is put forward: what it holds in the last month beside the first.

`python tests/benchmarks/bench_year.py [DAYS [VISITS [SEED]]]`: so many days (365), with so many visits (1).
One data folder; each life of the program is one process with its real window, unseen. Lives end by SIGKILL
in the middle of a visit, as by a power cut, or in good order. Fingers, arrow keys and one switch act on the
window; on some days staff assist, ask the ward, bring its stick (a pack in, figures out), the clock is wrong,
the disk is full (as root: the data then lie on a small disk of their own). Every night the ward's server gets
the export, and gives its answers and packs, unless it cannot be reached. The baseline is the first month;
within a life, its days from the tenth on.
"""
# ruff: noqa: E402

from __future__ import annotations

import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from support.chains import first_break
from support.kiosk_resident import log_of
from support.kiosk_year import BEGINS
from support.living import lived, told, warned_of
from support.receiving import serving
from support.year_ward import YearWard

from kiosk.base.files.paths import logbook_folder
from kiosk.base.hours.clock import SystemClock
from kiosk.point.staff.register import StaffRegister

DAYS, VISITS, SEED = 365, 1, 1
LIVES = (45, 5, 30, 8, 60, 5, 90, 20, 30, 15)  # days, again and again; every other ends by a power cut
LINE_DAYS, STICK_DAYS = (12, 36, 85, 200, 300), (24, 47, 150, 250)
"""Content comes by the line to the ward, or by its stick."""
SHORT = 8  # days: such a life also starts every day the two programs beside the kiosk
DISK = "size=300m"
CONFIG = """[place]
kind = "point"
number = 3
[export]
url = "http://localhost:{port}"
keep_days = 20
"""


@contextmanager
def own_disk(folder: Path) -> Iterator[bool]:
    """A small disk where *folder* is; whether this process may mount one."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", DISK, "tmpfs", str(folder)]
    is_own = subprocess.run(mount, check=False).returncode == 0
    try:
        yield is_own
    finally:
        if is_own:
            subprocess.run(["umount", "-l", str(folder)], check=False)


def live(plan: dict[str, Any], file: Path, ward: YearWard) -> tuple[float, list[dict[str, Any]]]:
    """Seconds until it could be used, and a row for each day. Raises `SystemExit`: it ended otherwise."""
    began, ready_s, rows, code = time.monotonic(), 0.0, list[dict[str, Any]](), 0
    try:
        with lived("support.kiosk_year", plan, file) as said:
            for row in said:
                if "ready" in row:
                    ready_s = time.monotonic() - began
                elif "failed" in row:
                    raise SystemExit(row["failed"])
                else:
                    rows.append(row)
                    ward.after(row["day"])
                    if row["day"] % 10 == 9 or len(rows) == 1:
                        print(told(row), flush=True)
    except subprocess.CalledProcessError as ended:
        code = ended.returncode
    if code != (-signal.SIGKILL if plan["cut"] else 0):
        raise SystemExit(f"the life from day {plan['first']} on ended with {code}")
    return ready_s, rows


def main(days: int, visits: int, seed: int) -> int:
    rng, began = random.Random(seed), time.monotonic()
    lives, starts, lived_days, cuts = list[list[dict[str, Any]]](), list[float](), 0, 0
    with tempfile.TemporaryDirectory() as folder, own_disk(Path(folder) / "disk") as is_own:
        here = Path(folder)
        data, config = here / "disk" / "data", here / "kiosk.toml"
        ward = YearWard(here / "of-the-ward", data, BEGINS, STICK_DAYS, LINE_DAYS)
        _, pin = StaffRegister(data, SystemClock()).add("officer", "Cô Cúc")
        full = [day for day in range(days) if is_own and rng.random() < 0.03]
        wrong = [day for day in range(days) if rng.random() < 0.05]
        silent = [day for day in range(days) if rng.random() < 0.2 or is_week_of_stick(day)]
        sticks = [day for day in STICK_DAYS if day < days]
        plan = {
            "data": str(data), "config": str(config), "pin": pin, "visits": visits, "full": full,
            "wrong": wrong, "assisted": list(range(5, days, 7)), "asks": list(range(8, days, 14)),
            "sticks": sticks, "stick": str(ward.stick), "silent": silent,
        }  # fmt: skip
        with serving(ward.books) as port:
            config.write_text(CONFIG.format(port=port), "utf-8")
            while lived_days < days:
                turn = len(lives)
                length, cut = min(LIVES[turn % len(LIVES)], days - lived_days), turn % 2 == 0
                one = {
                    "first": lived_days,
                    "days": length,
                    "cut": cut,
                    "seed": rng.randrange(1 << 30),
                    "beside": length <= SHORT,
                    "boot": f"{turn:032x}",
                }
                ready_s, rows = live(plan | one, here / "plan.json", ward)
                lived_days, cuts = lived_days + length, cuts + cut
                starts.append(ready_s)
                lives.append(rows)
                how = "power cut" if cut else "ended"
                print(f"day {lived_days}: {how}, start {ready_s:.1f} s", flush=True)
        print(
            f"{lived_days} days in {time.monotonic() - began:.0f} s, {len(lives)} lives, {cuts} power cuts, "
            f"{len(full)} days of a full disk, {len(wrong)} of a wrong clock, {len(silent)} silent nights, "
            f"{ward.made} packs"
        )
        counted = ("visits", "assisted", "steps", "brought", "taken")
        print(", ".join(f"{sum(rows[-1][one] for rows in lives)} {one}" for one in counted))
        stored = log_of(data)
        unbroken = first_break(stored[1:], stored[0].hash) is None
        print(
            f"the log: {len(stored)} events still here, from number {stored[0].seq} on, unbroken: {unbroken}"
        )
        for line, times in warned_of(logbook_folder(data)).most_common(12):
            print(f"  {times} × {line}")
        ward.tell()
    return tell(lives, starts)


def is_week_of_stick(day: int) -> bool:
    """The line is down for a week, so the stick is brought."""
    return any(stick - 4 <= day <= stick + 2 for stick in STICK_DAYS)


def tell(lives: list[list[dict[str, Any]]], starts: list[float]) -> int:
    days = [row for rows in lives for row in rows]
    first, last = days[:30], days[-30:]
    for name in ("rss_mb", "files", "threads", "step_ms", "log_kb", "data_kb"):
        before, after = (
            statistics.median(row[name] for row in month if row[name]) for month in (first, last)
        )
        print(f"{name}: first month {before:.1f}, last {after:.1f}: ratio {after / before:.2f}")
    longest = max(lives, key=len)
    before, after = (
        statistics.median(row["rss_mb"] for row in part)
        for part in (longest[10:20] or longest, longest[-10:])
    )
    print(f"in the longest life ({len(longest)} days): {before:.0f} MB, {after:.0f} MB: {after / before:.2f}")
    grown, visits = lives[-1][-1]["log_kb"] - lives[0][0]["log_kb"], sum(rows[-1]["visits"] for rows in lives)
    print(f"the log grew by {grown / max(visits, 1):.2f} kB a visit")
    print(
        "starts: "
        + ", ".join(f"{one:.1f}" for one in starts)
        + f" s; last/first {starts[-1] / starts[0]:.2f}"
    )
    return 0


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(asked + [DAYS, VISITS, SEED][len(asked) :])))
