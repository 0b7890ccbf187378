"""The safety line of a sentence longer than a page: at the foot of each of its pages, met in one order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from support.all_screens import stages_of, visit_at
from support.every_text import looks
from support.stage import PANELS, Stage, residents_guides
from support.tree import tree_of
from support.window import Screen, scene_rect, viewport_of

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from flows.guide.flow import Flow
from flows.guide.walk import current
from flows.guide.words import Words
from ui.screens.guide import StepProps
from ui.visit.stages import Stepping
from ui.window.input.drawn_class import class_name

LONG = "Bác gõ mật khẩu vào ô trên điện thoại của mình, thong thả từng chữ một. " * 4


def marked() -> tuple[Flow, Stepping]:
    """A step that is for all to hear, with a safety line and a picture or answers."""
    for flow in residents_guides().flows.values():
        for stage in stages_of(flow):
            if not isinstance(stage, Stepping):
                continue
            step = current(flow, stage.walk)
            if step.safety and not step.private and stage.explained == "no" and step.picture:
                return flow, stage
    raise AssertionError("no guide has such a step")


@pytest.fixture(params=["portrait", "laptop"])
def stage(qapp: QGuiApplication, drawing: object, request: pytest.FixtureRequest) -> Iterator[Stage]:
    """At that step, whose sentence fills two pages and more."""
    flow, shown = marked()
    step = current(flow, shown.walk)
    longer = replace(flow, steps={**flow.steps, step.id: replace(step, say=Words(LONG))})
    library = residents_guides()
    kiosk = Stage(
        panel=PANELS[request.param],
        library=replace(library, flows={**library.flows, flow.id: longer}),
    )
    window = kiosk.open().window
    Screen(window).wait_until(window.isExposed)
    kiosk.conductor.show(visit_at(shown, Preferences(text_size=largest_text_size(kiosk.panel))))
    screen_of(kiosk)
    yield kiosk
    kiosk.close()


def screen_of(kiosk: Stage) -> Screen:
    screen = Screen(kiosk.kiosk.window)
    screen.lay_out()
    screen.lay_out()  # in pages around what the first one found
    return screen


def props(kiosk: Stage) -> StepProps:
    return cast(StepProps, kiosk.conductor.page)


def drawn(kiosk: Stage, kind: str, slot: str = "") -> QQuickItem:
    (found,) = (
        one
        for one in screen_of(kiosk).items()
        if class_name(one) == kind and (not slot or one.property("slot") == slot)
    )
    return found


def line_is_whole(kiosk: Stage) -> bool:
    line = drawn(kiosk, "SafetyLine")
    return (viewport_of(line) or scene_rect(drawn(kiosk, "ScrollArea"))).holds(scene_rect(line))


def press(kiosk: Stage, name: str) -> str:
    """Touch the button of that name; what was said then."""
    screen, heard = screen_of(kiosk), len(kiosk.ear.heard)
    kiosk.clock.now_s += 1
    screen.tap(name)
    screen.wait_until(lambda: len(kiosk.ear.heard) > heard)
    return kiosk.ear.last


def test_the_safety_line_stands_beneath_the_words_of_each_page_and_nothing_is_cut(stage: Stage) -> None:
    places = []
    for look in looks(stage, stage.conductor.visit.stage, stage.conductor.visit.preferences):
        assert look.findings(stage.panel.px_per_mm) == []
        line, sentence = drawn(stage, "SafetyLine"), drawn(stage, "Spoken", "sentence")
        page = viewport_of(sentence)
        assert page is not None
        seen = scene_rect(sentence).shared(page)
        if seen is not None:
            assert line_is_whole(stage)
            assert seen.bottom <= scene_rect(line).y
        places.append(viewport_of(line) is None)
    assert places[:2] == [True, True]
    assert not places[-1]


def test_a_screen_reader_meets_it_once_between_the_sentence_and_what_follows(stage: Stage) -> None:
    for _ in range(2):
        names = [node.name for node in tree_of(stage.kiosk.window)]
        items = [item.name for item in stage.conductor.pointing.items if item.name in names]
        assert names.count(props(stage).safety) == 1
        at = items.index(props(stage).safety)
        met = [name for name in names if name in items[at - 1 : at + 2]]
        assert met == items[at - 1 : at + 2]
        press(stage, "Xuống dưới")


def test_a_finger_that_feels_it_hears_it_and_finds_the_page_as_it_was(stage: Stage) -> None:
    shown = stage.conductor.visit
    stage.conductor.show(replace(shown, preferences=replace(shown.preferences, explore=True)))
    screen, line = screen_of(stage), drawn(stage, "SafetyLine")
    assert viewport_of(line) is None
    before = scene_rect(line)
    stage.clock.now_s += 5
    spot = QPointF(before.x + 20, before.y + before.height / 2)
    screen.press(spot)
    stage.clock.now_s += 0.1
    screen.lift(spot)
    assert stage.ear.last.startswith(props(stage).safety.rstrip("."))
    assert scene_rect(drawn(stage, "SafetyLine")) == before
    assert scene_rect(drawn(stage, "FocusRing")).holds(before)


def test_the_ring_stays_around_it_where_the_page_is_turned_under_the_pointer(stage: Stage) -> None:
    stage.conductor.pointing.feel("safety", anew=True)
    turned = 0
    while viewport_of(drawn(stage, "SafetyLine")) is None:
        ring_is_around_it(stage)
        stage.shell.page_turned(1)
        turned += 1
        assert turned < 10
    assert turned > 1
    ring_is_around_it(stage)
    stage.shell.page_turned(-1)
    ring_is_around_it(stage)


def ring_is_around_it(kiosk: Stage) -> None:
    assert scene_rect(drawn(kiosk, "FocusRing")).holds(scene_rect(drawn(kiosk, "SafetyLine")))
    focused = kiosk.kiosk.window.activeFocusItem()
    assert focused is not None and viewport_of(focused) is not None


def test_keys_come_to_it_after_the_whole_sentence(stage: Stage) -> None:
    slots = list[str]()
    while "safety" not in slots:
        assert len(slots) < 30
        stage.clock.now_s += 1
        screen_of(stage).key(Qt.Key.Key_Down)
        slots.append(stage.conductor.pointing.hand.slot)
    assert list(dict.fromkeys(slots))[-2:] == ["sentence", "safety"]
    assert line_is_whole(stage)
    assert scene_rect(drawn(stage, "FocusRing")).holds(scene_rect(drawn(stage, "SafetyLine")))


def test_whoever_turns_the_page_does_not_hear_it_again_until_they_ask(stage: Stage) -> None:
    assert props(stage).safety in stage.ear.last, "the whole step on entering"
    assert props(stage).safety not in press(stage, "Xuống dưới")
    assert props(stage).safety in press(stage, "Nghe lại")
    assert props(stage).safety not in press(stage, "Xuống dưới")
