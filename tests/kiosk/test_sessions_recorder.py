"""The recorder: what the screens report becomes events, never raising, never two visits open."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.conditions import until
from support.fake_clock import FakeClock
from support.visit_fakes import HASH, Bench, ListSink

from kiosk.hours.clock import QUARTER_S
from kiosk.sessions import vocabulary as v
from kiosk.sessions.events import EventRefused
from kiosk.sessions.heartbeat import Heartbeat
from kiosk.sessions.recorder import SessionRecorder
from kiosk.sessions.summary import summarise
from ui.ports import VisitLog


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    made.take_over()
    yield made
    made.heartbeat.close()


def test_it_fits_the_screens_port(bench: Bench) -> None:
    log: VisitLog = bench.recorder  # mypy holds the types, this the names
    for name, method in inspect.getmembers(VisitLog, inspect.isfunction):
        if not name.startswith("_"):
            ours = inspect.signature(getattr(SessionRecorder, name))
            assert list(ours.parameters) == list(inspect.signature(method).parameters), name
    assert log is bench.recorder


def test_a_whole_visit_is_told_as_it_happened(bench: Bench) -> None:
    log, clock = bench.recorder, bench.clock
    log.session_started("vi")
    clock.pass_s(5)
    log.walk_started("vneid-cai-dat", HASH, "vneid", "loai-may")
    clock.pass_s(10)
    log.edge_taken("choice.iphone", "mo-kho")
    clock.pass_s(20)
    log.explained("mo-kho", "simpler")
    log.help_called()
    clock.pass_s(60)
    log.help_taken("tnv-01")
    log.edge_taken("next", "tim-ung-dung")
    log.went_back("mo-kho")
    log.edge_taken("next", "tim-ung-dung")
    clock.pass_s(5)
    log.walk_ended("completed")
    log.satisfaction_given("good")
    log.session_ended("goodbye")

    (visit,) = summarise(bench.sink.events)
    (walk,) = visit.walks
    assert (visit.duration_ms, visit.outcome, visit.face, visit.language) == (
        100_000,
        "goodbye",
        "good",
        "vi",
    )
    assert (visit.place, visit.mode) == ("diem-1", "self")
    assert (walk.outcome, walk.from_ms, walk.until_ms) == ("completed", 5_000, 100_000)
    assert walk.edges == ("choice.iphone", "next")
    assert [(step.step, step.by) for step in walk.steps] == [
        ("loai-may", "resident"),
        ("mo-kho", None),  # Back has taken it away again
        ("tim-ung-dung", None),
        ("mo-kho", "resident"),
        ("tim-ung-dung", None),
    ]
    assert walk.steps[1].explained == ("simpler",)
    (call,) = visit.help_calls
    assert (call.step, call.from_ms, call.until_ms) == ("mo-kho", 35_000, 95_000)
    assert (call.taken, call.by, call.escalated_ms) == (True, "tnv-01", None)


def test_who_calls_and_then_goes_on_alone_has_acted_alone(bench: Bench) -> None:
    log, clock = bench.recorder, bench.clock
    log.session_started("vi")
    log.walk_started("vneid-cai-dat", HASH, "vneid", "loai-may")
    log.help_called()
    clock.pass_s(180)
    log.help_escalated("phone")
    clock.pass_s(20)
    log.help_ended()
    log.edge_taken("choice.iphone", "mo-kho")
    (visit,) = summarise(bench.sink.events)
    (call,) = visit.help_calls
    assert (call.until_ms, call.taken, call.by, call.escalated_ms) == (200_000, False, None, 180_000)
    assert visit.walks[0].steps[0].by == "resident"


def test_what_comes_after_the_end_of_a_call_changes_nothing_of_it(bench: Bench) -> None:
    log, clock = bench.recorder, bench.clock
    log.session_started("vi")
    log.help_called()
    clock.pass_s(30)
    log.help_taken(None)
    clock.pass_s(30)
    log.help_ended()
    log.help_escalated("nobody")
    log.help_taken("tnv-01")
    ((call,),) = (visit.help_calls for visit in summarise(bench.sink.events))
    assert (call.until_ms, call.taken, call.by, call.escalated_ms) == (30_000, True, None, None)


def test_no_event_of_a_visit_shows_when_a_quarter_of_an_hour_was_crossed(bench: Bench) -> None:
    bench.recorder.session_started("vi")
    bench.clock.pass_s(2 * QUARTER_S)
    bench.recorder.session_ended("idle")
    walls = {event.wall_s for event in bench.sink.events if event.session}
    assert len(walls) == 1
    assert all(event.wall_s % QUARTER_S == 0 for event in bench.sink.events)


def test_only_the_language_among_the_settings_is_written(bench: Bench) -> None:
    bench.recorder.session_started("vi")
    for name, value in [("theme", "dark"), ("text_size", "5"), ("speech_on", "off"), ("language", "fr")]:
        bench.recorder.preference_changed(name, value)
    assert bench.sink.kinds[-2:] == ["session.started", "language.changed"]


def test_a_second_visit_ends_the_first(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    bench.recorder.session_started("vi")
    bench.recorder.walk_started("vneid-cai-dat", HASH, "vneid", "loai-may")
    with caplog.at_level(logging.ERROR):
        bench.recorder.session_started("en")
    first, second = summarise(bench.sink.events)
    assert (first.outcome, first.walks[0].outcome) == ("next-person", "stopped")
    assert second.outcome is None
    assert "another was open" in caplog.text


def test_back_from_another_guide_reopens_the_walk(bench: Bench) -> None:
    log = bench.recorder
    log.session_started("vi")
    log.walk_started("vneid-cai-dat", HASH, "vneid", "loai-may")
    log.edge_taken("choice.iphone", "mo-kho")
    log.edge_taken("stuck.quen", None)
    log.walk_ended("referred")
    log.walk_started("dien-thoai", HASH, "dien-thoai", "dau")
    log.walk_ended("stopped")
    log.walk_reopened("vneid-cai-dat")
    log.edge_taken("next", "tim")
    (visit,) = summarise(bench.sink.events)
    assert [(walk.flow, walk.outcome) for walk in visit.walks] == [
        ("vneid-cai-dat", None),
        ("dien-thoai", "stopped"),
    ]
    assert visit.walks[0].edges == ("choice.iphone", "next")


def test_which_of_two_walks_of_a_guide_goes_on_is_known_also_out_of_sight(bench: Bench) -> None:
    """The first was left where it is told, the second where it is not; Back comes to the second first."""
    log = bench.recorder
    log.session_started("vi")
    log.walk_started("huu-tri-xa-hoi", HASH, "an-sinh", "dau")
    log.edge_taken("next", "tuoi")
    log.walk_ended("referred")
    log.walk_started("huu-tri-xa-hoi", HASH, "an-sinh", "dau")
    log.edge_taken("next", "tuoi")
    log.edge_taken("choice.duoi-70", None, told=False)
    log.walk_ended("stopped")
    log.walk_started("ho-ngheo", HASH, "an-sinh", "dau")
    log.walk_ended("stopped")
    log.walk_reopened("huu-tri-xa-hoi", ("next", "choice.duoi-70"))
    until(lambda: edges_kept(bench) == ("next", "choice.duoi-70"))
    log.explained("tuoi", "simpler")
    log.went_back("tuoi")
    log.edge_taken("choice.tu-75", None, told=False)
    log.walk_ended("completed")
    log.walk_reopened("huu-tri-xa-hoi")
    until(lambda: edges_kept(bench) == ("next",))
    (visit,) = summarise(bench.sink.events)
    assert [(walk.flow, walk.outcome, walk.edges) for walk in visit.walks] == [
        ("huu-tri-xa-hoi", None, ("next",)),
        ("huu-tri-xa-hoi", "stopped", ("next",)),
        ("ho-ngheo", "stopped", ()),
    ], "the log is told no more of a walk it was told to be over"


def edges_kept(bench: Bench) -> tuple[str, ...]:
    beat = bench.heartbeat.last()
    return beat.walk.edges if beat and beat.walk else ()


def test_the_end_of_a_walk_out_of_sight_is_told_with_what_begins_next(bench: Bench) -> None:
    """Else how long it was, and whether the next began at once, would tell what was answered."""
    log = bench.recorder
    log.session_started("vi")
    for ending in ("completed", "stopped"):
        log.walk_started("huu-tri-xa-hoi", HASH, "an-sinh", "tuoi")
        log.edge_taken("choice.tu-75", None, told=False)
        log.walk_ended(ending)  # type: ignore[arg-type]
        assert bench.sink.kinds[-1] == "walk.started"
        bench.clock.pass_s(20)
    assert log.alone() == 10, "what a card would tell counts it all the same"
    log.session_ended("goodbye")
    (visit,) = summarise(bench.sink.events)
    assert [(walk.outcome, walk.until_ms) for walk in visit.walks] == [
        ("completed", 20_000),
        ("stopped", 40_000),
    ]


@pytest.mark.parametrize("ending", ["completed", "stopped"])
def test_a_crash_after_a_walk_ended_out_of_sight_offers_nothing_and_loses_no_end(
    bench: Bench, ending: str
) -> None:
    log = bench.recorder
    log.session_started("vi")
    log.walk_started("huu-tri-xa-hoi", HASH, "an-sinh", "tuoi")
    log.edge_taken("choice.tu-75", None, told=False)
    log.walk_ended(ending)  # type: ignore[arg-type]
    until(lambda: (beat := bench.heartbeat.last()) and beat.walk and beat.walk.over == ending)
    bench = bench.again()
    bench.take_over()
    assert bench.recorder.left_over.result(0) is None
    bench.heartbeat.close()
    (visit,) = summarise(bench.sink.events)
    assert (visit.outcome, [walk.outcome for walk in visit.walks]) == ("crash", [ending])


def test_a_walk_of_which_the_log_hears_no_more_goes_on_after_a_crash(bench: Bench) -> None:
    log = bench.recorder
    log.session_started("vi")
    log.walk_started("huu-tri-xa-hoi", HASH, "an-sinh", "tuoi")
    log.edge_taken("choice.duoi-70", None, told=False)
    log.walk_ended("stopped")
    log.walk_started("ho-ngheo", HASH, "an-sinh", "dau")
    log.walk_ended("stopped")
    log.walk_reopened("huu-tri-xa-hoi", ("choice.duoi-70",))
    until(lambda: edges_kept(bench) == ("choice.duoi-70",))
    bench = bench.again()
    bench.take_over()
    offer = bench.recorder.left_over.result(0)
    assert offer is not None and (offer.flow_id, offer.edges) == ("huu-tri-xa-hoi", ("choice.duoi-70",))
    before = len(bench.sink.events)
    bench.recorder.session_resumed()
    bench.recorder.edge_taken("next", "xong")
    bench.recorder.walk_ended("completed")
    bench.recorder.session_ended("goodbye")
    bench.heartbeat.close()
    assert bench.sink.kinds[before:] == ["session.resumed", "session.ended"]


def test_a_guide_that_was_finished_is_not_reopened(bench: Bench) -> None:
    log = bench.recorder
    log.session_started("vi")
    log.walk_started("vneid-cai-dat", HASH, "vneid", "loai-may")
    log.walk_ended("completed")
    log.walk_reopened("vneid-cai-dat")
    log.edge_taken("choice.iphone", "mo-kho")
    (visit,) = summarise(bench.sink.events)
    assert [(walk.outcome, walk.edges) for walk in visit.walks] == [("completed", ())]


def test_our_mistakes_are_logged_and_never_raised(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    log = bench.recorder
    log.edge_taken("next", "x")  # outside a visit
    log.session_ended("goodbye")
    log.session_resumed()
    log.session_started("vi")
    log.walk_started("Nguyễn Văn An", HASH, "vneid", "loai-may")
    log.explained("0912345678", "simpler")
    assert bench.sink.kinds == ["session.started"]
    assert "Nguyễn" not in caplog.text
    assert "0912345678" not in caplog.text


def test_a_clock_that_was_set_is_told_before_the_next_visit(bench: Bench) -> None:
    bench.clock.wall_s -= 7200
    bench.recorder.session_started("vi")
    bench.recorder.session_ended("idle")
    bench.recorder.session_started("vi")
    moved = [event.what for event in bench.sink.events if isinstance(event.what, v.ClockChanged)]
    assert moved == [v.ClockChanged("backward")]


def test_a_place_that_is_no_id_is_refused_when_the_kiosk_is_put_together(tmp_path: Path) -> None:
    clock = FakeClock()
    heartbeat = Heartbeat(tmp_path / "heartbeat.json", clock)
    recorder = SessionRecorder(ListSink(), clock, heartbeat, place="Điểm số 1", version="0.1.0")
    with pytest.raises(EventRefused):
        recorder.kiosk_started()
