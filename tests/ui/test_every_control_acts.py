"""No control of any screen is dead: each changes the screen or says something. No two share a name."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace

import pytest
from support.stage import Stage, residents_guides, volunteers_guides

from accessibility.preferences import Preferences
from kiosk.point.tour.guide_stops import guide_stops
from kiosk.point.tour.staff_stops import at_controls
from kiosk.point.tour.stop import Stop
from kiosk.point.tour.stops import common_stops
from ui.screens.page import Control
from ui.screens.strip import derive_strip
from ui.visit.actions.common import Do
from ui.visit.stages import Home, Stepping
from ui.visit.visit import OpenWalk, Visit

FLOWS = residents_guides().flows


def standing_at(stop: Stop) -> Visit:
    stage = stop.stage
    walk = OpenWalk(stage.flow_id) if isinstance(stage, Stepping) else None
    below = () if stop.name in ("attract", "resume") else (Home(),)
    return Visit(stages=(*below, stage), open_walk=walk, staff=at_controls(stage))


def own_controls(stage: Stage) -> Iterator[Control]:
    """What is to be pressed on this screen and, mostly, on no other."""
    page = stage.conductor.page
    if page.primary is not None:
        yield page.primary
    yield from (*page.choices, *page.keys)


def shared_controls(stage: Stage) -> Iterator[Control]:
    """The bar and the strip."""
    page = stage.conductor.page
    yield from page.bar
    if page.template != "attract":  # the one screen without the strip
        strip = derive_strip(stage.conductor.visit, stage.conductor.around)
        yield from (*strip.chips, *strip.staff)


def controls(stage: Stage) -> Iterator[Control]:
    yield from own_controls(stage)
    yield from shared_controls(stage)


def kind_of(stage: Stage) -> tuple[object, ...]:
    """What the bar and the strip do depends on this: the words of a step have no part in it."""
    page, here = stage.conductor.page, stage.conductor.visit.stage
    explained = getattr(here, "explained", "")
    return page.template, type(here), explained, page.private, *(one.slot for one in shared_controls(stage))


def stops(each: int = 1) -> Iterator[Stop]:
    """Those of no guide, and of each so-many-eth guide."""
    yield from common_stops(FLOWS)
    for flow in (*FLOWS.values(), *volunteers_guides().flows.values())[::each]:
        yield from guide_stops(flow)


EVERY_SIXTH = [6, pytest.param(1, marks=pytest.mark.full)]


@pytest.mark.parametrize("each", EVERY_SIXTH)
def test_every_control_of_every_screen_does_something(each: int, caplog: pytest.LogCaptureFixture) -> None:
    stage, pressed, kinds = Stage(), 0, set[tuple[object, ...]]()
    with caplog.at_level(logging.ERROR):
        for stop in stops(each):
            visit = standing_at(stop)
            stage.conductor.show(visit)
            kind = kind_of(stage)
            for control in tuple(own_controls(stage) if kind in kinds else controls(stage)):
                assert control.action is not None, control.name
                stage.conductor.show(visit)
                heard = len(stage.ear.heard)
                stage.conductor.act(control.action)
                changed = stage.conductor.visit != visit
                assert changed or len(stage.ear.heard) > heard, f"{control.slot} is dead on {stop.name}"
                pressed += 1
            kinds.add(kind)
    assert pressed > 5000 / each
    assert not caplog.records


def test_who_asks_hears_a_screen_with_the_voice_off_too() -> None:
    stage, off = Stage(), Preferences(speech_on=False)
    for stop in common_stops(FLOWS):
        stage.conductor.show(replace(standing_at(stop), preferences=off))
        heard = len(stage.ear.heard)
        stage.conductor.act(Do.AGAIN)
        assert len(stage.ear.heard) == heard + 1, stop.name
        assert not stage.ear.heard[-1].private, f"{stop.name}: nobody has said that it is"
        stage.ear.finish()
        stage.conductor.act(Do.PAUSE)
        assert len(stage.ear.heard) == heard + 2, stop.name


def test_every_control_has_a_name_to_be_said_and_no_two_share_one() -> None:
    stage = Stage()
    for stop in stops():
        stage.conductor.show(standing_at(stop))
        names = [control.name for control in controls(stage)]
        assert all(name.strip() for name in names), stop.name
        assert len(names) == len(set(names)), f"{stop.name}: {sorted(names)}"
