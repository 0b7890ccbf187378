"""`kiosk bulletin`: a picture and a sound in a folder, and a clear sentence where there can be none."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from typer.testing import CliRunner

from kiosk.base.files.made_folder import publish_all
from kiosk.desk.command_line import app
from kiosk.desk.commands.guides import today


def run(tmp_path: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["bulletin", "--data", str(tmp_path / "data"), *arguments])
    assert "Traceback" not in result.output
    return result.exit_code, result.output


def test_a_picture_and_a_sound_are_made_and_those_of_the_day_before_go(tmp_path: Path) -> None:
    out, now = tmp_path / "out", today()
    publish_all(out, "bulletin", {f"ban-tin-{now}.png": b"x", f"ban-tin-{now}.wav": b"x"})
    assert run(tmp_path, "--out", str(out), "--day", str(now + timedelta(days=1)))[0] == 0
    names = sorted(one.name for one in out.glob("ban-tin-*"))
    assert names == [f"ban-tin-{now + timedelta(days=1)}.png", f"ban-tin-{now + timedelta(days=1)}.wav"]


def test_a_day_that_is_over_and_one_that_is_none_are_refused(tmp_path: Path) -> None:
    code, said = run(tmp_path, "--out", str(tmp_path / "out"), "--day", str(date(2026, 1, 1)))
    assert code == 1 and "01/01/2026 đã qua" in said
    assert run(tmp_path, "--out", str(tmp_path / "out"), "--day", "mai")[0] == 1
    assert not (tmp_path / "out").exists()


def test_a_folder_of_somebody_elses_is_refused(tmp_path: Path) -> None:
    (tmp_path / "anh.jpg").write_bytes(b"x")
    code, said = run(tmp_path, "--out", str(tmp_path))
    assert code == 1 and "Hãy chọn một thư mục trống" in said
    assert [one.name for one in tmp_path.iterdir()] == ["anh.jpg"]
