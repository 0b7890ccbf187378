"""From the start of the process to the first frame, against an empty PySide6 QML window. Goal: ≤ 1.5×.

As set up, and with the config of a point, which is read and checked first. Then what follows behind the
invitation: how long the rules look at every guide, against reading it (TOML, steps, words). Goal: ≤ 0.6×.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from support.desktop import desktop

from resources import path

ROUNDS = 21
POINT = path("points", "diem-1.toml")
EMPTY = """
import os, sys, time
os.environ["QT_QUICK_BACKEND"] = "software"
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
app = QGuiApplication([])
engine = QQmlApplicationEngine()
engine.loadData(b"import QtQuick; Window { width: 1080; height: 1920; visible: true }")
def drawn():
    print(time.time(), flush=True)
    app.quit()
engine.rootObjects()[0].frameSwapped.connect(drawn)
app.exec()
"""

GUIDES = """
import time
from datetime import date
from flows.shelf.library import RESIDENT_GUIDES, read_packs
from flows.checking.sets import at_loading
began = time.process_time()
packs = read_packs(RESIDENT_GUIDES)
read = time.process_time()
for pack in packs:
    list(at_loading(pack.flow, date.today()))
print(read - began, time.process_time() - read)
"""


def empty_window(environment: dict[str, str]) -> float:
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", EMPTY], env=environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[0]) - began


def kiosk(environment: dict[str, str], data: Path, *more: str) -> float:
    began = time.time()
    command = [sys.executable, "-m", "kiosk", "run", "--windowed", "--size", "1080x1920", "--data", str(data)]
    command += more
    process = subprocess.Popen(command, env=environment)
    try:
        return _first_frame(data / "logs" / "kiosk.log", began) - began
    finally:
        process.terminate()
        process.wait()


def _first_frame(log: Path, after: float) -> float:
    while time.time() < after + 20:
        text = log.read_text(encoding="utf-8") if log.exists() else ""
        for stamp in re.findall(r"the first frame was drawn at (\S+)", text):
            drawn = datetime.fromisoformat(stamp).timestamp()
            if drawn > after:
                return drawn
        time.sleep(0.01)
    raise AssertionError("the kiosk did not draw a frame")


def guides(environment: dict[str, str]) -> tuple[float, float]:
    """Seconds of the processor for reading all of them and for looking at them, in a process that begins."""
    command = [sys.executable, "-c", GUIDES]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    read, checked = map(float, done.stdout.split())
    return read, checked


def main() -> None:
    with tempfile.TemporaryDirectory() as home, desktop(Path(home)) as environment:
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # compiled once, as where it is installed
        data = Path(home) / "data"
        measured = [
            (
                empty_window(environment),
                kiosk(environment, data),
                kiosk(environment, data, "--config", str(POINT)),
            )
            for _ in range(ROUNDS + 1)
        ]
        read, checked = map(statistics.median, zip(*[guides(environment) for _ in range(7)], strict=True))
    bare, ours, at_a_point = (statistics.median(times) for times in zip(*measured[1:], strict=True))  # warm
    print(f"start to first frame: empty window {bare * 1e3:.0f} ms; kiosk {ours * 1e3:.0f} ms, "
          f"ratio {ours / bare:.2f} (goal 1.5); with a point's config {at_a_point * 1e3:.0f} ms, "
          f"ratio {at_a_point / bare:.2f}")  # fmt: skip
    print(f"all guides for residents, of the processor: read {read * 1e3:.0f} ms, looked at by the rules "
          f"{checked * 1e3:.0f} ms, ratio {checked / read:.2f} (goal 0.6)")  # fmt: skip


if __name__ == "__main__":
    main()
