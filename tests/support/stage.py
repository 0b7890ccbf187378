"""The whole kiosk on a stage: real guides, real screens, a fake ear, a fake log and a clock in the hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from support.window import Screen

from accessibility.card import Card
from accessibility.keys import Bindings
from accessibility.preferences import Preferences
from accessibility.sizes import Panel
from accessibility.speech.utterance import Cue, Finished, SpeechEvent, Started, Utterance, WordReached
from flows.library import RESIDENT_GUIDES, TRAINING_GUIDES, Library, load_library
from kiosk.tour.staff_day import POINT
from ui.card_desk import CardDesk
from ui.conductor import Conductor, Outside
from ui.input.press_gate import PressGate
from ui.point_desk import PointDesk
from ui.ports import Lamp, NoLamp
from ui.screens.attract import PointSign
from ui.screens.surroundings import Further, Surroundings
from ui.shell import Shell
from ui.staff_door import StaffDoor
from ui.theme import ThemeValues
from ui.ticket_counter import TicketCounter
from ui.visit.staff.point import PointNow
from ui.visit.stages import Visit
from ui.visit.terms import NO_USE, CheckPart, Use
from ui.window import KioskWindow
from ui.words import UiWords

PORTRAIT = Panel(1080, 1920, 21.5)
LANDSCAPE = Panel(1920, 1080, 21.5)
LAPTOP = Panel(1366, 768, 15.6)
PANELS = {"portrait": PORTRAIT, "landscape": LANDSCAPE, "laptop": LAPTOP}
BOTH_ENDS = [
    pytest.param(name, marks=pytest.mark.full) if name == "landscape" else pytest.param(name)
    for name in PANELS
]
"""The upright panel and the low one. Where what is tried hardly follows from the shape, the wide panel
that lies between them is left to the full run.
"""
TODAY = date(2026, 11, 25)
FURTHER = Further(place="điểm 4", phone="0241022")
SIGN = PointSign(ward="Phường Cửa Nam", city="thành phố Hà Nội", kind="point", number=3)


@cache
def residents_guides() -> Library:
    return load_library(RESIDENT_GUIDES, TODAY)


@cache
def volunteers_guides() -> Library:
    return load_library(TRAINING_GUIDES, TODAY, residents_guides().flows)


@cache
def shipped_words() -> UiWords:
    """Read once: every other test opens a kiosk, and to read its words takes as long as to open a window."""
    return UiWords()


class Ear:
    """Hears everything that is said, word for word; fits `ui.ports.Voice`."""

    def __init__(self) -> None:
        self.heard: list[Utterance] = []
        self.stream: list[Utterance | Cue] = []  # both in the order in which they came
        self.silenced = 0
        self.cues: list[Cue] = []
        self.cue_volumes: list[float] = []
        self.forgotten = 0
        self._listeners: list[Callable[[SpeechEvent], None]] = []

    def speak(self, utterance: Utterance) -> int:
        self.heard.append(utterance)
        self.stream.append(utterance)
        self.tell(Started(len(self.heard)))
        return len(self.heard)

    def silence(self) -> None:
        self.silenced += 1

    def cue(self, kind: Cue, volume: float) -> None:
        self.cues.append(kind)
        self.stream.append(kind)
        self.cue_volumes.append(volume)

    def forget(self) -> None:
        """As the real one: what was being said is given up, and what was said is kept nowhere."""
        self.forgotten += 1

    def listen(self, listener: Callable[[SpeechEvent], None]) -> None:
        self._listeners.append(listener)

    def tell(self, event: SpeechEvent) -> None:
        for listener in self._listeners:
            listener(event)

    def reach(self, words: str) -> None:
        """The last utterance has come to *words*."""
        start = self.heard[-1].text.index(words)
        self.tell(WordReached(len(self.heard), start, start + len(words)))

    def finish(self) -> None:
        self.tell(Finished(len(self.heard), heard=True))

    @property
    def last(self) -> str:
        return self.heard[-1].text if self.heard else ""


class Notebook:
    """Keeps every line of the log as a tuple; fits `ui.ports.KioskLog`.

    `uses`: how each visit that has ended was made. `tenths`: what it says was done alone.
    """

    def __init__(self) -> None:
        self.lines: list[tuple[str | None, ...]] = []
        self.uses: list[Use] = []
        self.tenths: int | None = None

    def session_started(self, language: str, mode: str = "self") -> None:
        self.lines.append(("session started", language, *((mode,) if mode != "self" else ())))

    def preference_changed(self, name: str, value: str) -> None:
        self.lines.append(("preference changed", name, value))

    def walk_started(self, flow_id: str, flow_hash: str, topic: str, first_step: str) -> None:
        self.lines.append(("walk started", flow_id, first_step))

    def walk_reopened(self, flow_id: str, untold: tuple[str, ...] | None = None) -> None:
        self.lines.append(("walk reopened", flow_id))

    def edge_taken(self, edge_id: str, to_step: str | None, by: str = "resident", told: bool = True) -> None:
        self.lines.append(("edge taken", edge_id, to_step, *((by,) if by != "resident" else ())))

    def went_back(self, to_step: str | None) -> None:
        self.lines.append(("went back", to_step))

    def explained(self, step_id: str, how: str) -> None:
        self.lines.append(("explained", step_id, how))

    def walk_ended(self, outcome: str) -> None:
        self.lines.append(("walk ended", outcome))

    def help_called(self) -> None:
        self.lines.append(("help called",))

    def help_taken(self, staff: str | None) -> None:
        self.lines.append(("help taken", staff))

    def help_escalated(self, to: str) -> None:
        self.lines.append(("help escalated", to))

    def help_ended(self) -> None:
        self.lines.append(("help ended",))

    def satisfaction_given(self, face: str) -> None:
        self.lines.append(("satisfaction given", face))

    def idle_noticed(self) -> None:
        self.lines.append(("idle noticed",))

    def assist_started(self, staff_id: str) -> None:
        self.lines.append(("assist started", staff_id))

    def assist_ended(self) -> None:
        self.lines.append(("assist ended",))

    def group_said(self, group: str) -> None:
        self.lines.append(("group said", group))

    def result_given(self, result: str) -> None:
        self.lines.append(("result given", result))

    def obstacle_given(self, obstacle: str) -> None:
        self.lines.append(("obstacle given", obstacle))

    def filing_given(self, submitted: str) -> None:
        self.lines.append(("filing given", submitted))

    def point_checked(self, staff: str, verdict: str, answers: Mapping[CheckPart, str]) -> None:
        self.lines.append(("point checked", staff, verdict, *answers.values()))

    def point_closed(self, staff: str) -> None:
        self.lines.append(("point closed", staff))

    def shift_started(self, staff: str) -> None:
        self.lines.append(("shift started", staff))

    def shift_ended(self, staff: str) -> None:
        self.lines.append(("shift ended", staff))

    def door_visited(self, outcome: str, area: int) -> None:
        self.lines.append(("door visited", outcome, str(area)))

    def door_undone(self, outcome: str, area: int) -> None:
        self.lines.append(("door undone", outcome, str(area)))

    def training_finished(self, flow_id: str, role: str) -> None:
        self.lines.append(("training finished", flow_id, role))

    def session_resumed(self) -> None:
        self.lines.append(("session resumed",))

    def session_ended(self, outcome: str, use: Use = NO_USE) -> None:
        self.lines.append(("session ended", outcome))
        self.uses.append(use)

    def alone(self) -> int | None:
        return self.tenths


@dataclass
class HandClock:
    """Monotonic seconds that pass only when told to."""

    now_s: float = 1000.0

    def __call__(self) -> float:
        return self.now_s


@dataclass
class Stage:
    """Everything a test needs of one kiosk. `close` it before the next one opens."""

    panel: Panel = PORTRAIT
    ear: Ear = field(default_factory=Ear)
    notebook: Notebook = field(default_factory=Notebook)
    clock: HandClock = field(default_factory=HandClock)
    library: Library = field(default_factory=residents_guides)
    sign: PointSign = SIGN
    route: tuple[int, ...] = (5, 6, 12)
    further: Further = FURTHER
    lamp: Lamp = field(default_factory=NoLamp)
    first: Preferences = field(default_factory=Preferences)
    desk: CardDesk = field(default_factory=CardDesk)
    staff: StaffDoor = field(default_factory=StaffDoor)
    tickets: TicketCounter = field(default_factory=TicketCounter)
    office: PointDesk = field(default_factory=PointDesk)
    point: PointNow = POINT
    draw: int = 0
    seal: Callable[[Card], str] | None = None
    prints: bool = False
    camera: bool = False
    scanner: bool = False

    def __post_init__(self) -> None:
        around = Surroundings(
            shipped_words(),
            self.library.flows,
            self.sign,
            further=self.further,
            training=volunteers_guides().flows,
            route=self.route,
            time="09:41",
            seal=self.seal,
            prints=self.prints,
            camera=self.camera,
            point=self.point,
        ).on(self.panel)
        blank = Visit(preferences=self.first)
        self.conductor = Conductor(
            Outside(
                self.ear,
                self.notebook,
                self.clock,
                desk=self.desk,
                door=self.staff,
                lamp=self.lamp,
                tickets=self.tickets,
                point=self.office,
                draw=lambda: self.draw,
            ),
            around,
            blank,
        )

    def open(self, keys: Bindings | None = None) -> KioskWindow:
        """The real window, offscreen or on a display; *keys* as a ward's config binds them."""
        self.look = ThemeValues()
        self.gate = PressGate(now_s=self.clock)
        self.kiosk = KioskWindow(self.look, self.gate)
        self.shell = Shell(self.conductor, self.panel, self.look, self.kiosk.attract, scan_look_ms=0)
        self.kiosk.admit(self.shell, keys, scanner=self.scanner)
        self.kiosk.show((self.panel.width_px, self.panel.height_px), fullscreen=False)
        return self.kiosk

    def until_no_key_waits(self) -> None:
        """Where a scanner may type, a key acts once it is sure that no letter follows close behind it."""
        self.clock.now_s += 0.05
        Screen(self.kiosk.window).wait_until(lambda: not self.shell._key_waits)

    def close(self) -> None:
        self.kiosk.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def walk_to(self, *actions: str) -> None:
        """Press by action, as the controls would, a second apart."""
        for action in actions:
            self.clock.now_s += 1
            self.conductor.act(action)

    def wait(self, seconds: float) -> None:
        """Let time pass without a touch, one tick a second."""
        for _ in range(round(seconds)):
            self.clock.now_s += 1
            self.conductor.tick()
