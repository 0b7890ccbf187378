"""The kiosk as a process, asked to end or killed: what the resident finds again, and what the log says."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from support.at_spi import wait_for
from support.chains import first_break
from support.kiosk_out_of_time import bend
from support.kiosk_process import CLONE, DesktopWithReader, Kiosk, children_of, desktop_with_reader, kiosk
from support.kiosk_resident import (
    DONE_HERE,
    GREETING,
    HOW_WAS_IT,
    NEXT_PERSON,
    NO,
    OFFER,
    YES,
    Resident,
    beat_of,
    ended,
    log_of,
    settled,
    sign_of_life,
    visits_of,
)
from support.stage import tile_of
from support.untold import told_edges

from flows.guide.logged import logged_position
from flows.guide.walk import Walk
from kiosk.base.files.paths import database_file
from kiosk.base.hours.clock import SystemClock
from kiosk.log.sessions.recovery import left_open, open_walk
from kiosk.log.sessions.session import SessionSummary

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs X, AT-SPI and SIGKILL")


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DesktopWithReader]:
    with desktop_with_reader(tmp_path_factory.mktemp("home")) as made:
        yield made


@pytest.fixture(scope="module")
def killed(desktop: DesktopWithReader, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Walk]:
    """What a kiosk leaves that was killed in the middle of a guide, and how far the resident had come."""
    data = tmp_path_factory.mktemp("killed") / "data"
    with kiosk(desktop, data) as running:
        resident = Resident(running)
        resident.come()
        resident.go_on(2)
        settled(data, resident)
        running.kill()
    return data, resident.walk


@pytest.fixture
def left(killed: tuple[Path, Walk], tmp_path: Path) -> Path:
    """A copy of it for one test."""
    data = shutil.copytree(killed[0], tmp_path / "data")
    shutil.copy2(sign_of_life(killed[0]), sign_of_life(data))
    return data


def wiped_as_crash(running: Kiosk, data: Path, before: SessionSummary) -> None:
    """The visit is closed at its true last event, and nothing of it is on the screen or beside the log."""
    visit = ended(data)
    assert (visit.id, visit.outcome, visit.resumed) == (before.id, "crash", 0)
    assert visit.duration_ms == before.duration_ms
    wait_for(lambda: None if sign_of_life(data).exists() else True, "the sign of life is still there")
    names = running.hear(GREETING)
    assert not {OFFER, YES, tile_of(Resident(running).flow)} & set(names)


def test_asked_to_end_it_ends_whole_and_the_visit_can_be_read(
    desktop: DesktopWithReader, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    with kiosk(desktop, data) as running:
        resident = Resident(running)
        resident.come()
        resident.go_on(2)
        (worker,) = children_of(running.process.pid)
        assert running.terminate() == 0
        assert "Traceback" not in running.said()
    assert not Path(f"/proc/{worker}").exists()
    wait_for(lambda: None if desktop.kiosks() else True, "the window is still there")
    assert not database_file(data).with_name("visits.sqlite-wal").exists()

    command = [sys.executable, "-m", "kiosk", "sessions", "--json", "--data", str(data)]
    listed = subprocess.run(command, capture_output=True, text=True, check=True, cwd=CLONE)
    (visit,) = json.loads(listed.stdout)
    (walk,) = visit["walks"]
    assert (visit["language"], visit["outcome"]) == ("vi", None)
    told = told_edges(resident.flow, resident.walk)
    assert (walk["flow"], walk["edges"]) == (resident.flow.id, list(told))
    assert walk["steps"][-1]["step"] == logged_position(resident.flow, resident.walk).step_id


@dataclass
class Story:
    """One visit over many kills: where it may stand after the next one, and what the log has promised."""

    data: Path
    rng: random.Random
    may_stand_at: tuple[Walk, ...] = ()
    yeses: int = 0
    promised: set[tuple[str, int, bytes]] = field(default_factory=set)

    def back_again(self, running: Kiosk) -> Resident:
        """The kiosk asks; Yes leads to a step that was seen, as far as the log and the sign of life agree."""
        (visit,) = visits_of(self.data)
        resident, beat = Resident(running, rng=self.rng), beat_of(self.data)
        left = left_open([one.event for one in log_of(self.data)], beat, SystemClock().now())
        agreed = left and open_walk(left)
        assert agreed and agreed.started.flow == visit.walks[0].flow
        (resident.walk,) = [walk for walk in self.may_stand_at if walk.edges == agreed.edges]
        self.may_stand_at = (resident.walk,)
        running.hear(OFFER)
        return resident

    def say_yes(self, resident: Resident) -> None:
        resident.kiosk.press(YES, resident.step.say.vi)
        self.yeses += 1

    def live_until_killed(self, running: Kiosk, moment: str) -> None:
        if moment == "starting":
            time.sleep(self.rng.uniform(0, 1.5))  # not a wait for anything: the moment of the kill
        else:
            resident = self.back_again(running)
            if moment != "asked":
                self.say_yes(resident)
                self.walk_on(resident, moment)
        self.promise()
        running.kill()
        self.check()

    def walk_on(self, resident: Resident, moment: str) -> None:
        resident.go_on(self.rng.randrange(3))
        self.may_stand_at = (resident.walk,)
        settled(self.data, resident)
        if moment == "pressing" and not resident.at_the_end:
            self.promise()
            button, further = resident.next_press()
            self.may_stand_at = (resident.walk, further)
            resident.kiosk.press_once(button)
            time.sleep(self.rng.choice([0.0, 0.001, 0.01, 0.1]))  # the moment of the kill, as above

    def promise(self) -> None:
        """What a reader beside the writer sees now has been acknowledged."""
        self.promised |= {(one.epoch, one.seq, one.hash) for one in log_of(self.data)}

    def check_promises(self) -> None:
        stored = log_of(self.data)
        assert self.promised <= {(one.epoch, one.seq, one.hash) for one in stored}
        assert first_break(stored) is None

    def check(self) -> None:
        self.check_promises()
        assert [visit.outcome for visit in visits_of(self.data)] == [None]  # one visit, and it is open


def _seed() -> int:
    seed = int(os.environ.get("KIOSK_KILL_SEED", "0")) or random.SystemRandom().randrange(1, 10**6)
    print("KIOSK_KILL_SEED =", seed)
    return seed


MOMENTS = ["starting", "asked", "settled", "pressing"]
SOME = [2, pytest.param(len(MOMENTS), marks=pytest.mark.full)]
"""So many of them in one visit, others each time."""


@pytest.mark.parametrize("many", SOME)
def test_killed_at_any_moment_the_same_visit_goes_on_at_the_same_step(
    desktop: DesktopWithReader, tmp_path: Path, many: int
) -> None:
    rng = random.Random(_seed())
    story = Story(tmp_path / "data", rng)
    with kiosk(desktop, story.data) as running:
        resident = Resident(running, rng=rng)
        resident.come()
        story.walk_on(resident, "pressing")
        running.kill()
        story.check()
    for moment in rng.sample(MOMENTS, many):
        print(moment, story.may_stand_at[-1].edges)
        with kiosk(desktop, story.data) as running:
            story.live_until_killed(running, moment)
    (open_visit,) = visits_of(story.data)
    with kiosk(desktop, story.data) as running:
        resident = story.back_again(running)
        story.say_yes(resident)
        resident.go_on(30)
        running.press(DONE_HERE, GREETING)
        visit = ended(story.data)
        assert running.terminate() == 0
    story.check_promises()
    assert (visit.id, visit.outcome) == (open_visit.id, "goodbye")
    assert [(walk.outcome, walk.edges) for walk in visit.walks] == [
        ("completed", told_edges(resident.flow, resident.walk))
    ]
    assert visit.resumed == story.yeses


def test_killed_out_of_sight_of_the_log_it_goes_on_at_the_same_step_and_the_log_never_holds_it(
    desktop: DesktopWithReader, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    with kiosk(desktop, data) as running:
        resident = Resident(running)
        resident.come()
        resident.choose("choice.da-xong", *["next"] * 4, "choice.no")
        answer = next(edge.id for edge in resident.step.edges if edge.id.startswith("choice."))
        resident.choose(answer)
        assert logged_position(resident.flow, resident.walk).untold
        answered_at = resident.step.id
        settled(data, resident)
        running.kill()
    with kiosk(desktop, data) as running:
        running.hear(OFFER)
        running.press(YES, resident.step.say.vi)
        again = Resident(running)
        again.walk = resident.walk
        again.go_on(30)
        running.press(DONE_HERE, GREETING)
        assert ended(data).resumed == 1
        assert running.terminate() == 0
    told = b"".join(file.read_bytes() for file in data.rglob("*") if file.is_file())
    assert b"session.resumed" in told
    assert answered_at.encode() not in told
    assert answer.encode() not in told


def test_no_closes_the_visit_at_its_last_event_and_wipes_it(desktop: DesktopWithReader, left: Path) -> None:
    (before,) = visits_of(left)
    with kiosk(desktop, left) as running:
        running.hear(OFFER)
        assert sign_of_life(left).exists()
        running.press(NO, GREETING)
        wiped_as_crash(running, left, before)


def test_no_answer_for_a_minute_is_a_no(desktop: DesktopWithReader, left: Path, tmp_path: Path) -> None:
    (before,), clock = visits_of(left), bend(tmp_path / "clock")
    with kiosk(desktop, left, "--clock", str(clock), module="support.kiosk_out_of_time") as running:
        running.hear(OFFER)
        bend(clock, more_s=61)
        running.hear(GREETING)
        wiped_as_crash(running, left, before)


def test_later_than_the_config_allows_nothing_is_offered(
    desktop: DesktopWithReader, left: Path, tmp_path: Path
) -> None:
    (before,), clock = visits_of(left), bend(tmp_path / "clock", more_s=601)
    config = tmp_path / "kiosk.toml"
    config.write_text("[session]\nresume_within_s = 600\n")
    arguments = ["--clock", str(clock), "--config", str(config)]
    with kiosk(desktop, left, *arguments, module="support.kiosk_out_of_time") as running:
        wiped_as_crash(running, left, before)


def test_next_person_ends_a_visit_at_once(desktop: DesktopWithReader, tmp_path: Path) -> None:
    """From the notice that nobody seems to be there, and from the goodbye."""
    data, clock = tmp_path / "data", bend(tmp_path / "clock")
    with kiosk(desktop, data, "--clock", str(clock), module="support.kiosk_out_of_time") as running:
        Resident(running).come()
        bend(clock, more_s=2000)
        running.hear("Bác còn ở đây không ạ?")
        running.press(NEXT_PERSON, GREETING)
        visit = ended(data)
        assert (visit.outcome, visit.idle_notices) == ("next-person", 1)
        assert [walk.outcome for walk in visit.walks] == ["stopped"]

        Resident(running).come()
        running.press("Kết thúc", HOW_WAS_IT)
        running.press(DONE_HERE, GREETING)
        assert [walk.outcome for walk in ended(data, visits=2).walks] == ["stopped"]
        wait_for(lambda: None if sign_of_life(data).exists() else True, "the sign of life is still there")
