"""The whole kiosk on a stage: real guides, real screens, a fake ear, a fake log and a clock in the hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cache
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from support.pressing import named
from support.window import Screen

from accessibility.card import Card
from accessibility.keys import Bindings
from accessibility.preferences import Preferences
from accessibility.sizes import Panel
from accessibility.speech.utterance import Cue, Finished, SpeechEvent, Started, Utterance, WordReached
from flows.guide.flow import Flow
from flows.guide.needs import shipped_needs
from flows.guide.words import Language
from flows.search import Answer, Asking, prepare
from flows.shelf.exercises import shipped_exercises
from flows.shelf.library import RESIDENT_GUIDES, TRAINING_GUIDES, Library, load_library
from flows.shelf.rehearsals import shipped_rehearsals
from kiosk.base.events import Recordable, Use, UseCounted
from kiosk.point.tour.staff_day import POINT
from ui.screens.attract import PointSign
from ui.screens.surrounding_parts import Cards, ClockReading, Further, Guides, Setup
from ui.screens.surroundings import Surroundings
from ui.turn.conductor import Conductor, Outside
from ui.turn.gates.card_gate import CardGate
from ui.turn.gates.gates import Gates
from ui.turn.gates.late_port import LatePort
from ui.turn.gates.sheet_gate import SheetGate
from ui.turn.gates.staff_gate import StaffGate
from ui.turn.gates.ticket_gate import TicketGate
from ui.visit.ports import Lamp, NoLamp, PointPort
from ui.visit.staff.point import PointNow
from ui.visit.visit import Visit
from ui.window.input.press_gate import PressGate
from ui.window.shell import Shell
from ui.window.theme import ThemeValues
from ui.window.window import KioskWindow
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


def tile_of(flow: Flow, language: Language = "vi") -> str:
    """What the tile of a guide is called, among those of its topic."""
    return shipped_needs().titles[flow.id].in_(language)


@cache
def of_one_topic() -> Library:
    """Seventeen guides, all of the topic *vneid*: three pages of tiles."""
    guides = residents_guides()
    some = list(guides.flows.items())[:17]
    return replace(guides, flows={name: replace(flow, topic="vneid") for name, flow in some})


@cache
def asking() -> Asking:
    """What answers a question about the residents' guides: it takes a second to make."""
    return prepare(residents_guides())


class AskedLater:
    """The same, made once somebody asks."""

    def ask(self, text: str) -> Answer:
        return asking().ask(text)


ASKED_LATER = cast(Asking, AskedLater())


@cache
def volunteers_guides() -> Library:
    return load_library(TRAINING_GUIDES, TODAY, residents_guides().flows)


@cache
def shipped_words() -> UiWords:
    """Read once: every other test opens a kiosk, and to read its words takes as long as to open a window."""
    return UiWords()


class Ear:
    """Hears everything that is said, word for word; fits `ui.visit.ports.Voice`."""

    def __init__(self) -> None:
        self.heard: list[Utterance] = []
        self.said = 0  # so many in all, also once a test has cleared what was heard
        self.stream: list[Utterance | Cue] = []  # both in the order in which they came
        self.silenced = 0
        self.cues: list[Cue] = []
        self.cue_volumes: list[float] = []
        self.forgotten = 0
        self._listeners: list[Callable[[SpeechEvent], None]] = []

    def speak(self, utterance: Utterance) -> int:
        self.heard.append(utterance)
        self.stream.append(utterance)
        self.said += 1
        self.tell(Started(self.said))
        return self.said

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
        self.tell(WordReached(self.said, start, start + len(words)))

    def finish(self) -> None:
        self.tell(Finished(self.said, heard=True))

    @property
    def last(self) -> str:
        return self.heard[-1].text if self.heard else ""


class Notebook:
    """Keeps every event that is recorded; fits `ui.visit.ports.KioskLog`. `tenths`: what it says was done
    alone.
    """

    def __init__(self) -> None:
        self.events: list[Recordable] = []
        self.tenths: int | None = None

    def record(self, event: Recordable) -> None:
        self.events.append(event)

    def alone(self) -> int | None:
        return self.tenths

    @property
    def lines(self) -> list[tuple[str | None, ...]]:
        """Each event in words: what it is, then its fields but for those that are as they mostly are."""
        return [_words_of(event) for event in self.events if not isinstance(event, UseCounted)]

    @property
    def uses(self) -> list[Use]:
        """How each visit that has ended was made."""
        return [event.use for event in self.events if isinstance(event, UseCounted)]


def _words_of(event: Recordable) -> tuple[str | None, ...]:
    """``EdgeTaken("next", "hai")`` → ``("edge taken", "next", "hai")``; a private one alike."""
    name = type(event).__name__.removeprefix("Private")
    values = {one.name: getattr(event, one.name) for one in fields(event)}
    said = [values[one.name] for one in fields(event) if values[one.name] != one.default]
    return (re.sub(r"(?<=.)([A-Z])", r" \1", name).lower(), *said)


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
    cards: CardGate = field(default_factory=CardGate)
    sheets: SheetGate = field(default_factory=SheetGate)
    staff: StaffGate = field(default_factory=StaffGate)
    tickets: TicketGate = field(default_factory=TicketGate)
    point_port: LatePort[PointPort] = field(default_factory=LatePort)
    point: PointNow = POINT
    draw: int = 0
    seal: Callable[[Card], str] | None = None
    prints: bool = False
    camera: bool = False
    scanner: bool = False

    def __post_init__(self) -> None:
        around = Surroundings(
            shipped_words(),
            Guides(
                self.library.flows,
                training=volunteers_guides().flows,
                rehearsals=shipped_rehearsals(),
                helping=shipped_rehearsals("volunteers"),
                exercises=shipped_exercises(),
                asking=ASKED_LATER,
            ),
            self.sign,
            point=self.point,
            setup=Setup(
                further=self.further,
                route=self.route,
                prints_guides=self.prints or self.sheets.port.service is not None,
            ),
            clock=ClockReading(time="09:41"),
            cards=Cards(seal=self.seal, prints=self.prints, camera=self.camera),
        ).on(self.panel)
        blank = Visit(preferences=self.first)
        self.conductor = Conductor(
            Outside(
                self.ear,
                self.notebook,
                self.clock,
                lamp=self.lamp,
                gates=Gates(self.cards, self.staff, self.tickets, self.sheets, self.point_port),
                draw=lambda: self.draw,
            ),
            around,
            blank,
        )

    def open(self, keys: Bindings | None = None) -> KioskWindow:
        """The real window, offscreen or on a display; *keys* as a ward's config binds them."""
        self.theme = ThemeValues()
        self.gate = PressGate(now_s=self.clock)
        self.kiosk = KioskWindow(self.theme, self.gate)
        self.shell = Shell(self.conductor, self.panel, self.theme, self.kiosk.attract, scan_poll_ms=0)
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
            self.conductor.act(named(action))

    def wait(self, seconds: float) -> None:
        """Let time pass without a touch, one tick a second."""
        for _ in range(round(seconds)):
            self.clock.now_s += 1
            self.conductor.tick()


@contextmanager
def on_a_window(stage: Stage, keys: Bindings | None = None) -> Iterator[Stage]:
    """That kiosk, on its real window; closed at the end."""
    window = stage.open(keys).window
    Screen(window).wait_until(window.isExposed)
    yield stage
    stage.close()
