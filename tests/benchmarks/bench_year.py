"""A year of a kiosk, on its own clock: what the process holds, and whether a visit was lost on the way.

`python tests/benchmarks/bench_year.py [DAYS] [SEED]`. The real program with its real window, unseen; each
life of it ends by the evening's order or by SIGKILL in the middle of a visit, on some days the clock is
wrong or the disk full (as root: its data then lie on a small disk of their own). Every night is exported,
and taken in by a ward. Compared is the last day of the longest lives with their first: memory, open files,
threads; and the last start with the first. Goals: memory at most 1.1 of the first week, files and threads
flat, starts at most 1.5, no visit lost. A year takes about an hour.
"""
# ruff: noqa: E402

from __future__ import annotations

import json
import os
import random
import shutil
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

from support.kiosk_resident import log_of
from support.receiving import Receiver
from support.ward import Ward

from kiosk.events import SessionEnded
from kiosk.files.identity import kiosk_id
from kiosk.keys.enrolment import accept, ask
from kiosk.sessions.chain import first_break
from kiosk.ward.ingest import Refused

DAYS, SEED = 365, 1
SHORTEST, LONGEST = 5, 60
DISK = "size=160m"
TESTS = Path(__file__).parents[1]


@contextmanager
def own_disk(folder: Path) -> Iterator[None]:
    """A small disk where *folder* is, where this process may mount one."""
    folder.mkdir()
    is_own = (
        subprocess.run(["mount", "-t", "tmpfs", "-o", DISK, "tmpfs", str(folder)], check=False).returncode
        == 0
    )
    try:
        yield
    finally:
        if is_own:
            subprocess.run(["umount", "-l", str(folder)], check=False)


def live(
    data: Path, config: Path, first: int, days: int, seed: int
) -> tuple[float, list[dict[str, Any]], int]:
    """Seconds until it could be used, a row for each day, and how it ended."""
    began, ready_s, rows = time.monotonic(), 0.0, list[dict[str, Any]]()
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "PULSE_SERVER": "unix:/nonexistent/socket",
        "PYTHONPATH": os.pathsep.join((str(TESTS.parent), str(TESTS))),
    }
    words = [
        sys.executable,
        "-m",
        "support.kiosk_year",
        str(data),
        str(config),
        *map(str, (first, days, seed)),
    ]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, text=True, env=environment, cwd=data.parent
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            row = json.loads(line)
            if "ready" in row:
                ready_s = time.monotonic() - began
            else:
                rows.append(row)
    return ready_s, rows, process.returncode


def main(days: int, seed: int) -> int:
    rng, lives, starts, lived = random.Random(seed), list[list[dict[str, Any]]](), list[float](), 0
    ended = killed = 0
    with tempfile.TemporaryDirectory() as made, own_disk(Path(made) / "disk"):
        here = Path(made)
        data, out = here / "disk" / "data", here / "out"
        out.mkdir()
        config = here / "kiosk.toml"
        config.write_text(f'[place]\nkind = "point"\nnumber = 3\n[export]\nfolder = "{out}"\n', "utf-8")
        ward = Ward(here / "ward")
        ward.authority, answer = ward.authority.enrol(ask(data, kiosk_id(data)), "2026-11")
        accept(data, kiosk_id(data), answer)
        books = Receiver(ward)
        while lived < days:
            length = min(rng.randint(SHORTEST, LONGEST), days - lived)
            ready_s, rows, code = live(data, config, lived, length, rng.randrange(1 << 30))
            if code not in (0, -9):
                print(f"day {lived}: it ended with {code}")
                return 1
            lived, killed = lived + length, killed + (code == -9)
            starts.append(ready_s)
            lives.append(rows)
            ended += rows[-1]["visits"] if rows else 0
            print(f"day {lived}: {rows[-1] if rows else 'none'}, {'killed' if code else 'ended'}", flush=True)
        ready_s, _, _ = live(data, config, lived, 1, 0)  # what was left open when it was killed is closed
        shutil.copytree(out, here / "came")
        refused = [
            one.name
            for one in sorted((here / "came").rglob("*"))
            if one.is_file() and isinstance(books.take(one), Refused)
        ]
        stored = log_of(data)
        print(f"the log: {len(stored)} events still here, unbroken: {first_break(stored) is None}")
        came = {line for line in books.lines() if f'"{SessionEnded.kind}"' in line}
        print(
            f"visits that came to their end: {ended} lived and written down; at the ward {len(came)} endings"
        )
        print(f"refused by the ward: {len(refused)}; power cuts: {killed}")
    return tell(lives, starts)


def tell(lives: list[list[dict[str, Any]]], starts: list[float]) -> int:
    longest = max((rows for rows in lives if rows), key=len)
    week, last = longest[:7], longest[-1]
    for name in ("rss_kb", "files", "threads"):
        before = statistics.median(row[name] for row in week)
        ratio = last[name] / before
        print(f"{name}: first week {before:.0f}, day {len(longest)} {last[name]}: ratio {ratio:.2f}")
    print(f"log: {lives[0][0]['log_kb']} kB on the first day, {longest[-1]['log_kb']} kB on the last")
    print(
        f"start: {starts[0]:.1f} s at first, {starts[-1]:.1f} s at last, ratio {starts[-1] / starts[0]:.2f}"
    )
    return 0


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(asked + [DAYS, SEED][len(asked) :])))
