"""The program `kiosk run` with a few lines of a test before it, on no screen; what those lines print."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUN = """
sys.argv = ["kiosk", "run", "--windowed", "--size", "540x960", "--data", sys.argv[1]]
from kiosk.__main__ import main
main()
"""


def printed(begins: str, before: str, folder: Path, *, within_s: float) -> list[str]:
    """The words behind *begins* in the last line that begins so. *before* imports `sys`, and ends the run."""
    environment = {"PATH": "", "HOME": str(folder), "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", before + RUN, str(folder / "data")],
        env=environment | {"DISPLAY": ":none"},
        capture_output=True,
        text=True,
        timeout=within_s,
        check=False,
    )
    found = [line.split()[1:] for line in done.stdout.splitlines() if line.startswith(begins)]
    assert found, done.stderr
    return found[-1]
