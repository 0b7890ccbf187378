"""`kiosk flows` where a guide is broken: what is sound is shown, what is refused is named, no traceback."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.library import RESIDENT_GUIDES
from kiosk.command_line import app

LINE = 'audience = "resident"'
BROKEN = {
    "a number of 5,000 digits": (LINE, LINE + "\norder = " + "1" * 5000),
    "tables nested 2,000 deep": (LINE, LINE + "\na" + ".a" * 2000 + " = 1"),
    "lists nested 2,000 deep": (LINE, LINE + "\na = " + "[" * 2000 + "]" * 2000),
}


@pytest.fixture(params=BROKEN)
def folder(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("vneid-cai-dat", "vneid-quen-mat-khau"):
        shutil.copytree(RESIDENT_GUIDES / name, tmp_path / name)
    flow = tmp_path / "vneid-cai-dat" / "flow.toml"
    flow.write_text(flow.read_text("utf-8").replace(*BROKEN[request.param], 1), "utf-8")
    monkeypatch.setattr("flows.library.RESIDENT_GUIDES", tmp_path)
    monkeypatch.setattr("flows.check.RESIDENT_GUIDES", tmp_path)
    monkeypatch.setattr(sys, "argv", ["kiosk"])
    return tmp_path


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        (("list",), "vneid-quen-mat-khau"),
        (("check",), "vneid-cai-dat/flow.toml:"),
        (("search", "quên mật khẩu vneid"), "vneid-quen-mat-khau"),
        (("map", "vneid-cai-dat"), ""),
    ],
)
def test_a_command_names_what_is_refused_and_fails(
    folder: Path, command: tuple[str, ...], shown: str
) -> None:
    done = CliRunner().invoke(app, ["flows", *command])
    assert done.exit_code == 1, done.output
    assert isinstance(done.exception, SystemExit)
    assert shown in done.output and "vneid-cai-dat" in done.output
    assert "Traceback" not in done.output


def test_a_sound_guide_is_drawn_beside_a_broken_one(folder: Path) -> None:
    done = CliRunner().invoke(app, ["flows", "map", "vneid-quen-mat-khau"])
    assert done.exit_code == 0, done.output
