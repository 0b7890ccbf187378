"""Four wards of a city as wards are: many guides, most of them opened by few; 3,312 visits a month.

They are lived through events and counted by the functions of the kiosk and the ward; only the ledger is left
out.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import get_args

from support.busy import MINUTE_MS
from support.events import BOOT, HASH

from accessibility.needs import Setting
from kiosk.base import events as v
from kiosk.base.events import Group, Use, Way
from kiosk.log.figures.cells import CellKey, Cells, merged
from kiosk.log.figures.counting import cells_of
from kiosk.log.figures.counts import ENDED
from kiosk.log.sessions.day import bounds_of
from kiosk.log.sessions.events import Event
from kiosk.log.sessions.summary import summarise
from kiosk.log.sessions.tally import NO_MONTH, tallied
from kiosk.ward.city.totals import CityTotals, _added
from kiosk.ward.days import Period
from kiosk.ward.report.sources import Sources
from kiosk.ward.rollup import _keys_of
from kiosk.ward.totals import BY_PLACE, BY_STEP, Totals

TOPICS = ("vneid", "dich-vu-cong", "ihanoi", "dien-thoai", "an-toan", "suc-khoe", "doi-song")
GUIDES: Mapping[str, str] = {f"bai-{at:02}": TOPICS[at * at % len(TOPICS)] for at in range(54)}
VISITS: Mapping[str, tuple[int, int]] = {
    "Phường Nhỏ": (53, 2), "Phường Vừa": (304, 3), "Phường Cửa Nam": (634, 6), "Phường Lớn": (2321, 3),
}  # fmt: skip
"""By ward: how many visits in a month, at how many kiosks."""
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
DECEMBER = Period(date(2026, 12, 1), date(2026, 12, 31))
BOTH = Period(NOVEMBER.first, DECEMBER.last)
_SETTINGS: Mapping[Setting, float] = {
    "large-text": 0.25,
    "no-voice": 0.04,
    "calm": 0.02,
    "high-contrast": 0.03,
}
_OFTEN = [1 / (1 + at) ** 1.5 for at in range(len(GUIDES))]


def made_ward(name: str, period: Period = NOVEMBER, *places: str) -> Totals:
    """One of `VISITS`; of *places* alone, none: of all."""
    by_place, by_day = defaultdict[str, list[Cells]](list), defaultdict[str, list[Cells]](list)
    every = list[Cells]()
    for month in period.months():
        for place, day, cells in _lived(name, month):
            if not places or place in places:
                every.append(cells)
                by_place[place].append(cells)
                by_day[day or month].append(cells)
    return Totals(
        period,
        merged(every),
        {place: _only(merged(cells), BY_PLACE) for place, cells in by_place.items()},
        {
            step: _only(merged(cells for one in of for cells in by_day[one]), BY_STEP)
            for step, of in period.steps().items()
        },
    )


def made_city(period: Period = NOVEMBER) -> CityTotals:
    """All four; what is local to a ward is in no archive."""
    wards = {name: _archived(name, made_ward(name, period)) for name in VISITS}
    return CityTotals(_added(period, wards, ["point-1"] * 14), wards, Sources(period, ()))


def _archived(name: str, ward: Totals) -> Totals:
    """Its staff under names that mean nothing elsewhere."""
    own = {
        CellKey(key, f"{bucket}-{name}" if key == "staff" else bucket): number
        for (key, bucket), number in ward.all.items()
        if key not in ("place", "door-area")
    }
    return Totals(ward.period, own, {}, ward.steps)


def _only(cells: Cells, keys: Sequence[str]) -> Cells:
    return {cell: number for cell, number in cells.items() if cell.key in keys}


@cache
def _lived(name: str, month: str) -> list[tuple[str, str, Cells]]:
    """(place, day, cells); the day is empty of what is counted of whole months."""
    rng, (visits, kiosks) = random.Random(f"{name} {month}"), VISITS[name]
    first = date.fromisoformat(f"{month}-01")
    opened = [day for day in (first + timedelta(days=at) for at in range(30)) if day.weekday() < 6]
    busy = [rng.choice((1, 2, 3, 6)) for _ in range(kiosks)]
    made = Counter((rng.choices(range(1, kiosks + 1), busy)[0], rng.choice(opened)) for _ in range(visits))
    found, of_month = list[tuple[str, str, Cells]](), defaultdict[str, list[Cells]](list)
    for (kiosk, day), many in sorted(made.items()):
        place = f"point-{kiosk}"
        midnight_s = bounds_of(day)[0]
        events = [
            one for _ in range(many) for one in _visit(rng, place, midnight_s + rng.randrange(9) * 3600)
        ]
        summaries = summarise(events)
        own = list(_beside(rng, place, midnight_s, many))
        found.append((place, day.isoformat(), cells_of(summaries, own)))
        for visit in summaries:
            group = rng.choices(get_args(Group), (60, 4, 6, 40, 12))[0]
            use = _use(rng) if visit.outcome in ENDED else None
            for cell, number in tallied(visit, group, use).items():
                if cell.month != NO_MONTH:
                    of_month[place] += ({one: number} for one in _keys_of(cell))
    return found + [(place, "", merged(cells)) for place, cells in of_month.items()]


def _use(rng: random.Random) -> Use:
    ways: set[Way] = {"touch"} if rng.random() < 0.98 else set()
    rare: tuple[tuple[Way, float], ...] = (("keys", 0.02), ("explore", 0.01))
    ways |= {way for way, often in rare if rng.random() < often or not ways}
    settings: set[Setting] = {one for one, often in _SETTINGS.items() if rng.random() < often}
    return Use(frozenset(ways), frozenset(settings), rng.randrange(11) if rng.random() < 0.15 else None)


def _visit(rng: random.Random, place: str, wall_s: int) -> Iterator[Event]:
    session, at_ms, sure = f"{rng.getrandbits(128):032x}", 0, rng.random() < 0.99
    for what in _happenings(rng, place):
        yield Event(what, session, at_ms, wall_s - wall_s % 900, sure, BOOT)
        at_ms += rng.randrange(1000, MINUTE_MS)


def _happenings(rng: random.Random, place: str) -> Iterator[v.AnyEvent]:
    assisted = rng.random() < 0.4
    yield v.SessionStarted(rng.choices(("vi", "en", "fr"), (94, 4, 2))[0], "self", place)
    if assisted:
        yield v.AssistStarted("tnv-01")
    if rng.random() < 0.05:
        yield v.AskedInVain()
    for _ in range(rng.choices((0, 1, 2, 3), (12, 66, 16, 6))[0]):
        yield from _walk(rng, assisted)
    if rng.random() < 0.12:
        guide = rng.choices([*GUIDES], _OFTEN)[0]
        rung = rng.choice(get_args(v.Rung))
        yield v.GuidePractised(guide, rung, rng.choice(("yes", "no")), rng.choice(get_args(v.Actor)))
    if rng.random() < 0.04:
        yield v.RehearsalHeld()
    if rng.random() < 0.05:
        yield v.ExerciseDone(rng.choice(get_args(v.ExerciseHelp)))
    if rng.random() < 0.4:
        yield v.SatisfactionGiven(rng.choices(("good", "fair", "poor"), (80, 15, 5))[0])
    if assisted:
        said: v.Result = rng.choices(("done", "partly", "not-done"), (70, 20, 10))[0]
        yield v.ResultGiven(said)
        if said != "done" and rng.random() < 0.8:
            yield v.ObstacleGiven(rng.choices(get_args(v.Obstacle), (9, 9, 3, 3, 2, 1, 2, 2, 4))[0])
        yield v.FilingGiven(rng.choice(("yes", "no", "no")))
    yield v.SessionEnded(rng.choices(("goodbye", "next-person", "idle", "crash"), (60, 15, 24, 1))[0])


def _walk(rng: random.Random, assisted: bool) -> Iterator[v.AnyEvent]:
    guide = rng.choices([*GUIDES], _OFTEN)[0]
    yield v.WalkStarted(guide, HASH, GUIDES[guide], "buoc-0")
    acted: Sequence[v.Actor] = ("resident", "with-help", "volunteer") if assisted else ("resident",)
    for step in range(rng.randrange(1, 8)):
        yield v.EdgeTaken("next", f"buoc-{step + 1}", rng.choices(acted, (6, 2, 1)[: len(acted)])[0])
        if rng.random() < 0.06:
            yield v.StepExplained(f"buoc-{step + 1}", rng.choice(("simpler", "example", "stuck-list")))
    if rng.random() < 0.12:
        yield v.HelpCalled()
        if rng.random() < 0.95:
            yield v.HelpTaken("tnv-01") if rng.random() < 0.8 else v.HelpEnded()
    ends: Sequence[v.WalkOutcome | None] = ("completed", "stopped", "referred", "handed-over", None)
    outcome = rng.choices(ends, (68, 16, 4, 4, 8))[0]
    if outcome is not None:
        yield v.WalkEnded(outcome)


def _beside(rng: random.Random, place: str, midnight_s: int, visits: int) -> Iterator[Event]:
    staff = rng.sample(["tnv-01", "tnv-02", "tnv-03", "cb-01"], 2)
    happened: list[v.AnyEvent] = [
        v.KioskStarted("1.0", place), v.PointChecked("tnv-01", "open", *("works",) * 10),
        *(v.ShiftStarted(one) for one in staff),
    ]  # fmt: skip
    for _ in range(visits):
        if rng.random() < 0.08:
            number = f"d1-{rng.randrange(10_000):04}-{rng.randrange(100):02}"
            happened.append(
                v.TicketRaised(number, rng.choice(get_args(v.Problem)), "now", None, None, "tnv-01")
            )
        if rng.random() < 0.15:
            happened.append(v.DoorVisited(rng.choice(v.DOOR_OUTCOMES), f"tdp-{rng.randrange(1, 9)}"))
    if rng.random() < 0.1:
        happened.append(v.TrainingFinished("tnv-mo-diem", "volunteer"))
    happened += (v.ShiftEnded(one) for one in staff)
    for hour, what in enumerate(happened):
        yield Event(what, None, 0, midnight_s + 8 * 3600 + 900 * min(hour, 30), True, BOOT)
