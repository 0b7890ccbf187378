"""An assisted visit in the log: who assisted, who acted, what came of it; and the group nowhere."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from datetime import datetime
from typing import get_args

import pytest
from support.conditions import until
from support.visit_fakes import HASH, Bench

from kiosk.base import events as v
from kiosk.base.events import Actor, Answer, EventRefused, Group, Mode, Obstacle, Result, fields_of
from kiosk.base.hours.opening import HANOI
from kiosk.log.sessions.session import Assist, SessionSummary
from kiosk.log.sessions.summary import summarise
from kiosk.log.sessions.tally import NO_MONTH, WalkCell, month_of


def the_visit(bench: Bench) -> SessionSummary:
    (visit,) = summarise(bench.sink.events)
    return visit


def assist(bench: Bench, group: Group = "elderly") -> None:
    """Up to the first step of a guide."""
    bench.recorder.record(v.SessionStarted("vi", "assisted"))
    bench.recorder.record(v.AssistStarted("tnv-01"))
    bench.recorder.record(v.GroupSaid(group))
    bench.recorder.record(v.WalkStarted("vneid-cai-dat", HASH, "vneid", "loai-may"))


def test_the_lists_are_those_of_the_screens_port() -> None:
    pairs = ((v.Mode, Mode), (v.Actor, Actor), (v.Result, Result), (v.Obstacle, Obstacle), (v.Answer, Answer))
    assert all(get_args(ours) == get_args(theirs) for ours, theirs in pairs)


def test_a_visit_with_staff_logs_who_assisted_who_acted_and_what_came_of_it(bench: Bench) -> None:
    log = bench.recorder
    assist(bench)
    for by in get_args(Actor):
        bench.clock.pass_s(10)
        log.record(v.EdgeTaken("next", f"sau-{by}", by))
    log.record(v.EdgeTaken("next", "cuoi"))  # nobody said: the resident's own
    log.record(v.WalkEnded("stopped"))
    log.record(v.ResultGiven("done"))
    log.record(v.ResultGiven("not-done"))  # said again: the last one holds
    log.record(v.ObstacleGiven("no-own-sim"))
    log.record(v.FilingGiven("no"))
    log.record(v.AssistEnded())
    log.record(v.SessionEnded("goodbye"))
    visit = the_visit(bench)
    assert (visit.mode, visit.assists) == ("assisted", (Assist("tnv-01", 0, 30_000),))
    assert (visit.result, visit.obstacle, visit.filed) == ("not-done", "no-own-sim", "no")
    acted = [step.by for step in visit.walks[0].steps]
    assert acted == ["resident", "with-help", "volunteer", "resident", None]


def test_a_result_that_is_taken_back_takes_what_stopped_it_along(bench: Bench) -> None:
    assist(bench)
    bench.recorder.record(v.ResultGiven("not-done"))
    bench.recorder.record(v.ObstacleGiven("no-nfc"))
    bench.recorder.record(v.ResultGiven("done"))
    visit = the_visit(bench)
    assert (visit.result, visit.obstacle) == ("done", None)


def test_a_mark_that_was_forgotten_and_made_after_going_back_takes_the_place_of_the_wrong_one(
    bench: Bench,
) -> None:
    assist(bench)
    bench.recorder.record(v.EdgeTaken("next", "hai"))
    bench.recorder.record(v.WentBack("loai-may"))
    bench.recorder.record(v.EdgeTaken("next", "hai", "volunteer"))
    visit = the_visit(bench)
    assert [step.by for step in visit.walks[0].steps] == [None, None, "volunteer", None]
    assert visit.walks[0].edges == ("next",)


def test_a_visit_that_began_alone_is_assisted_from_the_moment_staff_come(bench: Bench) -> None:
    log = bench.recorder
    log.record(v.SessionStarted("vi"))
    log.record(v.WalkStarted("vneid-cai-dat", HASH, "vneid", "loai-may"))
    log.record(v.EdgeTaken("next", "hai", "volunteer"))  # nobody of the staff is here: it cannot have been
    bench.clock.pass_s(60)
    log.record(v.AssistStarted("tnv-01"))
    log.record(v.EdgeTaken("next", "ba", "volunteer"))
    bench.clock.pass_s(60)
    log.record(v.AssistStarted("cb-02"))  # takes over
    log.record(v.AssistEnded())
    log.record(v.EdgeTaken("next", "bon", "volunteer"))
    visit = the_visit(bench)
    assert visit.mode == "assisted"
    assert visit.assists == (Assist("tnv-01", 60_000, 120_000), Assist("cb-02", 120_000, 120_000))
    assert [step.by for step in visit.walks[0].steps] == ["resident", "volunteer", "resident", None]


def test_the_controls_end_with_the_visit_and_with_the_program(bench: Bench) -> None:
    assist(bench)
    bench.clock.pass_s(30)
    bench.recorder.record(v.SessionEnded("idle"))
    assert the_visit(bench).assists == (Assist("tnv-01", 0, 30_000),)


def test_the_group_is_in_no_event_and_once_a_walk_in_the_figures_of_the_month(bench: Bench) -> None:
    log = bench.recorder
    assist(bench, "disabled")
    log.record(v.WalkEnded("referred"))
    log.record(v.WalkStarted("otp", HASH, "dien-thoai", "dau"))
    log.record(v.WalkEnded("completed"))
    log.record(v.WalkReopened("vneid-cai-dat"))
    log.record(v.WalkEnded("completed"))
    log.record(v.SessionEnded("goodbye"))
    assert bench.sink.walks == Counter({
        WalkCell("2026-11", "disabled", "vneid", "completed"): 1,
        WalkCell("2026-11", "disabled", "dien-thoai", "completed"): 1,
    })  # fmt: skip
    written = json.dumps([fields_of(event.what) for event in bench.sink.events])
    derived = json.dumps([asdict(one) for one in summarise(bench.sink.events)])
    assert not any(group in written + derived for group in ("disabled", "elderly", "poor-", "not-said"))
    log.record(v.SessionStarted("vi", "assisted"))  # the next one has said nothing
    log.record(v.AssistStarted("tnv-01"))
    log.record(v.WalkStarted("vneid-cai-dat", HASH, "vneid", "loai-may"))
    log.record(v.SessionEnded("goodbye"))
    assert bench.sink.walks[WalkCell("2026-11", "not-said", "vneid", "stopped")] == 1
    assert bench.sink.walks.total() == 3


def test_who_comes_alone_is_not_asked_and_not_counted(bench: Bench) -> None:
    bench.recorder.record(v.SessionStarted("vi"))
    bench.recorder.record(v.WalkStarted("vneid-cai-dat", HASH, "vneid", "loai-may"))
    bench.recorder.record(v.SessionEnded("goodbye"))
    assert not bench.sink.walks


def test_after_a_power_cut_the_visit_is_still_assisted_nobody_has_the_controls_and_no_group_is_known(
    bench: Bench,
) -> None:
    assist(bench)
    bench.recorder.record(v.EdgeTaken("next", "hai", "volunteer"))
    bench.heartbeat.close()
    bench.clock.reboot(off_for_s=400)
    again = bench.again()
    again.take_over()
    again.heartbeat.close()
    visit = the_visit(again)
    assert (visit.mode, visit.outcome, visit.assists) == ("assisted", "crash", (Assist("tnv-01", 0, 0),))
    assert again.sink.walks == Counter({WalkCell("2026-11", "not-said", "vneid", "cut-off"): 1})


def test_a_visit_that_goes_on_after_a_crash_is_counted_once_as_not_said(bench: Bench) -> None:
    assist(bench)
    until(lambda: bench.heartbeat.last() is not None)
    bench.heartbeat.close()
    bench.clock.pass_s(20)
    again = bench.again()
    again.take_over()
    assert again.recorder.left_over.result(0) is not None
    again.recorder.record(v.SessionResumed())
    again.recorder.record(v.EdgeTaken("next", "hai", "volunteer"))  # who assisted has to show their PIN again
    again.recorder.record(v.WalkEnded("completed"))
    again.recorder.record(v.SessionEnded("goodbye"))
    again.heartbeat.close()
    visit = the_visit(again)
    assert (visit.mode, visit.resumed, visit.assists[-1].until_ms) == ("assisted", 1, 0)
    assert visit.walks[0].steps[0].by == "resident"
    assert again.sink.walks == Counter({WalkCell("2026-11", "not-said", "vneid", "completed"): 1})


def test_a_visit_over_midnight_counts_in_the_month_in_which_it_began(bench: Bench) -> None:
    last_minutes = datetime(2026, 11, 30, 23, 50, tzinfo=HANOI).timestamp()
    bench.clock.wall_s = last_minutes
    assist(bench)
    bench.clock.pass_s(1200)
    bench.recorder.record(v.SessionEnded("goodbye"))
    assert {cell.month for cell in bench.sink.walks} == {"2026-11"}
    bench.clock.wall_s = datetime(2026, 12, 1, 0, 5, tzinfo=HANOI).timestamp()
    assist(bench)
    bench.recorder.record(v.SessionEnded("goodbye"))
    assert {cell.month for cell in bench.sink.walks} == {"2026-11", "2026-12"}


def test_a_clock_that_was_set_back_puts_a_visit_into_no_month(bench: Bench) -> None:
    """A month that has travelled must not grow again."""
    bench.clock.wall_s -= 40 * 86_400
    bench.clock.clock_ok = False
    assist(bench)
    bench.recorder.record(v.SessionEnded("goodbye"))
    assert {cell.month for cell in bench.sink.walks} == {NO_MONTH}
    assert month_of(int(bench.clock.wall_s), clock_ok=True) == "2026-10"


@pytest.mark.parametrize(
    "cell",
    [
        ("2026-11", "bà Bưởi", "vneid", "completed"),
        ("2026-11", "elderly", "0912345678", "completed"),
        ("2026-11", "elderly", "vneid", "giỏi"),
        ("25/11/2026", "elderly", "vneid", "completed"),
    ],
)
def test_a_figure_is_of_a_closed_vocabulary_too(cell: tuple[str, Group, str, str]) -> None:
    with pytest.raises(EventRefused):
        WalkCell(*cell)  # type: ignore[arg-type]
