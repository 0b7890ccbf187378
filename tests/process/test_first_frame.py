"""What the first frame waits for. Not by the clock: by what has been imported when it is drawn."""

from __future__ import annotations

from pathlib import Path

from support.unseen_kiosk import printed

WAITS_FOR_NONE_OF = (
    "typer", "click", "rich", "sqlalchemy", "alembic", "PIL", "qrcode", "pyttsx3", "miniaudio", "numpy",
    "onnxruntime", "pydantic", "flows.shelf.library", "flows.reading.pack", "flows.search",
    "kiosk.desk.command_line",
    "kiosk.point.tour", "kiosk.log.storage", "kiosk.log.sessions", "accessibility.speech", "asyncio",
    "qasync", "difflib",
    "hashlib", "ui.turn.conductor", "ui.window.shell", "ui.visit.stages", "ui.visit.actions.common",
    "ui.visit.actions.chosen", "ui.reach.pointing", "flows.guide.flow", "PySide6.QtWidgets",
)  # fmt: skip
LOOK = """
import sys
from ui.window.window import KioskWindow
waiting = KioskWindow.wait_for_frame
def wait_for_frame(window):
    waiting(window)
    print("drawn:", *sorted(sys.modules), flush=True)
    raise SystemExit
KioskWindow.wait_for_frame = wait_for_frame
"""


def test_the_first_frame_waits_for_nothing_it_does_not_show(tmp_path: Path) -> None:
    drawn = printed("drawn:", LOOK, tmp_path, within_s=60)
    assert "ui.window.window" in drawn and "ui.window.views.attract_view" in drawn
    assert [name for name in WAITS_FOR_NONE_OF if name in drawn] == []
