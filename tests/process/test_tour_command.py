"""`kiosk tour` from the outside."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image


def tour(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk", "tour", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=400, check=False)


@dataclass(frozen=True)
class Toured:
    out: Path
    size: tuple[int, int]
    told: str


PORTRAIT, LAPTOP = ((1080, 1920), "21.5", "3"), ((1024, 576), "15.6", "5")
"""Size, diagonal, and the text size asked for. The laptop is drawn coarsely: fewer pixels take less time."""


@pytest.fixture(scope="module", params=[LAPTOP, pytest.param(PORTRAIT, marks=pytest.mark.full)])
def toured(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Toured:
    out, (size, diagonal_in, text_size) = tmp_path_factory.mktemp("tour"), request.param
    panel = ("--size", f"{size[0]}x{size[1]}", "--diagonal-in", diagonal_in, "--text-size", text_size)
    done = tour("khan-cap", "--lang", "en", *panel, "--theme", "dark", "--out", str(out))
    assert done.returncode == 0, done.stderr
    return Toured(out, size, done.stderr)


def test_every_picture_of_the_book_is_there_and_has_the_size_of_the_panel(toured: Toured) -> None:
    html = (toured.out / "index.html").read_text(encoding="utf-8")
    pictures = re.findall(r'<img loading="lazy" src="([^"]+)"', html)
    assert len(pictures) > 25
    for picture in pictures:
        with Image.open(toured.out / picture) as image:
            assert image.size == toured.size


def test_every_picture_differs_from_the_one_before(toured: Toured) -> None:
    drawn = [file.read_bytes() for file in sorted((toured.out / "khan-cap").glob("*.png"))]
    assert all(one != other for one, other in pairwise(drawn))


def test_the_book_shows_what_is_read_and_what_is_spoken(toured: Toured) -> None:
    html = (toured.out / "index.html").read_text(encoding="utf-8")
    assert "113" in html
    assert "Checked on" in html
    assert '<span class="spoken">' in html


@pytest.mark.parametrize("toured", [LAPTOP], indirect=True)
def test_of_the_first_screen_the_book_shows_the_sign_and_that_nothing_is_said(toured: Toured) -> None:
    html = (toured.out / "index.html").read_text(encoding="utf-8")
    plate = html[html.index('id="ki-ot/001-attract.png"') :].partition("</article>")[0]
    assert "Silent: nobody is there." in plate and "Welcome!" not in plate.partition("Spoken")[2]
    unknown = "Opening hours: please ask the ward"
    assert "No papers needed." in plate and unknown not in plate, "what nobody wrote is no news"
    for text in ("No papers needed", unknown):
        assert text in html[html.index("-this-place.png") :].partition("Spoken")[2]


@pytest.mark.parametrize("toured", [LAPTOP], indirect=True)
def test_a_low_panel_is_drawn_in_its_largest_size_and_says_so(toured: Toured) -> None:
    assert "This panel holds text size 3 at most." in toured.told
    html = (toured.out / "index.html").read_text(encoding="utf-8")
    assert "3 of 3" in html and "5 of 3" not in html


def test_a_guide_that_does_not_exist_is_named(tmp_path: Path) -> None:
    done = tour("khong-co-bai-nay", "--out", str(tmp_path))
    assert done.returncode == 1
    assert "khong-co-bai-nay" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    done = tour("khan-cap", "--out", str(blocked / "tour"))
    assert done.returncode == 1
    assert str(blocked) in done.stderr
    assert "Traceback" not in done.stderr
