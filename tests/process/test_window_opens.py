"""The kiosk as `script/run` opens it: a real window on a screen in memory, drawn, and ended politely."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.alone
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the scripts are for Debian and Ubuntu")
def test_script_run_draws_the_first_screen_and_ends_with_zero_when_asked_to():
    command = [str(ROOT / "script" / "try-window")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "the first screen is drawn" in done.stdout
    assert "Traceback" not in done.stderr
