"""A month at a ward that was never in a ledger: its totals, and a report of them."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, datetime, time, timedelta

from support.busy import FLOWS, busy_day

from flows.guide.flow import TOPICS
from flows.guide.words import Language, Words
from kiosk.base.hours.opening import HANOI
from kiosk.log.figures.cells import BETWEEN, CellKey, Cells, merged
from kiosk.log.figures.counting import cells_of
from kiosk.log.figures.counts import ENDED
from kiosk.log.sessions.summary import summarise
from kiosk.papers.roster.plan import WeekPlan
from kiosk.ward.days import Period
from kiosk.ward.gaps import Gap
from kiosk.ward.report.build import build
from kiosk.ward.report.composer import ReportRequest
from kiosk.ward.report.model import Block, Report, Table
from kiosk.ward.report.names import Names
from kiosk.ward.report.sources import RefusedBundles, Sources
from kiosk.ward.status import KioskStatus
from kiosk.ward.totals import BY_PLACE, BY_STEP, Totals

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
PLACES = ("point-1", "point-2", "team-12")
RESIDENTS_TOPICS = [topic for topic in TOPICS if topic != "tinh-nguyen-vien"]
MADE = date(2026, 12, 1)
NAMES = Names(
    {"vneid-cai-dat": Words("Cài ứng dụng VNeID", "Install the VNeID app", "Installer VNeID")},
    {(flow, "tai-ve"): Words("Bác chạm chữ “Tải về”.") for flow in FLOWS},
    {"vneid": Words("Căn cước điện tử VNeID", "VNeID", "VNeID")},
)


def month(seed: int = 1, visits: int = 12, days: int = 4, groups: int = 40) -> Totals:
    """Of three places, each open on so many days with so many visits; *groups* walks in every group. How they
    were made is counted of all that ended in a way of which the kiosk knows it.
    """
    rng = random.Random(seed)
    by_place, by_step = defaultdict[str, list[Cells]](list), defaultdict[str, list[Cells]](list)
    for place in PLACES:
        for at in range(days):
            day = NOVEMBER.first + timedelta(days=at)
            events = busy_day(rng, day, place, rng.randrange(visits + 1))
            cells = cells_of(
                summarise(one for one in events if one.session), [one for one in events if not one.session]
            )
            by_place[place].append(cells)
            by_step[day.isoformat()].append(cells)
    whole = merged(cells for of_place in by_place.values() for cells in of_place)
    return Totals(
        NOVEMBER,
        merged([whole, _groups(rng, groups), _uses(rng, whole)]),
        {place: _only(merged(cells), BY_PLACE) for place, cells in by_place.items()},
        {step: _only(merged(by_step[step]), BY_STEP) for step in NOVEMBER.steps()},
    )


def _groups(rng: random.Random, most: int) -> Cells:
    found: dict[CellKey, int] = defaultdict(int)
    for group in ("elderly", "disabled", "poor", "other", "not-said"):
        for topic in RESIDENTS_TOPICS:
            for outcome in ("completed", "stopped"):
                walks = rng.randrange(most + 1)
                for key in (
                    CellKey("grouped"),
                    CellKey("group", group),
                    CellKey("group-topic", f"{group}{BETWEEN}{topic}"),
                    CellKey("group-outcome", f"{group}{BETWEEN}{outcome}"),
                ):
                    found[key] += walks
    return {key: walks for key, walks in found.items() if walks}


def _uses(rng: random.Random, whole: Cells) -> Cells:
    ended = sum(whole.get(CellKey("outcome", outcome), 0) for outcome in ENDED)
    compared = rng.randrange(ended // 2 + 1)
    up = rng.randrange(compared + 1)
    same = rng.randrange(compared - up + 1)
    found = {CellKey("uses"): ended, CellKey("compared"): compared}
    alone = zip(("up", "same", "down"), (up, same, compared - up - same), strict=True)
    found |= {CellKey("alone", word): visits for word, visits in alone}
    found |= {CellKey("way", "touch"): max(0, ended - rng.randrange(6))}
    found |= {
        CellKey("way", way): rng.randrange(min(9, ended + 1)) for way in ("keys", "switches", "explore")
    }
    found |= {CellKey("setting", one): rng.randrange(ended + 1) for one in ("large-text", "no-voice", "calm")}
    return {cell: number for cell, number in found.items() if number}


def _only(cells: Cells, keys: tuple[str, ...]) -> Cells:
    return {cell: number for cell, number in cells.items() if cell.key in keys}


def sources() -> Sources:
    """One kiosk has sent everything, the others not."""
    end_s = int(datetime.combine(MADE, time(), HANOI).timestamp()) - 3600
    return Sources(
        NOVEMBER,
        (
            KioskStatus("kiosk-1", 900, end_s, end_s, place="point-1"),
            KioskStatus("kiosk-2", 800, end_s - 9 * 86_400, end_s, place="point-2"),
            KioskStatus("kiosk-3", 700, end_s, end_s, (Gap("a" * 32, 10, 50),), place="team-12"),
            KioskStatus("kiosk-4"),
        ),
        (RefusedBundles("kiosk-2", 2, 1234),),
        3,
    )


def report(
    found: Totals | None = None,
    language: Language = "vi",
    of: Sources | None = None,
    plan: WeekPlan | None = None,
) -> Report:
    asked = ReportRequest("Phường Cửa Nam", language, MADE, plan=plan)
    return build(asked, found or month(), of or sources(), NAMES)


def blocks(told: Report) -> list[Block]:
    return [block for part in told.parts for block in part.blocks]


def tables(told: Report) -> dict[str, Table]:
    return {block.key: block for block in blocks(told) if isinstance(block, Table)}
