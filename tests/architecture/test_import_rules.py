"""The import contracts of pyproject.toml hold, and would be seen to break."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(LINT_IMPORTS), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


def test_imports_go_down_only_and_every_package_was_looked_at() -> None:
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
        ("ui", "import kiosk.tickets"),
        ("kiosk.export", "import cryptography"),
        ("kiosk.export", "import sqlalchemy"),
        ("kiosk.staff", "import pyrage"),
        ("kiosk.cards", "import cv2"),
        ("kiosk.app", "import qasync"),
        ("kiosk.ward", "import jinja2"),
        ("kiosk.ward", "import PySide6.QtCore"),
        ("kiosk.ward", "import ui.screens"),
        ("kiosk.words", "import ui.screens"),
        ("kiosk.figures", "import duckdb"),
        ("kiosk.export", "import pyarrow"),
        ("kiosk.events", "import ui.screens"),
        ("kiosk.events", "import kiosk.words"),
    ],
)
def test_a_forbidden_import_breaks_a_contract(tmp_path: Path, package: str, line: str) -> None:
    small_program(tmp_path)
    tmp_path.joinpath(*package.split("."), "bad.py").write_text(line + "\n")
    assert_broken(lint(tmp_path))


def test_a_detour_breaks_a_contract_as_well(tmp_path: Path) -> None:
    small_program(tmp_path)
    (tmp_path / "kiosk" / "between.py").write_text("import ui.screens\n")
    (tmp_path / "kiosk" / "ward" / "bad.py").write_text("import kiosk.between\n")
    assert_broken(lint(tmp_path))


def test_two_packages_of_kiosk_that_import_each_other_break_a_contract(tmp_path: Path) -> None:
    small_program(tmp_path)
    (tmp_path / "kiosk" / "ward" / "one.py").write_text("import kiosk.export\n")
    assert lint(tmp_path).returncode == 0
    (tmp_path / "kiosk" / "export" / "other.py").write_text("import kiosk.ward\n")
    assert_broken(lint(tmp_path))


def test_every_package_and_module_of_kiosk_has_its_layer() -> None:
    inside = {
        one.stem
        for one in (ROOT / "kiosk").glob("[!_]*")
        if one.suffix == ".py" or (one / "__init__.py").exists()
    }
    assert {f"kiosk.{name}" for name in inside} <= set(layered())


def test_at_most_eight_modules_lie_in_the_root_of_kiosk() -> None:
    assert len(list((ROOT / "kiosk").glob("*.py"))) <= 8


def test_no_contract_looks_away_from_what_is_imported_by_a_detour() -> None:
    assert [contract["name"] for contract in CONTRACTS if "allow_indirect_imports" in contract] == []


KNOWN_BY = {
    "kiosk.storage": "sqlalchemy, alembic",
    "kiosk.keys": "cryptography, pyrage",
    "kiosk.cards.camera_worker": "cv2, zxingcpp",
    "kiosk.display.loop": "PySide6, qasync",
    "kiosk.templates": "jinja2",
    "kiosk.typesetting": "typst",
    "kiosk.city": "ibis, duckdb, pyspark, pyarrow",
}
"""Every external package that a contract names must be met, or import-linter knows nothing of it."""


def small_program(folder: Path) -> None:
    """A package for each that a contract names, with nothing in it: every contract is kept."""
    (folder / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    for name in {*PACKAGES, "accessibility.sizes", "flows.words", *named()}:
        package = folder
        for part in name.split("."):
            package = package / part
            package.mkdir(exist_ok=True)
            (package / "__init__.py").touch()
    for name, known in KNOWN_BY.items():
        folder.joinpath(*name.split("."), "__init__.py").write_text(f"import {known}\n")
    assert lint(folder).returncode == 0


def named() -> set[str]:
    """Every module of ours that a contract names."""
    keys = ("source_modules", "forbidden_modules", "allowed_importers")
    names = {name for contract in CONTRACTS for key in keys for name in contract.get(key, ())}
    return {name for name in names | set(layered()) if name.partition(".")[0] in PACKAGES}


def layered() -> list[str]:
    (layers,) = (contract["layers"] for contract in CONTRACTS if contract["type"] == "layers")
    return [name for layer in layers for name in re.split(r" [:|] ", layer)]


def assert_broken(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 1 and "BROKEN" in done.stdout
