"""Mutates guides at random, by bytes and by structure, and reads them in a process with bounded memory.

By hand: `PYTHONPATH=.:tests python -m support.fuzz_packs --minutes 60 [--seed 1]`. Every case that raises,
or takes longer or needs more than its bound, is kept in a folder, which is named. The tests run some seconds
of it.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from support.mutations import mutate

ROOT = Path(__file__).resolve().parents[2]
SEEDS = (*sorted((ROOT / "flows" / "library").iterdir()), *sorted((ROOT / "flows" / "training").iterdir()),
         ROOT / "tests" / "flows" / "sound" / "dang-nhap-thu")  # fmt: skip
MOST_SECONDS, MOST_MEGABYTES, BATCH = 5.0, 600, 25

CHILD = """
import json, resource, sys, time
from datetime import date
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]) << 20,) * 2)
from accessibility.speech.spoken import speakable
from flows.shelf.check import check_folder
from flows.shelf.library import load_library
from flows.guide.map import draw
from flows.search import prepare
from flows.search.word_files import AskingWords
today = date(2026, 11, 25)
for folder in sys.argv[2:]:
    began = time.process_time()
    library = load_library(Path(folder), today)
    report = check_folder(Path(folder), today, speakable)
    for flow in library.flows.values():
        draw(flow)
    prepare(library, words=AskingWords()).ask("quen mat khau vneid")
    json.dumps([str(one) for one in report.problems])
    "\\n".join(map(str, report.problems)).encode()
    codes = {one.code for one in report.problems}
    refused = {one.flow_id for one in library.problems if one.severity == "error"} == set(report.refused)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    ours = "program-wrong" in codes
    took = time.process_time() - began
    print(json.dumps([folder, took, peak, ours, refused, len(library.flows)]), flush=True)
"""


@dataclass
class Tally:
    """What was tried, and the worst of it."""

    cases: int = 0
    offered: int = 0
    longest: float = 0.0
    largest: int = 0
    wrong: list[str] = field(default_factory=list)


def run(seconds: float, seed: int, keep: Path | None = None) -> Tally:
    """Try mutated guides for *seconds*; a case that goes wrong is copied below *keep*."""
    chance, tally, ends = random.Random(seed), Tally(), time.monotonic() + seconds
    while time.monotonic() < ends:
        with tempfile.TemporaryDirectory() as made:
            folders = []
            for number in range(BATCH):
                seed_guide = chance.choice(SEEDS)
                home = Path(shutil.copytree(seed_guide, Path(made) / str(number) / seed_guide.name))
                mutate(chance, home)
                folders.append(home.parent)
            _read(folders, tally, keep)
    return tally


def _read(folders: list[Path], tally: Tally, keep: Path | None) -> None:
    command = [sys.executable, "-c", CHILD, str(MOST_MEGABYTES), *map(str, folders)]
    error, patience = "", 4 * MOST_SECONDS * BATCH  # of the clock: the machine may be busy
    try:
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, timeout=patience, check=False
        )
        out, error = done.stdout, done.stderr
    except subprocess.TimeoutExpired as late:
        out = (late.stdout or b"").decode() if isinstance(late.stdout, bytes) else (late.stdout or "")
        error = "over its time"
    rows = [json.loads(line) for line in out.splitlines()]
    for folder, took, peak, ours, same, offered in rows:
        tally.cases, tally.offered = tally.cases + 1, tally.offered + offered
        tally.longest, tally.largest = max(tally.longest, took), max(tally.largest, peak)
        if ours or not same or took > MOST_SECONDS:
            tally.cases -= 1
            _keep(Path(folder), f"took {took:.1f} s, ours {ours}, same {same}: {error[-1500:]}", tally, keep)
    if len(rows) < len(folders):
        _keep(folders[len(rows)], error[-1500:], tally, keep)
        if folders[len(rows) + 1 :]:
            _read(folders[len(rows) + 1 :], tally, keep)


def _keep(folder: Path, why: str, tally: Tally, keep: Path | None) -> None:
    tally.cases += 1
    tally.wrong.append(why)
    if keep is not None:
        shutil.copytree(folder, keep / f"{len(tally.wrong)}", dirs_exist_ok=True)
        (keep / f"{len(tally.wrong)}.txt").write_text(why, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "fuzzed-packs")
    asked = parser.parse_args()
    tally = run(asked.minutes * 60, asked.seed, asked.keep)
    print(f"{tally.cases} cases, {tally.offered} still offered, {len(tally.wrong)} went wrong "
          f"({asked.keep}); longest {tally.longest:.2f} s, largest {tally.largest} MB")  # fmt: skip
    sys.exit(1 if tally.wrong else 0)


if __name__ == "__main__":
    main()
