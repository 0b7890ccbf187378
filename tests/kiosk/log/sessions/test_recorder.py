"""The recorder: what the screens report becomes events, never raising, never two visits open."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from support.conditions import until
from support.fake_clock import FakeClock
from support.visit_fakes import HASH, Bench, ListSink

from kiosk.base import events as v
from kiosk.base.events import EventRefused
from kiosk.base.hours.clock import QUARTER_S
from kiosk.log.sessions.heartbeat import Heartbeat
from kiosk.log.sessions.recorder import SessionRecorder
from kiosk.log.sessions.summary import summarise


def test_a_whole_visit_is_logged_as_it_happened(bench: Bench) -> None:
    log, clock = bench.recorder, bench.clock
    log.record(v.SessionStarted("vi"))
    clock.pass_s(5)
    log.record(v.WalkStarted("vneid-cai-dat", HASH, "vneid", "loai-may"))
    clock.pass_s(10)
    log.record(v.EdgeTaken("choice.iphone", "mo-kho"))
    clock.pass_s(20)
    log.record(v.StepExplained("mo-kho", "simpler"))
    log.record(v.HelpCalled())
    clock.pass_s(60)
    log.record(v.HelpTaken("tnv-01"))
    log.record(v.EdgeTaken("next", "tim-ung-dung"))
    log.record(v.WentBack("mo-kho"))
    log.record(v.EdgeTaken("next", "tim-ung-dung"))
    clock.pass_s(5)
    log.record(v.WalkEnded("completed"))
    log.record(v.SatisfactionGiven("good"))
    log.record(v.SessionEnded("goodbye"))

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
    log.record(v.SessionStarted("vi"))
    log.record(v.WalkStarted("vneid-cai-dat", HASH, "vneid", "loai-may"))
    log.record(v.HelpCalled())
    clock.pass_s(180)
    log.record(v.HelpEscalated("phone"))
    clock.pass_s(20)
    log.record(v.HelpEnded())
    log.record(v.EdgeTaken("choice.iphone", "mo-kho"))
    (visit,) = summarise(bench.sink.events)
    (call,) = visit.help_calls
    assert (call.until_ms, call.taken, call.by, call.escalated_ms) == (200_000, False, None, 180_000)
    assert visit.walks[0].steps[0].by == "resident"


def test_what_comes_after_the_end_of_a_call_changes_nothing_of_it(bench: Bench) -> None:
    log, clock = bench.recorder, bench.clock
    log.record(v.SessionStarted("vi"))
    log.record(v.HelpCalled())
    clock.pass_s(30)
    log.record(v.HelpTaken(None))
    clock.pass_s(30)
    log.record(v.HelpEnded())
    log.record(v.HelpEscalated("nobody"))
    log.record(v.HelpTaken("tnv-01"))
    ((call,),) = (visit.help_calls for visit in summarise(bench.sink.events))
    assert (call.until_ms, call.taken, call.by, call.escalated_ms) == (30_000, True, None, None)


def test_no_event_of_a_visit_shows_when_a_quarter_of_an_hour_was_crossed(bench: Bench) -> None:
    bench.recorder.record(v.SessionStarted("vi"))
    bench.clock.pass_s(2 * QUARTER_S)
    bench.recorder.record(v.SessionEnded("idle"))
    walls = {event.wall_s for event in bench.sink.events if event.session}
    assert len(walls) == 1
    assert all(event.wall_s % QUARTER_S == 0 for event in bench.sink.events)


def test_a_second_visit_ends_the_first(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    bench.recorder.record(v.SessionStarted("vi"))
    bench.recorder.record(v.WalkStarted("vneid-cai-dat", HASH, "vneid", "loai-may"))
    with caplog.at_level(logging.ERROR):
        bench.recorder.record(v.SessionStarted("en"))
    first, second = summarise(bench.sink.events)
    assert (first.outcome, first.walks[0].outcome) == ("next-person", "stopped")
    assert second.outcome is None
    assert "another was open" in caplog.text


def test_back_from_another_guide_reopens_the_walk(bench: Bench) -> None:
    log = bench.recorder
    log.record(v.SessionStarted("vi"))
    log.record(v.WalkStarted("vneid-cai-dat", HASH, "vneid", "loai-may"))
    log.record(v.EdgeTaken("choice.iphone", "mo-kho"))
    log.record(v.EdgeTaken("stuck.quen", None))
    log.record(v.WalkEnded("referred"))
    log.record(v.WalkStarted("dien-thoai", HASH, "dien-thoai", "dau"))
    log.record(v.WalkEnded("stopped"))
    log.record(v.WalkReopened("vneid-cai-dat"))
    log.record(v.EdgeTaken("next", "tim"))
    (visit,) = summarise(bench.sink.events)
    assert [(walk.flow, walk.outcome) for walk in visit.walks] == [
        ("vneid-cai-dat", None),
        ("dien-thoai", "stopped"),
    ]
    assert visit.walks[0].edges == ("choice.iphone", "next")


def test_which_of_two_walks_of_a_guide_goes_on_is_known_also_out_of_sight(bench: Bench) -> None:
    """The first was left where it is told, the second where it is not; Back comes to the second first."""
    log = bench.recorder
    log.record(v.SessionStarted("vi"))
    log.record(v.WalkStarted("huu-tri-xa-hoi", HASH, "an-sinh", "dau"))
    log.record(v.EdgeTaken("next", "tuoi"))
    log.record(v.WalkEnded("referred"))
    log.record(v.WalkStarted("huu-tri-xa-hoi", HASH, "an-sinh", "dau"))
    log.record(v.EdgeTaken("next", "tuoi"))
    log.record(v.PrivateEdgeTaken("choice.duoi-70", None))
    log.record(v.WalkEnded("stopped"))
    log.record(v.WalkStarted("ho-ngheo", HASH, "an-sinh", "dau"))
    log.record(v.WalkEnded("stopped"))
    log.record(v.PrivateWalkReopened("huu-tri-xa-hoi", ("next", "choice.duoi-70")))
    until(lambda: edges_kept(bench) == ("next", "choice.duoi-70"))
    log.record(v.StepExplained("tuoi", "simpler"))
    log.record(v.WentBack("tuoi"))
    log.record(v.PrivateEdgeTaken("choice.tu-75", None))
    log.record(v.WalkEnded("completed"))
    log.record(v.WalkReopened("huu-tri-xa-hoi"))
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


def test_the_end_of_a_walk_out_of_sight_is_logged_with_what_begins_next(bench: Bench) -> None:
    """Else how long it was, and whether the next began at once, would tell what was answered."""
    log = bench.recorder
    log.record(v.SessionStarted("vi"))
    for ending in ("completed", "stopped"):
        log.record(v.WalkStarted("huu-tri-xa-hoi", HASH, "an-sinh", "tuoi"))
        log.record(v.PrivateEdgeTaken("choice.tu-75", None))
        log.record(v.WalkEnded(ending))
        assert bench.sink.kinds[-1] == "walk.started"
        bench.clock.pass_s(20)
    assert log.alone() == 10, "what a card would tell counts it all the same"
    log.record(v.SessionEnded("goodbye"))
    (visit,) = summarise(bench.sink.events)
    assert [(walk.outcome, walk.until_ms) for walk in visit.walks] == [
        ("completed", 20_000),
        ("stopped", 40_000),
    ]


@pytest.mark.parametrize("ending", ["completed", "stopped"])
def test_a_crash_after_a_walk_ended_out_of_sight_offers_nothing_and_loses_no_end(
    bench: Bench, ending: v.WalkOutcome
) -> None:
    log = bench.recorder
    log.record(v.SessionStarted("vi"))
    log.record(v.WalkStarted("huu-tri-xa-hoi", HASH, "an-sinh", "tuoi"))
    log.record(v.PrivateEdgeTaken("choice.tu-75", None))
    log.record(v.WalkEnded(ending))
    until(lambda: (beat := bench.heartbeat.last()) and beat.walk and beat.walk.over == ending)
    bench = bench.again()
    bench.take_over()
    assert bench.recorder.left_over.result(0) is None
    bench.heartbeat.close()
    (visit,) = summarise(bench.sink.events)
    assert (visit.outcome, [walk.outcome for walk in visit.walks]) == ("crash", [ending])


def test_a_walk_of_which_the_log_hears_no_more_goes_on_after_a_crash(bench: Bench) -> None:
    log = bench.recorder
    log.record(v.SessionStarted("vi"))
    log.record(v.WalkStarted("huu-tri-xa-hoi", HASH, "an-sinh", "tuoi"))
    log.record(v.PrivateEdgeTaken("choice.duoi-70", None))
    log.record(v.WalkEnded("stopped"))
    log.record(v.WalkStarted("ho-ngheo", HASH, "an-sinh", "dau"))
    log.record(v.WalkEnded("stopped"))
    log.record(v.PrivateWalkReopened("huu-tri-xa-hoi", ("choice.duoi-70",)))
    until(lambda: edges_kept(bench) == ("choice.duoi-70",))
    bench = bench.again()
    bench.take_over()
    offer = bench.recorder.left_over.result(0)
    assert offer is not None and (offer.flow_id, offer.edges) == ("huu-tri-xa-hoi", ("choice.duoi-70",))
    before = len(bench.sink.events)
    bench.recorder.record(v.SessionResumed())
    bench.recorder.record(v.EdgeTaken("next", "xong"))
    bench.recorder.record(v.WalkEnded("completed"))
    bench.recorder.record(v.SessionEnded("goodbye"))
    bench.heartbeat.close()
    assert bench.sink.kinds[before:] == ["session.resumed", "session.ended"]


def test_a_guide_that_was_finished_is_not_reopened(bench: Bench) -> None:
    log = bench.recorder
    log.record(v.SessionStarted("vi"))
    log.record(v.WalkStarted("vneid-cai-dat", HASH, "vneid", "loai-may"))
    log.record(v.WalkEnded("completed"))
    log.record(v.WalkReopened("vneid-cai-dat"))
    log.record(v.EdgeTaken("choice.iphone", "mo-kho"))
    (visit,) = summarise(bench.sink.events)
    assert [(walk.outcome, walk.edges) for walk in visit.walks] == [("completed", ())]


def test_our_mistakes_are_logged_and_never_raised(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    log = bench.recorder
    log.record(v.EdgeTaken("next", "x"))  # outside a visit
    log.record(v.SessionEnded("goodbye"))
    log.record(v.SessionResumed())
    log.record(v.SessionStarted("vi"))
    log.record(v.WalkStarted("Nguyễn Văn An", HASH, "vneid", "loai-may"))
    log.record(v.StepExplained("0912345678", "simpler"))
    assert bench.sink.kinds == ["session.started"]
    assert "Nguyễn" not in caplog.text
    assert "0912345678" not in caplog.text


def test_a_clock_that_was_set_is_logged_before_the_next_visit(bench: Bench) -> None:
    bench.clock.wall_s -= 7200
    bench.recorder.record(v.SessionStarted("vi"))
    bench.recorder.record(v.SessionEnded("idle"))
    bench.recorder.record(v.SessionStarted("vi"))
    moved = [event.what for event in bench.sink.events if isinstance(event.what, v.ClockChanged)]
    assert moved == [v.ClockChanged("backward")]


def test_a_place_that_is_no_id_is_refused_when_the_kiosk_is_put_together(tmp_path: Path) -> None:
    clock = FakeClock()
    heartbeat = Heartbeat(tmp_path / "heartbeat.json", clock)
    recorder = SessionRecorder(ListSink(), clock, heartbeat, place="Điểm số 1", version="0.1.0")
    with pytest.raises(EventRefused):
        recorder.kiosk_started()
