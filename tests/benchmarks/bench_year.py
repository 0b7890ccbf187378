"""A year of a kiosk by a clock that is put forward: what it holds in the last month beside the first.

`python tests/benchmarks/bench_year.py [DAYS [VISITS [SEED]]]`: so many days (365), with so many visits (1).
One data folder; each life of the program is one process with its real window, unseen. Lives end by SIGKILL
in the middle of a visit, as by a power cut, or in good order. Fingers, arrow keys and one switch act on the
window; on some days staff assist, the clock is wrong, the disk is full (as root: the data then lie on a
small disk of their own), content packs are taken in. Every night is exported into a folder, and received by a
ward at the end. The baseline is the first month; within a life, its days from the tenth on.
"""
# ruff: noqa: E402

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from support.chains import first_break
from support.kiosk_resident import log_of
from support.kiosk_year import BEGINS
from support.receiving import Receiver
from support.ward import MONTH, Ward

from kiosk.events import SessionEnded
from kiosk.files.identity import kiosk_id
from kiosk.hours.clock import SystemClock
from kiosk.keys.enrolment import accept, ask
from kiosk.staff.register import StaffRegister
from kiosk.ward import packs
from kiosk.ward.ingest import KeptAside

DAYS, VISITS, SEED = 365, 1, 1
LIVES = (45, 5, 30, 8, 60, 5, 90, 20, 30, 15)  # days, again and again; every other ends by a power cut
PACK_DAYS = (12, 47, 85, 150, 230, 300)
SHORT = 8  # days: such a life also starts every day the two programs beside the kiosk
DISK = "size=300m"
TESTS = Path(__file__).parents[1]
CHANGED = "guides/lua-dao-nhan-biet/vi.toml"


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


def live(plan: dict[str, Any], file: Path) -> tuple[float, list[dict[str, Any]], int]:
    """Seconds until it could be used, a row for each day, and how it ended."""
    file.write_text(json.dumps(plan), "utf-8")
    began, ready_s, rows = time.monotonic(), 0.0, list[dict[str, Any]]()
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "PULSE_SERVER": "unix:/nonexistent/socket",
        "XDG_RUNTIME_DIR": str(file.parent),
        "PYTHONPATH": os.pathsep.join((str(TESTS.parent), str(TESTS))),
    }
    words = [sys.executable, "-m", "support.kiosk_year", str(file)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        for line in process.stdout:
            row = json.loads(line)
            if "ready" in row:
                ready_s = time.monotonic() - began
            elif "failed" in row:
                print(row["failed"], flush=True)
                raise SystemExit(1)
            else:
                rows.append(row)
                if row["day"] % 10 == 9 or len(rows) == 1:
                    print(told(row), flush=True)
    return ready_s, rows, process.returncode


def told(row: dict[str, Any]) -> str:
    shown = (
        f"{name} {value:.1f}" if isinstance(value, float) else f"{name} {value}"
        for name, value in row.items()
    )
    return "  " + ", ".join(shown)


def made_packs(ward: Ward, here: Path, days: int) -> dict[str, str]:
    """Real content, one file of it another each time."""
    files, made = packs.content_files(None), {}
    for number, day in enumerate((one for one in PACK_DAYS if one < days), 1):
        changed = {**files, CHANGED: files[CHANGED] + f"\n# {number}\n".encode()}
        raw = packs.make(ward.authority, changed, (BEGINS + timedelta(days=day)).date())
        file = here / f"{number}.kpack"
        file.write_bytes(raw)
        made[str(day)] = str(file)
    return made


def main(days: int, visits: int, seed: int) -> int:
    rng, began = random.Random(seed), time.monotonic()
    lives, starts, lived, cuts, turn = list[list[dict[str, Any]]](), list[float](), 0, 0, 0
    with tempfile.TemporaryDirectory() as folder, own_disk(Path(folder) / "disk") as is_own:
        here = Path(folder)
        data, out = here / "disk" / "data", here / "out"
        out.mkdir()
        config = here / "kiosk.toml"
        config.write_text(f'[place]\nkind = "point"\nnumber = 3\n[export]\nfolder = "{out}"\n', "utf-8")
        ward = Ward(here / "of-the-ward")
        ward.authority, answer = ward.authority.enrol(ask(data, kiosk_id(data)), MONTH)
        ward.authority.save()
        accept(data, kiosk_id(data), answer)
        _, pin = StaffRegister(data, SystemClock()).add("officer", "Cô Cúc")
        made = made_packs(ward, here, days)
        full = [day for day in range(days) if is_own and rng.random() < 0.03]
        wrong = [day for day in range(days) if rng.random() < 0.05]
        plan = {
            "data": str(data), "config": str(config), "pin": pin, "visits": visits, "packs": made,
            "full": full, "wrong": wrong, "assisted": list(range(5, days, 7)),
        }  # fmt: skip
        while lived < days:
            length = min(LIVES[turn % len(LIVES)], days - lived)
            cut = turn % 2 == 0
            one = {
                "first": lived,
                "days": length,
                "cut": cut,
                "seed": rng.randrange(1 << 30),
                "beside": length <= SHORT,
                "boot": f"{turn:032x}",
            }
            ready_s, rows, code = live(plan | one, here / "plan.json")
            if code != (-9 if cut else 0):
                print(f"the life from day {lived} on ended with {code}")
                return 1
            lived, cuts, turn = lived + length, cuts + cut, turn + 1
            starts.append(ready_s)
            lives.append(rows)
            print(f"day {lived}: {'power cut' if cut else 'ended'}, start {ready_s:.1f} s", flush=True)
        spent_s = time.monotonic() - began
        print(
            f"{lived} days in {spent_s:.0f} s, {len(lives)} lives, {cuts} power cuts, "
            f"{len(full)} days of a full disk, {len(wrong)} of a wrong clock, {len(made)} packs"
        )
        sums = (f"{sum(rows[-1][one] for rows in lives)} {one}" for one in ("visits", "assisted", "steps"))
        print(", ".join(sums))
        received(data, out, Receiver(ward), lives)
    return tell(lives, starts)


def received(data: Path, out: Path, books: Receiver, lives: list[list[dict[str, Any]]]) -> None:
    stored = log_of(data)
    print(f"the log: {len(stored)} events still here, unbroken: {first_break(stored) is None}")
    files = [one for one in sorted(out.rglob("*")) if one.is_file() and not one.name.startswith("ban-tin")]
    refused = [one.name for one in files if isinstance(books.take(one), KeptAside)]
    came = {line for line in books.lines() if f'"{SessionEnded.kind}"' in line}
    print(f"at the ward: {len(files)} files, {len(came)} visits with an end; refused: {refused}")


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
