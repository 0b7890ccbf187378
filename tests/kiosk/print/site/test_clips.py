"""Recordings of sentences are laid beside the pages that say them; a folder that cannot be used is named."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest
from support.stage import residents_guides
from typer.testing import CliRunner

from kiosk.desk.command_line import app
from kiosk.print.site.clips import clips_of

GUIDE = residents_guides().flows["khan-cap"]
SAID = GUIDE.steps[GUIDE.start].say


def recorded(folder: Path, *texts: str) -> Path:
    folder.mkdir()
    with wave.open(str(folder / "a.wav"), "wb") as sound:
        sound.setparams((1, 2, 16_000, 0, "NONE", ""))
        sound.writeframes(bytes(3_200))
    clips = "".join(f'[[clip]]\ntext = "{text}"\nfile = "a.wav"\n' for text in texts)
    (folder / "index.toml").write_text(clips, "utf-8")
    return folder


def test_only_what_a_guide_says_is_laid_beside_its_pages(tmp_path: Path) -> None:
    folder = recorded(tmp_path / "clips", SAID.vi, "Câu không có trong bài nào.")
    clips = clips_of([GUIDE], folder)
    assert list(clips.of) == [("vi", SAID.vi)]
    assert clips.files == {clips.of["vi", SAID.vi]: (folder / "a.wav").read_bytes()}


@pytest.mark.parametrize("wrong", ["site", "clips"])
def test_the_command_names_a_folder_that_it_cannot_use_and_writes_nothing(tmp_path: Path, wrong: str) -> None:
    config, out = tmp_path / "kiosk.toml", tmp_path / "site"
    config.write_text(f'[speech]\nclips_folder = "{tmp_path / "nowhere"}"\n', "utf-8")
    if wrong == "site":
        out.mkdir()
        (out / "bao-cao.docx").write_bytes(b"theirs")
    before = sorted(tmp_path.rglob("*"))
    told = CliRunner().invoke(app, ["flows", "site", "--out", str(out), "--config", str(config)])
    assert told.exit_code == 1
    assert str(out if wrong == "site" else tmp_path / "nowhere") in told.stderr
    assert "Chưa làm được trang" in told.stderr
    assert sorted(tmp_path.rglob("*")) == before
