"""`kiosk flows` where a guide is broken: what is sound is shown, what is refused is named, no traceback."""

from __future__ import annotations

import json
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest
from support.guides import STRUCTURE, write_pack
from typer.testing import CliRunner

from flows.shelf.library import RESIDENT_GUIDES
from kiosk.desk.command_line import app

ENDS = 'until = 2026-12-31\nafter = "person"\n'
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
    monkeypatch.setattr("flows.shelf.library.RESIDENT_GUIDES", tmp_path)
    monkeypatch.setattr("flows.shelf.check.RESIDENT_GUIDES", tmp_path)
    monkeypatch.setattr(sys, "argv", ["kiosk"])
    return tmp_path


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        (("list",), "vneid-quen-mat-khau"),
        (("check",), "vneid-cai-dat/flow.toml:"),
        (("search", "quên mật khẩu vneid"), "vneid-quen-mat-khau"),
        (("map", "vneid-cai-dat"), ""),
        (("due", "--days", "3650"), "vneid-quen-mat-khau"),
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


@pytest.mark.parametrize("kind", ["review", "fact"])
def test_what_falls_due_is_listed_with_its_source_and_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    lines = 'until = 2026-12-31\nafter = "person"\n' if kind == "fact" else ""
    write_pack(tmp_path, flow=STRUCTURE.replace('sources = ["V1"]\n', 'sources = ["V1"]\n' + lines))
    monkeypatch.setattr("flows.shelf.library.RESIDENT_GUIDES", tmp_path)
    monkeypatch.setattr("kiosk.desk.commands.guides.today", lambda: date(2026, 12, 15))
    monkeypatch.setattr("kiosk.desk.commands.flows_due.today", lambda: date(2026, 12, 15))
    days = "30" if kind == "fact" else "180"
    told = CliRunner().invoke(app, ["flows", "due", "--days", days])
    assert told.exit_code == 0, told.output
    assert ("31/12/2026" if kind == "fact" else "24/05/2027") in told.output
    assert "Trang mẫu <https://example.org>" in told.output
    rows = json.loads(CliRunner().invoke(app, ["flows", "due", "--days", days, "--json"]).stdout)
    ours = [one for one in rows["due"] if one["guide"] == "hoc-thu"]
    assert [one["why"] for one in ours] == (["person"] if kind == "fact" else ["review"])
    assert ours[0]["sources"] == [{"key": "V1", "title": "Trang mẫu", "url": "https://example.org"}]
    assert "https://example.org" in {one["url"] for one in rows["sources"]}


def test_what_is_overdue_fails_and_a_wording_that_changed_by_itself_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.shelf.library.TRAINING_GUIDES", tmp_path / "none")
    monkeypatch.setattr("flows.shelf.library.RESIDENT_GUIDES", tmp_path)
    for day, code in ((date(2027, 1, 10), 1), (date(2026, 12, 20), 0)):
        write_pack(tmp_path, flow=STRUCTURE.replace('sources = ["V1"]\n', 'sources = ["V1"]\n' + ENDS))
        for module in ("guides", "flows_due"):
            monkeypatch.setattr(f"kiosk.desk.commands.{module}.today", lambda day=day: day)
        done = CliRunner().invoke(app, ["flows", "due"])
        assert done.exit_code == code, done.output
        assert ("QUÁ HẠN" in done.output) == bool(code)
