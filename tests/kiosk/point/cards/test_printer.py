"""A card on paper: what is drawn can be scanned, and whether it came out is told truly."""

from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path
from typing import get_args

import numpy as np
import pytest
import zxingcpp
from PySide6.QtGui import QColorConstants, QFont, QImage, QPainter
from support.print_service import NAME, PrintService
from support.window import pixels

from accessibility.qr_code import QUIET_MODULES, modules_of
from kiosk.base.config.cards import Paper
from kiosk.base.system.print_service import Cups
from kiosk.point.cards.paper import CODE_MM, DOTS_PER_INCH, SIZES_MM, CupsPrinter, draw_sheet, pdf_of
from ui.screens.card import Sheet

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the print service is CUPS")
LONGEST = "KBHVS" + "7" * 640  # of a card with every setting and forty guides
SHEET = Sheet(LONGEST, ("Thẻ của tôi", "Lần sau bác đưa mã này cho máy.", "Không có tên, không có số."))
FAMILY = "Noto Sans"


def printed(printer_of: Cups, name: str = NAME) -> list[bool]:
    """What the printer says about one page, in order."""
    told = list[bool]()

    async def once() -> None:
        printer = CupsPrinter(name, "A6", FAMILY, printer_of)
        said = asyncio.Event()

        def answered(taken: bool) -> None:
            told.append(taken)
            said.set()

        printer.print(SHEET, answered)
        assert told == [], "nobody waits for a printer"
        await asyncio.wait_for(said.wait(), 20)
        await printer.aclose()

    asyncio.run(once())
    return told


@pytest.fixture
def service(tmp_path: Path, drawing: object) -> PrintService:
    return PrintService(tmp_path / "cups")


def test_a_page_that_comes_out_is_reported_and_names_nobody(service: PrintService) -> None:
    assert printed(service.cups) == [True]
    assert service.page.startswith(b"%PDF-") and service.page.rstrip().endswith(b"%%EOF")
    assert service.arguments == f"-d {NAME} -t card -o media=A6 -o print-scaling=none -"


def test_a_page_the_printer_does_not_take_is_withdrawn(
    service: PrintService, caplog: pytest.LogCaptureFixture
) -> None:
    """No stranger's card comes out when somebody puts paper in later."""
    service.run_out_of_paper()
    assert printed(service.cups) == [False]
    assert not service.waiting
    assert "nothing came out" in caplog.text and LONGEST not in caplog.text


def test_a_page_still_waiting_when_the_kiosk_ends_is_withdrawn(service: PrintService) -> None:
    service.run_out_of_paper()

    async def end_early() -> None:
        printer = CupsPrinter(NAME, "A6", FAMILY, service.cups)
        printer.print(SHEET, lambda _: None)
        while not service.waiting:
            await asyncio.sleep(0.02)
        await asyncio.sleep(0.2)
        await printer.aclose()

    asyncio.run(end_early())
    assert not service.waiting


def test_a_printer_of_another_name_and_a_machine_without_printing_are_told_apart_in_the_logbook(
    service: PrintService, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert printed(service.cups, "khong-co") == [False]
    assert "does not exist" in caplog.text
    assert printed(Cups(lp=str(tmp_path / "no-such-program"))) == [False]
    assert "no-such-program" in caplog.text


@pytest.mark.parametrize("paper", get_args(Paper))
def test_the_page_has_the_size_of_the_paper(paper: Paper, drawing: object) -> None:
    page = pdf_of(SHEET, paper, FAMILY)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page)
    assert len(boxes) == 1
    found_mm = [float(points) / 72 * 25.4 for points in boxes[0]]
    assert found_mm == pytest.approx(SIZES_MM[paper], abs=0.5)


@pytest.mark.parametrize("paper", get_args(Paper))
def test_the_longest_code_is_read_from_the_paper_and_stands_above_its_words(
    paper: Paper, drawing: object
) -> None:
    width, height = (round(side / 25.4 * DOTS_PER_INCH) for side in SIZES_MM[paper])
    sheet = QImage(width, height, QImage.Format.Format_RGB32)
    sheet.fill(QColorConstants.White)
    sheet.setDotsPerMeterX(round(DOTS_PER_INCH / 0.0254))
    sheet.setDotsPerMeterY(round(DOTS_PER_INCH / 0.0254))
    painter = QPainter(sheet)
    draw_sheet(painter, SHEET, width, QFont(FAMILY))
    painter.end()
    grey = np.ascontiguousarray((pixels(sheet) & 0xFF).astype(np.uint8))
    (found,) = zxingcpp.read_barcodes(grey)
    assert found.text == LONGEST
    module_mm = CODE_MM / (len(modules_of(LONGEST)) + 2 * QUIET_MODULES)
    assert module_mm >= 0.7, "what a telephone reads from a hand's width"
    below = grey[round((6 + CODE_MM) / 25.4 * DOTS_PER_INCH) :]
    inked_rows = np.nonzero((below < 128).any(axis=1))[0]
    assert len(inked_rows) and inked_rows[-1] < len(below) - 10, "all the words fit on the paper"
    assert not (below[:, :20] < 128).any() and not (below[:, -20:] < 128).any()
