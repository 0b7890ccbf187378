"""Files that version 0.1 wrote, and what it said of them: today's code must read and add them up unchanged.

``tests/support/files_of_0_1/`` holds, as that version left them:

- ``kiosk/``: the data folder of a kiosk with every kind of event in its log and a month's tally; its outbox;
- ``ward/``: the folder of the ward that enrolled it, with the ledger that took the bundles in;
- ``lines.jsonl``: each event's canonical line and the hash that chains it;
- ``visits.json``: what `summarise` made of them; ``report.json``: every number of the month's report.
- ``card.txt``, ``roster.toml``, ``config.toml``: a resident's card, a roster, every option once; in
  ``kiosk/`` also the register of staff and the roster as it was taken in;
- ``card.json``, ``staff.json``, ``config.json``: what that version read in them.

They are never written again: a difference is a fault of today's code.
"""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from datetime import date
from pathlib import Path

from support.receiving import Receiver
from support.reports import NAMES

from kiosk.base.events import fields_of
from kiosk.base.files.paths import database_file
from kiosk.log.sessions.chain import EventRow, line
from kiosk.log.sessions.events import canonical
from kiosk.log.sessions.summary import summarise
from kiosk.log.storage.reading import LogReader
from kiosk.ward.days import Period
from kiosk.ward.report.as_json import as_json
from kiosk.ward.report.build import build
from kiosk.ward.report.composer import ReportRequest
from kiosk.ward.report.sources import read_sources
from kiosk.ward.rollup import catch_up
from kiosk.ward.totals import totals

FILES = Path(__file__).parent / "files_of_0_1"
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
READ_S = 1_796_500_000.0
"""When the report was made: 5 December 2026."""
MADE = date(2026, 12, 5)


def log_lines(data: Path) -> list[str]:
    """Each event of the kiosk's log as its canonical line, a tab and its hash."""
    return [
        line(
            one.kiosk,
            one.epoch,
            EventRow(
                one.seq, one.event.what.kind, one.event.session, one.event.at_ms, one.event.wall_s,
                one.event.clock_ok, one.event.boot, canonical(fields_of(one.event.what)), one.hash,
            ),
        )
        + f"\t{one.hash.hex()}"
        for one in LogReader(database_file(data)).events()
    ]  # fmt: skip


def log_visits(data: Path) -> str:
    """The visits of the kiosk's log, as JSON."""
    visits = summarise(stored.event for stored in LogReader(database_file(data)).events())
    return json.dumps([asdict(one) for one in visits], ensure_ascii=False, indent=1, default=_plain)


def november(receiver: Receiver) -> str:
    """Every number of the report of November 2026, by what is in that ledger; its words may change."""
    catch_up(receiver.ledger)
    with receiver.ledger.read() as connection:
        found = totals(connection, NOVEMBER)
        of = read_sources(connection, receiver.ward.authority, NOVEMBER, READ_S)
    report = json.loads(as_json(build(ReportRequest("Phường Cửa Nam", "vi", MADE), found, of, NAMES)))
    blocks = [block for part in report["parts"] for block in part["blocks"]]
    figures = {one["key"]: one["number"] for block in blocks for one in block.get("lines", ())}
    tables = {
        block["key"]: {
            row["key"]: [cell for cell in row["cells"] if isinstance(cell, dict)] for row in block["rows"]
        }
        for block in blocks
        if block["block"] == "table"
    }
    return json.dumps({"figures": figures, "tables": tables}, indent=1, sort_keys=True) + "\n"


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return sorted(value) if isinstance(value, (set, frozenset)) else str(value)
