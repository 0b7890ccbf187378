"""The message for the groups lies on the stick beside the figures, and never in their way."""

from __future__ import annotations

from pathlib import Path

from kiosk.base.files.paths import bulletin_folder
from kiosk.papers.export.bulletin import PLACE, lay_bulletin


def test_the_latest_message_is_laid_there_and_nobody_elses_file_is_touched(tmp_path: Path) -> None:
    data, stick = tmp_path / "data", tmp_path / "stick"
    made = bulletin_folder(data)
    made.mkdir(parents=True)
    (stick / PLACE).mkdir(parents=True)
    (stick / PLACE / "ban-tin-2026-11-29.png").write_bytes(b"old")
    (stick / PLACE / "ghi-chu.txt").write_text("of the team")
    (made / "ban-tin-2026-11-30.png").write_bytes(b"picture")
    (made / "ban-tin-2026-11-30.wav").write_bytes(b"sound")
    (made / "made-by-kiosk.json").write_text("{}")
    assert lay_bulletin(data, stick) == ("ban-tin-2026-11-30.png", "ban-tin-2026-11-30.wav")
    there = sorted(one.name for one in (stick / PLACE).iterdir())
    assert there == ["ban-tin-2026-11-30.png", "ban-tin-2026-11-30.wav", "ghi-chu.txt"]


def test_without_a_message_or_a_stick_nothing_happens(tmp_path: Path) -> None:
    assert lay_bulletin(tmp_path / "data", tmp_path) == ()
    assert list(tmp_path.iterdir()) == []
    made = bulletin_folder(tmp_path / "data")
    made.mkdir(parents=True)
    (made / "ban-tin-2026-11-30.png").write_bytes(b"picture")
    assert lay_bulletin(tmp_path / "data", tmp_path / "no-stick") == ()
    assert not (tmp_path / "no-stick").exists()
