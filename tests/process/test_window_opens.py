"""The kiosk as `script/run` opens it: a real window on a screen in memory, drawn, ended politely, or left by
its screen.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from support.at_spi import wait_for
from support.desktop import x_server

from kiosk.base.events import KioskStopped
from kiosk.base.files.paths import database_file, logbook_folder
from kiosk.log.storage.reading import LogReader, NoLog

ROOT = Path(__file__).parents[2]


@pytest.mark.alone
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the scripts are for Debian and Ubuntu")
def test_script_run_draws_the_first_screen_and_ends_with_zero_when_asked_to() -> None:
    command = [str(ROOT / "script" / "try-window")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "the first screen is drawn" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs X")
def test_another_screen_than_the_config_says_is_filled_and_when_it_dies_the_log_is_ended(
    tmp_path: Path,
) -> None:
    config, data = tmp_path / "kiosk.toml", tmp_path / "data"
    config.write_text('[screen]\nsize = "1080x1920"\ndiagonal_in = 21.5\n', encoding="utf-8")
    command = [sys.executable, "-m", "kiosk", "run", "--config", str(config), "--data", str(data)]
    with x_server(1366, 768) as display:
        environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
        wait_for(lambda: _events(data) or None, "nothing is written down", within_s=60)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1, "systemd starts it again"
    assert [line.split(" ")[0] for line in said.splitlines()] == ["Màn", "The"], said
    assert "Màn hình đã tắt" in said and "The screen is gone" in said
    assert _events(data)[-1] == KioskStopped("failed")
    logbook = (logbook_folder(data) / "kiosk.log").read_text("utf-8")
    assert "1080×1920 px was asked for, but the screen has 1366×768 px" in logbook
    assert "Traceback" not in logbook


def _events(data: Path) -> list[object]:
    with suppress(NoLog):
        return [stored.event.what for stored in LogReader(database_file(data)).events()]
    return []
