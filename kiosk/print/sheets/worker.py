"""``python -m kiosk.print.sheets.worker``: draws one guide's sheet, in a process of its own.

One line of JSON on standard input, `SheetRequest`; the PDF on standard output.
1 where there is no such guide.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from flows.guide.ward import NO_WARD, SHIPPED_WARD
from flows.guide.words import Language
from flows.reading.content import SHIPPED
from kiosk.print.sheets.sheet import Size

COMMAND = (sys.executable, "-m", "kiosk.print.sheets.worker")


@dataclass(frozen=True, slots=True)
class SheetRequest:
    """`day`: as in ``2026-11-29``. `site`: the address of the ward's pages, or empty."""

    guide: str
    day: str
    language: Language = "vi"
    size: Size = "A4"
    ward: str = ""
    phones: tuple[str, ...] = ()  # those of `kiosk.print.sheets.phones.Ours`
    site: str = ""
    guides: str = str(SHIPPED.guides)  # the folder they are read from
    offices: str = ""  # the ward's file, empty: none
    sentences: str = ""  # the ward's folder of changed ones, empty: it has none
    learnt: tuple[str, ...] = ()  # the guides on a sheet of what was practised, in place of one guide

    def line(self) -> bytes:
        return json.dumps(asdict(self)).encode()


def main() -> int:
    asked = SheetRequest(**json.loads(sys.stdin.buffer.read()))
    pdf = drawn(asked)
    sys.stdout.buffer.write(pdf or b"")
    return 0 if pdf else 1


def drawn(asked: SheetRequest) -> bytes | None:
    """The sheet, None where the guide is not offered. Makes Qt's application."""
    from functools import partial

    from flows.guide.page_address import page_address
    from flows.shelf.library import load_library
    from kiosk.base.config.ward_file import ward_here
    from kiosk.print.sheets.phones import Ours
    from kiosk.print.sheets.sheet import Sender, learnt_sheet, sheet
    from kiosk.print.sheets.step_pictures import StepPictures
    from ui.window.application import make_application
    from ui.words import UiWords

    day = date.fromisoformat(asked.day)
    flows = load_library(Path(asked.guides), day, ward=asked.ward or SHIPPED_WARD).flows
    if asked.learnt:
        return learnt_sheet(asked.learnt, flows, asked.ward, day, asked.language).pdf()
    if asked.guide not in flows:
        return None
    flow = flows[asked.guide]
    titles = {one.id: one.title for one in flows.values()}
    words = UiWords(Path(asked.sentences) if asked.sentences else None)
    offices = ward_here(Path(asked.offices), asked.ward)[0] if asked.offices else NO_WARD
    sender = Sender(
        asked.ward, Ours(*asked.phones), partial(page_address, asked.site), titles, words, offices
    )
    language: Language = asked.language if asked.language in flow.languages else "vi"
    application = make_application(offscreen=True)
    with StepPictures(language) as pictures:
        pdf = sheet(flow, sender, day, pictures.of, asked.size, language).pdf()
    del application
    return pdf


if __name__ == "__main__":
    sys.exit(main())
