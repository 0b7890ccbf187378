"""After a crash or a power cut: the same visit within three minutes, otherwise closed at its true end."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.conditions import until
from support.fake_clock import FakeClock
from support.visit_fakes import HASH, Bench

from kiosk.base import events as v
from kiosk.base.files.durable import wipe
from kiosk.log.sessions import heartbeat
from kiosk.log.sessions.recovery import Resumable
from kiosk.log.sessions.summary import summarise


@pytest.fixture
def runs() -> Iterator[list[Bench]]:
    made: list[Bench] = []
    yield made
    for bench in made:
        bench.heartbeat.close()


@pytest.fixture
def crashed(tmp_path: Path, runs: list[Bench]) -> Bench:
    """A visit in the middle of a guide when the program was killed."""
    bench = Bench(tmp_path)
    runs.append(bench)
    bench.take_over()
    bench.recorder.record(v.SessionStarted("fr"))
    bench.clock.pass_s(4)
    bench.recorder.record(v.WalkStarted("vneid-cai-dat", HASH, "vneid", "loai-may"))
    bench.recorder.record(v.EdgeTaken("choice.iphone", "mo-kho"))
    bench.recorder.record(v.EdgeTaken("next", "tim"))
    bench.recorder.record(v.WentBack("mo-kho"))
    until(lambda: (beat := bench.heartbeat.last()) is not None and beat.up_s == bench.clock.up_s)
    return bench


def restart(crashed: Bench, runs: list[Bench]) -> Bench:
    bench = crashed.again()
    runs.append(bench)
    return bench


def test_within_three_minutes_the_same_step_is_offered_and_yes_goes_on(
    crashed: Bench, runs: list[Bench]
) -> None:
    crashed.heartbeat.close()
    crashed.clock.pass_s(170)
    bench = restart(crashed, runs)
    bench.take_over()
    session = crashed.sink.events[0].session
    assert bench.recorder.left_over.result(0) == Resumable("vneid-cai-dat", HASH, ("choice.iphone",), "fr")
    bench.clock.pass_s(20)
    bench.recorder.record(v.SessionResumed())
    bench.clock.pass_s(6)
    bench.recorder.record(v.EdgeTaken("next", "tim"))
    bench.recorder.record(v.SessionEnded("goodbye"))
    (visit,) = summarise(bench.sink.events)
    assert (visit.id, visit.resumed, visit.outcome) == (session, 1, "goodbye")
    assert visit.duration_ms == (4 + 170 + 20 + 6) * 1000
    assert visit.walks[0].edges == ("choice.iphone", "next")
    assert visit.walks[0].outcome == "stopped"


def test_no_closes_it_at_its_true_last_event(crashed: Bench, runs: list[Bench]) -> None:
    crashed.heartbeat.close()
    crashed.clock.pass_s(60)
    bench = restart(crashed, runs)
    bench.take_over()
    assert bench.recorder.left_over.result(0) is not None
    bench.clock.pass_s(60)
    bench.recorder.record(v.SessionEnded("crash"))
    (visit,) = summarise(bench.sink.events)
    assert (visit.outcome, visit.duration_ms, visit.walks[0].outcome) == ("crash", 4_000, "cut-off")


def test_a_new_visitor_closes_it_first(crashed: Bench, runs: list[Bench]) -> None:
    bench = restart(crashed, runs)
    bench.take_over()
    bench.recorder.record(v.SessionStarted("vi"))
    assert bench.sink.kinds[-2:] == ["session.ended", "session.started"]
    old, new = summarise(bench.sink.events)
    assert (old.outcome, new.outcome) == ("crash", None)


def test_a_visitor_who_comes_before_the_storage_is_open_closes_it_too(
    crashed: Bench, runs: list[Bench]
) -> None:
    """The store writes what `take_over` returns before what waited, so the old visit ends first."""
    bench = restart(crashed, runs)
    tail = list(bench.sink.events)
    bench.recorder.record(v.SessionStarted("vi"))
    first = [entry.event for entry in bench.recorder.take_over(tail)]
    assert [event.what.kind for event in first] == ["session.ended"]
    assert bench.recorder.left_over.result(0) is None
    waited = bench.sink.events[len(tail) :]
    old, new = summarise([*tail, *first, *waited])
    assert (old.outcome, new.outcome) == ("crash", None)


def test_after_three_minutes_nothing_is_offered_and_it_is_closed(crashed: Bench, runs: list[Bench]) -> None:
    crashed.heartbeat.close()
    crashed.clock.pass_s(181)
    bench = restart(crashed, runs)
    bench.take_over()
    assert bench.recorder.left_over.result(0) is None
    (visit,) = summarise(bench.sink.events)
    assert (visit.outcome, visit.duration_ms) == ("crash", 4_000)


def _power_cut(clock: FakeClock) -> None:
    clock.reboot(off_for_s=40)


def _wrong_clock(clock: FakeClock) -> None:
    clock.reboot(off_for_s=40)
    clock.clock_ok = False


def _set_back(clock: FakeClock) -> None:
    clock.reboot(off_for_s=-3600)


def _long_boot(clock: FakeClock) -> None:
    clock.reboot(off_for_s=40)
    clock.up_s = 400


@pytest.mark.parametrize(
    ("happens", "offered"),
    [(_power_cut, True), (_wrong_clock, False), (_set_back, False), (_long_boot, False)],
)
def test_after_a_power_cut_the_wall_clock_decides_when_it_may_be_believed(
    crashed: Bench, runs: list[Bench], happens: Callable[[FakeClock], None], offered: bool
) -> None:
    crashed.heartbeat.close()
    happens(crashed.clock)
    bench = restart(crashed, runs)
    bench.take_over()
    assert (bench.recorder.left_over.result(0) is not None) is offered
    assert (summarise(bench.sink.events)[0].outcome is None) is offered


def test_when_nobody_waits_for_the_answer_any_more_it_is_closed(crashed: Bench, runs: list[Bench]) -> None:
    bench = restart(crashed, runs)
    bench.recorder.left_over.cancel()
    bench.take_over()
    assert summarise(bench.sink.events)[0].outcome == "crash"


def test_without_a_sign_of_life_or_without_an_open_walk_nothing_is_offered(
    crashed: Bench, runs: list[Bench], tmp_path: Path
) -> None:
    crashed.heartbeat.close()
    (tmp_path / "heartbeat.json").write_text("{", "utf-8")
    bench = restart(crashed, runs)
    bench.take_over()
    assert bench.recorder.left_over.result(0) is None
    bench.recorder.record(v.SessionStarted("vi"))
    until(lambda: bench.heartbeat.last() is not None)
    again = restart(bench, runs)
    again.take_over()
    assert again.recorder.left_over.result(0) is None
    assert all(visit.outcome == "crash" for visit in summarise(again.sink.events))


def test_at_the_end_of_a_visit_its_sign_of_life_is_wiped(crashed: Bench, tmp_path: Path) -> None:
    assert (tmp_path / "heartbeat.json").exists()
    crashed.recorder.record(v.SessionEnded("goodbye"))
    until(lambda: not (tmp_path / "heartbeat.json").exists())
    crashed.heartbeat.close()
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def unseen(crashed: Bench) -> Bench:
    """From there the resident has answered something private, and has gone on out of sight."""
    crashed.recorder.record(v.PrivateEdgeTaken("choice.yes", None))
    crashed.recorder.record(v.PrivateEdgeTaken("next", None))
    until(lambda: edges_kept(crashed)[-1:] == ("next",))
    return crashed


def edges_kept(bench: Bench) -> tuple[str, ...]:
    beat = bench.heartbeat.last()
    return beat.walk.edges if beat and beat.walk else ()


def offered(bench: Bench) -> tuple[str, ...]:
    bench.take_over()
    left = bench.recorder.left_over.result(0)
    assert left is not None
    return left.edges


def kept_file(bench: Bench) -> dict[str, Any]:
    bench.heartbeat.close()
    kept: dict[str, Any] = json.loads((bench.folder / "heartbeat.json").read_text("utf-8"))
    return kept


def test_out_of_sight_of_the_log_the_same_step_is_offered(unseen: Bench, runs: list[Bench]) -> None:
    assert not [event for event in unseen.sink.events if "yes" in repr(event)]
    bench = restart(unseen, runs)
    assert offered(bench) == ("choice.iphone", "choice.yes", "next")
    bench.recorder.record(v.SessionResumed())
    bench.recorder.record(v.PrivateEdgeTaken("next", "gap-lai", "resident"))
    bench.recorder.record(v.SessionEnded("goodbye"))
    (visit,) = summarise(bench.sink.events)
    assert visit.walks[0].edges == ("choice.iphone", None)
    assert [step.step for step in visit.walks[0].steps] == ["loai-may", "mo-kho", "tim", "mo-kho", "gap-lai"]


@pytest.mark.parametrize(
    "walk", [None, {}, 7, "next", {"started": {}, "moves": [], "over": None, "silent": False}]
)
def test_without_a_walk_that_can_be_read_it_is_offered_where_it_was_seen_last(
    unseen: Bench, runs: list[Bench], walk: object
) -> None:
    kept = {**kept_file(unseen), "walk": walk}
    (unseen.folder / "heartbeat.json").write_text(json.dumps(kept), "utf-8")
    assert offered(restart(unseen, runs)) == ("choice.iphone",)


def test_a_sign_of_life_older_than_the_log_leads_to_where_both_agree_and_is_logged(
    unseen: Bench, runs: list[Bench]
) -> None:
    older = kept_file(unseen)
    unseen.recorder.record(v.PrivateEdgeTaken("next", "gap-lai"))
    unseen.recorder.record(v.EdgeTaken("next", "xong"))
    (unseen.folder / "heartbeat.json").write_text(json.dumps(older), "utf-8")
    bench = restart(unseen, runs)
    assert offered(bench) == ("choice.iphone", "choice.yes", "next")
    bench.recorder.record(v.SessionResumed())
    assert bench.sink.kinds[-3:] == ["session.resumed", "went.back", "went.back"]
    (visit,) = summarise(bench.sink.events)
    assert (visit.walks[0].edges, visit.walks[0].steps[-1].step) == (("choice.iphone",), "mo-kho")


def test_a_sign_of_life_newer_than_the_log_leads_to_where_both_agree(
    unseen: Bench, runs: list[Bench]
) -> None:
    unseen.recorder.record(v.PrivateEdgeTaken("next", "gap-lai"))
    until(lambda: len(edges_kept(unseen)) == 4)
    assert unseen.sink.kinds[-1] == "edge.taken"
    del unseen.sink.events[-1]
    assert offered(restart(unseen, runs)) == ("choice.iphone", "choice.yes", "next")


def test_who_acted_out_of_sight_before_the_crash_is_still_known(crashed: Bench, runs: list[Bench]) -> None:
    crashed.recorder.record(v.AssistStarted("tnv-01"))
    crashed.recorder.record(v.PrivateEdgeTaken("choice.yes", None, "volunteer"))
    until(lambda: edges_kept(crashed)[-1:] == ("choice.yes",))
    bench = restart(crashed, runs)
    offered(bench)
    bench.recorder.record(v.SessionResumed())
    bench.recorder.record(v.PrivateEdgeTaken("next", "gap-lai", "resident"))
    (visit,) = summarise(bench.sink.events)
    assert [step.by for step in visit.walks[0].steps if step.by] == ["resident", "volunteer"]


def test_the_wiped_sign_of_life_leaves_no_draft_of_itself(unseen: Bench, tmp_path: Path) -> None:
    (tmp_path / "heartbeat.json.part").write_text("cut off in the middle of writing", "utf-8")
    unseen.recorder.record(v.SessionEnded("goodbye"))
    unseen.heartbeat.close()
    assert list(tmp_path.iterdir()) == []


def test_a_sign_of_life_that_could_not_be_wiped_is_wiped_once_the_disk_is_well(
    unseen: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It holds what was answered: once it failed, nobody tried again before the next visit."""
    refused = list[int]()

    def refuse_once(path: Path) -> None:
        if not refused:
            refused.append(1)
            raise OSError(errno.EIO, "the disk")
        wipe(path)

    monkeypatch.setattr(heartbeat, "wipe", refuse_once)
    unseen.recorder.record(v.SessionEnded("goodbye"))
    until(lambda: not (unseen.folder / "heartbeat.json").exists())
    assert refused


def test_a_heartbeat_that_cannot_be_written_stops_nothing(tmp_path: Path, runs: list[Bench]) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    bench = Bench(tmp_path / "file")
    runs.append(bench)
    bench.take_over()
    bench.recorder.record(v.SessionStarted("vi"))
    bench.recorder.record(v.SessionEnded("goodbye"))
    bench.heartbeat.close()
    assert bench.sink.kinds == ["session.started", "session.ended"]
