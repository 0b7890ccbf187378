"""A resident in front of a kiosk of its own process: walks a guide and remembers the way."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

from support.at_spi import wait_for
from support.kiosk_process import Kiosk
from support.stage import residents_guides, tile_of
from support.untold import told_edges

from flows.guide.flow import Flow
from flows.guide.steps import End, HandOver, Step
from flows.guide.walk import Leaves, Walk, begin, current, edges_open, follow
from kiosk.base.files.paths import OPEN_VISIT, database_file
from kiosk.base.files.volatile import volatile_file
from kiosk.base.hours.clock import SystemClock
from kiosk.log.sessions.events import Stored
from kiosk.log.sessions.heartbeat import Beat, Heartbeat
from kiosk.log.sessions.session import SessionSummary
from kiosk.log.sessions.summary import summarise
from kiosk.log.storage.reading import LogReader, NoLog

FLOW = residents_guides().flows["lua-dao-nhan-biet"]
GREETING, HOME = "Chào bác!", "Bác cần gì ạ?"
OFFER, YES, NO = "Bác đang học dở bài này ạ?", "Có, làm tiếp", "Không, bắt đầu lại"
HOW_WAS_IT, NEXT_PERSON, DONE_HERE = "Máy giúp bác thế nào ạ?", "Người tiếp theo", "Tôi xong rồi"


@dataclass
class Resident:
    """`walk` is where the screen stands; the choices come from `rng`, never the way out of the guide."""

    kiosk: Kiosk
    flow: Flow = FLOW
    rng: random.Random = field(default_factory=lambda: random.Random(1))
    walk: Walk = field(init=False)

    def __post_init__(self) -> None:
        self.walk = begin(self.flow)

    @property
    def step(self) -> Step:
        return current(self.flow, self.walk)

    @property
    def at_the_end(self) -> bool:
        return isinstance(self.step, End | HandOver)

    def come(self) -> None:
        """From the invitation to the first step of the guide."""
        self.kiosk.hear(GREETING)
        self.kiosk.press("Chạm vào đây để bắt đầu", HOME)
        self.kiosk.hear("Việc khác")  # the guides are loaded after the first frame
        self.kiosk.press("Việc khác", "Hôm nay bác muốn làm gì?")
        self.kiosk.press("Tránh bị lừa đảo", "Bác chọn một bài")
        self.kiosk.press(tile_of(self.flow), self.step.say.vi)

    def go_on(self, steps: int) -> None:
        """That many steps further, or to the end of the guide."""
        for _ in range(steps):
            if self.at_the_end:
                return
            button, self.walk = self.next_press()
            self.kiosk.press(button, self.step.say.vi)

    def choose(self, *edges: str) -> None:
        """These ways, one after the other."""
        for edge in edges:
            ((button, self.walk),) = [way for way in self._ways() if way[1].edges[-1] == edge]
            self.kiosk.press(button, self.step.say.vi)

    def next_press(self) -> tuple[str, Walk]:
        """The button to press, and where the walk stands then."""
        return self.rng.choice(self._ways())

    def _ways(self) -> list[tuple[str, Walk]]:
        ways = []
        for edge in edges_open(self.flow, self.walk):
            further = follow(self.flow, self.walk, edge.id)
            if not isinstance(further, Leaves) and edge.id.startswith(("choice.", "next")):
                ways.append((edge.label.vi if edge.label else "Tiếp theo", further))
        return ways


def log_of(data: Path) -> list[Stored]:
    """Every event of the log in *data*; none where there is no log yet."""
    try:
        return LogReader(database_file(data)).events()
    except NoLog:
        return []


def visits_of(data: Path) -> tuple[SessionSummary, ...]:
    return summarise(one.event for one in log_of(data))


def beat_of(data: Path) -> Beat | None:
    """The last sign of life of the visit in *data*."""
    return Heartbeat(sign_of_life(data), SystemClock()).last()


def sign_of_life(data: Path) -> Path:
    """The file of it; where the kiosk of *data* keeps it on a desktop of a test."""
    return volatile_file(data, OPEN_VISIT, {}) or data / OPEN_VISIT


def settled(data: Path, resident: Resident) -> SessionSummary:
    """The last visit, once the log holds all of it that may be told, and the sign of life every step."""

    def look() -> SessionSummary | None:
        visits, beat = visits_of(data), beat_of(data)
        walks = visits[-1].walks if visits else ()
        logged = walks and walks[-1].edges == told_edges(resident.flow, resident.walk)
        kept = beat and beat.walk and beat.walk.edges == resident.walk.edges
        return visits[-1] if logged and kept else None

    return wait_for(look, f"it does not come to {resident.walk.edges}")


def ended(data: Path, visits: int = 1) -> SessionSummary:
    """The last of so many visits, once it has an end in the log."""

    def look() -> SessionSummary | None:
        found = visits_of(data)
        return found[-1] if len(found) == visits and found[-1].outcome else None

    return wait_for(look, "the visit has no end in the log")
