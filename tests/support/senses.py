"""All that somebody in front of the kiosk has of it: its sound, its keys, its glass, its pictures.

Those who walk by it are given some of these and nothing else: no words of the screen, no state, no geometry.
What they do is input of Qt's on the real window; the time it takes passes on the clock in the hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from support.stage import Ear, Stage
from support.window import Screen, ancestors, finger, pixels, scene_rect

from accessibility.geometry import Rect
from accessibility.scanning import SCAN_S
from accessibility.speech.utterance import Utterance, WordReached
from ui.window.input.drawn_class import class_name

KEY_S, TAP_S, SWIPE_S, SLIDE_MM_S = 1.0, 0.2, 0.4, 60.0
PAGE_TURNED = 0.15
"""More of the glass than this changes only where a page is turned: the widest answer is a tenth of it."""
LETTERS_S = 15.2
"""Vietnamese letters a second of the kiosk's own voice at its usual rate (measured over ten guides)."""
A_MOMENT_S = 0.1
MINUTES = re.compile(r"Bác đã đợi \d+\sphút\.")
"""Told of itself, once a minute, whatever else is being said."""
OF_PAGES = re.compile(r"Còn nữa ở trang sau, bác chạm “.*”\.|Muốn xem trang trước, bác chạm “.*”\.")
"""Told of itself, once all of a screen with several pages has been heard."""


class WronglySaid(AssertionError):
    """Something was not said, or said twice."""


@dataclass
class Diary:
    """What a person did and heard, for whoever counts the time: (kind, text)."""

    lines: list[tuple[str, str]] = field(default_factory=list)

    def note(self, kind: str, text: str = "") -> None:
        self.lines.append((kind, text))

    def of(self, *kinds: str) -> list[str]:
        return [text for kind, text in self.lines if kind in kinds]


class Hearing:
    """The voice and the cues, in the order in which they come. Nothing is heard twice."""

    def __init__(self, stage: Stage, diary: Diary) -> None:
        self._ear: Ear = stage.ear
        self._stage, self._clock, self._diary = stage, stage.clock, diary
        self._upto = len(self._ear.stream)
        self.cues: list[str] = []  # those of the last `one`; a call that rings on beside them is none of them

    def one(self, kind: str, *, to_the_end: bool = True) -> str:
        """The one thing that has been said since the last time. *kind*: for the diary."""
        said = self._new()
        if len(said) != 1:
            raise WronglySaid(f"instead of one thing was said: {said}")
        self._diary.note(kind, said[0])
        self._clock.now_s += len(said[0]) / LETTERS_S
        if to_the_end:
            QCoreApplication.processEvents()  # a scan that looks now sees that the voice has not ended
            self._ear.finish()
        self._stage.conductor.tick()  # as every second: whoever listens for too long finds another screen
        return said[0]

    def last_of_several(self, kind: str) -> str:
        """What is heard where one thing is broken off at once by another: the last, to its end."""
        said = self._new()
        self._diary.note(kind, said[-1])
        self._clock.now_s += len(said[-1]) / LETTERS_S
        self._ear.finish()
        return said[-1]

    def begins(self, kind: str) -> str:
        """The same, without waiting for more than its first sound."""
        said = self._new()
        if len(said) != 1:
            raise WronglySaid(f"instead of one thing was said: {said}")
        self._diary.note(kind)
        return said[0]

    def is_quiet(self) -> bool:
        """Whether nothing new has been said."""
        fresh = self._ear.stream[self._upto :]
        return not any(isinstance(one, Utterance) and not OF_PAGES.fullmatch(one.text) for one in fresh)

    def _new(self) -> list[str]:
        fresh, self._upto = self._ear.stream[self._upto :], len(self._ear.stream)
        self.cues = [one for one in fresh if not isinstance(one, Utterance) and one != "ring"]
        said = [one.text for one in fresh if isinstance(one, Utterance) and not OF_PAGES.fullmatch(one.text)]
        return [text for text in said if not MINUTES.fullmatch(text)] or said

    def lines(self, text: str) -> Iterator[str]:
        """*text*, which is being said, piece by piece: each is yielded while it is being heard."""
        start = 0
        for line in text.split("\n"):
            self._ear.tell(WordReached(len(self._ear.heard), start, start + len(line.rstrip("."))))
            yield line
            start += len(line) + 1
        self._ear.finish()


class Keys:
    """A pad, or a box with one or two switches: only these keys are on it."""

    def __init__(self, stage: Stage, diary: Diary, *keys: Qt.Key) -> None:
        self._stage, self._diary, self.on_it = stage, diary, keys

    def press(self, key: Qt.Key) -> None:
        assert key in self.on_it, f"there is no {key} here"
        self._stage.clock.now_s += KEY_S
        self._diary.note("key")
        Screen(self._stage.kiosk.window).key(key)
        self._stage.until_no_key_waits()
        QCoreApplication.processEvents()

    def wait(self) -> None:
        """A moment without doing anything."""
        before = self._stage.clock.now_s
        self._stage.clock.now_s += A_MOMENT_S
        if int(self._stage.clock.now_s) > int(before):
            self._stage.conductor.tick()
        QCoreApplication.processEvents()

    longest_wait = round((SCAN_S[-1] + 1) / A_MOMENT_S)


class Glass:
    """One finger, in millimetres; of the glass nothing is known but how large it is."""

    def __init__(self, stage: Stage, diary: Diary) -> None:
        self._stage, self._diary = stage, diary
        self._screen = Screen(stage.kiosk.window)
        self.width_mm = stage.panel.width_px / stage.panel.px_per_mm
        self.height_mm = stage.panel.height_px / stage.panel.px_per_mm
        self._at = (0.0, 0.0)

    def down(self, x: float, y: float) -> None:
        self._settle()
        self._at = x, y
        self._screen.press(self._spot(x, y))

    def slide_to(self, x: float, y: float) -> None:
        way = ((x - self._at[0]) ** 2 + (y - self._at[1]) ** 2) ** 0.5
        self._pass("slide", way / SLIDE_MM_S)
        self._at = x, y
        self._screen.move(self._spot(x, y))

    def lift(self) -> None:
        self._pass("tap", TAP_S)
        self._screen.lift(self._spot(*self._at))
        QCoreApplication.processEvents()

    def tap(self, x: float, y: float) -> None:
        self._stage.clock.now_s += TAP_S
        self.down(x, y)
        self.lift()

    def tap_with_two(self) -> None:
        """Two fingers at once, anywhere."""
        window, left, right = self._screen.window, self._spot(20, 40), self._spot(70, 45)
        self._settle()
        for state in ("press", "release"):
            event = QTest.touchEvent(window, finger())
            for number, spot in ((1, left), (2, right)):
                getattr(event, state)(number, spot.toPoint(), window)
            event.commit()
            if state == "press":
                self._pass("tap", TAP_S)
        QCoreApplication.processEvents()

    def swipe(self, by: int) -> None:
        """To the right, or to the left: long, quick and level, anywhere."""
        middle, reach = self.width_mm / 2, by * 30
        self._settle()
        self._at = middle - reach, self.height_mm / 2
        self._screen.press(self._spot(*self._at))
        self._pass("swipe", SWIPE_S)
        for x in (middle, middle + reach):
            self._at = x, self._at[1]
            self._screen.move(self._spot(*self._at))
        self._screen.lift(self._spot(*self._at))
        QCoreApplication.processEvents()

    def rest(self) -> None:
        """So long without touching that the next touch is a first one."""
        self._pass("rest", 1.5)

    def _settle(self) -> None:
        """Qt puts items in their places just before it draws them."""
        self._screen.lay_out()

    def _pass(self, kind: str, seconds: float) -> None:
        self._stage.clock.now_s += seconds
        self._diary.note(kind, f"{seconds:.3f}")

    def _spot(self, x: float, y: float) -> QPointF:
        return QPointF(x, y) * self._stage.panel.px_per_mm


class Sight:
    """The drawn picture and the icons in it, in millimetres; not a letter of what is written."""

    def __init__(self, stage: Stage) -> None:
        self._screen, self._scale = Screen(stage.kiosk.window), stage.panel.px_per_mm
        self._stage = stage

    def icons(self, name: str) -> list[Rect]:
        """Where that icon, or face, is drawn now; the largest first."""
        return self._drawn("Icon", name)

    def pictures(self, name: str) -> list[Rect]:
        """Where that picture is drawn now; the largest first."""
        return self._drawn("Drawing", name)

    def _drawn(self, kind: str, name: str) -> list[Rect]:
        self._screen.lay_out()
        found = [
            self._mm(scene_rect(item))
            for item in self._screen.items()
            if class_name(item) == kind and item.property("name") == name
            if self._is_whole(item)
        ]
        return sorted(found, key=lambda one: -one.width)

    def signs_in(self, area: Rect) -> tuple[str, ...]:
        """Which icons and pictures are drawn there."""
        found = []
        for item in self._screen.items():
            if class_name(item) in ("Icon", "Drawing") and self._is_whole(item):
                at = scene_rect(item)
                if area.x <= at.x and at.right <= area.right and area.y <= at.y and at.bottom <= area.bottom:
                    found.append(str(item.property("name")))
        return tuple(found)

    def lit(self) -> Rect | None:
        """What looks different from when nothing was being said; None where nothing does."""
        now = pixels(self._screen.grab())
        changed = now != self._unlit
        if changed.mean() > PAGE_TURNED:  # then it is known by its colour
            changed &= now == int(self._stage.theme.appearance.colours.lit[1:], 16)
        spots = np.argwhere(changed)
        if not len(spots):
            return None
        (top, left), (bottom, right) = spots.min(axis=0), spots.max(axis=0)
        return self._mm(Rect(float(left), float(top), float(right - left + 1), float(bottom - top + 1)))

    def look(self) -> None:
        """Take in the screen while nothing is lit."""
        self._unlit = pixels(self._screen.grab()).copy()

    def _is_whole(self, item: QQuickItem) -> bool:
        """Whether it is drawn, and not cut off by the end of a page."""
        area = scene_rect(item)
        frames = (scene_rect(above) for above in ancestors(item) if above.clip())
        return all(frame.y <= area.y and area.bottom <= frame.bottom for frame in frames)

    def _mm(self, area: Rect) -> Rect:
        return Rect(*(edge / self._scale for edge in (area.x, area.y, area.width, area.height)))
