"""TOML comes in by one door: wide enough for what is written, too narrow for what would choke us."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from resources.toml import MOST_BYTES, MOST_NESTING, TomlWrong, toml_of

ROOT = Path(__file__).parents[2]
DOOR = ROOT / "resources" / "toml.py"
MOST_S, MOST_MB = 1.0, 200


def test_nobody_parses_toml_but_the_door() -> None:
    packages = ("kiosk", "ui", "flows", "accessibility", "resources")
    files = [file for name in packages for file in (ROOT / name).rglob("*.py")]
    parsing = re.compile(r"^\s*(import|from) (tomllib|tomli|tomlkit|toml|pytoml)\b", re.MULTILINE)
    assert [file for file in files if parsing.search(file.read_text("utf-8"))] == [DOOR]


def test_whatever_is_shipped_passes_the_door() -> None:
    shipped = [
        file
        for name in ("kiosk", "ui", "flows", "accessibility", "resources")
        for file in (ROOT / name).rglob("*.toml")
    ]
    assert len(shipped) > 200
    for file in shipped:
        assert toml_of(file.read_text("utf-8")) is not None, file
        assert file.stat().st_size < MOST_BYTES / 2, f"{file} grows towards the bound"


@pytest.mark.parametrize("reader", ["roster", "needs", "config", "defaults", "sentences", "readings", "clips",
                                    "guide", "asking", "changes of a pack"])  # fmt: skip
def test_80_kb_from_outside_take_one_second_and_200_mb_at_most(tmp_path: Path, reader: str) -> None:
    command = [sys.executable, "-m", "support.hostile_toml", str(tmp_path), reader]
    seen = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))}
    done = subprocess.run(command, env=seen, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert len(rows) > 12
    assert [row for row in rows if float(row[2]) > MOST_S or int(row[3]) > MOST_MB] == []


@pytest.mark.parametrize(
    "text",
    [
        ".".join("a" * 5000) + "=1",
        "a=" + "[" * 5000,
        f"a={'1' * 5000}",
        "a" * 5000 + "=1",
        "a=1\n" * 100_000,
        'a="""' + "\\",
        "a = 0x" + "f" * 5000,
    ],
)
def test_what_the_door_refuses_it_refuses_as_wrong_toml(text: str) -> None:
    with pytest.raises(TomlWrong):
        toml_of(text)


def test_what_stands_in_quotation_marks_is_not_counted() -> None:
    long = "..[[" * 40 + "7" * 40 + "x" * 100
    assert toml_of(f'a = "{long}"  # {long}\nb = """{long}"""') == {"a": long, "b": long}
    within = ".".join("a" * (MOST_NESTING - 1))
    assert toml_of(f"{within} = 1")
