"""`kiosk tour` from the outside."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image


def tour(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk", "tour", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("tour")
    done = tour("khan-cap", "--lang", "en", "--text-size", "3", "--theme", "dark", "--out", str(out))
    assert done.returncode == 0, done.stderr
    return out


def test_every_picture_of_the_book_is_there_and_has_the_size_of_the_panel(toured: Path) -> None:
    html = (toured / "index.html").read_text(encoding="utf-8")
    pictures = re.findall(r'<img loading="lazy" src="([^"]+)"', html)
    assert len(pictures) > 25
    for picture in pictures:
        with Image.open(toured / picture) as image:
            assert image.size == (1080, 1920)


def test_every_picture_differs_from_the_one_before(toured: Path) -> None:
    drawn = [file.read_bytes() for file in sorted((toured / "khan-cap").glob("*.png"))]
    assert all(one != other for one, other in pairwise(drawn))


def test_the_book_shows_what_is_read_and_what_is_spoken(toured: Path) -> None:
    html = (toured / "index.html").read_text(encoding="utf-8")
    assert "113" in html
    assert "Checked on" in html
    assert '<span class="spoken">' in html


def test_a_low_panel_is_drawn_in_its_largest_size_and_says_so(tmp_path: Path) -> None:
    laptop = ("--size", "1366x768", "--diagonal-in", "15.6")
    done = tour("khan-cap", *laptop, "--text-size", "5", "--out", str(tmp_path))
    assert done.returncode == 0
    assert "This panel holds text size 3 at most." in done.stderr
    html = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "3 trong 3" in html and "5 trong 3" not in html


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
