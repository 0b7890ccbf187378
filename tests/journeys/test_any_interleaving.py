"""Resident, volunteers, help calls, idle, rights that change, a clock set back and power cuts, in any order:
never two visits open, never one credited to who did not have the controls, and nobody's settings mixed up.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.duty import WITH_A_TEAM, Duty

from accessibility.preferences import Preferences
from kiosk.base import events as v
from ui.visit.stage import SignedIn, SigningIn
from ui.visit.stages import Attract
from ui.visit.visit import Visit

STEPS = st.lists(st.tuples(st.integers(0, 18), st.integers(0, 10_000)), min_size=3, max_size=40)


def step(duty: Duty, kind: int, pick: int) -> None:
    match kind:
        case 0 | 1 | 2 | 3 | 4 | 5 | 6:
            duty.press_something(pick)
        case 7:
            duty.press("call-person", *(("taken",) if pick % 2 else ()))
        case 8 | 9 | 10:
            duty.come(pick)
        case 11:
            duty.press("lock")
        case 12:
            duty.wait(pick % 400)
        case 13:
            duty.change_right(pick)
        case 16:
            duty.assist(pick)
        case 17:
            duty.press("finish", "skip", "next-person")
        case 18:
            duty.hold_card(pick)
        case 14:
            duty.cut_power((5, 90, 4000)[pick % 3])
        case _:
            duty.set_clock_back()


def in_order(duty: Duty, before: Visit, kind: int) -> None:
    told = f"after {duty.story[-12:]}"
    visit, visits = duty.visit, duty.visits
    assert all(one.outcome is not None for one in visits[:-1]), f"two visits are open {told}"
    is_open = bool(visits) and visits[-1].outcome is None
    assert is_open == (visit.is_logged or visit.undecided), told
    if visit.staff is None:
        assert not [one for one in visit.stages if isinstance(one, SignedIn)], told
    if visits:
        newest = visits[-1]
        assert {one.staff for one in newest.assists} <= duty.let_in | {None}, told
        assert {call.by for call in newest.help_calls} <= duty.came | {None}, told
        assert newest.mode == ("assisted" if newest.assists else "self"), told
        assert sum(one.until_ms is None for one in newest.assists) <= (1 if is_open else 0), told
        assert not acted_unseen(duty), told
        helping = newest.assists[-1].staff if newest.assists and newest.assists[-1].until_ms is None else ""
        assert visit.assisted_by == helping or not visit.is_logged, told
    over = [one for one in visits if one.outcome is not None and one.mode == "assisted"]
    assert duty.bench.sink.walks.total() == sum(len(one.walks) for one in over), told
    by_month = duty.bench.sink.visits
    known = [one for one in visits if one.outcome not in (None, "crash")]
    assert sum(by_month[cell] for cell in by_month if cell.aspect == "visit") == len(known), told
    assert sum(by_month[cell] for cell in by_month if cell.aspect == "alone") <= duty.cards, told
    if not visit.is_over_invitation or isinstance(visit.stage, SigningIn):
        return
    if visit.staff is None and isinstance(visit.stage, Attract):
        if visit.stage.adjusted:  # of a team, by whoever stands there: language and voice alone
            now = visit.preferences
            set_now = replace(now, language="vi", speech_on=Preferences().speech_on)
            visit = replace(visit.restart_at(Attract()), preferences=set_now)
        assert visit == Visit(), f"something of somebody is left {told}"


def acted_unseen(duty: Duty) -> list[str | None]:
    """Edges credited to a volunteer at a moment when none assisted."""
    edges, assists = list[str | None](), False
    for event in duty.bench.sink.events:
        match event.what:
            case v.AssistStarted():
                assists = True
            case v.AssistEnded() | v.SessionStarted() | v.SessionResumed() | v.SessionEnded():
                assists = False
            case v.EdgeTaken(edge=edge, by="volunteer") if not assists:
                edges.append(edge)
            case _:
                pass
    return edges


def settings_are_kept_apart(before: Visit, after: Visit, kind: int, told: list[str]) -> None:
    """Taking and locking the controls changes no setting of the resident's."""
    set_aside_before = before.staff is not None and before.staff.aside is not None
    set_aside_after = after.staff is not None and after.staff.aside is not None
    if not before.is_logged or not after.is_logged:
        return
    if kind in (8, 9, 10) and set_aside_after and not set_aside_before:
        assert after.staff is not None
        assert after.staff.aside == before.preferences, told
    if kind == 11 and set_aside_before and not set_aside_after:
        assert before.staff is not None
        assert after.preferences == before.staff.aside, told


@given(STEPS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whoever_acts_in_whatever_order_every_visit_is_credited_to_whom_it_belongs(
    steps: list[tuple[int, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        duty = Duty(Path(folder))
        try:
            duty.press("begin")
            for kind, pick in steps:
                before, power_was_on = duty.visit, kind != 14
                step(duty, kind, pick)
                in_order(duty, before, kind)
                if power_was_on:
                    settings_are_kept_apart(before, duty.visit, kind, duty.story[-12:])
        finally:
            duty.close()


@given(STEPS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_visit_with_a_team_is_ever_one_that_somebody_made_alone(steps: list[tuple[int, int]]) -> None:
    """Nor somebody else's: after a lock or a power cut it goes on with nobody named, until they are back."""
    with tempfile.TemporaryDirectory() as folder:
        duty = Duty(Path(folder), around=WITH_A_TEAM)
        try:
            for kind, pick in ((16, 0), *steps):
                before = duty.visit
                step(duty, kind, pick)
                in_order(duty, before, kind)
                assert {one.mode for one in duty.visits} == {"assisted"}, duty.story[-12:]
        finally:
            duty.close()


@given(STEPS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_left_alone_the_kiosk_locks_forgets_and_closes_every_visit(steps: list[tuple[int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        duty = Duty(Path(folder))
        try:
            for kind, pick in steps:
                step(duty, kind, pick)
            duty.wait(1800)
            assert duty.visit == Visit(), duty.story[-12:]
            assert all(one.outcome is not None for one in duty.visits)
        finally:
            duty.close()
