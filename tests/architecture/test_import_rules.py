"""The import contracts of pyproject.toml hold, and would be seen to break."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(LINT_IMPORTS), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


def test_imports_go_down_only_and_every_package_was_looked_at():
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout
    analyzed = re.search(r"Analyzed (\d+) files", done.stdout)
    ours = sum(1 for name in PACKAGES for _ in (ROOT / name).rglob("*.py"))
    assert analyzed is not None and int(analyzed.group(1)) >= ours * 0.9 > 50
    assert " 0 broken" in done.stdout


PACKAGES = ("kiosk", "ui", "flows", "accessibility", "resources")


@pytest.mark.parametrize(
    ("package", "line"),
    [
        ("flows", "import ui.screens"),
        ("flows", "import accessibility.sizes"),
        ("accessibility", "import flows.words"),
        ("ui", "import kiosk.config"),
        ("flows", "import PySide6.QtCore"),
        ("ui", "import sqlalchemy"),
        ("accessibility", "import cryptography"),
        ("ui.screens", "import PySide6.QtGui"),
        ("kiosk.export", "import cryptography"),
        ("kiosk.ward", "import PySide6.QtCore"),
        ("kiosk.figures", "import duckdb"),
    ],
)
def test_a_forbidden_import_breaks_a_contract(tmp_path, package, line):
    small_program(tmp_path)
    place = tmp_path.joinpath(*package.split("."))
    (place / "bad.py" if place.is_dir() else place.with_suffix(".py")).write_text(line + "\n")
    assert_broken(lint(tmp_path))


def test_two_packages_of_kiosk_that_import_each_other_break_a_contract(tmp_path):
    small_program(tmp_path)
    (tmp_path / "kiosk" / "config.py").write_text("import kiosk.files\n")
    assert lint(tmp_path).returncode == 0
    (tmp_path / "kiosk" / "files.py").write_text("import kiosk.config\n")
    assert_broken(lint(tmp_path))


def small_program(folder: Path) -> None:
    """A module for each that a contract names, with nothing in it: every contract is kept."""
    (folder / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    named = {name for contract in contracts for name in contract.get("source_modules", ()) if "." in name}
    for name in PACKAGES:
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text("")
    for module in {"accessibility.sizes", "flows.words", "kiosk.config", "kiosk.files"} | named:
        folder.joinpath(*module.split(".")).with_suffix(".py").write_text("")
    # Every external package the contracts name must be met somewhere, or import-linter knows nothing of it.
    (folder / "kiosk" / "outside.py").write_text(
        "import PySide6, qasync, sqlalchemy, alembic, cryptography, pyrage, cv2, zxingcpp\n"
        "import ibis, duckdb, pyspark, pyarrow\n"
    )
    assert lint(folder).returncode == 0


def assert_broken(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 1 and "BROKEN" in done.stdout
