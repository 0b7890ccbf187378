"""The running kiosk takes in a program while people may be there, and changes to it when nobody is."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeAlias, cast

import pytest
from support.events import keep, running, visits
from support.fake_clock import FakeClock
from support.taken_programs import TakingKiosk, no_environment, works

from kiosk.base.config.run_options import RunOptions
from kiosk.base.config.sections import Config
from kiosk.base.events import ProgramChanged
from kiosk.base.files.paths import database_file
from kiosk.base.version import __version__
from kiosk.log.storage.file_check import check_alone
from kiosk.papers.program.after_going_back import read_log_back
from kiosk.papers.program.release import ProgramPack
from kiosk.papers.program.standing import HELD, VISITS, read_standing, write_standing
from kiosk.papers.program.taking import Try, incoming, put_back
from kiosk.point.services.program import AGAIN_AFTER_S, ProgramService
from ui.screens.surrounding_parts import ProgramNow
from ui.turn.conductor import Conductor
from ui.visit.ports import KioskLog

Second: TypeAlias = Callable[[], Awaitable[None]]


class Started(TakingKiosk):
    """As the script of a machine starts it."""

    def __init__(self, folder: Path, environment: pytest.MonkeyPatch) -> None:
        super().__init__(folder)
        self.clock, self.logged, self.ended = FakeClock(), list[object](), 0
        self.shown = list[ProgramNow]()
        self._environment = environment
        self.environment = {"KIOSK_PROGRAMS": str(self.programs), "KIOSK_PROGRAM": "base"}
        self.tried: Try = works

    def run(self, day: Callable[[Any, ProgramService, Second], Awaitable[None]], name: str = "base") -> None:
        """One run: *day* is given the screens, the service, and a second of the kiosk."""
        self._environment.setenv("KIOSK_PROGRAMS", str(self.programs))
        self._environment.setenv("KIOSK_PROGRAM", name)
        asyncio.run(self._run(day))

    async def _run(self, day: Callable[[Any, ProgramService, Second], Awaitable[None]]) -> None:
        screens = SimpleNamespace(nobody_is_here=True, no_resident_is_here=True, surround=self.shown.append)
        options = RunOptions(config=Config(), data_folder=self.data)
        log = cast(KioskLog, SimpleNamespace(record=self.logged.append))

        def end() -> None:
            self.ended += 1

        service = ProgramService(
            cast(Conductor, screens), options, self.name, self.clock, log, end,
            make=no_environment, attempt=self.tried,
        )  # fmt: skip

        async def second() -> None:
            self.clock.pass_s(6)
            await service.tick()
            await asyncio.sleep(0.002)

        await service.open()
        await day(screens, service, second)
        await service.aclose()


async def until(holds: Callable[[], bool], second: Second) -> None:
    for _ in range(2000):
        if holds():
            return
        await second()
    raise AssertionError("it never came true")


@pytest.fixture
def kiosk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Started:
    return Started(tmp_path, monkeypatch)


def test_the_service_waits_for_the_last_visitor_then_changes_and_ends_so_that_the_new_one_starts(
    kiosk: Started,
) -> None:
    async def day(screens: Any, service: ProgramService, second: Second) -> None:
        screens.nobody_is_here = screens.no_resident_is_here = False
        kiosk.brings(kiosk.pack(4))
        await until(lambda: kiosk.shown[-1].coming == "waits", second)
        for _ in range(20):
            await second()
        assert read_standing(kiosk.programs).counter == 0 and not kiosk.ended, "somebody is there"
        screens.nobody_is_here = screens.no_resident_is_here = True
        await until(lambda: bool(kiosk.ended), second)

    kiosk.run(day)
    standing = read_standing(kiosk.programs)
    assert standing.counter == 4 and standing.trial and kiosk.ended == 1 and not kiosk.logged

    async def next_start(screens: Any, service: ProgramService, second: Second) -> None:
        for _ in range(5):
            await second()
        assert not service.troubles and not service.start_anew(), "its starts are counted"

    kiosk.run(next_start, standing.now)
    kiosk.run(next_start, standing.now)
    assert kiosk.logged == [ProgramChanged(4, "taken")] and kiosk.ended == 1

    async def once_held(screens: Any, service: ProgramService, second: Second) -> None:
        (kiosk.programs / HELD).write_text(standing.now + "\n", "ascii")
        assert service.start_anew()

    kiosk.run(once_held, standing.now)
    assert kiosk.ended == 2


def test_what_does_not_work_is_reported_and_the_kiosk_goes_on(kiosk: Started) -> None:
    kiosk.tried = lambda _, __: ("its window does not open",)

    async def day(screens: Any, service: ProgramService, second: Second) -> None:
        kiosk.brings(kiosk.pack(4))
        await until(lambda: service.troubles == ("program",), second)
        await until(lambda: kiosk.shown[-1].trouble == "not-working", second)

    kiosk.run(day)
    assert not kiosk.ended and read_standing(kiosk.programs).counter == 0
    now = ProgramNow(__version__)
    refused = ProgramNow(__version__, trouble="not-working")
    assert kiosk.shown == [now, replace(now, coming="tried"), refused], "what staff read of it"

    async def next_start(screens: Any, service: ProgramService, second: Second) -> None:
        assert kiosk.shown[-1] == refused

    kiosk.run(next_start)


def test_a_full_disk_lets_the_pack_wait_an_hour(kiosk: Started) -> None:
    calls: list[Path] = []

    def full(folder: Path, _: ProgramPack) -> tuple[str, ...]:
        calls.append(folder)
        raise OSError(28, "No space left on device")

    kiosk.tried = full

    async def day(screens: Any, service: ProgramService, second: Second) -> None:
        kiosk.brings(kiosk.pack(4))
        await until(lambda: bool(calls), second)
        for _ in range(20):
            await second()
        assert len(calls) == 1 and incoming(kiosk.programs).exists() and not service.troubles
        kiosk.clock.pass_s(AGAIN_AFTER_S)
        await until(lambda: len(calls) == 2, second)

    kiosk.run(day)


def test_a_mistake_of_ours_with_a_program_pack_does_not_end_the_kiosk(kiosk: Started) -> None:
    calls: list[Path] = []

    def mistaken(folder: Path, _: ProgramPack) -> tuple[str, ...]:
        calls.append(folder)
        raise LookupError("of ours")

    kiosk.tried = mistaken

    async def day(screens: Any, service: ProgramService, second: Second) -> None:
        kiosk.brings(kiosk.pack(4))
        for times in (1, 2):
            await until(lambda times=times: len(calls) == times and service._work.is_idle, second)  # type: ignore[misc]
            assert not service.troubles
            kiosk.clock.pass_s(AGAIN_AFTER_S)
        await until(lambda: kiosk.shown[-1].trouble == "given-up", second)
        assert len(calls) == 2 and not kiosk.ended

    kiosk.run(day)


def test_visits_are_counted_for_the_script_and_only_those_of_this_program(kiosk: Started) -> None:
    now = kiosk.take(4).now

    async def day(screens: Any, service: ProgramService, second: Second) -> None:
        for _ in range(2):
            screens.no_resident_is_here = screens.nobody_is_here = False
            await second()
            screens.no_resident_is_here = screens.nobody_is_here = True
            await second()

    kiosk.run(day, now)
    assert (kiosk.programs / VISITS).read_text() == f"{now} 2\n"


def test_a_start_after_going_back_says_so_and_makes_the_log_its_own(kiosk: Started) -> None:
    with running(database_file(kiosk.data), kiosk=kiosk.name) as store:
        keep(store, visits(2))
    with closing(sqlite3.connect(database_file(kiosk.data))) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0099'")
        connection.execute("CREATE TABLE of_tomorrow (no INTEGER)")
    kiosk.take(4)
    put_back(kiosk.programs)
    read_log_back(kiosk.data, kiosk.clock, {})
    assert check_alone(database_file(kiosk.data)).state == "newer", "no script has started it"
    read_log_back(kiosk.data, kiosk.clock, kiosk.environment)
    assert check_alone(database_file(kiosk.data)).state == "sound"

    async def day(screens: Any, service: ProgramService, second: Second) -> None:
        assert service.troubles == ("program",) and kiosk.shown[-1].trouble == "went-back"
        await second()

    kiosk.run(day)
    assert kiosk.logged == [ProgramChanged(0, "went-back")] and not kiosk.ended


def test_a_program_that_somebody_has_put_back_ends_when_nobody_is_here(kiosk: Started) -> None:
    now = kiosk.take(4).now
    put_back(kiosk.programs)

    async def day(screens: Any, service: ProgramService, second: Second) -> None:
        screens.nobody_is_here = False
        for _ in range(5):
            await second()
        assert not kiosk.ended
        screens.nobody_is_here = True
        await until(lambda: bool(kiosk.ended), second)

    kiosk.run(day, now)


def test_a_pointer_that_could_not_be_written_lets_the_program_gone_back_to_stay(
    kiosk: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk it would end again and again, until the page of what to do."""
    monkeypatch.setenv("KIOSK_GONE_BACK_FROM", kiosk.take(4).now)

    async def day(screens: Any, service: ProgramService, second: Second) -> None:
        for _ in range(20):
            await second()

    kiosk.run(day)
    assert not kiosk.ended


def test_without_a_script_that_would_start_another_nothing_is_taken(kiosk: Started) -> None:
    write_standing(kiosk.programs, read_standing(kiosk.programs))

    async def day(screens: Any, service: ProgramService, second: Second) -> None:
        kiosk.brings(kiosk.pack(4))
        for _ in range(20):
            await second()

    kiosk.run(day, "")
    assert incoming(kiosk.programs).exists() and not kiosk.ended
