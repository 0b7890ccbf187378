"""`kiosk flows preview`: four pictures of one step, and near names where there is no such guide or step."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from support.stage import residents_guides
from typer.testing import CliRunner

from kiosk.desk.command_line import app
from kiosk.point.tour.guide_stops import guide_stops

PROGRAM = Path(__file__).parents[4]


def test_one_step_becomes_four_pictures_that_it_names(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "flows", "preview", "khan-cap", "hoc-vo-lung", "--out", "anh"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(PROGRAM), "HOME": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    pictures = [tmp_path / line for line in done.stdout.split()]
    assert sorted(pictures) == sorted((tmp_path / "anh").iterdir())
    sizes = []
    for picture in pictures:
        with Image.open(picture) as image:
            sizes.append(image.size)
    assert {size: sizes.count(size) for size in sizes} == {(1080, 1920): 2, (1366, 768): 2}
    assert len({picture.read_bytes() for picture in pictures}) == 4


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        (("khan-cpa", "xong"), "khan-cap"),
        (("khan-cap", "hoc-vo"), "hoc-vo-lung"),
        (("qqq", "x"), "flows list"),
    ],
)
def test_what_is_not_there_is_told_with_the_names_near_it(asked: tuple[str, str], near: str) -> None:
    result = CliRunner().invoke(app, ["flows", "preview", *asked])
    assert result.exit_code == 1
    assert near in result.output and "Traceback" not in result.output


def test_every_step_has_a_screen_to_draw() -> None:
    for flow in residents_guides().flows.values():
        drawn = {stop.name for stop in guide_stops(flow) if stop.step is not None}
        assert set(flow.steps) <= drawn, flow.id
