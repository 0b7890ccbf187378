"""Compares what a ward's books say, after many nights, with what happened: every figure of every day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sqlalchemy import Engine
from support.fleet import books
from support.fleet.machine import Machine
from support.fleet.seen import Cell, OwnSeen, Record, Sheet, VisitSeen, sheet
from support.fleet.ward_life import Kiosk, Trouble, WardLife

from kiosk.base.files.paths import database_file, export_folder
from kiosk.log.figures.cells import CellKey
from kiosk.log.storage import engines
from kiosk.papers.export.outbox import Outbox
from kiosk.ward.report.sources import EARLIEST
from kiosk.ward.rollup import catch_up

TAIL_ROWS = 80  # of 2000: a month of these kiosks is less than what a log always keeps of its end


def lived_and_audited(
    folder: Path, seed: int, troubles: Sequence[Trouble], nights: int, url: str = ""
) -> Counter[str]:
    """How often each thing happened; fails where the ward's books say anything else."""
    with _in_small(), _kept_engines():
        life = WardLife(folder, seed, troubles, nights, url)
        with closing(life.receiver.ledger):
            life.live()
            return life.happened + _audit(life)


@contextmanager
def _in_small() -> Iterator[None]:
    """Little is kept of the end of a log, and its marker does not wait for a pause of two seconds."""
    tail = {"tail": TAIL_ROWS}
    with (
        patch("kiosk.log.storage.purge.purge_events.__kwdefaults__", tail),
        patch("kiosk.log.storage.open_log.TAIL_ROWS", TAIL_ROWS),
        patch("kiosk.log.storage.file_check.TAIL_ROWS", TAIL_ROWS),
        patch("kiosk.log.storage.event_store.PAUSE_S", 0.01),
    ):
        yield


@contextmanager
def _kept_engines() -> Iterator[None]:
    """An engine of SQLAlchemy translates every statement once; it holds no connection, so it may be kept."""
    made: dict[tuple[object, ...], Engine] = {}
    real = engines._engine

    def kept(path: Path, mode: str, prepare: Any, begin: str, connect: Any) -> Engine:
        key = (path, mode, prepare.__qualname__, begin, connect)
        if key not in made:
            made[key] = real(path, mode, prepare, begin, connect)
        return made[key]

    with patch.object(engines, "_engine", kept):
        yield


def _audit(life: WardLife) -> Counter[str]:
    found = Counter(f"alarm: {one.what}" for one in life.receiver.alarms())
    arrived: dict[str, list[Record]] = {}
    gaps = {one.kiosk: one.gaps for one in life.receiver.statuses()}
    for kiosk in life.kiosks:
        arrived[kiosk.name] = _arrived(life, kiosk, found)
        assert kiosk.is_two or not gaps[kiosk.name], (kiosk.trouble, gaps[kiosk.name])
        for machine in kiosk.machines:
            waiting = Outbox(export_folder(machine.data)).read().waiting
            assert not waiting or kiosk.is_two, kiosk.trouble
            assert not list(machine.data.glob("*.corrupt-*")), (kiosk.trouble, "no log was ever damaged")
            found["purged"] += _first_number(machine) > 1
    places = {kiosk.name: kiosk.first.place for kiosk in life.kiosks}
    assert books.counted_plainly(life.receiver) == _plainly(arrived, places)
    catch_up(life.receiver.ledger)
    _compare(_by_day(arrived), books.sheets(life.receiver))
    whole = [one for records in arrived.values() for one in records]
    _compare_months(life, whole)
    _compare_sources(life, whole)
    life.look_for_months()
    of_months = books.cells(life.receiver)
    _compare_figures_of_months(life, of_months)
    for kiosk in life.kiosks:
        if not kiosk.is_two:
            _compare_cells(life, kiosk)
    each = [cell for of_kiosk in of_months.values() for cell in of_kiosk]
    found["cells of groups"] += sum(len(cell) == len(("month", "group", "topic", "outcome")) for cell in each)
    found.update(f"cells of {aspect}" for _, aspect, *word in each if len(word) == 1)
    found["visits"] += sum(isinstance(one, VisitSeen) for records in arrived.values() for one in records)
    return found


def _arrived(life: WardLife, kiosk: Kiosk, found: Counter[str]) -> list[Record]:
    """What is in the ledger; all else is in quarantine, where it is counted and named."""
    there = books.hashes(life.receiver, kiosk.name)
    held = [one for one in books.in_quarantine(life.receiver) if one.kiosk == kiosk.name]
    named = {(one.epoch, seq) for one in held for first, last in one.ranges for seq in range(first, last + 1)}
    for record in kiosk.records:
        stored = record.stored
        assert stored.hash in there or (stored.epoch, stored.seq) in named, (kiosk.trouble, record)
    counted = sum(one.events for one in held)
    assert counted == len(books.lines_aside(life.receiver, kiosk.name)), kiosk.trouble
    assert kiosk.is_two or counted == 0, kiosk.trouble
    found["events in quarantine"] += counted
    return [one for one in kiosk.records if one.stored.hash in there]


def _first_number(machine: Machine) -> int:
    """The lowest one that its log still holds in any epoch."""
    return max(books.lowest_numbers(database_file(machine.data)))


def _by_day(arrived: Mapping[str, Sequence[Record]]) -> dict[tuple[str, str], Sheet]:
    days: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for kiosk, records in arrived.items():
        for one in records:
            days[kiosk, one.day].append(one)
    return {day: sheet(records) for day, records in days.items()}


def _compare(truth: Mapping[tuple[str, str], Sheet], said: Mapping[tuple[str, str], Sheet]) -> None:
    nothing = sheet([])
    for day in sorted({*truth, *said}):
        happened, told = truth.get(day, nothing), said.get(day, nothing)
        wrong = {key: (number, told[key]) for key, number in happened.items() if told[key] != number}
        assert not wrong, (day, wrong)


def _compare_sources(life: WardLife, arrived: Sequence[Record]) -> None:
    """What every report tells beside its figures: what is in quarantine, and what is of no known day."""
    told = books.sources(life.receiver)
    held = Counter[str]()
    for one in books.in_quarantine(life.receiver):
        held[one.kiosk] += one.events
    assert {one.kiosk: one.events for one in told.refused} == held
    impossible = [one for one in arrived if not EARLIEST <= one.day < "2028"]
    assert told.undated == sum(isinstance(one, VisitSeen) for one in impossible)
    assert {one.kiosk for one in told.kiosks if one.gaps} <= {one.name for one in life.kiosks if one.is_two}


def _compare_months(life: WardLife, arrived: Sequence[Record]) -> None:
    for month in sorted({one.day[:7] for one in arrived}):
        truth = sheet([one for one in arrived if one.day[:7] == month])
        _compare({("", month): truth}, {("", month): books.sheet_of_month(life.receiver, month)})


def _compare_figures_of_months(life: WardLife, told: Mapping[str, Counter[Cell]]) -> None:
    """As the ward's report tells them. Which of two histories under the same numbers came first is chance."""
    truth: dict[str, Counter[CellKey]] = defaultdict(Counter)
    for kiosk in life.kiosks:
        for (month, *said), number in (told[kiosk.name] if kiosk.is_two else _sent(kiosk)).items():
            truth[month].update(dict.fromkeys(_counted_in(*said), number))
    for month, happened in truth.items():
        assert books.own_figures(life.receiver, month) == happened, month


def _counted_in(*said: str) -> tuple[CellKey, ...]:
    """Every figure to which such a cell adds."""
    match said:
        case [group, topic, outcome]:
            of_group = (CellKey("group", group), CellKey("group-topic", f"{group}/{topic}"))
            return CellKey("grouped"), *of_group, CellKey("group-outcome", f"{group}/{outcome}")
        case ["visit", _]:
            return (CellKey("uses"),)
        case ["alone", word]:
            return CellKey("compared"), CellKey("alone", word)
        case [aspect, word]:
            return (CellKey(aspect, word),)
        case _:
            raise AssertionError(said)


def _sent(kiosk: Kiosk) -> Counter[Cell]:
    found = Counter[Cell]()
    for machine in kiosk.machines:
        for (_, cell), number in machine.sent.items():
            found[cell] += number
    return found


def _compare_cells(life: WardLife, kiosk: Kiosk) -> None:
    truth = _sent(kiosk)
    told = books.cells(life.receiver).get(kiosk.name, Counter())
    assert told == truth, (kiosk.trouble, told - truth, truth - told)
    groups: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    uses: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (month, *said), number in truth.items():
        match said:
            case [group, _, _]:
                groups[kiosk.name, month][group] += number
            case ["visit", _]:
                uses[kiosk.name, month]["uses "] += number
            case [aspect, word]:
                uses[kiosk.name, month][f"{aspect} {word}"] += number
                uses[kiosk.name, month].update({"compared ": number} if aspect == "alone" else {})
            case _:
                raise AssertionError(said)
    for by_month, rolled_up in ((groups, books.groups(life.receiver)), (uses, books.uses(life.receiver))):
        assert by_month == {key: number for key, number in rolled_up.items() if key[0] == kiosk.name}


def _plainly(
    arrived: Mapping[str, Sequence[Record]], places: Mapping[str, str]
) -> Counter[tuple[str, str, str]]:
    found: Counter[tuple[str, str, str]] = Counter()
    for kiosk, records in arrived.items():
        for one in records:
            if isinstance(one, VisitSeen):
                found[kiosk, "session.started", places[kiosk]] += 1
                found.update((kiosk, "walk.started", walk.topic) for walk in one.walks)
                if one.face != "none":
                    found[kiosk, "satisfaction.given", one.face] += 1
            elif isinstance(one, OwnSeen) and one.what == "ticket":
                found[kiosk, "ticket.raised", one.told[0]] += 1
    return found
