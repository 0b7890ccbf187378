"""Visits derived from events equal what happened, whatever the residents, the power and the screens did."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.events import visit, visits
from support.fake_clock import FakeClock
from support.visit_fakes import HASH, ListSink

from flows.guide.logged import STUCK
from kiosk.base import events as v
from kiosk.log.figures.table import as_table
from kiosk.log.sessions.day import as_json, sessions_of
from kiosk.log.sessions.events import Event
from kiosk.log.sessions.heartbeat import Beat, Heartbeat
from kiosk.log.sessions.open_walk import Move, OpenWalk
from kiosk.log.sessions.recorder import SessionRecorder
from kiosk.log.sessions.summary import summarise


@dataclass
class Walked:
    flow: str
    moves: list[Move] = field(default_factory=list)
    outcome: str | None = None

    @property
    def edges(self) -> list[str | None]:
        """Those after which the walk was seen, as far as they may be named."""
        return [move.edge if move.told else None for move in self.moves if move.to_step is not None]

    @property
    def step(self) -> str:
        """Where it was seen last."""
        return next((move.to_step for move in reversed(self.moves) if move.to_step is not None), "dau")

    @property
    def out_of_sight(self) -> bool:
        return bool(self.moves) and self.moves[-1].to_step is None


@dataclass
class Visited:
    """What really happened, kept by the simulation."""

    language: str
    began_s: float
    last_s: float
    walks: list[Walked] = field(default_factory=list)
    calls: int = 0
    calling: bool = False
    came: int = 0
    face: str | None = None
    outcome: str | None = None
    resumed: int = 0


OUT = "stuck.goi"
ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(
            ["start", "walk", "edge", "edge", "private", "private", "seen", "out", "back", "explain", "help",
             "helped",
             "came", "late", "face", "finish", "end", "idle", "crash", "late-crash", "language"]
        ),
        st.integers(0, 3),
        st.integers(1, 100),
    ),
    min_size=20,
    max_size=80,
)  # fmt: skip


class Beats(Heartbeat):
    """The sign of life without a disk or a thread: what the file would hold."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__(Path(tempfile.gettempdir()) / "never-written", clock)
        self._clock_now = clock
        self.held: str | None = None
        self.walk: OpenWalk | None = None
        self.began_s = self.beat_s = 0.0

    def last(self) -> Beat | None:
        now = self._clock_now.now()
        at_ms = round((self.beat_s - self.began_s) * 1000)
        if self.held is None:
            return None
        return Beat(self.held, at_ms, now.boot, self.beat_s, now.wall_s, True, self.walk)

    def follow(self, session: str, began_up_s: float, walk: OpenWalk | None = None) -> None:
        self.held, self.began_s, self.walk = session, began_up_s, walk

    def wipe(self) -> None:
        self.held = None


class Kiosk:
    """Drives a recorder as the screens would, and keeps the ground truth beside it."""

    def __init__(self) -> None:
        self.clock, self.sink, self.truth = FakeClock(), ListSink(), list[Visited]()
        self.beats = Beats(self.clock)
        self.log = self._recorder()

    @property
    def now(self) -> Visited | None:
        return self.truth[-1] if self.truth and self.truth[-1].outcome is None else None

    @property
    def walk(self) -> Walked | None:
        walks = self.now.walks if self.now else []
        return walks[-1] if walks and walks[-1].outcome is None else None

    def act(self, action: str, pick: int, seconds: int) -> None:
        self.clock.pass_s(seconds)
        visited, walk = self.now, self.walk
        if action == "start":
            if visited is not None:
                self._end("next-person")
            self.log.record(v.SessionStarted("vi"))
            self.truth.append(Visited("vi", self.clock.up_s, self.clock.up_s))
        elif action in ("crash", "late-crash"):
            self._crash(late=action == "late-crash", yes=pick > 0)
        elif visited is None:
            return
        elif action in ("end", "idle"):
            self._end("goodbye" if action == "end" else "idle")
        else:
            self._inside(action, pick, visited, walk)
            visited.last_s = self.clock.up_s if self.changed else visited.last_s

    def _inside(self, action: str, pick: int, visited: Visited, walk: Walked | None) -> None:
        before = len(self.sink.events)
        cycle: tuple[v.Language, ...] = ("vi", "en", "fr", "vi")
        if action == "walk":
            if walk is not None:
                walk.outcome = "stopped"
            self.log.record(v.WalkStarted(f"bai-{pick}", HASH, "vneid", "dau"))
            visited.walks.append(Walked(f"bai-{pick}"))
        elif action == "language":
            language = cycle[pick]
            self.log.record(v.LanguageChanged(language))
            visited.language = language
        elif action == "help" and visited.calls == 0:
            self.log.record(v.HelpCalled())
            visited.calls += 1
            visited.calling = True
        elif action == "helped":
            self.log.record(v.HelpEnded())
            visited.calling = False
        elif action == "came":
            self.log.record(v.HelpTaken("tnv-01"))
            visited.came += visited.calling
            visited.calling = False
        elif action == "late":
            self.log.record(v.HelpEscalated("nobody"))
        elif action == "face":
            self.log.record(v.SatisfactionGiven("fair"))
            visited.face = "fair"
        elif walk is not None:
            self._walking(action, pick, walk)
        self.changed = len(self.sink.events) > before

    def _walking(self, action: str, pick: int, walk: Walked) -> None:
        unseen = walk.out_of_sight
        if action in ("edge", "private", "seen"):
            to_step, told = None if action == "private" else f"buoc-{pick}", action == "edge" and not unseen
            taken = v.EdgeTaken if told else v.PrivateEdgeTaken
            self.log.record(taken(f"choice.so-{pick}", to_step))
            walk.moves.append(Move(f"choice.so-{pick}", to_step, "resident", told))
        elif action == "out":
            self.log.record(v.EdgeTaken(OUT, None))
        elif action == "back":
            walk.moves[-1:] = []
            self.log.record(v.PrivateBack() if unseen else v.WentBack(walk.step))
        elif action == "explain":
            self.log.record(v.StepExplained("dau", "simpler"))
        elif action == "finish":
            self.log.record(v.WalkEnded("completed"))
            walk.outcome = "completed"

    def _end(self, outcome: str) -> None:
        visited, walk = self.now, self.walk
        assert visited is not None
        if walk is not None:
            walk.outcome = "stopped"
        self.log.record(v.SessionEnded(outcome))  # type: ignore[arg-type]
        visited.outcome, visited.last_s = outcome, self.clock.up_s

    def _crash(self, *, late: bool, yes: bool) -> None:
        self.beats.beat_s = self.clock.up_s
        self.clock.pass_s(500 if late else 20)
        self.log = self._recorder()
        visited, walk = self.now, self.walk
        tail = [event for event in self.sink.events if event.session]
        for entry in self.log.take_over(tail):
            self.sink.append(*entry)
        offered = self.log.left_over.result(0)
        assert (offered is not None) == (walk is not None and not late)
        if visited is None:
            return
        if offered is not None and yes:
            assert walk is not None
            assert offered.edges == tuple(move.edge for move in walk.moves)
            assert offered.language == visited.language
            self.clock.pass_s(30)  # thinking about the question
            self.log.record(v.SessionResumed())
            visited.resumed, visited.last_s = visited.resumed + 1, self.clock.up_s
            visited.calling = False  # the call died with the program
            return
        if offered is not None:
            self.log.record(v.SessionEnded("crash"))
        visited.outcome = "crash"
        if walk is not None:
            walk.outcome = "cut-off"

    def _recorder(self) -> SessionRecorder:
        return SessionRecorder(self.sink, self.clock, self.beats, place="diem-1", version="0.1.0")

    changed = False


def _never_two_open(events: list[Event]) -> bool:
    """Seen from the raw events: each visit is ended in the log itself before the next begins."""
    kinds = [event.what.kind for event in events if event.what.kind in ("session.started", "session.ended")]
    return all(first != second for first, second in pairwise(kinds))


def _end_is_untold(visited: Visited, walk: Walked) -> bool:
    """Of a walk that ended out of sight the log hears with what begins next, or when the visit ends."""
    return visited.outcome is None and walk is visited.walks[-1] and bool(walk.out_of_sight)


@given(ACTIONS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_derived_visits_are_what_happened_and_never_two_are_open(
    actions: list[tuple[str, int, int]],
) -> None:
    kiosk = Kiosk()
    for action, pick, seconds in [("start", 0, 1), ("walk", 0, 1), *actions]:
        kiosk.act(action, pick, seconds)
        derived = summarise(kiosk.sink.events)
        assert sum(visit.outcome is None for visit in derived) == (kiosk.now is not None)
    assert _never_two_open(kiosk.sink.events)
    derived = summarise(kiosk.sink.events)
    assert len(derived) == len(kiosk.truth)
    for seen, true in zip(derived, kiosk.truth, strict=True):
        assert (seen.outcome, seen.language, seen.face) == (true.outcome, true.language, true.face)
        assert (len(seen.help_calls), seen.resumed) == (true.calls, true.resumed)
        assert sum(call.taken for call in seen.help_calls) == true.came
        assert seen.duration_ms == round((true.last_s - true.began_s) * 1000)
        assert [(walk.flow, list(walk.edges), walk.outcome) for walk in seen.walks] == [
            (walk.flow, walk.edges, None if _end_is_untold(true, walk) else walk.outcome)
            for walk in true.walks
        ]
        for walk, walked in zip(seen.walks, true.walks, strict=True):
            went_on = [step.edge for step in walk.steps if step.by is not None and step.edge != STUCK]
            ended = walk.outcome in ("completed", "stopped")
            once_more = [None] if walked.out_of_sight and ended else []
            assert went_on == [*walk.edges, *once_more], "each step in force once, each leg as one"
            assert all(step.by is not None for step in walk.steps if step.edge is not None)
            assert walk.steps[-1].step == walked.step


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_whatever_is_lost_from_a_log_never_two_visits_are_open_and_no_time_runs_back(
    data: st.DataObject,
) -> None:
    events = visits(4)
    kept = data.draw(st.lists(st.sampled_from(range(len(events))), unique=True).map(sorted))
    derived = summarise([events[index] for index in kept])
    assert sum(visit.outcome is None for visit in derived) <= 1
    assert {visit.id for visit in derived} == {events[index].session for index in kept}
    assert len({visit.id for visit in derived}) == len(derived)
    for visit_ in derived:
        for walk in visit_.walks:
            times = [
                time for step in walk.steps for time in (step.from_ms, step.until_ms) if time is not None
            ]
            assert times == sorted(times)


class _Fixed:
    def __init__(self, events: list[Event]) -> None:
        self.events = events

    def session_events(self, from_s: int, until_s: int) -> list[Event]:
        return [event for event in self.events if event.session and from_s <= event.wall_s < until_s]


def test_the_day_is_that_of_vietnam_and_is_shown_in_its_words() -> None:
    midnight_s = 1_764_003_600  # 2025-11-25 00:00 in Hà Nội
    log = _Fixed(
        [
            *visit(1, wall_s=midnight_s - 900),
            *visit(2, wall_s=midnight_s),
            *visit(3, wall_s=midnight_s + 86_400),
        ]
    )
    (only,) = sessions_of(date(2025, 11, 25), log)
    assert only.id == visit(2)[0].session
    table = as_table((only,))
    assert "Bắt đầu khoảng" in table
    assert "00:00" in table
    assert "vneid-cai-dat (xong)" in table
    assert "chào tạm biệt" in table
    assert "1 lượt hướng dẫn, 1 bài học xong" in table
    assert '"began": "2025-11-25T00:00:00+07:00"' in as_json((only,))


def test_a_day_without_visits_says_so() -> None:
    assert "0 lượt" in as_table(sessions_of(date(2025, 11, 25), _Fixed([])))
    assert as_json(()) == "[]\n"


def test_each_number_that_was_looked_at_is_counted() -> None:
    begun, *rest = visit(1)
    shown = replace(begun, what=v.NumberShown())
    assert [one.numbers_shown for one in summarise([begun, shown, shown, *rest, *visit(2)])] == [2, 0]
