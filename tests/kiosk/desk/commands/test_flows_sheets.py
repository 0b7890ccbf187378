"""`kiosk flows sheets`: papers in a folder, and a clear sentence where there can be none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pypdf import PdfReader
from typer.testing import CliRunner

from kiosk.desk.command_line import app

PROGRAM = Path(__file__).parents[4]


def test_a_guide_becomes_a_sheet_with_its_pictures_and_a_slip(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "flows", "sheets", "the-xe-buyt", "--paper", "A5", "--out", "giay"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(PROGRAM), "HOME": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    names = {one.name for one in (tmp_path / "giay").iterdir()}
    assert {"the-xe-buyt.pdf", "the-xe-buyt-giay-to.pdf"} < names
    pages = PdfReader(tmp_path / "giay" / "the-xe-buyt.pdf").pages
    assert round(float(pages[0].mediabox.width)) == 420  # points: A5
    assert sum(len(page.images) for page in pages) > 3


def test_a_folder_that_holds_something_else_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "anh.jpg").write_bytes(b"x")
    result = CliRunner().invoke(app, ["flows", "sheets", "--out", str(tmp_path)])
    assert result.exit_code == 1
    assert "Hãy chọn một thư mục trống" in result.output and "Traceback" not in result.output
    assert [one.name for one in tmp_path.iterdir()] == ["anh.jpg"]


def test_a_guide_that_is_not_offered_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["flows", "sheets", "khong-co", "--out", str(tmp_path / "a")])
    assert result.exit_code == 1
    assert "khong-co" in result.output
    assert not (tmp_path / "a").exists()
