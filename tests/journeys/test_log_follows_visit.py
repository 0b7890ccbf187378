"""The derived log and the screen never drift apart: what a crash would offer is what the resident sees."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.fake_clock import FakeClock
from support.pressing import named
from support.residents import offered
from support.stage import SIGN, Ear, HandClock, residents_guides
from support.untold import told_edges
from support.visit_fakes import Bench

from flows.guide.logged import logged_position
from kiosk.log.sessions.recorder import SessionRecorder
from kiosk.log.sessions.session import SessionSummary
from kiosk.log.sessions.summary import summarise
from ui.screens.surrounding_parts import Guides
from ui.screens.surroundings import Surroundings
from ui.turn.conductor import Conductor, Outside
from ui.visit.actions.chosen import OpenGuide
from ui.visit.actions.common import Do
from ui.visit.actions.start import Start
from ui.visit.stage import Stage
from ui.visit.stages import Home, Person, Resume, Stepping, Topic
from ui.visit.visit import Visit
from ui.words import UiWords

FLOWS = residents_guides().flows
AROUND = Surroundings(UiWords(), Guides(FLOWS), SIGN)
PRESSES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 10_000)), min_size=5, max_size=80)
REFERRING = ("begin", "topic.vneid")


@contextmanager
def kiosk() -> Iterator[tuple[Bench, Conductor]]:
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), FakeClock())
        bench.take_over()
        try:
            yield bench, Conductor(Outside(Ear(), bench.recorder, HandClock()), AROUND)
        finally:
            bench.heartbeat.close()


def some_press(visit: Visit, kind: int, pick: int) -> str:
    on_screen = offered(visit, AROUND)
    if kind == 0:
        return "idle"
    pool = on_screen if kind < 3 else tuple(action for action in on_screen[:-5] if action != "again")
    return (pool or on_screen)[pick % len(pool or on_screen)]


def top_step(stages: tuple[Stage, ...]) -> Stepping | None:
    return next((stage for stage in reversed(stages) if isinstance(stage, Stepping)), None)


def agrees(visit: Visit, seen: SessionSummary | None, recorder: SessionRecorder) -> None:
    if not visit.is_logged and not visit.undecided:
        assert seen is None or seen.outcome is not None
        return
    assert seen is not None
    assert seen.outcome is None
    assert seen.language == visit.preferences.language
    walking = [walk for walk in seen.walks if walk.outcome is None]
    calling = any(call.until_ms is None for call in seen.help_calls)
    assert calling == any(isinstance(stage, Person) for stage in visit.stages)
    kept = recorder._visit.walk if recorder._visit else None
    open_guides = [visit.open_walk.flow_id] if visit.open_walk else []
    if kept is not None and kept.over:  # the log hears of it with what begins next
        assert open_guides == [] and [walk.flow for walk in walking] == [kept.started.flow]
        return
    if kept is not None and kept.silent:  # and of this one no more
        assert open_guides == [kept.started.flow] and walking == []
        return
    assert [walk.flow for walk in walking] == open_guides
    shown = top_step(visit.stages)
    if walking and shown is not None:
        flow = FLOWS[shown.flow_id]
        assert (walking[0].flow, walking[0].flow_hash) == (shown.flow_id, shown.walk.flow_hash)
        assert walking[0].steps[-1].step == logged_position(flow, shown.walk).step_id
        assert told_edges(flow, shown.walk) == walking[0].edges


@given(PRESSES)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_after_every_press_the_log_names_the_step_on_the_screen(presses: list[tuple[int, int]]) -> None:
    with kiosk() as (bench, conductor):
        for action in REFERRING:
            conductor.act(named(action))
        for kind, pick in presses:
            bench.clock.pass_s(3)
            conductor.act(named(some_press(conductor.visit, kind, pick)))
            derived = summarise(bench.sink.events)
            agrees(conductor.visit, derived[-1] if derived else None, bench.recorder)
            assert all(one.outcome for one in derived[:-1])


@given(PRESSES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_after_a_crash_anywhere_the_offer_leads_to_the_same_step(presses: list[tuple[int, int]]) -> None:
    with kiosk() as (bench, conductor):
        for action in REFERRING:
            conductor.act(named(action))
        for kind, pick in presses:
            bench.clock.pass_s(3)
            conductor.act(named(some_press(conductor.visit, kind, pick)))
        before = conductor.visit
        again = bench.again()
        again.take_over()
        left = again.recorder.left_over.result(0)
        assert (left is not None) == (before.open_walk is not None)
        if left is not None:
            second = Conductor(Outside(Ear(), again.recorder, HandClock()), AROUND)
            second.offer_to_resume(Resume(left.flow_id, left.flow_hash, left.edges, left.language))
            assert second.page.language == before.preferences.language
            second.act(Do.RESUME_YES)
            shown, seen = second.visit.stage, top_step(before.stages)
            assert isinstance(shown, Stepping)
            assert seen is not None
            assert (shown.flow_id, shown.walk) == (seen.flow_id, seen.walk)
            agrees(second.visit, summarise(again.sink.events)[-1], again.recorder)
        again.heartbeat.close()


def test_the_same_guide_met_again_through_another_reopens_the_walk_that_was_left() -> None:
    """A guide, from it another, from that the first one again; then Back all the way."""
    with kiosk() as (bench, conductor):
        conductor.act(Start.TOUCHED)
        for flow_id in ("vneid-cai-dat", "co-ban-wifi", "vneid-cai-dat"):
            conductor.show(conductor.visit.show(Topic("vneid")))  # as a step that refers would lead there
            conductor.act(OpenGuide(flow_id))
            step = conductor.page
            conductor.act(named(step.choices[0].slot if step.choices else "next"))
        conductor.act(Do.BACK)

        for _ in range(20):
            conductor.act(Do.BACK)
            agrees(conductor.visit, summarise(bench.sink.events)[-1], bench.recorder)

        assert isinstance(conductor.visit.stage, Home)
        assert bench.sink.kinds.count("walk.reopened") == 2
