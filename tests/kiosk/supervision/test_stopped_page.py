"""The page of a kiosk that ended again and again: needs no QML, no guide, no database."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication

from kiosk.supervision.stopped_page import lines, phone_of
from ui.fonts import load_fonts


def test_it_says_first_to_residents_and_then_to_staff_what_to_do() -> None:
    said = [text for _, _, text in lines(5, "024 3942 0000")]
    assert "Bác nhờ cán bộ giúp ạ. Bác có thể gọi số 024 3942 0000." in said
    assert "1. Chờ 5 phút nữa. Máy tự mở lại." in said
    assert not any("gọi số" in text for _, _, text in lines(5, ""))


@pytest.mark.parametrize(
    ("config", "phone"),
    [
        ('[place]\nhelp_phone = "02439420000"\n', "02439420000"),
        ('[help]\nfurther_phone = "115"\n', "115"),
        ('[place]\nhelp_phone = "chị Lan"\n', ""),
        ("[place]\nhelp_phone = 115\n", ""),
        ("no TOML [", ""),
        ("place = 3\n", ""),
    ],
)
def test_the_phone_is_said_only_where_the_config_can_be_read(tmp_path: Path, config: str, phone: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(config, encoding="utf-8")
    assert phone_of(file) == phone
    assert phone_of(tmp_path / "none") == ""


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (1366, 768), (1280, 800), (1024, 768)])
def test_all_of_it_fits_on_the_screen(qapp: QGuiApplication, size: tuple[int, int]) -> None:
    from kiosk.supervision.stopped_page import _LEAST_LINES, _WRAPPED

    unit = min(size) / _LEAST_LINES
    family, high = load_fonts().family, unit * 1.5
    for share, bold, text in lines(5, "024 3942 0000"):
        font = QFont(family)
        font.setPixelSize(max(12, int(unit * share)))
        font.setBold(bold)
        room = QRect(0, 0, int(size[0] - 3 * unit), size[1])
        high += QFontMetrics(font).boundingRect(room, _WRAPPED, text).height() + unit * 0.7
    assert high <= size[1]


def test_it_opens_ends_by_itself_and_reads_nothing_of_the_kiosks_screens() -> None:
    code = (
        "import sys; from kiosk.supervision.stopped_page import main; status = main(['1']);"
        "bad = [m for m in sys.modules if m.startswith(('PySide6.QtQml', 'flows', 'kiosk.storage', 'ui'))];"
        "print(status, bad)"
    )
    root = str(Path(__file__).parents[3])
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": root, "HOME": "/tmp"},
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.stdout.strip() == "0 []", done.stderr
