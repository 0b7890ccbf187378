"""The ward's report as a page, in a real browser: on a phone nothing is pushed sideways, and it prints.

Part of the full run only: it looks at a page that hardly changes.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader
from support.reports import month, report, tables

from kiosk.ward.report.as_html import as_html

pytestmark = pytest.mark.full
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
WIDTH_SCRIPT = (
    "<script>const all = document.documentElement; all.setAttribute('data-wide', all.scrollWidth)</script>"
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("report") / "report.html"
    file.write_bytes(as_html(report(month(visits=40, days=5))))
    return file


def browser(page: Path, *options: str) -> str:
    name = next((found for one in NAMES if (found := shutil.which(one))), None)
    assert name is not None, "no browser: script/setup test installs one"
    done = subprocess.run(
        [name, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
         f"--user-data-dir={page.parent / 'profile'}", *options, page.as_uri()],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    return done.stdout


def test_on_a_phone_nothing_lies_beyond_the_edge(page: Path) -> None:
    measured = page.with_name("measured.html")
    measured.write_text(page.read_text("utf-8") + WIDTH_SCRIPT, "utf-8")
    dom = browser(measured, "--window-size=390,844", "--dump-dom")
    wide = re.search(r'data-wide="(\d+)"', dom)
    assert wide is not None and int(wide[1]) <= 500  # the narrowest window that Chromium makes


def test_bars_are_drawn_and_the_words_are_there(page: Path) -> None:
    picture = page.with_name("page.png")
    browser(page, "--window-size=1000,6000", f"--screenshot={picture}")
    pixels = np.asarray(Image.open(picture).convert("RGB")).reshape(-1, 3)
    for blue, least in (((10, 61, 107), 20_000), ((181, 138, 43), 2_000)):
        assert (np.abs(pixels.astype(int) - blue).max(axis=1) < 8).sum() > least


def test_the_report_prints_on_a4_with_every_table(page: Path) -> None:
    paper = page.with_name("page.pdf")
    browser(page, f"--print-to-pdf={paper}", "--no-pdf-header-footer")
    reader = PdfReader(BytesIO(paper.read_bytes()))
    box = reader.pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (595, 842)
    text = unicodedata.normalize("NFKC", "".join(one.extract_text() for one in reader.pages))  # ﬁ is fi
    text = re.sub(r"\s", "", text)
    for table in tables(report(month(visits=40, days=5))).values():
        assert re.sub(r"\s", "", table.title) in text, table.title
        labels = [re.sub(r"\s", "", row.label) for row in table.rows]
        assert all(label in text for label in labels), table.title  # also of what the screen folds away
