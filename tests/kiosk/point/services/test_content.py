"""The running kiosk takes in content while nobody is here, and goes back by itself where it fails with it."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeAlias, cast

import pytest
from support.fake_clock import FakeClock
from support.packs import small_pack, sound
from support.ward import Ward, kiosk_name
from typer.testing import CliRunner

from flows.guide.changes import newest_since
from flows.guide.weeks import week_number
from flows.reading.content import SHIPPED, content_in
from kiosk.base.config.sections import Config
from kiosk.base.events import ContentChanged
from kiosk.base.files.durable import publish
from kiosk.base.files.paths import content_folder
from kiosk.desk.command_line import app
from kiosk.papers.content.in_force import begin, content_here
from kiosk.papers.content.manifest import Manifest
from kiosk.papers.content.standing import Edition, ask_back, read_standing
from kiosk.papers.content.taking import incoming
from kiosk.papers.content.trial import ENOUGH_VISITS
from kiosk.papers.packs.archive import lay_out
from kiosk.papers.packs.held import Held
from kiosk.papers.roster.store import read_weeks
from kiosk.point.guides.at_start import GuidesAtStart
from kiosk.point.services.content import AGAIN_AFTER_S, ContentService, Follows
from kiosk.point.services.content_roster import ContentRoster
from kiosk.point.services.premises import Premises
from resources import path
from ui.screens.surrounding_parts import ContentNow, Guides, Setup
from ui.turn.conductor import Conductor
from ui.visit.ports import KioskLog
from ui.words import UiWords

Second: TypeAlias = Callable[[], Awaitable[None]]


class Screens:
    """As much of the conductor as the services speak to."""

    def __init__(self) -> None:
        self.around: Any = SimpleNamespace(guides=Guides(read=False), words=UiWords(), setup=Setup())
        self.nobody_is_here = True

    @property
    def no_resident_is_here(self) -> bool:
        return self.nobody_is_here

    def surround(self, guides: Guides | ContentNow) -> None:
        if isinstance(guides, ContentNow):
            self.around.content = guides
            return
        same = guides.flows == self.around.guides.flows
        assert self.nobody_is_here or same, "guides changed beneath a visit"
        self.around.guides = guides

    @property
    def offered(self) -> set[str]:
        return set(self.around.guides.flows)


class Kiosk:
    """One that the ward has enrolled, with its services, from one start to the next."""

    def __init__(self, folder: Path) -> None:
        self.ward, self.clock, self.logged = Ward(folder), FakeClock(), list[object]()
        self.ward.kiosk(1)
        self.data, self.program, self.crashes = self.ward.data(1), folder / "program", False
        self.prove: Callable[[Path, Manifest], tuple[str, ...]] = lambda _, __: ()
        self.start_anew: Callable[[], bool] | None = None
        lay_out(self.program, ((Held(path, len(raw), ""), (raw,)) for path, raw in sound("cu").items()))

    def brings(self, counter: int, *names: str, raw: bytes | None = None) -> None:
        content_folder(self.data).mkdir(exist_ok=True, mode=0o700)
        publish(incoming(self.data), raw or small_pack(self.ward, counter, sound(*names)))

    def run(self, day: Callable[[Screens, ContentService[Any], Second], Awaitable[None]]) -> None:
        """One run of the program: *day* is given what it speaks to, and a second of the kiosk."""

        async def live() -> None:
            screens = Screens()
            conductor = cast(Conductor, screens)
            before = read_standing(self.data).now
            went_back = begin(self.data, self.clock.boot).now != before
            content = content_here(self.data)
            own = content_in(self.program) if content == SHIPPED else content
            guides = GuidesAtStart(conductor, own, self.clock.wall)
            log = cast(KioskLog, SimpleNamespace(record=self.logged.append))
            premises = Premises(kiosk_name(1), "point-1", self.data)
            follows = Follows(start_anew=self.start_anew)
            service = ContentService(
                conductor, guides, premises, self.clock, log, follows, went_back=went_back, prove=self.prove
            )

            async def second() -> None:
                self.clock.pass_s(6)
                await guides.tick()
                await service.tick()

            await guides.open()
            await service.open()
            await until(lambda: guides.all_is_read, second)
            await day(screens, service, second)
            if not self.crashes:
                await service.aclose()
            await guides.aclose()
            logging.getLogger().removeHandler(service._mistakes)

        asyncio.run(live())

    def has(self, counter: int) -> bool:
        return read_standing(self.data).now.counter == counter


async def until(holds: Callable[[], bool], second: Second) -> None:
    for _ in range(2000):
        if holds():
            return
        await second()
        await asyncio.sleep(0.002)
    raise AssertionError("it never came true")


async def visits(screens: Screens, second: Second, number: int) -> None:
    for _ in range(number):
        screens.nobody_is_here = False
        await second()
        screens.nobody_is_here = True
        await second()


@pytest.fixture
def kiosk(tmp_path: Path) -> Kiosk:
    return Kiosk(tmp_path)


def test_content_changes_when_nobody_is_here_and_never_beneath_a_visit(kiosk: Kiosk) -> None:
    async def day(screens: Screens, service: ContentService[Any], second: Second) -> None:
        assert screens.offered == {"cu"}
        before = screens.around.guides
        kiosk.brings(1, "cu", "moi")
        screens.nobody_is_here = False
        await until(lambda: service._ready is not None, second)
        for _ in range(20):
            await second()
        assert screens.offered == {"cu"} and kiosk.has(0)
        screens.nobody_is_here = True
        await until(lambda: screens.offered == {"cu", "moi"}, second)
        assert kiosk.has(1) and screens.around.guides.asking is None, "two searches are held at once"
        assert screens.around.guides.training and screens.around.guides.exercises
        assert screens.around.guides.flows["cu"] is before.flows["cu"], "a guide that stays is held twice"
        await until(lambda: screens.around.guides.asking is not None, second)
        now = screens.around.guides
        assert now.asking.flows.keys() == {"cu", "moi"}
        await until(lambda: bool(kiosk.logged), second)
        assert kiosk.logged == [ContentChanged(1, "taken")] and not service.troubles
        await until(lambda: screens.around.content.pack == 1, second)
        assert "guides/moi" in screens.around.content.new

    kiosk.run(day)

    async def next_day(screens: Screens, service: ContentService[Any], second: Second) -> None:
        assert screens.offered == {"cu", "moi"}
        trial = read_standing(kiosk.data).trial
        assert trial is not None and trial.failures == 0
        await visits(screens, second, ENOUGH_VISITS)
        await until(lambda: read_standing(kiosk.data).trial is None, second)

    kiosk.run(next_day)


def test_somebody_who_comes_in_the_moment_of_the_switch_keeps_what_they_see(kiosk: Kiosk) -> None:
    async def day(screens: Screens, service: ContentService[Any], second: Second) -> None:
        kiosk.brings(1, "moi")
        await until(lambda: service._ready is not None, second)
        await second()  # the switch is begun
        screens.nobody_is_here = False
        await until(lambda: kiosk.has(1), second)
        for _ in range(5):
            await second()
        assert screens.offered == {"cu"}
        screens.nobody_is_here = True
        await until(lambda: screens.offered == {"moi"}, second)

    kiosk.run(day)


def test_what_is_only_read_at_a_start_begins_one_when_nobody_is_here_and_guides_alone_none(
    kiosk: Kiosk,
) -> None:
    starts: list[int] = []

    def start_anew() -> bool:
        """A program is on trial at first."""
        starts.append(read_standing(kiosk.data).now.counter)
        return len(starts) > 1

    async def day(screens: Screens, service: ContentService[Any], second: Second) -> None:
        kiosk.brings(1, "cu", "moi")
        await until(lambda: kiosk.has(1) and service._work.is_idle, second)
        screens.nobody_is_here = False
        tiles = {"needs.toml": b"# other tiles\n" + SHIPPED.needs.read_bytes()}
        kiosk.brings(2, raw=small_pack(kiosk.ward, 2, sound("cu", "moi") | tiles))
        await until(lambda: service._ready is not None, second)
        screens.nobody_is_here = True
        await until(lambda: kiosk.has(2), second)
        screens.nobody_is_here = False
        for _ in range(20):
            await second()
        assert not starts
        screens.nobody_is_here = True
        await until(lambda: len(starts) > 1, second)
        for _ in range(20):
            await second()

    kiosk.start_anew = start_anew
    kiosk.run(day)
    assert starts == [2, 2]


def test_mistakes_of_the_screens_with_new_content_bring_the_old_back_while_it_runs(kiosk: Kiosk) -> None:
    async def day(screens: Screens, service: ContentService[Any], second: Second) -> None:
        kiosk.brings(1, "moi")
        await until(lambda: screens.offered == {"moi"}, second)
        for _ in range(2):
            screens.nobody_is_here = False
            try:
                raise LookupError("the third touch")
            except LookupError:
                logging.getLogger("ui.turn.visit_loop").exception("press failed")
            await second()
            screens.nobody_is_here = True
            await second()
        await until(lambda: "cu" not in screens.offered and "moi" not in screens.offered, second)
        assert kiosk.has(0) and service.troubles == ("content",)
        assert kiosk.logged == [ContentChanged(1, "taken"), ContentChanged(0, "went-back")]
        kiosk.brings(1, "moi")
        await until(lambda: not incoming(kiosk.data).exists(), second)
        assert kiosk.has(0)
        kiosk.brings(2, "tot")
        await until(lambda: screens.offered == {"tot"}, second)

    kiosk.run(day)


@pytest.mark.parametrize(("to", "counter"), [([], 1), (["--to", "1"], 1), (["--to", "0"], 0)])
def test_who_asks_for_the_way_back_has_it_when_nobody_is_here_and_for_good(
    kiosk: Kiosk, to: list[str], counter: int
) -> None:
    def asks(*more: str) -> str:
        (kiosk.data / "none.toml").touch()
        where = ["--data", str(kiosk.data), "--config", str(kiosk.data / "none.toml")]
        return CliRunner().invoke(app, ["content", "back", *more, *where]).output

    async def day(screens: Screens, service: ContentService[Any], second: Second) -> None:
        for number in (1, 2):
            kiosk.brings(number, f"bai-{number}")
            await until(lambda at=number: kiosk.has(at) and service._work.is_idle, second)  # type: ignore[misc]
            while read_standing(kiosk.data).trial is not None:
                await visits(screens, second, 1)
                await asyncio.sleep(0.01)
        assert "1" in asks("--to", "7")
        screens.nobody_is_here = False
        assert "khi vắng người" in asks(*to)
        await second()
        assert kiosk.has(2), "never beneath a visit"
        screens.nobody_is_here = True
        await until(lambda: ContentChanged(counter, "went-back") in kiosk.logged, second)
        if counter:
            await until(lambda: screens.offered == {"bai-1"}, second)
        standing = read_standing(kiosk.data)
        assert standing.highest == 2 and standing.failed[-1].startswith("2-")
        await second()
        assert read_standing(kiosk.data).now.counter == counter

    kiosk.run(day)
    assert kiosk.logged[-1] == ContentChanged(counter, "went-back")


def test_what_was_asked_back_while_the_kiosk_was_off_is_so_from_its_start_on(kiosk: Kiosk) -> None:
    async def taken(screens: Screens, service: ContentService[Any], second: Second) -> None:
        kiosk.brings(1, "bai-1")
        await until(lambda: kiosk.has(1), second)

    kiosk.run(taken)
    ask_back(kiosk.data, read_standing(kiosk.data), to_program=True)
    for _ in range(2):
        assert begin(kiosk.data, kiosk.clock.boot).now == Edition()
    ask_back(kiosk.data, read_standing(kiosk.data), to_program=True)
    assert begin(kiosk.data, kiosk.clock.boot).failed[-1].startswith("1-")


def test_a_program_that_ends_twice_with_new_content_begins_the_third_time_with_the_old(kiosk: Kiosk) -> None:
    async def taken(screens: Screens, service: ContentService[Any], second: Second) -> None:
        kiosk.brings(1, "moi")
        await until(lambda: screens.offered == {"moi"}, second)

    async def crash(screens: Screens, service: ContentService[Any], second: Second) -> None:
        assert screens.offered == {"moi"}
        await visits(screens, second, 1)

    async def after(screens: Screens, service: ContentService[Any], second: Second) -> None:
        assert screens.offered == {"cu"} and service.troubles == ("content",)
        assert kiosk.logged == [ContentChanged(1, "taken"), ContentChanged(0, "went-back")]

    kiosk.crashes = True
    kiosk.run(taken)
    kiosk.run(crash)
    kiosk.run(after)


def test_changed_sentences_are_counted_for_staff_and_begin_a_start(kiosk: Kiosk) -> None:
    starts: list[int] = []
    text = '[home]\nheading = "Bác cần việc gì ạ?"\nempty = "Bác gọi người giúp."\nnot_yet = "x"\n'

    def start_anew() -> bool:
        starts.append(read_standing(kiosk.data).now.counter)
        return True

    async def day(screens: Screens, service: ContentService[Any], second: Second) -> None:
        kiosk.brings(1, "cu")
        await until(lambda: kiosk.has(1) and service._work.is_idle, second)
        await visits(screens, second, ENOUGH_VISITS)
        kiosk.brings(2, raw=small_pack(kiosk.ward, 2, sound("cu") | {"words/vi.toml": text.encode()}))
        await until(lambda: bool(starts), second)
        now = screens.around.content
        assert (now.pack, now.sentences, now.passed_over, now.others) == (2, 2, 1, False)

    kiosk.start_anew = start_anew
    kiosk.run(day)
    assert starts == [2]


def test_what_is_refused_is_shown_to_staff_until_it_is_looked_at_or_a_good_one_comes(kiosk: Kiosk) -> None:
    async def day(screens: Screens, service: ContentService[Any], second: Second) -> None:
        kiosk.brings(0, raw=b"of somebody")
        await until(lambda: service.troubles == ("content",), second)
        assert kiosk.has(0) and screens.offered == {"cu"}
        await until(lambda: screens.around.content.trouble == "damaged", second)

    kiosk.run(day)

    async def next_day(screens: Screens, service: ContentService[Any], second: Second) -> None:
        assert service.troubles == ("content",)
        kiosk.brings(1, "moi")
        await until(lambda: screens.offered == {"moi"}, second)
        await until(lambda: service.troubles == (), second)

    kiosk.run(next_day)


def test_a_mistake_of_ours_with_a_pack_does_not_end_the_kiosk_and_the_third_time_it_is_refused(
    kiosk: Kiosk,
) -> None:
    tried: list[Path] = []

    def mistaken(folder: Path, _: Manifest) -> tuple[str, ...]:
        tried.append(folder)
        raise LookupError("of ours")

    kiosk.prove = mistaken

    async def day(screens: Screens, service: ContentService[Any], second: Second) -> None:
        kiosk.brings(1, "moi")
        for times in (1, 2):
            await until(lambda times=times: len(tried) == times and service._work.is_idle, second)  # type: ignore[misc]
            assert incoming(kiosk.data).exists() and not service.troubles
            kiosk.clock.pass_s(AGAIN_AFTER_S)
        await until(lambda: service.troubles == ("content",), second)
        assert len(tried) == 2 and screens.offered == {"cu"}
        await until(lambda: screens.around.content.trouble == "given-up", second)

    kiosk.run(day)


def test_who_learnt_a_guide_before_it_changed_in_a_pack_is_told_as_of_a_guide_that_comes_with_the_kiosk(
    kiosk: Kiosk,
) -> None:
    files = sound() | {
        f"guides/the-xe-buyt/{file.name}": file.read_bytes()
        for file in (SHIPPED.guides / "the-xe-buyt").glob("*.toml")
    }

    async def day(screens: Screens, service: ContentService[Any], second: Second) -> None:
        kiosk.brings(1, raw=small_pack(kiosk.ward, 1, files))
        await until(lambda: "the-xe-buyt" in screens.offered, second)
        flow = screens.around.guides.flows["the-xe-buyt"]
        changed = max(one.on for one in flow.changes)
        assert newest_since(flow, week_number(changed) - 1, week_number(changed)) is not None
        assert newest_since(flow, week_number(changed), week_number(changed)) is None

    kiosk.run(day)


def test_the_roster_of_a_pack_is_taken_in_and_one_with_faults_changes_nothing(tmp_path: Path) -> None:
    today = date(2026, 11, 30)
    sample = path("rosters", "tuan-mau.toml").read_text("utf-8")
    week = re.sub(r"^week = \S+", f"week = {today}", sample, flags=re.M)
    takes = ContentRoster(Config(), FakeClock(), lambda: today)
    for number, text in ((1, week), (2, week.replace("[place.", "[plaice."))):
        folder = content_folder(tmp_path) / f"{number}-x"
        folder.mkdir(parents=True)
        (folder / "roster.toml").write_text(text, "utf-8")
        takes(tmp_path, Edition(f"{number}-x", number))
        plan = read_weeks(tmp_path).of(today)
        assert plan is not None and plan.places
