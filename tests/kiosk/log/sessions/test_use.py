"""How a visit was made is in no event and no session: it is added to the month's figures, and forgotten."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.conditions import until
from support.fake_clock import FakeClock
from support.visit_fakes import HASH, Bench

from accessibility.card import TENTHS
from accessibility.needs import SETTINGS
from kiosk.base import events as v
from kiosk.base.events import Actor, EventRefused, Use, Way, fields_of
from kiosk.log.sessions.summary import summarise
from kiosk.log.sessions.tally import NO_MONTH, VisitCell, month_of

ALL = Use(frozenset(get_args(Way)), frozenset(SETTINGS), 5)


def begin(bench: Bench) -> None:
    bench.recorder.record(v.SessionStarted("vi"))
    bench.recorder.record(v.WalkStarted("vneid-cai-dat", HASH, "vneid", "dau"))


def november(*told: tuple[str, str]) -> Counter[VisitCell]:
    return Counter(VisitCell("2026-11", *one) for one in told)  # type: ignore[arg-type]


def test_each_way_and_setting_counts_the_visit_once_whoever_was_there(bench: Bench) -> None:
    begin(bench)
    bench.recorder.record(v.UseCounted(Use(frozenset({"touch", "keys"}), frozenset({"calm"}))))
    bench.recorder.record(v.SessionEnded("goodbye"))
    bench.recorder.record(v.SessionStarted("vi", "assisted"))
    bench.recorder.record(v.UseCounted(Use(frozenset({"touch"}))))
    bench.recorder.record(v.SessionEnded("idle"))
    assert bench.sink.visits == november(
        ("visit", "ended"), ("visit", "ended"), ("way", "touch"), ("way", "touch"), ("way", "keys"),
        ("setting", "calm"),
    )  # fmt: skip
    assert not bench.sink.walks


def test_no_event_and_no_session_holds_it(bench: Bench) -> None:
    begin(bench)
    bench.recorder.record(v.EdgeTaken("next", "hai"))
    bench.recorder.record(v.UseCounted(ALL))
    bench.recorder.record(v.SessionEnded("goodbye"))
    told = {cell.word for cell in bench.sink.visits}
    assert told == {"ended", *get_args(Way), *SETTINGS, "up"}
    written = [word for event in bench.sink.events for word in fields_of(event.what).values()]
    derived = json.dumps([asdict(one) for one in summarise(bench.sink.events)])
    assert not told & {*written} and not any(f'"{word}"' in derived for word in told)
    bench.recorder.record(v.SessionStarted("vi"))  # the next one is made in no way yet
    bench.recorder.record(v.SessionEnded("goodbye"))
    assert bench.sink.visits.total() == len(told) + 1


@pytest.mark.parametrize(
    ("actors", "brought", "than_before"),
    [
        (("resident",), 10, "same"),
        (("resident",), 9, "up"),
        (("resident", "volunteer"), 5, "same"),
        (("resident", "with-help"), 6, "down"),
        (("volunteer",) * 3, 0, "same"),
        (("resident",) * 24 + ("volunteer",), 10, "same"),  # 9.6 tenths: what is written is coarse
        (("resident",), None, None),
        ((), 5, None),
    ],
)
def test_what_was_done_alone_is_set_against_the_card_that_was_brought(
    bench: Bench, actors: tuple[Actor, ...], brought: int | None, than_before: str | None
) -> None:
    begin(bench)
    bench.recorder.record(v.AssistStarted("tnv-01"))
    for at, by in enumerate(actors):
        bench.recorder.record(v.EdgeTaken("next", f"buoc-{at}", by))
    bench.recorder.record(v.UseCounted(Use(brought=brought)))
    bench.recorder.record(v.SessionEnded("goodbye"))
    told = [cell.word for cell in bench.sink.visits if cell.aspect == "alone"]
    assert told == ([than_before] if than_before else [])


def test_what_the_next_card_says_is_what_the_log_has(bench: Bench) -> None:
    log = bench.recorder
    assert log.alone() is None
    begin(bench)
    assert log.alone() is None, "no step has been taken"
    log.record(v.EdgeTaken("next", "hai"))
    assert log.alone() == TENTHS
    log.record(v.HelpCalled())
    log.record(v.HelpTaken(None))
    log.record(v.EdgeTaken("next", "ba"))  # somebody came
    assert log.alone() == 5
    log.record(v.WentBack("hai"))
    assert log.alone() == TENTHS
    log.record(v.SessionEnded("goodbye"))
    assert log.alone() is None, "nothing of who was here"
    log.record(v.SessionStarted("vi"))
    assert log.alone() is None


def test_of_a_visit_that_a_crash_broke_off_nobody_knows_how_it_was_made(bench: Bench) -> None:
    begin(bench)
    bench.heartbeat.close()
    bench.clock.reboot(off_for_s=400)
    again = bench.again()
    again.take_over()
    again.heartbeat.close()
    assert summarise(again.sink.events)[0].outcome == "crash" and not again.sink.visits


def test_one_that_goes_on_after_a_crash_is_counted_once_with_what_came_after(bench: Bench) -> None:
    begin(bench)
    bench.recorder.record(v.EdgeTaken("next", "hai"))
    until(lambda: bench.heartbeat.last() is not None)
    bench.heartbeat.close()
    bench.clock.pass_s(20)
    again = bench.again()
    again.take_over()
    again.recorder.record(v.SessionResumed())
    assert again.recorder.alone() == TENTHS, "its steps are in the log"
    again.recorder.record(v.UseCounted(Use(frozenset({"switches"}))))
    again.recorder.record(v.SessionEnded("goodbye"))
    again.heartbeat.close()
    assert again.sink.visits == november(("visit", "ended"), ("way", "switches"))


def test_a_clock_that_was_set_back_puts_it_into_no_month(bench: Bench) -> None:
    bench.clock.clock_ok = False
    begin(bench)
    bench.recorder.record(v.UseCounted(ALL))
    bench.recorder.record(v.SessionEnded("goodbye"))
    assert {cell.month for cell in bench.sink.visits} == {NO_MONTH}


@pytest.mark.parametrize(
    "cell",
    [
        ("2026-11", "way", "bà Bưởi"),
        ("2026-11", "setting", "touch"),
        ("2026-11", "group", "elderly"),
        ("11/2026", "way", "touch"),
    ],
)
def test_a_figure_is_of_a_closed_vocabulary_too(cell: tuple[str, str, str]) -> None:
    with pytest.raises(EventRefused):
        VisitCell(*cell)  # type: ignore[arg-type]


def test_a_word_of_our_own_mistake_keeps_no_visit_from_ending(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    begin(bench)
    bench.recorder.record(v.UseCounted(Use(frozenset({"bà Bưởi"}))))  # type: ignore[arg-type]
    bench.recorder.record(v.SessionEnded("goodbye"))
    assert bench.sink.kinds[-1] == "session.ended" and not bench.sink.visits
    assert "our mistake" in caplog.text and "Bưởi" not in caplog.text.split("Traceback")[0]


class Truth:
    """Counts what is told to the recorder by itself: of each walk the way that holds."""

    def __init__(self) -> None:
        self.cells: Counter[VisitCell] = Counter()
        self.ways: list[list[str]] = []

    def ends(self, month: str, use: Use) -> None:
        acted = [by for way in self.ways for by in way]
        told = [
            ("visit", "ended"),
            *(("way", one) for one in use.ways),
            *(("setting", one) for one in use.settings),
        ]
        if acted and use.brought is not None:
            alone = round(TENTHS * acted.count("resident") / len(acted))
            told.append(
                ("alone", {-1: "down", 0: "same", 1: "up"}[(alone > use.brought) - (alone < use.brought)])
            )
        self.cells.update(VisitCell(month, *one) for one in told)  # type: ignore[arg-type]
        self.ways = []


ACTS = st.lists(
    st.one_of(
        st.sampled_from(["walk", "back", "end walk"]),
        st.sampled_from(get_args(Actor)),
        st.builds(
            Use,
            st.frozensets(st.sampled_from(get_args(Way)), max_size=2),
            st.frozensets(st.sampled_from(SETTINGS), max_size=3),
            st.none() | st.integers(0, TENTHS),
        ),
    ),
    max_size=40,
)


@given(ACTS)
@settings(max_examples=40, deadline=None)
def test_whatever_is_done_in_whatever_order_each_visit_is_counted_once_and_truly(
    tmp_path_factory: pytest.TempPathFactory, acts: list[str | Use]
) -> None:
    bench, truth = Bench(tmp_path_factory.mktemp("log"), FakeClock()), Truth()
    bench.take_over()
    log, is_open, in_walk = bench.recorder, False, False
    for act in acts:
        if not is_open:
            log.record(v.SessionStarted("vi", "assisted"))
            log.record(v.AssistStarted("tnv-01"))
            is_open, in_walk = True, False
        match act:
            case Use():
                log.record(v.UseCounted(act))
                log.record(v.SessionEnded("goodbye"))
                truth.ends(month_of(int(bench.clock.wall_s), clock_ok=True), act)
                is_open = False
            case "walk":
                log.record(v.WalkStarted("vneid-cai-dat", HASH, "vneid", "dau"))
                truth.ways.append([])
                in_walk = True
            case "end walk":
                log.record(v.WalkEnded("stopped")) if in_walk else None
                in_walk = False
            case "back" if in_walk and truth.ways[-1]:
                log.record(v.WentBack("dau"))
                truth.ways[-1].pop()
            case "resident" | "with-help" | "volunteer" if in_walk:
                log.record(v.EdgeTaken("next", "buoc", act))
                truth.ways[-1].append(act)
            case _:
                pass
    bench.heartbeat.close()
    assert bench.sink.visits == truth.cells
    ended = [one for one in summarise(bench.sink.events) if one.outcome is not None]
    assert bench.sink.visits[VisitCell("2026-11", "visit", "ended")] == len(ended)
    assert not any(isinstance(event.what, v.LanguageChanged) for event in bench.sink.events)
