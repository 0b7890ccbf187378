"""What the first frame waits for. Not by the clock: by what has been imported when it is drawn."""

from __future__ import annotations

from pathlib import Path

from support.unseen_kiosk import printed

WAITS_FOR_NONE_OF = (
    "typer", "click", "rich", "sqlalchemy", "alembic", "PIL", "qrcode", "pyttsx3", "miniaudio", "numpy",
    "onnxruntime", "pydantic", "flows.library", "flows.pack", "flows.search", "kiosk.command_line",
    "kiosk.tour", "kiosk.storage", "kiosk.sessions", "accessibility.speech", "asyncio", "qasync", "difflib",
    "hashlib", "ui.conductor", "ui.shell", "ui.visit.stages", "ui.visit.actions.common",
    "ui.visit.actions.chosen", "ui.pointing", "flows.flow", "PySide6.QtWidgets",
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
"""


def test_the_first_frame_waits_for_nothing_it_does_not_show(tmp_path: Path) -> None:
    drawn = printed("drawn:", LOOK, tmp_path, within_s=60)
    assert "ui.window" in drawn and "ui.views.attract_view" in drawn
    assert [name for name in WAITS_FOR_NONE_OF if name in drawn] == []
