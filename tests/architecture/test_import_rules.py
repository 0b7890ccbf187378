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
        ("accessibility", "import flows.guide.words"),
        ("ui", "import kiosk.base.config"),
        ("flows", "import PySide6.QtCore"),
        ("ui", "import sqlalchemy"),
        ("accessibility", "import cryptography"),
        ("ui.screens", "import PySide6.QtGui"),
        ("ui", "import kiosk.papers.tickets"),
        ("kiosk.papers.export", "import cryptography"),
        ("kiosk.papers.export", "import sqlalchemy"),
        ("kiosk.point.staff", "import pyrage"),
        ("kiosk.point.cards", "import cv2"),
        ("kiosk.app", "import qasync"),
        ("kiosk.ward", "import jinja2"),
        ("kiosk.ward", "import PySide6.QtCore"),
        ("kiosk.ward", "import ui.screens"),
        ("kiosk.base.words", "import ui.screens"),
        ("kiosk.log.figures", "import duckdb"),
        ("kiosk.papers.export", "import pyarrow"),
        ("kiosk.base.events", "import ui.screens"),
        ("kiosk.base.events", "import kiosk.base.words"),
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
    papers = tmp_path / "kiosk" / "papers"
    (papers / "export" / "one.py").write_text("import kiosk.papers.keys\n")
    assert lint(tmp_path).returncode == 0
    (papers / "keys" / "other.py").write_text("import kiosk.papers.export\n")
    assert_broken(lint(tmp_path))


@pytest.mark.parametrize("package", ["kiosk", "ui", "flows"])
def test_every_room_has_its_layer(package: str) -> None:
    inside = {
        one.stem
        for one in (ROOT / package).glob("[!_]*")
        if one.suffix == ".py" or (one / "__init__.py").exists()
    }
    assert {f"{package}.{name}" for name in inside} <= set(layered())


def test_kiosk_is_eight_rooms_and_what_joins_them() -> None:
    rooms = [one.parent.name for one in (ROOT / "kiosk").glob("*/__init__.py")]
    joining = [one.stem for one in (ROOT / "kiosk").glob("[!_]*.py")]
    assert len(rooms) <= 8 and sorted(joining) == ["app", "behind", "running", "start"]


def test_no_contract_looks_away_from_what_is_imported_by_a_detour() -> None:
    assert [contract["name"] for contract in CONTRACTS if "allow_indirect_imports" in contract] == []


KNOWN_BY = {
    "kiosk.log.storage": "sqlalchemy, alembic",
    "kiosk.papers.keys": "cryptography, pyrage",
    "kiosk.point.cards.camera_worker": "cv2, zxingcpp",
    "kiosk.point.display.loop": "PySide6, qasync",
    "kiosk.base.templates": "jinja2",
    "kiosk.base.typesetting": "typst",
    "kiosk.ward.city": "ibis, duckdb, pyspark, pyarrow",
}
"""Every external package that a contract names must be met, or import-linter knows nothing of it."""


def small_program(folder: Path) -> None:
    """A package for each that a contract names, with nothing in it: every contract is kept."""
    (folder / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    for name in {*PACKAGES, "accessibility.sizes", "flows.guide.words", *named()}:
        package = folder
        for part in name.split("."):
            package = package / part
            package.mkdir(exist_ok=True)
            (package / "__init__.py").touch()
    for name in ("kiosk.papers.export", "kiosk.point.cards"):
        folder.joinpath(*name.split(".")).mkdir(exist_ok=True)
        folder.joinpath(*name.split("."), "__init__.py").touch()
    for name, known in KNOWN_BY.items():
        folder.joinpath(*name.split("."), "__init__.py").write_text(f"import {known}\n")
    assert lint(folder).returncode == 0


def named() -> set[str]:
    """Every module of ours that a contract names."""
    keys = ("source_modules", "forbidden_modules", "allowed_importers")
    names = {name for contract in CONTRACTS for key in keys for name in contract.get(key, ())}
    return {name for name in names | set(layered()) if name.partition(".")[0] in PACKAGES}


def layered() -> list[str]:
    floors = [layer for one in CONTRACTS if one["type"] == "layers" for layer in one["layers"]]
    return [name for layer in floors for name in re.split(r" [:|] ", layer)]


def assert_broken(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 1 and "BROKEN" in done.stdout
