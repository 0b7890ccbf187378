"""The sheets and slips of many guides, as files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from flows.flow import Flow
from flows.words import Language
from kiosk.sheets.sheet import Pictures, Sender, Size, sheet, slip

SLIP_SUFFIX = "-giay-to.pdf"


def files_of(
    flows: Iterable[Flow],
    sender: Sender,
    today: date,
    pictures: Pictures,
    size: Size = "A4",
    language: Language = "vi",
    on_made: Callable[[int, str], None] = lambda *_: None,
) -> dict[str, bytes]:
    """``<guide>.pdf`` of each, and ``<guide>-giay-to.pdf`` of each that needs something."""
    files = dict[str, bytes]()
    for number, flow in enumerate(flows, start=1):
        spoken: Language = language if language in flow.languages else "vi"
        files[f"{flow.id}.pdf"] = sheet(flow, sender, today, pictures, size, spoken).pdf()
        small = slip(flow, sender, today, spoken)
        if small is not None:
            files[flow.id + SLIP_SUFFIX] = small.pdf()
        on_made(number, flow.id)
    return files
