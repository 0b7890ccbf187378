"""From events to visits: the one function that says what happened, on the kiosk, at the ward and in tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, assert_never

from kiosk import events as v
from kiosk.sessions.events import Event
from kiosk.sessions.session import Assist, HelpCall, Practised, SessionSummary
from kiosk.sessions.walks import Walks


def summarise(events: Iterable[Event], *, over: bool = False) -> tuple[SessionSummary, ...]:
    """The visits of one kiosk, in the order in which they began; at most the last one is open.

    *events* come in the order of the log. An open visit is closed at its last event, as a crash, when
    another begins: so never are two open, whatever was lost in between. *over*: so is the last one, because
    nothing follows these events any more (a log that was replaced by a backup, and lies at the ward).
    """
    return tuple(_visits(events, "crash" if over else None))


def _visits(events: Iterable[Event], last: v.SessionOutcome | None) -> Iterator[SessionSummary]:
    visit: _Visit | None = None
    ended: set[str] = set()
    for event in events:
        if event.session is None or event.session in ended:
            continue
        if visit is not None and visit.id != event.session:
            ended.add(visit.id)
            yield visit.summary("crash")
            visit = None
        visit = visit or _Visit(event)
        visit.take(event)
        if visit.outcome is not None:
            ended.add(visit.id)
            yield visit.summary(visit.outcome)
            visit = None
    if visit is not None:
        yield visit.summary(last)


class _Visit:
    """The visit being read. Mutable, but never seen outside `_visits`."""

    def __init__(self, first: Event) -> None:
        assert first.session is not None
        self.id = first.session
        self.outcome: v.SessionOutcome | None = None
        self._first = first
        self._last_ms = 0
        self._started: v.SessionStarted | None = None
        self._language: v.Language | None = None
        self._walks = Walks()
        self._calls: list[HelpCall] = []
        self._face: v.Face | None = None
        self._resumed = 0
        self._idle_notices = 0
        self._asked_in_vain = self._numbers_shown = 0
        self._assists: list[Assist] = []
        self._result: v.Result | None = None
        self._obstacle: v.Obstacle | None = None
        self._filed: v.Answer | None = None
        self._practised: list[Practised] = []
        self._rehearsed = 0
        self._exercised: list[v.ExerciseHelp] = []

    def take(self, event: Event) -> None:
        before_ms = self._last_ms
        self._last_ms = now_ms = max(before_ms, event.at_ms)
        match event.what:
            case v.SessionStarted(language=language):
                self._started, self._language = event.what, language
            case v.LanguageChanged(language):
                self._language = language
            case v.SessionResumed():
                self._resumed += 1
                self._hang_up(before_ms)  # the call died with the program
                self._leave_alone(before_ms)  # and who assisted has to show their PIN again
            case v.SessionEnded(outcome):
                self.outcome = outcome
            case v.HelpCalled():
                self._call(now_ms)
            case v.HelpTaken(staff=staff):
                self._amend_call(until_ms=now_ms, taken=True, by=staff)
            case v.HelpEscalated():
                self._amend_call(escalated_ms=now_ms)
            case v.HelpEnded():
                self._hang_up(now_ms)
            case v.SatisfactionGiven(face):
                self._face = face
            case v.IdleNoticed():
                self._idle_notices += 1
            case v.AssistStarted(staff):
                self._leave_alone(now_ms)
                self._assists.append(Assist(staff, now_ms, None))
            case v.AssistEnded():
                self._leave_alone(now_ms)
            case v.ResultGiven(result):
                self._result, self._obstacle = result, None  # asked after it, and anew where it is given anew
            case v.ObstacleGiven(obstacle):
                self._obstacle = obstacle
            case v.FilingGiven(submitted):
                self._filed = submitted
            case (
                v.WalkStarted()
                | v.WalkReopened()
                | v.WalkEnded()
                | v.EdgeTaken()
                | v.WentBack()
                | v.StepExplained()
            ):
                self._walks.take(event.what, now_ms)
            case v.AskedInVain():
                self._asked_in_vain += 1
            case v.NumberShown():
                self._numbers_shown += 1
            case v.NeedChosen():
                pass  # its walk says what was opened then
            case v.GuidePractised(flow, rung, clean, by):
                self._practised.append(Practised(flow, rung, clean == "yes", by))
            case v.RehearsalHeld():
                self._rehearsed += 1
            case v.ExerciseDone(help=helped):
                self._exercised.append(helped)
            case v.KioskEvent():
                pass  # an event of the kiosk is never in a visit: `Event` refuses it
            case _:
                assert_never(event.what)

    def summary(self, outcome: v.SessionOutcome | None) -> SessionSummary:
        if outcome is not None:
            self._hang_up(self._last_ms)
            self._leave_alone(self._last_ms)
        return SessionSummary(
            id=self.id,
            wall_s=self._first.wall_s,
            clock_ok=self._first.clock_ok,
            place=self._started.place if self._started else None,
            mode=self._mode,
            language=self._language,
            duration_ms=self._last_ms,
            outcome=outcome,
            walks=self._walks.summaries(self._last_ms if outcome else None),
            help_calls=tuple(self._calls),
            face=self._face,
            resumed=self._resumed,
            idle_notices=self._idle_notices,
            asked_in_vain=self._asked_in_vain,
            numbers_shown=self._numbers_shown,
            assists=tuple(self._assists),
            result=self._result,
            obstacle=self._obstacle,
            filed=self._filed,
            practised=tuple(self._practised),
            rehearsed=self._rehearsed,
            exercised=tuple(self._exercised),
        )

    @property
    def _mode(self) -> v.Mode | None:
        return "assisted" if self._assists else self._started.mode if self._started else None

    def _call(self, now_ms: int) -> None:
        if not self._calls or self._calls[-1].until_ms is not None:
            self._calls.append(HelpCall(now_ms, None, self._walks.step))

    def _hang_up(self, now_ms: int) -> None:
        self._amend_call(until_ms=now_ms)

    def _amend_call(self, **changes: Any) -> None:
        """Of the call that is open, if there is one."""
        if self._calls and self._calls[-1].until_ms is None:
            self._calls[-1] = replace(self._calls[-1], **changes)

    def _leave_alone(self, now_ms: int) -> None:
        if self._assists and self._assists[-1].until_ms is None:
            self._assists[-1] = replace(self._assists[-1], until_ms=now_ms)
