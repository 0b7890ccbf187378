"""`script/qmllint`, which `script/test` runs over every QML file, would see a misspelt property."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def qmllint(*files: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "script" / "qmllint"), *map(str, files)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)


def test_a_misspelt_property_of_a_python_type_is_an_error(tmp_path: Path) -> None:
    good = tmp_path / "Good.qml"
    good.write_text("import QtQuick\nimport Kiosk.Models\n\nThemeValues {\n    property int size: sayPx\n}\n")
    assert qmllint(good).returncode == 0, qmllint(good).stdout
    bad = tmp_path / "Bad.qml"
    bad.write_text(good.read_text().replace("sayPx", "sayPixels"))
    done = qmllint(bad)
    assert done.returncode != 0 and "sayPixels" in done.stdout + done.stderr


def test_what_is_pressed_is_the_control_s_own_action() -> None:
    """A name written in QML could be misspelt, and a press that nothing answers is silent."""
    written = [
        str(file.relative_to(ROOT))
        for file in (ROOT / "ui" / "qml").rglob("*.qml")
        if 'press("' in file.read_text()
    ]
    assert written == []
