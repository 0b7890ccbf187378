"""Who asked for calm looks at a picture: while the kiosk speaks and waits, no pixel changes by itself."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtTest import QTest
from support.all_screens import visit_at
from support.every_text import kiosk_on
from support.measure import measure
from support.stage import Stage as Kiosk
from support.templates import templates
from support.window import pixels

from accessibility.colours import colours_for, contrast
from accessibility.preferences import GENTLE_THEMES, THEMES, Preferences
from accessibility.sizes import Panel
from accessibility.speech.utterance import WordReached
from ui.visit.actions.common import Do
from ui.visit.settings import OFFERED_THEMES

HALF_AS_FINE = Panel(540, 960, 21.5)
"""The upright panel with a quarter of the pixels: what changes there changes here too."""
CALM = Preferences(calm=True)
COUNTS_DOWN = ("idle", "resume")  # how long one still has to answer must be seen
SECONDS, TICKS_A_SECOND = 8, 4


@pytest.fixture(scope="module")
def kiosk(drawing: object) -> Iterator[Kiosk]:
    with kiosk_on(HALF_AS_FINE) as made:
        yield made


def picture(kiosk: Kiosk) -> np.ndarray:
    return pixels(kiosk.kiosk.window.grabWindow())


def while_it_speaks(kiosk: Kiosk) -> Iterator[np.ndarray]:
    """Pictures of some seconds in which nobody touches and the screen is read aloud word by word."""
    said, number = kiosk.ear.last, len(kiosk.ear.heard)
    words = [at for at in range(len(said)) if at == 0 or said[at - 1].isspace()]
    for tick in range(SECONDS * TICKS_A_SECOND):
        start = words[tick % len(words)] if words else 0
        kiosk.ear.tell(WordReached(number, start, min(len(said), start + 3)))
        kiosk.clock.now_s += 1 / TICKS_A_SECOND
        kiosk.conductor.tick()
        if tick % 3 == 0:
            yield picture(kiosk)


def changed(kiosk: Kiosk, name: str, preferences: Preferences) -> int:
    """How many pixels were not the same all the time."""
    kiosk.conductor.show(visit_at(templates()["sorry"], preferences))
    kiosk.conductor.show(visit_at(templates()[name], preferences))
    kiosk.conductor.act(Do.AGAIN)
    kiosk.conductor.tick()
    measure(kiosk.kiosk.window)
    first, differ = picture(kiosk), 0
    for later in while_it_speaks(kiosk):
        differ = max(differ, int((first != later).sum()))
    return differ


@pytest.mark.parametrize("name", [name for name in templates() if name not in COUNTS_DOWN])
def test_nothing_changes_by_itself_on_a_calm_screen(kiosk: Kiosk, name: str) -> None:
    assert changed(kiosk, name, CALM) == 0


@pytest.mark.parametrize("name", ["step", "choose", "person"])
def test_on_the_usual_screen_the_same_seconds_are_seen(kiosk: Kiosk, name: str) -> None:
    """The look-out works: the word being said lights up, and the frame of a call shines."""
    assert changed(kiosk, name, Preferences()) > 250


def test_nothing_is_drawn_while_nothing_happens(kiosk: Kiosk) -> None:
    frames = list[int]()
    kiosk.kiosk.window.frameSwapped.connect(lambda: frames.append(1))
    for name in ("attract", "step"):
        kiosk.conductor.show(visit_at(templates()[name], CALM))
        measure(kiosk.kiosk.window)
        while kiosk.shell.prepare():  # what may come next is laid out first, unseen
            measure(kiosk.kiosk.window)
        QTest.qWait(300)  # what the change itself still draws
        frames.clear()
        QTest.qWait(1500)
        assert frames == [], name


def test_a_calm_screen_is_never_bright_and_the_theme_chosen_before_comes_back() -> None:
    for theme in THEMES:
        calm = Preferences(theme=theme, calm=True).shown_theme
        assert calm in GENTLE_THEMES
        assert calm == theme or theme not in GENTLE_THEMES
        assert Preferences(theme=theme).shown_theme == theme
        assert contrast(colours_for(calm).paper, "#000000") < contrast("#ffffff", "#000000") * 0.7
    assert set(OFFERED_THEMES) == set(THEMES)


def test_calm_is_one_touch_and_the_themes_then_offered_are_the_gentle_ones() -> None:
    stage = Kiosk()
    stage.walk_to("begin", "comfort", "calm")
    worn = [stage.conductor.visit.preferences.shown_theme]
    for _ in GENTLE_THEMES:
        stage.walk_to("theme")
        worn.append(stage.conductor.visit.preferences.shown_theme)
    assert worn == [*GENTLE_THEMES, GENTLE_THEMES[0]]
    stage.walk_to("calm")
    assert stage.conductor.visit.preferences.shown_theme == GENTLE_THEMES[0]  # chosen by touch since
    stage.walk_to("theme", "calm", "calm")
    assert stage.conductor.visit.preferences.shown_theme == stage.conductor.visit.preferences.theme
