"""A guide on paper at the point: drawn in one process, printed by others; what goes wrong is told truly."""

from __future__ import annotations

import asyncio
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader
from support.print_service import NAME, PrintService

from kiosk.print.sheets import sheet_printer
from kiosk.print.sheets.sheet_printer import GuidePrinter
from kiosk.print.sheets.worker import COMMAND, SheetRequest, drawn

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the print service is CUPS")
ECHO = (sys.executable, "-c", "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())")
NEVER = (sys.executable, "-c", "import time; time.sleep(60)")


@pytest.fixture
def service(tmp_path: Path) -> PrintService:
    return PrintService(tmp_path / "cups")


def printed(service: PrintService, command: Sequence[str] = ECHO) -> list[bool]:
    told = list[bool]()

    async def once() -> None:
        printer = GuidePrinter(NAME, lambda: SheetRequest("", "2026-11-29", size="A5"), service.cups, command)
        said = asyncio.Event()
        printer.print("the-xe-buyt", "vi", lambda taken: (told.append(taken), said.set())[0])  # type: ignore[func-returns-value]
        assert told == [], "nobody waits for a printer"
        await asyncio.wait_for(said.wait(), 60)
        await printer.aclose()

    asyncio.run(once())
    return told


def test_the_sheet_of_the_guide_comes_out_on_the_paper_that_is_there(service: PrintService) -> None:
    assert printed(service, COMMAND) == [True]
    pages = PdfReader(io.BytesIO(service.page)).pages
    assert "xe buýt" in pages[0].extract_text()
    assert service.arguments == f"-d {NAME} -t guide -o media=A5 -"


def test_without_paper_the_sheet_is_withdrawn(
    service: PrintService, caplog: pytest.LogCaptureFixture
) -> None:
    service.run_out_of_paper()
    assert printed(service) == [False]
    assert not service.waiting
    assert "nothing came out" in caplog.text


def test_what_never_answers_is_given_up(
    service: PrintService, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_printer, "DRAWN_WITHIN_S", 0.3)
    assert printed(service, NEVER) == [False]
    assert "does not answer" in caplog.text


def test_a_guide_that_is_gone_is_not_drawn() -> None:
    assert drawn(SheetRequest("khong-co", "2026-11-29")) is None
