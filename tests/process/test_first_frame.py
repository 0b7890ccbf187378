"""What the first frame waits for. Not by the clock: by what has been imported when it is drawn."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WAITS_FOR_NONE_OF = (
    "typer", "click", "rich", "sqlalchemy", "alembic", "PIL", "qrcode", "pyttsx3", "miniaudio", "numpy",
    "onnxruntime", "pydantic", "flows.library", "flows.pack", "flows.search", "kiosk.command_line",
    "kiosk.tour", "kiosk.storage", "kiosk.sessions", "accessibility.speech", "asyncio", "qasync", "difflib",
    "hashlib", "ui.conductor", "ui.shell", "ui.visit", "ui.pointing", "flows.flow", "PySide6.QtWidgets",
)  # fmt: skip
LOOK = """
import sys
from ui.window import KioskWindow
waiting = KioskWindow.wait_for_frame
def wait_for_frame(window):
    waiting(window)
    print("drawn:", *sorted(sys.modules), flush=True)
    raise SystemExit
KioskWindow.wait_for_frame = wait_for_frame
sys.argv = ["kiosk", "run", "--windowed", "--size", "540x960", "--data", sys.argv[1]]
from kiosk.__main__ import main
main()
"""


def test_the_first_frame_waits_for_nothing_it_does_not_show(tmp_path):
    environment = {"PATH": "", "HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(tmp_path / "data")],
        env=environment | {"DISPLAY": ":none"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    drawn = [line.split()[1:] for line in done.stdout.splitlines() if line.startswith("drawn:")]
    assert len(drawn) == 1, done.stderr
    assert "ui.window" in drawn[0] and "ui.views.attract_view" in drawn[0]
    assert [name for name in WAITS_FOR_NONE_OF if name in drawn[0]] == []
