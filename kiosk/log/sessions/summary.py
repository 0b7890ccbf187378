"""From events to visits: the one function that says what happened, on the kiosk, at the ward and in tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, assert_never

from kiosk.base import events as v
from kiosk.log.sessions.events import Event
from kiosk.log.sessions.session import Assist, HelpCall, Practised, SessionSummary
from kiosk.log.sessions.walks import Walks


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
        self._so_far = SessionSummary(self.id, first.wall_s, first.clock_ok, None, None, None, 0, None)
        self._last_ms = 0
        self._walks = Walks()

    def take(self, event: Event) -> None:
        before_ms, so_far = self._last_ms, self._so_far
        self._last_ms = now_ms = max(before_ms, event.at_ms)
        match event.what:
            case v.SessionStarted(place=place, mode=mode, language=language):
                self._now(place=place, mode="assisted" if so_far.assists else mode, language=language)
            case v.LanguageChanged(language):
                self._now(language=language)
            case v.SessionResumed():
                self._now(resumed=so_far.resumed + 1)
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
                self._now(face=face)
            case v.IdleNoticed():
                self._now(idle_notices=so_far.idle_notices + 1)
            case v.AssistStarted(staff):
                self._leave_alone(now_ms)
                assists = (*self._so_far.assists, Assist(staff, now_ms, None))
                self._now(assists=assists, mode="assisted")
            case v.AssistEnded():
                self._leave_alone(now_ms)
            case v.ResultGiven(result):
                self._now(result=result, obstacle=None)  # asked after it, and anew where it is given anew
            case v.ObstacleGiven(obstacle):
                self._now(obstacle=obstacle)
            case v.FilingGiven(submitted):
                self._now(filed=submitted)
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
                self._now(asked_in_vain=so_far.asked_in_vain + 1)
            case v.NumberShown():
                self._now(numbers_shown=so_far.numbers_shown + 1)
            case v.NeedChosen():
                pass  # its walk says what was opened then
            case v.GuidePractised(flow, rung, clean, by):
                self._now(practised=(*so_far.practised, Practised(flow, rung, clean == "yes", by)))
            case v.RehearsalHeld():
                self._now(rehearsed=so_far.rehearsed + 1)
            case v.ExerciseDone(help=helped):
                self._now(exercised=(*so_far.exercised, helped))
            case v.KioskEvent():
                pass  # an event of the kiosk is never in a visit: `Event` refuses it
            case _:
                assert_never(event.what)

    def summary(self, outcome: v.SessionOutcome | None) -> SessionSummary:
        if outcome is not None:
            self._hang_up(self._last_ms)
            self._leave_alone(self._last_ms)
        walks = self._walks.summaries(self._last_ms if outcome else None)
        return replace(self._so_far, duration_ms=self._last_ms, outcome=outcome, walks=walks)

    def _now(self, **changes: Any) -> None:
        self._so_far = replace(self._so_far, **changes)

    def _call(self, now_ms: int) -> None:
        calls = self._so_far.help_calls
        if not calls or calls[-1].until_ms is not None:
            self._now(help_calls=(*calls, HelpCall(now_ms, None, self._walks.step)))

    def _hang_up(self, now_ms: int) -> None:
        self._amend_call(until_ms=now_ms)

    def _amend_call(self, **changes: Any) -> None:
        """Of the call that is open, if there is one."""
        calls = self._so_far.help_calls
        if calls and calls[-1].until_ms is None:
            self._now(help_calls=(*calls[:-1], replace(calls[-1], **changes)))

    def _leave_alone(self, now_ms: int) -> None:
        assists = self._so_far.assists
        if assists and assists[-1].until_ms is None:
            self._now(assists=(*assists[:-1], replace(assists[-1], until_ms=now_ms)))
