"""Two wards that have received, rolled up and archived: what a city works with."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from support.busy import busy_day
from support.exporting import ExportingKiosk
from support.receiving import Receiver
from support.ward import Ward

from kiosk.log.figures.cells import Cells
from kiosk.log.figures.counting import cells_of
from kiosk.log.sessions.summary import summarise
from kiosk.log.sessions.tally import Cell, VisitCell, WalkCell
from kiosk.ward.archive import ArchivedFile, archive
from kiosk.ward.days import Period
from kiosk.ward.report.sources import Sources, read_sources
from kiosk.ward.rollup import catch_up
from kiosk.ward.totals import Totals, totals

FIRST = date(2026, 10, 30)
DAYS = tuple(FIRST + timedelta(days=one) for one in range(4))  # two months
PERIOD = Period(date(2026, 10, 1), date(2026, 11, 2))
NOW_S = 1_795_000_000  # 17 November 2026
NAMES = ("Phường Cửa Nam", "Phường Văn Miếu - Quốc Tử Giám")
OF_OCTOBER: dict[Cell, int] = {
    WalkCell("2026-10", "elderly", "vneid", "completed"): 7,
    WalkCell("2026-10", "poor", "vneid", "stopped"): 2,
    VisitCell("2026-10", "visit", "ended"): 9,
    VisitCell("2026-10", "way", "touch"): 8,
    VisitCell("2026-10", "setting", "calm"): 6,
    VisitCell("2026-10", "alone", "same"): 5,
}


@dataclass
class CityWard:
    """A ward with one kiosk, at point 1 as in every ward; `days`: the cells of each day as it was lived."""

    books: Receiver
    kiosk: ExportingKiosk
    days: dict[date, Cells]

    def live(self, days: Sequence[date], visits: int, rng: random.Random) -> None:
        """These days, received and rolled up."""
        events = []
        for day in days:
            of_day = busy_day(rng, day, "point-1", visits)
            own = [one for one in of_day if one.session is None]
            self.days[day] = cells_of(summarise([one for one in of_day if one.session]), own)
            events += of_day
        self.kiosk.live(events, tallied=OF_OCTOBER if FIRST in days else {})
        self.kiosk.pack(month="2026-11")
        for bundle in self.kiosk.bundles():
            self.books.take(bundle)
        catch_up(self.books.ledger)

    def archive(self, folder: Path) -> Sequence[ArchivedFile]:
        with self.books.ledger.read() as connection:
            return tuple(archive(connection, self.books.ward.authority, folder))

    def found(self, period: Period = PERIOD) -> tuple[Totals, Sources]:
        """What the ward's own report tells."""
        with self.books.ledger.read() as connection:
            ward = self.books.ward.authority
            return totals(connection, period), read_sources(connection, ward, period, NOW_S)


def city_wards(folder: Path) -> list[CityWard]:
    rng = random.Random(7)
    made = []
    for number, name in enumerate(NAMES, 1):
        ward = Ward(folder / str(number), name)
        kiosk = ExportingKiosk(ward, number)
        one = CityWard(Receiver(ward), kiosk, {})
        one.live(DAYS, 8 * number, rng)
        made.append(one)
    return made
